"""A headline as three rows of cells: its title in up to two, then source, age, length, marks (pure)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from rich.segment import Segment
from rich.style import Style

from newsreader.model import Headline
from newsreader.model.light import Stretch, lit
from newsreader.model.search import Term
from newsreader.tui.widgets.balance import balanced_width
from newsreader.tui.widgets.bidi import is_rtl
from newsreader.tui.widgets.cells import cell_len, drawn_line, fit, wrap
from newsreader.tui.widgets.laid import laid
from newsreader.tui.widgets.lines import Line
from newsreader.tui.widgets.times import age

ROWS = 3
"""Rows of a headline, whatever its length: a list of equal rows is found by arithmetic."""
EDGE = 3
"""Cells before the title: the cursor's bar, the dot, a space."""
END = 2
"""Cells after it: the scroll bar is drawn over the last one, and a free one before it."""
BEFORE_MARK = 2
"""Cells between what is said of a headline and the mark of a bookmark."""
LEAST_SOURCE = 20
"""Cells of a source's name that are worth more than how long a text is, and how many others tell the same."""

Row = tuple[int, str]
"""A row of a title: the place in it where the row starts, and its text."""


@dataclass(frozen=True)
class RowInk:
    """The styles of one headline: of its title, what is lit in it, what is muted, dot, star, bar, ground."""

    title: Style
    lit: Style
    meta: Style
    dot: Style
    star: Style
    bar: Style
    base: Style


def headline_rows(
    headline: Headline,
    width: int,
    now: datetime,
    ink: RowInk,
    *,
    cursor: bool,
    terms: Sequence[Term] = (),
    reorder: bool = False,
) -> list[list[Segment]]:
    """Return the rows of ``headline`` in ``width`` cells; they may be shorter than that.

    ``terms`` of a search, folded, are lit in the title. One that runs from right to left stands on the right, with
    ``reorder`` in the order it is seen.
    """
    room = max(2, width - EDGE - END)
    title = drawn_line(headline.title)
    found = lit(title, terms) if terms else []
    rtl = is_rtl(title)
    texts = [
        _at_its_side(laid(Line(rtl=rtl), _lit_row(row, found, ink), reorder=reorder), room if rtl else 0, ink)
        for row in title_rows(title, room)
    ]
    texts.append([Segment(*run) for run in laid(Line(), _about(headline, room, now, ink), reorder=reorder)])
    texts += [[] for _ in range(ROWS - len(texts))]
    bar = Segment("▌" if cursor else " ", ink.bar)
    dot = Segment(" " if headline.read else "●", ink.dot)
    rows = []
    for number, text in enumerate(texts):
        rows.append([bar, Segment(" ", ink.base) if number else dot, Segment(" ", ink.base), *text])
    return rows


def kept_mark(headline: Headline) -> str:
    """Return the mark of a bookmark: what of it is on this disk; empty for none."""
    if not headline.bookmarked:
        return ""
    if headline.complete is not False:
        return "★ ✓"
    saved, total = headline.images or (0, 0)
    return f"★ {saved}/{total}" if saved < total else "★ …"


def percent(share: float) -> str:
    """Return a share of a text, 0 to 1, as it is shown; what is begun and not done is 1 to 99."""
    return f"{min(99, max(1, round(share * 100)))} %"


def title_rows(title: str, width: int) -> list[Row]:
    """Return ``title`` in one or two rows of at most ``width`` cells, with an ellipsis where it goes on.

    Two rows are about as long as each other: no word stands alone on the second.
    """
    lines = list(wrap(title, width))
    if len(lines) == 2:
        lines = list(wrap(title, balanced_width(title, width)))
    rows = [(start, title[start:end]) for start, end in lines[:2]]
    if len(lines) > 2:
        start = rows[1][0]
        rows[1] = (start, fit(title[start:], width))
    return rows


def _at_its_side(runs: Sequence[tuple[str, Style]], width: int, ink: RowInk) -> list[Segment]:
    """Return the text of a row, moved to the right end of ``width`` cells."""
    free = width - sum(cell_len(text) for text, _ in runs)
    return [*([Segment(" " * free, ink.base)] if free > 0 else []), *(Segment(*run) for run in runs)]


def _lit_row(row: Row, found: Sequence[Stretch], ink: RowInk) -> list[tuple[str, Style]]:
    start, text = row
    at = 0
    runs: list[tuple[str, Style]] = []
    for first, last in found:
        begins, ends = max(at, first - start), min(len(text), last - start)
        if begins < ends:
            runs += [(text[at:begins], ink.title), (text[begins:ends], ink.lit)]
            at = ends
    return [*runs, (text[at:], ink.title)]


def _about(headline: Headline, width: int, now: datetime, ink: RowInk) -> list[tuple[str, Style]]:
    source = drawn_line(headline.source)
    mark = kept_mark(headline)
    room = width - (cell_len(mark) + BEFORE_MARK if mark else 0)
    rest = f" · {age(headline.published, now)}" + (f" · {percent(headline.position)}" if headline.position else "")
    for more in _less_needed(headline):
        if min(cell_len(source), LEAST_SOURCE) + cell_len(rest + more) <= room:
            rest += more
    source = fit(source, max(4, room - cell_len(rest)))
    text = fit(source + rest, room)
    for number, tag in enumerate(headline.tags):
        more = f"{'' if number else ' '} #{drawn_line(tag)}"
        if cell_len(text + more) > room:
            break
        text += more
    if not mark:
        return [(text, ink.meta)]
    return [(text + " " * BEFORE_MARK, ink.meta), (mark, ink.star)]


def _less_needed(headline: Headline) -> Iterator[str]:
    """Yield what gives way to the name of the source where there is little room."""
    if headline.minutes and not headline.position:
        yield f" · {headline.minutes} min"
    if headline.tellings:
        yield f" · +{headline.tellings}"
