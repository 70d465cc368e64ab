"""The rows of the sources pane: views, folders and sources, each with what is unread in it (pure)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.segment import Segment
from rich.style import Style

from newsreader.model import HeadlineQuery, Subscription, View
from newsreader.tui.widgets.cells import cell_len, drawn_line, fit

EDGE = 2
"""Cells before a title: the cursor's bar and a space."""
END = 2
"""Cells after the count: the scroll bar is drawn over the last one."""
INDENT = 2
"""Cells by which the sources of a folder stand in."""
FAILED = "!"
"""The mark of a source whose last check failed."""

VIEWS = (
    (HeadlineQuery(), "All headlines"),
    (HeadlineQuery(View.UNREAD), "Unread"),
    (HeadlineQuery(View.BOOKMARKS), "Kept"),
    (HeadlineQuery(View.CONTINUE), "Begun"),
    (HeadlineQuery(View.HISTORY), "Read"),
    (None, "Today’s edition"),
)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row.

    Attributes:
        shows: what the reader gets to see for it; None for today's edition.
        count: shown at its end when it is not 0; of what is unread, or kept.
        error: why the source could not be had, or empty.
        gap: True for an empty row, on which the cursor does not stand.
    """

    shows: HeadlineQuery | None
    title: str = ""
    count: int = 0
    indent: int = 0
    error: str = ""
    gap: bool = False

    @property
    def is_source(self) -> bool:
        """True for the row of a source."""
        return self.shows is not None and self.shows.source_id is not None


GAP = SourceRow(HeadlineQuery(), gap=True)


@dataclass(frozen=True, slots=True)
class SourceInk:
    """The styles of a row: of its ground, its title, its count, its error mark and the cursor's bar."""

    base: Style
    title: Style
    count: Style
    error: Style
    bar: Style


def source_rows(sources: Sequence[Subscription], kept: int) -> tuple[SourceRow, ...]:
    """Return all rows: the views, then the sources as they are given, by folder; ``kept`` is how much is kept."""
    unread = sum(source.unread for source in sources)
    counts = {View.UNREAD: unread, View.BOOKMARKS: kept}
    views = [SourceRow(query, title, counts.get(query.view, 0) if query else 0) for query, title in VIEWS]
    return (*views, *_shelves(sources))


def _shelves(sources: Sequence[Subscription]) -> Iterator[SourceRow]:
    for folder, group in groupby(sources, key=lambda source: source.folder):
        inside = list(group)
        yield GAP
        if folder:
            unread = sum(source.unread for source in inside)
            yield SourceRow(HeadlineQuery(folder=folder), folder, unread)
        for source in inside:
            query = HeadlineQuery(source_id=source.id)
            yield SourceRow(query, source.title, source.unread, INDENT if folder else 0, source.error)


def row_segments(row: SourceRow, width: int, ink: SourceInk, bar: str) -> list[Segment]:
    """Return a row as segments that take ``width`` cells; ``bar`` is what stands at its left edge."""
    count = str(row.count) if row.count else ""
    mark = FAILED if row.error else ""
    end = " ".join(filter(None, (mark, count)))
    room = max(1, width - EDGE - row.indent - END - (cell_len(end) + 1 if end else 0))
    title = fit(drawn_line(row.title), room)
    gap = max(0, width - EDGE - row.indent - END - cell_len(title) - cell_len(end))
    return [
        Segment(bar, ink.bar),
        Segment(" " * (EDGE - 1 + row.indent), ink.base),
        Segment(title, ink.title),
        Segment(" " * gap, ink.base),
        Segment(mark, ink.error),
        Segment(end.removeprefix(mark), ink.count),
        Segment(" " * END, ink.base),
    ]
