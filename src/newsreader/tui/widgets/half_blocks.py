"""A picture as half-blocks: two pixels in a cell, one above the other."""

from collections.abc import Sequence
from functools import lru_cache

from rich.color import Color
from rich.segment import Segment
from rich.style import Style

from newsreader.model import Picture

UPPER_HALF = "▀"


def picture_rows(picture: Picture) -> list[Sequence[Segment]]:
    """Return the rows of cells of ``picture``; neighbours of the same colours share a segment."""
    stride = 3 * picture.width
    return [
        _row(picture.pixels[at : at + stride], picture.pixels[at + stride : at + 2 * stride])
        for at in range(0, stride * (picture.height // 2 * 2), 2 * stride)
    ]


def _row(above: bytes, below: bytes) -> list[Segment]:
    segments: list[Segment] = []
    run, last = 0, b""
    for at in range(0, len(above), 3):
        colours = above[at : at + 3] + below[at : at + 3]
        if colours != last and run:
            segments.append(Segment(UPPER_HALF * run, _style(last)))
            run = 0
        run, last = run + 1, colours
    if run:
        segments.append(Segment(UPPER_HALF * run, _style(last)))
    return segments


@lru_cache(maxsize=16384)
def _style(colours: bytes) -> Style:
    red, green, blue, red_below, green_below, blue_below = colours
    return Style(color=Color.from_rgb(red, green, blue), bgcolor=Color.from_rgb(red_below, green_below, blue_below))
