"""Titles and headings of a few lines, all about as long: no word stands alone on the last one (pure)."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from newsreader.tui.widgets.cells import wrap
from newsreader.tui.widgets.lines import Kind, Line, Piece, set_lines

MOST = 4
"""Lines up to which a text is evened out; a longer one is read as a paragraph, whose edge is the column's."""


def balanced_lines(kind: Kind, pieces: Sequence[Piece], width: int) -> list[Line]:
    """Return ``pieces`` in as many lines as ``width`` cells take, in the narrowest column that takes no more."""
    return list(set_lines(kind, pieces, balanced_width("".join(piece.text for piece in pieces), width)))


def balanced_width(text: str, width: int) -> int:
    """Return the least cells in which ``text`` takes no more lines than in ``width``, no more words broken."""
    lines, broken = _taken(text, width)
    if not 1 < lines <= MOST:
        return width

    def is_no_worse(cells: int) -> int:
        more_lines, more_broken = _taken(text, cells)
        return int(more_lines <= lines and more_broken <= broken)

    return bisect_left(range(width), 1, lo=width // lines, key=is_no_worse)


def _taken(text: str, width: int) -> tuple[int, int]:
    """Return how many lines ``text`` takes, and after how many of them there is no space."""
    spans = list(wrap(text, width))
    return len(spans), sum(start == end for (_, end), (start, _) in pairwise(spans))
