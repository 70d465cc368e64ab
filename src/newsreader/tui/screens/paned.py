"""A screen of panes: laid out for its size, and what the mouse and the sources pane ask of it."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from newsreader.tui.screens.going import Going
from newsreader.tui.screens.panes import Panes
from newsreader.tui.screens.sizes import Sizes
from newsreader.tui.screens.source_pane import SourcePane
from newsreader.tui.widgets.hair import Hair
from newsreader.tui.widgets.headline_list import HeadlineList
from newsreader.tui.widgets.key_bar import KeyBar
from newsreader.tui.widgets.masthead import Masthead
from newsreader.tui.widgets.news_above import NewsAbove
from newsreader.tui.widgets.source_list import SourceList

TOO_SMALL = "Too small to read in"
"""What stands on a screen that has no room for a line of text and what goes with it."""


class PanedScreen(Screen[None]):
    """Hands what the panes' widgets say to the parts that answer; a screen that is one of these has them all."""

    _panes: Panes
    _sizes: Sizes
    _source_pane: SourcePane
    _going: Going
    action_do: Callable[[str], None]

    def compose_panes(self, sources: Widget, headlines: Widget, article: Widget) -> ComposeResult:
        """Lay out the panes side by side, hair lines between them, and what covers them where there is no room."""
        with Horizontal(id="panes"):
            with Vertical(id="source-pane"):
                yield sources
            yield Hair(id="source-hair")
            with Vertical(id="list-pane"):
                yield NewsAbove(self._panes.keys_of("headline.top"))
                yield headlines
            yield Hair(id="list-hair")
            with Vertical(id="article-pane"):
                yield article
        yield Static(TOO_SMALL, id="too-small", markup=False)

    @on(SourceList.Chosen)
    def source_chosen(self, event: SourceList.Chosen) -> None:
        """List its headlines."""
        self._source_pane.choose(event.row, self._going.go_to)

    @on(SourceList.Moved)
    def source_looked_at(self, event: SourceList.Moved) -> None:
        """Say what is wrong with it."""
        self._source_pane.tell(event.row)

    @on(Hair.Dragged)
    def hair_dragged(self, event: Hair.Dragged) -> None:
        """Have the panes as the mouse wants them."""
        self._sizes.drag((event.hair.id or "").removesuffix("-hair"), event.column, done=event.done)

    @on(HeadlineList.NewsAbove)
    def news_came(self, event: HeadlineList.NewsAbove) -> None:
        """Say how much has come above what is in view."""
        self.query_one(NewsAbove).many = event.many

    @on(NewsAbove.Wanted)
    def news_wanted(self) -> None:
        """Show what is new."""
        self.query_one(HeadlineList).action_first()

    @on(KeyBar.Clicked)
    def hint_clicked(self, event: KeyBar.Clicked) -> None:
        """Do what the key would do."""
        self._panes.press(event.key, event.part)

    @on(Masthead.StateClicked)
    def state_clicked(self) -> None:
        """Look for news."""
        self.action_do("refresh.all")

    @on(Masthead.WeatherClicked)
    def weather_clicked(self) -> None:
        """Open the weather card."""
        self.action_do("weather")

    def on_resize(self) -> None:
        """Share out the screen anew."""
        self._sizes.lay_out()
