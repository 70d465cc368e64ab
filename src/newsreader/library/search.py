"""Search: how text is folded to be found, and what a reader's words become.

Both sides are folded the same way: case and accents go, and characters of scripts written without spaces
(Chinese, Japanese, Thai, Lao, Khmer, Burmese) are spaced apart, so that a part of a sentence can be found.
"""

import re
import unicodedata
from functools import cache

from newsreader.library.columns import sound
from newsreader.model import clean_text

_QUERY_LIMIT = 1_000
_TERM_LIMIT = 32
"""Characters and terms of a query that count: the parser of FTS5 has a stack of its own, of 100."""

_TERM = re.compile(r'(?P<phrase>"[^"]*"?)|(?P<word>[^\s"]+)')


def folded(text: str) -> str:
    """Return ``text`` as it is indexed and looked for."""
    if text.isascii():
        return text.lower()
    letters = _marks().sub("", unicodedata.normalize("NFKD", sound(text)).casefold())
    return _unspaced().sub(r" \1 ", unicodedata.normalize("NFC", letters))


def match_expression(query: str) -> str | None:
    """Return a reader's query as an FTS5 expression, or None when there is nothing in it to look for.

    Words must all occur, in any order; ``"several words"`` must occur together; ``wor*`` stands for whatever
    begins so. Nothing else has a meaning, and no query is an error.
    """
    terms = []
    for term in _TERM.finditer(clean_text(query)[:_QUERY_LIMIT]):
        words = folded(term.group()).replace('"', " ").strip(" *")
        if any(character.isalnum() for character in words):  # FTS5 parts the words by itself, as it does in texts
            prefix = "*" if term.group().rstrip('"').endswith("*") else ""
            terms.append(f'"{words}"{prefix}')
    return " ".join(terms[:_TERM_LIMIT]) or None


# Patterns of many ranges take milliseconds to compile, for which the first screen does not wait.


@cache
def _marks() -> re.Pattern[str]:
    return re.compile("[\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff]+")


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(
        "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
        "\uf900-\ufaff\U00020000-\U0003134f])"
    )
