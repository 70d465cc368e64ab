"""The weather card over the page: now and to come, and from place to place."""

from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import suppress
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from newsreader.model import NewsreaderError
from newsreader.tui.asked import WeatherNews
from newsreader.tui.commands import Room, bindings
from newsreader.tui.hints import WEATHER, footer_keys
from newsreader.tui.key_words import named
from newsreader.tui.screens.place_search import PlaceSearch
from newsreader.tui.widgets.cells import drawn_line
from newsreader.tui.widgets.weather_lines import Part, Parts, weather_lines

ROOM = 2
"""Cells beside the lines: the scroll bar, and one that parts it from them."""
BESIDE = 5
"""Rows of the screen that the lines cannot have: the edges of the card, and its keys."""
A_MINUTE = 60.0
"""Seconds from one look at what is known to the next."""
NO_PLACE = "Where you are is not known. Press {place.find} and type the name of your town, or its coordinates."

STYLES = {
    "title": "bold $foreground",
    "strong": "bold $primary",
    "text": "$foreground",
    "quiet": "$text-quiet",
    "chart": "$primary",
    "night": "$secondary",
    "ground": "$hair",
    "failed": "$error",
}


class WeatherScreen(ModalScreen[None]):
    """Shows the weather card; ``changed`` is called when the header bar is another one."""

    CSS_PATH = "weather.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Room.WEATHER),
        Binding("q", "leave", show=False),
        Binding("j,down,space,pagedown", "scroll(1)", show=False),
        Binding("k,up,pageup", "scroll(-1)", show=False),
    ]
    AUTO_FOCUS = "#weather-scroll"

    def __init__(
        self,
        desk: WeatherNews,
        *,
        opener: Callable[[str], None],
        changed: Callable[[], None],
        keymap: Mapping[str, str],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._keymap = keymap
        self._opener = opener
        self._changed = changed
        self._card = desk.last_card()
        self._search = PlaceSearch(desk.find_places)

    def compose(self) -> ComposeResult:
        """Lay out the card: the search, what it says, and a line of keys."""
        with Vertical(id="weather-card"):
            yield self._search
            with VerticalScroll(id="weather-scroll"):
                yield Static(id="weather-text", markup=False)
            yield Static(id="weather-line", markup=False)

    def on_mount(self) -> None:
        """Show what is known, ask for what is not, and keep it right for as long as it is looked at."""
        self._show()
        self._ask()
        self.set_interval(A_MINUTE, self._ask)

    def on_resize(self) -> None:
        """Draw the card for the room there is."""
        self.call_after_refresh(self._show)

    # Keys

    def action_scroll(self, step: int) -> None:
        """Scroll by half a screenful."""
        card = self.query_one("#weather-scroll")
        card.scroll_relative(y=step * max(1, card.size.height // 2), animate=False)

    def action_step_place(self, step: int) -> None:
        """Show the next place, or the one before."""
        self._do(lambda: self._desk.step_place(step))

    def action_remove_place(self) -> None:
        """Take the place that is shown away."""
        if self._card.place and not self._card.guessed:
            self._do(self._desk.remove_place)

    def action_find_place(self) -> None:
        """Look for a place by name."""
        self.add_class("-searching")
        self._search.open()

    def action_open_credit(self) -> None:
        """Open the page of who told the weather."""
        if self._card.credit_url:
            self.run_worker(lambda: self._opener(self._card.credit_url), thread=True, exit_on_error=False)

    def action_leave(self) -> None:
        """Leave the search, then the card."""
        if self._search.is_open:
            self._leave_search()
        else:
            self.dismiss(None)

    # What comes back

    @on(PlaceSearch.Chosen)
    def place_chosen(self, event: PlaceSearch.Chosen) -> None:
        """Add the place and show it."""
        self._leave_search()
        self._do(lambda: self._desk.add_place(event.place))

    def _leave_search(self) -> None:
        self._search.close()
        self.remove_class("-searching")
        self.query_one("#weather-scroll").focus()

    def _do(self, change: Callable[[], Awaitable[None]]) -> None:
        self.app.run_worker(self._change(change), group="place")  # begun is done, also when the card is left

    async def _change(self, change: Callable[[], Awaitable[None]]) -> None:
        try:
            await change()
        except NewsreaderError as error:
            self._fail(error)
            return
        self._take()
        self._ask()

    def _ask(self) -> None:
        self.app.run_worker(self._fetch(), group="weather")  # whoever leaves the card still wants to know

    async def _fetch(self) -> None:
        if self.app.app_focus:
            with suppress(NewsreaderError):  # the card says how old it is
                await self._desk.card()
        self._take()

    def _take(self) -> None:
        self._card = self._desk.last_card()
        self._changed()
        if self.is_attached:
            self._show()

    def _show(self) -> None:
        text = self.query_one("#weather-text", Static)
        width = max(20, self.query_one("#weather-card").size.width - ROOM)
        lines = weather_lines(self._card, width) if self._card.place else [[Part(named(NO_PLACE, self._keymap))]]
        text.update(content_of(lines))
        self.query_one("#weather-scroll").styles.max_height = max(3, self.size.height - BESIDE)
        self._name_keys()

    def _name_keys(self) -> None:
        line = self.query_one("#weather-line", Static)
        line.remove_class("-failed")
        line.update(Content("   ").join(self._hints()))

    def _hints(self) -> Iterator[Content]:
        find, step, remove, leave = WEATHER
        several, set_here = len(self._card.others) > 1, bool(self._card.place) and not self._card.guessed
        hints = [find, *[step] * several, *[remove] * set_here, leave]
        for keys, words in footer_keys(hints, self._keymap):
            yield Content.styled(keys, "bold $primary") + Content(f" {words}")

    def _fail(self, error: NewsreaderError) -> None:
        if not self.is_attached:
            return
        line = self.query_one("#weather-line", Static)
        line.add_class("-failed")
        line.update(Content(drawn_line(str(error), 240)))


def content_of(lines: list[Parts]) -> Content:
    """Return lines as content in the styles of the theme."""
    return Content("\n").join(
        Content("").join(Content.styled(text, STYLES[look]) for text, look in line) for line in lines
    )
