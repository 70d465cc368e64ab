"""The hair line between two panes: it says which side has the keys, and the mouse moves it."""

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

THIN, HEAVY = "│", "┃"


class Hair(Widget):
    """A line one cell wide; heavy when the pane on its right has the keys."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"hair--lit", "hair--quiet"}

    lit: reactive[bool] = reactive(default=False)

    class Dragged(Message):
        """The reader drags the line to a column of the screen, counted from 0."""

        def __init__(self, hair: "Hair", column: int, *, done: bool) -> None:
            self.hair = hair
            self.column = column
            self.done = done
            super().__init__()

    def render_line(self, y: int) -> Strip:
        """Draw a cell of the line; the row above the panes' text stays free."""
        del y
        style = self.get_component_rich_style("hair--lit" if self.lit else "hair--quiet")
        return Strip([Segment(HEAVY if self.lit else THIN, style)])

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the line."""
        self.capture_mouse()
        event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag it along; one that was let go of before it was taken hold of stays."""
        if self.app.mouse_captured is self and not event.button:
            self.release_mouse()
        elif self.app.mouse_captured is self:
            self.post_message(self.Dragged(self, event.screen_offset.x, done=False))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go of it."""
        if self.app.mouse_captured is self:
            self.release_mouse()
            self.post_message(self.Dragged(self, event.screen_offset.x, done=True))
