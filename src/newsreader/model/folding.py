"""Folding: texts and what is looked for in them made alike, and where in the text as it stands a match is (pure).

Case and accents go, and characters of scripts written without spaces (Chinese, Japanese, Thai, Lao, Khmer,
Burmese) are spaced apart, so that a part of a sentence can be found.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import accumulate

from newsreader.model.text import VOWEL_SIGNS

Stretch = tuple[int, int]
"""Start and end of a part of a text, in characters."""


def folded(text: str) -> str:
    """Return ``text`` as it is indexed and looked for."""
    if text.isascii():
        return text.lower()
    letters = _marks().sub("", unicodedata.normalize("NFKD", text).casefold())
    return _unspaced().sub(r" \1 ", unicodedata.normalize("NFC", letters))


def lit(text: str, terms: Iterable[str]) -> list[Stretch]:
    """Return where ``terms`` stand in ``text`` as whole words, in order.

    A term is a word or several that stand together, folded; with ``*`` at its end it is the beginning of a word.
    """
    wanted = [pattern for term in terms if (pattern := _whole_words(term))]
    return _matches("|".join(wanted), text) if wanted else []


def found(text: str, words: str) -> list[Stretch]:
    """Return where ``words`` stand in ``text``, also inside other words, any white space for a space, in order."""
    parts = [re.escape(part) for part in folded(words).split()]
    return _matches(r"\s+".join(parts), text) if parts else []


def _whole_words(term: str) -> str:
    """Return a pattern of the words of ``term``, whatever stands between them; empty when there are none."""
    spelt = "".join(letter if letter.isalnum() or _is_mark(letter) else " " for letter in term)
    words = r"[\W_]+".join(map(re.escape, spelt.split()))
    end = "" if term.endswith("*") else f"(?![^\\W_]|[{VOWEL_SIGNS}])"
    return f"(?<![^\\W_]){words}{end}" if words else ""


def _matches(pattern: str, text: str) -> list[Stretch]:
    matches = [match.span() for match in re.finditer(pattern, _spread(text)) if match.end() > match.start()]
    if text.isascii() or not matches:
        return matches
    clusters = list(_clusters(text))
    starts = [0, *accumulate(len(_folded_cluster(cluster)) for cluster in clusters)]
    places = [0, *accumulate(map(len, clusters))]
    return [(places[bisect_right(starts, a) - 1], places[bisect_right(starts, b - 1)]) for a, b in matches]


def _spread(text: str) -> str:
    """Return ``text`` folded cluster by cluster, so that each has its place."""
    return text.lower() if text.isascii() else "".join(map(_folded_cluster, _clusters(text)))


def _clusters(text: str) -> Iterator[str]:
    """Yield the characters of ``text``, each with the marks that belong to it."""
    start = 0
    for at in range(1, len(text)):
        if text[at] < "\u0300" or not _is_mark(text[at]):
            yield text[start:at]
            start = at
    if text:
        yield text[start:]


@lru_cache(maxsize=4096)
def _folded_cluster(cluster: str) -> str:
    return folded(cluster)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")


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
