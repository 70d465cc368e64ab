"""A picture, decoded and scaled for the screen, and the kinds of files that pictures are kept in."""

from collections.abc import Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels for half-blocks: ``width`` columns by ``height`` half rows (even), RGB, row by row.

    ``len(pixels) == 3 * width * height``; the pixel at column x and half row y starts at ``3 * (y * width + x)``.
    """

    width: int
    height: int
    pixels: bytes
