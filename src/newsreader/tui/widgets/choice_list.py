"""Names to choose from, one a row; of any number of them only those in view are drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from newsreader.tui.widgets.cells import cell_len, drawn_line, fit
from newsreader.tui.widgets.line_pane import LinePane

EDGE = 2
"""Cells left free at either side."""
BETWEEN = 2
"""Cells at least between a name and what stands at the end of its row."""


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """A row: its name, what stands at its end, and whether it can be chosen now."""

    name: str
    end: str = ""
    open: bool = True


class ChoiceList(LinePane, can_focus=False, inherit_bindings=False):
    """Shows rows with a cursor that others move; the mouse chooses."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"choice--{part}" for part in ("name", "end", "shut", "cursor", "bar")}

    cursor: var[int] = var(0, init=False)
    """The row that is meant."""

    class Pointed(Message):
        """The cursor stands on another row, or on a row of another list."""

    class Chosen(Message):
        """The row at the cursor was clicked."""

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self._rows: tuple[ChoiceRow, ...] = ()

    def show(self, rows: Sequence[ChoiceRow]) -> None:
        """Show other rows, the cursor on the first."""
        self._rows = tuple(rows)
        self.set_line_count(len(self._rows))
        self.set_reactive(ChoiceList.cursor, 0)
        self.scroll_to(y=0, animate=False, force=True)
        self.refresh()
        self.post_message(self.Pointed())

    def move(self, step: int) -> None:
        """Go ``step`` rows on, or back."""
        self.cursor = max(0, min(len(self._rows) - 1, self.cursor + step))

    def watch_cursor(self) -> None:
        """Keep the cursor in view, and tell where it is."""
        region = Region(0, self.cursor, self.size.width, 1)
        self.scroll_to_region(region, animate=False, force=True, immediate=True)
        self.refresh()
        self.post_message(self.Pointed())

    def on_click(self, event: events.Click) -> None:
        """Choose the row that is clicked."""
        if (row := self.scroll_offset.y + event.y) < len(self._rows):
            self.cursor = row
            self.post_message(self.Chosen())

    def render_line(self, y: int) -> Strip:
        """Draw a row: the name on the left, its end on the right, which gives way first."""
        number, width = self.scroll_offset.y + y, self.size.width
        if number >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        row, here = self._rows[number], number == self.cursor
        ground = self.get_component_rich_style("choice--cursor") if here else self.rich_style
        style = {
            part: ground + self.get_component_rich_style(f"choice--{part}", partial=True)
            for part in ("name", "end", "shut", "bar")
        }
        room = width - 2 * EDGE
        name = fit(drawn_line(row.name), room)
        end = fit(drawn_line(row.end), max(0, room - cell_len(name) - BETWEEN))
        segments = [
            Segment(f"{'▌' if here else ' '} ", style["bar"]),
            Segment(name, style["name" if row.open else "shut"]),
            Segment(" " * (room - cell_len(name) - cell_len(end)), ground),
            Segment(end, style["end"]),
        ]
        return Strip(segments).adjust_cell_length(width, ground)
