"""Adding a source: an address, and a line that says how it goes."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from newsreader.model import NewsreaderError, Subscription
from newsreader.tui.asked import News
from newsreader.tui.widgets.cells import drawn_text
from newsreader.tui.widgets.typed_line import TypedLine

ASKING = (
    "Type the address of a site that you read, or of a feed; a site's feed is found. Enter adds it, Esc leaves.\n"
    "A list from another reader comes with: newsreader import FILE.opml"
)


LONGEST = 400
"""Characters of the line at most."""


class AddSource(ModalScreen[Subscription | None]):
    """Asks for an address and subscribes to it; its result is the new subscription, or None."""

    CSS_PATH = "add_source.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "leave", show=False)]
    AUTO_FOCUS = "Input"

    def __init__(self, news: News) -> None:
        super().__init__()
        self._news = news

    def compose(self) -> ComposeResult:
        """Lay out the question, the input and the line below."""
        with Vertical(id="add-card"):
            yield Static("Add a source", id="add-title", markup=False)
            yield TypedLine(id="add-address", placeholder="news.example.org", compact=True)
            yield Static(ASKING, id="add-line", markup=False)

    @on(Input.Submitted)
    def add(self, event: Input.Submitted) -> None:
        """Subscribe to what was typed."""
        event.stop()
        address = event.value.strip()
        if address:
            self._say(f"Looking at {address} …")
            self.run_worker(self._add(address), group="add", exclusive=True)

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """Take back what was said about another address."""
        event.stop()
        if self.query_one("#add-line").has_class("-failed"):
            self._say(ASKING)

    def action_leave(self) -> None:
        """Add nothing; a search that is under way ends with the screen."""
        self.dismiss(None)

    async def _add(self, address: str) -> None:
        try:
            added = await self._news.add(address)
        except NewsreaderError as error:
            self._say(str(error), failed=True)
            return
        self.dismiss(added)

    def _say(self, words: str, *, failed: bool = False) -> None:
        line = self.query_one("#add-line", Static)
        line.set_class(failed, "-failed")
        line.update(drawn_text(words)[:LONGEST])
