"""Light: where in a text as it stands there is what a reader looks for, case and accents aside (pure)."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate

from newsreader.model.folding import UNSPACED, folded
from newsreader.model.search import Term
from newsreader.model.text import VOWEL_SIGNS

Stretch = tuple[int, int]
"""Start and end of a part of a text, in characters."""


def lit(text: str, terms: Iterable[Term]) -> list[Stretch]:
    """Return where ``terms`` stand in ``text``, in order: whole words, or for a prefix beginnings of words."""
    wanted = [pattern for term in terms if (pattern := _whole_words(term))]
    return _matches("|".join(wanted), text) if wanted else []


def found(text: str, words: str) -> list[Stretch]:
    """Return where ``words`` stand in ``text``, also inside other words, any white space for a space, in order."""
    parts = list(map(_spelt, folded(words).split()))
    return _matches(r"\s+".join(parts), text) if parts else []


def _whole_words(term: Term) -> str:
    """Return a pattern of the words of ``term``, whatever stands between them; empty when there are none."""
    words = "".join(letter if letter.isalnum() or _is_mark(letter) else " " for letter in term.words).split()
    if not words:
        return ""
    spaced = re.compile(f"[^{UNSPACED}]")  # of such a script any part of a sentence is found
    begin = f"(?<![^\\W_{UNSPACED}])" if spaced.match(words[0][0]) else ""
    ends = not term.prefix and spaced.match(words[-1][-1])
    end = f"(?![^\\W_{UNSPACED}]|[{VOWEL_SIGNS}])" if ends else ""
    return begin + r"[\W_]+".join(map(_spelt, words)) + end


def _spelt(word: str) -> str:
    """Return a pattern of a word; where the script has no spaces, a line may end between two letters of it."""
    return re.sub(f"([{UNSPACED}])(?=[{UNSPACED}])", "\\1\n?", re.escape(word))


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
