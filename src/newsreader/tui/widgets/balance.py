"""Titles and headings of a few lines, all about as long: no word stands alone on the last one (pure)."""

from bisect import bisect_left
from collections.abc import Sequence

from newsreader.tui.widgets.lines import Kind, Line, Piece, set_lines

MOST = 4
"""Lines up to which a text is evened out; a longer one is read as a paragraph, whose edge is the column's."""


def balanced_lines(kind: Kind, pieces: Sequence[Piece], width: int) -> list[Line]:
    """Return ``pieces`` in as many lines as ``width`` cells take, in the narrowest column that takes no more."""
    lines = list(set_lines(kind, pieces, width))
    if not 1 < len(lines) <= MOST:
        return lines
    narrow = bisect_left(
        range(width), -len(lines), lo=width // len(lines), key=lambda cells: -_count(pieces, cells)
    )
    return list(set_lines(kind, pieces, narrow))


def _count(pieces: Sequence[Piece], width: int) -> int:
    return sum(1 for _ in set_lines(Kind.TEXT, pieces, width))
