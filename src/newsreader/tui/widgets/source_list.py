"""The sources pane: a list of views, folders and sources to choose from."""

from typing import ClassVar

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from newsreader.model import HeadlineQuery
from newsreader.tui.commands import Room, bindings
from newsreader.tui.widgets.line_pane import LinePane
from newsreader.tui.widgets.source_rows import SourceInk, SourceRow, row_segments
from newsreader.tui.widgets.twice import Twice

PARTS = ("title", "read", "here", "count", "error", "bar", "cursor")


class SourceList(LinePane, can_focus=True, inherit_bindings=False):
    """Shows rows to go through; what they are about it does not know."""

    ALLOW_SELECT = False
    BINDINGS = bindings(Room.SOURCES)
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"source--{part}" for part in PARTS}

    cursor: var[int] = var(0, init=False)
    """The row that the reader is at."""
    here: var[HeadlineQuery | None] = var(HeadlineQuery(), init=False)
    """What is listed beside it now."""

    class Chosen(Message):
        """The reader wants to see what a row shows."""

        def __init__(self, row: SourceRow) -> None:
            self.row = row
            super().__init__()

    class Moved(Message):
        """The cursor stands on a row."""

        def __init__(self, row: SourceRow) -> None:
            self.row = row
            super().__init__()

    def __init__(self) -> None:
        super().__init__()
        self._twice = Twice()
        self.rows: tuple[SourceRow, ...] = ()

    @property
    def current(self) -> SourceRow | None:
        """The row at the cursor, or None while there are none."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def show_rows(self, rows: tuple[SourceRow, ...]) -> None:
        """Show other rows, the cursor on the one that shows the same as before."""
        before = self.current.shows if self.current else self.here
        at = next((n for n, row in enumerate(rows) if not row.gap and row.shows == before), None)
        self.rows = rows
        self.set_line_count(len(rows))
        self.set_reactive(SourceList.cursor, min(self.cursor, max(0, len(rows) - 1)) if at is None else at)
        self.refresh()

    def to_here(self) -> None:
        """Put the cursor on what is listed now."""
        self.cursor = next((n for n, row in enumerate(self.rows) if row.shows == self.here and not row.gap), 0)

    def watch_here(self) -> None:
        """Mark another row."""
        self.refresh()

    def watch_cursor(self, before: int, after: int) -> None:
        """Draw the two rows, keep the cursor in view, and tell where it is."""
        self._twice.forget()
        for row in (before, after):
            self.refresh_lines(row, 1)
        self._show_cursor()
        if self.current is not None:
            self.post_message(self.Moved(self.current))

    def action_cursor(self, step: int) -> None:
        """Go to the next row, or the one before."""
        self._go(self.cursor + step, step)

    def action_screenful(self, step: int) -> None:
        """Go a screenful on, or back."""
        self._go(self.cursor + step * max(1, self.size.height - 1), step)

    def action_first(self) -> None:
        """Go to the first row."""
        self._go(0, 1)

    def action_top(self) -> None:
        """Go to the first row when pressed twice."""
        if self._twice.press():
            self._go(0, 1)

    def action_last(self) -> None:
        """Go to the last row."""
        self._go(len(self.rows) - 1, -1)

    def action_open(self) -> None:
        """Show what the row at the cursor is about."""
        if self.current is not None:
            self.post_message(self.Chosen(self.current))

    def on_click(self, event: events.Click) -> None:
        """Choose the row that is clicked on."""
        index = self.scroll_offset.y + event.y
        if index < len(self.rows) and not self.rows[index].gap:
            self.cursor = index
            self.action_open()

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self._show_cursor()

    def render_line(self, y: int) -> Strip:
        """Draw a row."""
        width, index = self.size.width, self.scroll_offset.y + y
        if index >= len(self.rows) or self.rows[index].gap:
            return Strip.blank(width, self.rich_style)
        row, cursor = self.rows[index], index == self.cursor
        segments = row_segments(row, width, self._ink(row, cursor=cursor), "▌" if cursor else " ")
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def _ink(self, row: SourceRow, *, cursor: bool) -> SourceInk:
        ground = self.get_component_rich_style("source--cursor") if cursor else self.rich_style
        name = "here" if row.shows == self.here else "title" if row.count or not row.is_source else "read"
        title, count, error, bar = (
            ground + self.get_component_rich_style(f"source--{part}", partial=True)
            for part in (name, "count", "error", "bar")
        )
        return SourceInk(ground, title, count, error, bar)

    def _go(self, index: int, step: int) -> None:
        """Put the cursor on a row, or on the nearest there is; over an empty one go on the same way."""
        index = max(0, min(len(self.rows) - 1, index))
        if self.rows and self.rows[index].gap:
            index += 1 if step > 0 else -1
        self.cursor = index

    def _show_cursor(self) -> None:
        region = Region(0, self.cursor, self.size.width, 1)
        self.scroll_to_region(region, animate=False, force=True, immediate=True)
