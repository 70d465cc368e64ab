"""The line over the headlines: it says how many came in above what is in view, and is empty otherwise."""

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from newsreader.tui.widgets.cells import fit
from newsreader.tui.widgets.headline_rows import EDGE


class NewsAbove(Widget):
    """One quiet line; ``keys`` are those that lead to what is new, as they are written."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"news-above--words"}

    many: reactive[int] = reactive(0)

    class Wanted(Message):
        """The reader clicked on the line, to see what is new."""

    def __init__(self, keys: str) -> None:
        super().__init__()
        self._keys = keys

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        del y
        words = fit(f"↑ {self.many} new · {self._keys} shows them", self.size.width - EDGE) if self.many else ""
        style = self.get_component_rich_style("news-above--words")
        strip = Strip([Segment(" " * EDGE, style), Segment(words, style)])
        return strip.adjust_cell_length(self.size.width, self.rich_style)

    def on_click(self, event: events.Click) -> None:
        """Tell that the reader wants to see them."""
        event.stop()
        if self.many:
            self.post_message(self.Wanted())
