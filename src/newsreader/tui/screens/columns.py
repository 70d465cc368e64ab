"""How the width of the screen is shared out among the panes (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Breadth(StrEnum):
    """Classes of width; what the reader sets is remembered for each of them."""

    NARROW = "narrow"
    NORMAL = "normal"
    WIDE = "wide"
    BROAD = "broad"


STARTS = {Breadth.NARROW: 0, Breadth.NORMAL: 80, Breadth.WIDE: 120, Breadth.BROAD: 150}
"""Columns from which on a screen is of a class: one pane, two, room for three if asked, three."""

LEAST_SOURCES, LEAST_LIST, LEAST_ARTICLE = 16, 28, 40
"""Cells under which a pane cannot be read; the article's margins are within."""
SOURCES = 28
"""Cells of the sources pane, while the reader has not set them."""
MOST_LIST = 64
"""Cells of the list at most by itself: titles are no easier to read in longer lines."""
SMALLEST = (30, 6)
"""Columns and rows under which there is no room to read."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Cells of the panes; ``sources`` is 0 where it takes none from the others, the article has what is left."""

    sources: int
    list: int


def breadth(width: int) -> Breadth:
    """Return the class of a width in cells."""
    return max((one for one in Breadth if STARTS[one] <= width), key=STARTS.__getitem__, default=Breadth.NARROW)


def has_room(width: int) -> bool:
    """Tell whether the sources may stand beside the list and the article."""
    return width >= STARTS[Breadth.WIDE]


def shared(width: int, wanted: Mapping[str, int], *, sources: bool) -> Columns:
    """Return the cells of each pane, of a screen that has at least two; a hair line stands between each two.

    ``wanted`` is what the reader set, by :func:`name_of`; no pane gets less than its least, whatever was set.
    """
    of = breadth(width)
    first = 0
    if sources:
        most = width - 2 - LEAST_LIST - LEAST_ARTICLE
        first = _within(wanted.get(name_of("source", of), SOURCES), LEAST_SOURCES, most)
    room = width - (first + 1 if first else 0)
    own = min(MOST_LIST, room * 2 // 5)
    return Columns(first, _within(wanted.get(name_of("list", of), own), LEAST_LIST, room - 1 - LEAST_ARTICLE))


def name_of(pane: str, of: Breadth) -> str:
    """Return the name by which the size of a pane is remembered for a class of width."""
    return f"{pane} {of}"


def _within(cells: int, least: int, most: int) -> int:
    return max(least, min(most, cells))
