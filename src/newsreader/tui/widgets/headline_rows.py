"""A headline as three rows of cells: its title in up to two, then source, age and minutes (pure)."""

from dataclasses import dataclass
from datetime import datetime

from rich.segment import Segment
from rich.style import Style

from newsreader.model import Headline
from newsreader.tui.widgets.cells import cell_len, drawn_line, fit, wrap
from newsreader.tui.widgets.times import age

ROWS = 3
"""Rows of a headline, whatever its length: a list of equal rows is found by arithmetic."""
EDGE = 3
"""Cells before the title: the cursor's bar, the dot, a space."""
END = 2
"""Cells after it: the scroll bar is drawn over the last one, and a free one before it."""


@dataclass(frozen=True)
class RowInk:
    """The styles of one headline: of its title, what is muted, the dot, the star, the bar, the ground."""

    title: Style
    meta: Style
    dot: Style
    star: Style
    bar: Style
    base: Style


def headline_rows(
    headline: Headline, width: int, now: datetime, ink: RowInk, *, cursor: bool
) -> list[list[Segment]]:
    """Return the rows of ``headline`` in ``width`` cells; they may be shorter than that."""
    room = max(2, width - EDGE - END)
    titles = title_rows(drawn_line(headline.title), room)
    texts = [[Segment(title, ink.title)] for title in titles] + [_about(headline, room, now, ink)]
    texts += [[] for _ in range(ROWS - len(texts))]
    bar = Segment("▌" if cursor else " ", ink.bar)
    dot = Segment(" " if headline.read else "●", ink.dot)
    rows = []
    for number, text in enumerate(texts):
        rows.append([bar, Segment(" ", ink.base) if number else dot, Segment(" ", ink.base), *text])
    return rows


def star_of(headline: Headline) -> str:
    """Return the mark of a bookmark: hollow while some of it is still to come; empty for none."""
    if not headline.bookmarked:
        return ""
    return "☆" if headline.complete is False else "★"


def title_rows(title: str, width: int) -> list[str]:
    """Return ``title`` in one or two rows of at most ``width`` cells, with an ellipsis where it goes on."""
    lines = list(wrap(title, width))
    first = title[slice(*lines[0])]
    if len(lines) == 1:
        return [first]
    start, end = lines[1]
    second = title[start:end] if len(lines) == 2 else fit(title[start:], width)
    return [first, second]


def _about(headline: Headline, width: int, now: datetime, ink: RowInk) -> list[Segment]:
    rest = f" · {age(headline.published, now)}"
    if headline.minutes:
        rest += f" · {headline.minutes} min"
    star = f"  {star_of(headline)}".rstrip()
    source = fit(drawn_line(headline.source), max(4, width - cell_len(rest) - cell_len(star)))
    segments = [Segment(fit(source + rest, width - cell_len(star)), ink.meta)]
    return [*segments, Segment(star, ink.star)] if star else segments
