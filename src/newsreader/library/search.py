"""Search: what a reader's words become; they are folded as the texts are in which they are looked for."""

import re

from newsreader.library.columns import sound
from newsreader.model import clean_text, folding

_QUERY_LIMIT = 1_000
_TERM_LIMIT = 32
"""Characters and terms of a query that count: the parser of FTS5 has a stack of its own, of 100."""

_TERM = re.compile(r'(?P<phrase>"[^"]*"?)|(?P<word>[^\s"]+)')


def folded(text: str) -> str:
    """Return ``text`` as it is indexed and looked for, and as a column can hold it."""
    return folding.folded(sound(text))


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
