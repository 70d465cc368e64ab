"""A picture, decoded and scaled for the screen."""

from dataclasses import dataclass

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
