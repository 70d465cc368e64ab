"""Words divided at the end of a line, where it would be left very ragged (pure)."""

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

Points: TypeAlias = Callable[[str], list[int]]
"""Gives the places where a word of letters may be divided, as a dictionary of its language has them."""

SHORTEST = 7
"""Letters of a word that is divided at all."""
LEAST = 3
"""Letters that stand on either side of a division at least."""
RAGGED = 7
"""A line is ragged from this part of its width left free: 10 cells of 72, 6 of 44."""
LEAST_RAGGED = 4
"""Cells left free that no line however narrow is ragged under."""
IN_A_ROW = 2
"""Lines in a row that may end inside a word (The Chicago Manual of Style, 7.36, allows three)."""

_LETTERS = r"[^\W\d_]"
_OPENING = r"[^\w@#$/\\]*"
_WORD = re.compile(rf"{_OPENING}({_LETTERS}{{{SHORTEST},40}})(?:['’]{_LETTERS}{{1,2}})?\W*")
_COMPOUND = re.compile(rf"{_OPENING}{_LETTERS}+(?:-{_LETTERS}+)+\W*")
_HYPHEN = re.compile(rf"(?<={_LETTERS}{{{LEAST}}}-)(?={_LETTERS}{{{LEAST}}})")


def ragged(width: int) -> int:
    """Return the cells left free from which a line of ``width`` cells is very ragged."""
    return max(LEAST_RAGGED, width // RAGGED)


class Divider:
    """Divides words of one paragraph where a line has ``free`` cells left at least; ``cells.wrap`` asks it.

    Names are left whole: words in capitals, and words that begin with one, unless ``nouns`` say that in this
    language many do. So are hosts and addresses, numbers, what stands in the stretches ``whole``, and the last word
    of a paragraph, of which a stub would be left.

    Attributes:
        cuts: where a hyphen is to be drawn; a word that has one of its own needs none.
    """

    def __init__(
        self, points: Points, free: int, *, nouns: bool = False, whole: Sequence[tuple[int, int]] = ()
    ) -> None:
        self._points = points
        self._whole = whole
        self._free = free
        self._nouns = nouns
        self._row = 0
        self.cuts: set[int] = set()

    def __call__(self, text: str, at: int, cut: int, end: int) -> int:
        """Return where a line ends that has room up to ``cut`` and would end at the space by ``at``; or 0."""
        inside = self._inside(text, at, cut, end) if cut - at >= self._free and self._row < IN_A_ROW else 0
        self._row = self._row + 1 if inside else 0
        return inside

    def _inside(self, text: str, at: int, cut: int, end: int) -> int:
        start = at + 1 if text[at] == " " else at
        stop = text.find(" ", start, end)
        if stop < 0 or text[start - 1] != " " or any(first < stop and start < last for first, last in self._whole):
            return 0
        word = text[start:stop]
        if _COMPOUND.fullmatch(word):
            return max((start + m.start() for m in _HYPHEN.finditer(word) if start + m.start() <= cut), default=0)
        match = _WORD.fullmatch(word)
        if match is None or not self._is_common(match[1]):
            return 0
        first, last = start + match.start(1), len(match[1]) - LEAST
        places = [p for p in self._points(match[1]) if LEAST <= p <= last and first + p < cut]
        if not places:
            return 0
        self.cuts.add(first + places[-1])
        return first + places[-1]

    def _is_common(self, word: str) -> bool:
        return word[1:].islower() and (self._nouns or word[0].islower())
