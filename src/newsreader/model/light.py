"""Light: where in a text as it stands there is what a reader looks for, case and accents aside (pure)."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
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
    lines = text.split("\n")
    spread = [line.lower() if line.isascii() else line.translate(_FOLDS) for line in lines]
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    spread_starts = [0, *accumulate(len(line) + 1 for line in spread)]

    def origin(at: int) -> int:
        number = bisect_right(spread_starts, at) - 1
        return starts[number] + _origin(lines[number], at - spread_starts[number])

    matches = re.finditer(pattern, "\n".join(spread))
    return [(origin(match.start()), _with_marks(text, origin(match.end() - 1) + 1)) for match in matches]


class _Folds(dict[int, str]):
    """What each character is folded to, by its code; found out when it is asked for."""

    def __missing__(self, code: int) -> str:
        self[code] = folded(chr(code))
        return self[code]


_FOLDS = _Folds()


def _origin(line: str, at: int) -> int:
    """Return which character of ``line`` became the one at ``at`` when it was folded."""
    if line.isascii():
        return at
    reached = accumulate(len(_FOLDS[ord(letter)]) for letter in line)
    return next(index for index, end in enumerate(reached) if end > at)


def _with_marks(text: str, end: int) -> int:
    """Return ``end`` moved past the marks that belong to the letter before it."""
    while end < len(text) and _is_mark(text[end]):
        end += 1
    return end


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")
