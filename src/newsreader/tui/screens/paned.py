"""A screen of panes: laid out for its size, and what the mouse and the sources pane ask of it."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from newsreader.tui.screens.at_once import AtOnce
from newsreader.tui.screens.parts import Parts
from newsreader.tui.widgets.hair import Hair
from newsreader.tui.widgets.headline_list import HeadlineList
from newsreader.tui.widgets.key_bar import KeyBar
from newsreader.tui.widgets.masthead import Masthead
from newsreader.tui.widgets.news_above import NewsAbove
from newsreader.tui.widgets.source_list import SourceList

TOO_SMALL = "Too small to read in"
"""What stands on a screen that has no room for a line of text and what goes with it."""


class PanedScreen(AtOnce):
    """Hands what the panes' widgets say to the parts that answer; a screen that is one of these has them."""

    parts: Parts
    action_do: Callable[[str], None]
    _styled_for: frozenset[str] | None = None

    def update_node_styles(self, animate: bool = True) -> None:
        """Style all that is on the screen; not once more what was made for the very classes it has.

        Textual does that when a screen comes up, and the first paint would wait for it.
        """
        styled_for, self._styled_for = self._styled_for, None
        if styled_for != self.classes:
            super().update_node_styles(animate)

    def compose_panes(self) -> ComposeResult:
        """Lay out the panes side by side, hair lines between them, and what covers them where there is no room."""
        self.parts.sizes.start()
        self._styled_for = self.classes
        with Horizontal(id="panes"):
            with Vertical(id="source-pane"):
                yield self.parts.sources
            yield Hair(id="source-hair")
            with Vertical(id="list-pane"):
                yield NewsAbove(self.parts.panes.named("{headline.top}"))
                yield self.parts.headlines
            yield Hair(id="list-hair")
            with Vertical(id="article-pane"):
                yield self.parts.article
        yield Static(TOO_SMALL, id="too-small", markup=False)

    @on(SourceList.Chosen)
    def source_chosen(self, event: SourceList.Chosen) -> None:
        """List its headlines."""
        self.parts.source_pane.choose(event.row, self.parts.going.go_to)

    @on(SourceList.Moved)
    def source_looked_at(self, event: SourceList.Moved) -> None:
        """Say what is wrong with it."""
        self.parts.source_pane.tell(event.row)

    @on(Hair.Dragged)
    def hair_dragged(self, event: Hair.Dragged) -> None:
        """Have the panes as the mouse wants them."""
        self.parts.sizes.drag((event.hair.id or "").removesuffix("-hair"), event.column, done=event.done)

    @on(HeadlineList.NewsAbove)
    def news_came(self, event: HeadlineList.NewsAbove) -> None:
        """Say how much has come above what is in view."""
        self.query_one(NewsAbove).many = event.many

    @on(NewsAbove.Wanted)
    def news_wanted(self) -> None:
        """Show what is new."""
        self.parts.headlines.action_first()

    @on(KeyBar.Clicked)
    def hint_clicked(self, event: KeyBar.Clicked) -> None:
        """Do what the key would do."""
        self.parts.panes.press(event.key, event.part)

    @on(Masthead.StateClicked)
    def state_clicked(self) -> None:
        """Look for news."""
        self.parts.deeds["refresh.all"]()

    @on(Masthead.WeatherClicked)
    def weather_clicked(self) -> None:
        """Open the weather card."""
        self.action_do("weather")

    def on_resize(self) -> None:
        """Share out the screen anew."""
        self.parts.sizes.lay_out()
