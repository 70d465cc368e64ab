"""A row of cells with sixels painted over some of them, which come and go with it: it scrolls as text does."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.strip import Strip

from newsreader.model import Picture

_SAVE, _RESTORE = "\x1b7", "\x1b8"
"""Of the cursor's place (DECSC, DECRC): terminals leave it in different places after sixels."""


def sixel_rows(picture: Picture) -> list[Sequence[Segment]]:
    """Return the rows of cells of ``picture``: blanks, and as a control segment what is painted over them."""
    blank = Segment(" " * picture.width, Style.null())
    return [(blank, Segment(band, None, ())) for band in picture.bands]


class SixelStrip(Strip):
    """A strip whose cells from ``at`` on, ``columns`` of them, are painted over with ``sixels``.

    The cells are written first, which erases what was painted there before. A piece that is cut out of the strip
    is painted when all of the cells are in it; something stands over the others.
    """

    __slots__ = ("_at", "_columns", "_sixels")

    def __init__(self, segments: Iterable[Segment], width: int, at: int, columns: int, sixels: str) -> None:
        super().__init__(segments, width)
        self._at = at
        self._columns = columns
        self._sixels = sixels

    def render(self, console: Console) -> str:
        """Return the cells, the sixels after those they lie on."""
        here = min(self._at + self._columns, self.cell_length)
        before, after = super().crop(0, here), super().crop(here, self.cell_length)
        painted = f"{_SAVE}\x1b[{here - self._at}D{self._sixels}{_RESTORE}"
        return Strip(before).render(console) + painted + Strip(after).render(console)

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        """Return the pieces between ``cuts``, the one with all of the picture's cells still painted."""
        parts: list[Strip] = []
        start = 0
        for part in super().divide(cuts):
            end = start + part.cell_length
            whole = start <= self._at and self._at + self._columns <= end
            parts.append(self._painted(part, start) if whole else Strip(part, part.cell_length))
            start = end
        return parts

    def crop(self, start: int, end: int | None = None) -> Strip:
        """Return the cells that are drawn again; with the first of the picture's go its sixels, all of them."""
        part = super().crop(start, end)
        stop = start + part.cell_length
        return self._painted(part, start) if start <= self._at < stop else Strip(part, part.cell_length)

    def apply_filter(self, filter: LineFilter, background: Color) -> Strip:  # noqa: A002 - Strip's own name for it
        """Return the strip with its cells' colours filtered."""
        return self._painted(super().apply_filter(filter, background), 0)

    def _painted(self, part: Strip, start: int) -> Strip:
        return SixelStrip(part, part.cell_length, self._at - start, self._columns, self._sixels)
