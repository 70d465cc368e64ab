"""A picture scaled for the screen, what it is drawn on, and the kinds of files that pictures are kept in."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        ".jpg": "image/jpeg",
        ".png": "image/png",
        ".gif": "image/gif",
        ".webp": "image/webp",
        ".avif": "image/avif",
        ".bmp": "image/bmp",
    }
)
"""The media types of pictures that are shown, by the suffixes of their files."""

SMALL_SIDE = 240
"""Pixels of the longer side of a kept picture's small copy: the widest text has 120 columns, a cell is two high."""

WEB_CELL = 16
"""Pixels of a page that a cell is high, about; where a cell has more, a page's pixels are drawn larger too."""


class Drawing(StrEnum):
    """How a picture gets onto the screen."""

    HALF_BLOCK = "half-block"
    """Characters, two pixels in a cell: in every terminal."""
    KITTY = "kitty"
    """Kitty's graphics protocol: the terminal holds the picture and shows it where its placeholders stand."""
    SIXEL = "sixel"
    """DEC's sixels, painted over cells."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """The room for a picture, in cells, and how it is drawn there.

    Attributes:
        columns, rows: cells it may take at most.
        cell: width and height of a cell in pixels; half-blocks have one pixel above another.
    """

    columns: int
    rows: int
    drawing: Drawing = Drawing.HALF_BLOCK
    cell: tuple[int, int] = (1, 2)

    def fitted(self, width: int, height: int) -> tuple[int, int]:
        """Return the columns and rows that a picture of so many pixels takes in its shape, not enlarged."""
        wide, high = self.cell
        finest = max(1.0, high / WEB_CELL)
        room = (max(1, self.columns), max(1, self.rows))
        scale = min(finest, room[0] * wide / width, room[1] * high / height)
        return max(1, round(width * scale / wide)), max(1, round(height * scale / high))


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of ``width`` columns by ``height`` half rows (even), drawn in one way.

    Attributes:
        pixels: for half-blocks, RGB, row by row: ``len(pixels) == 3 * width * height``, and the pixel at column x
            and half row y starts at ``3 * (y * width + x)``.
        png: for Kitty, a PNG file.
        bands: for sixels, of each row of cells what paints it, from the cursor on.
    """

    width: int
    height: int
    pixels: bytes = b""
    png: bytes = b""
    bands: tuple[str, ...] = ()
