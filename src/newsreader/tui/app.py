"""The terminal app: one reading screen, its themes, and the keys as the reader mapped them."""

import gc
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from pathlib import PurePath
from typing import ClassVar

from textual.app import App
from textual.filter import LineFilter, NoColor
from textual.screen import Screen
from textual.scrollbar import ScrollBar

from newsreader.model import Article
from newsreader.tui.asked import News
from newsreader.tui.commands import BY_ID, Room, bindings
from newsreader.tui.keymap import checked_keymap
from newsreader.tui.options import Options, open_nothing, plain_markdown
from newsreader.tui.screens.help import Help
from newsreader.tui.screens.marks import GROUP as MARKS
from newsreader.tui.screens.reading import ReadingScreen
from newsreader.tui.screens.telling import tell
from newsreader.tui.signals import leave_when_told
from newsreader.tui.themes import NIGHT, PLAIN, THEMES, own_variables
from newsreader.tui.widgets.article_view import ArticleView
from newsreader.tui.widgets.thin_bar import ThinBar

BREAKPOINTS: list[tuple[int, str]] = [(0, "-narrow"), (80, "-normal"), (120, "-wide")]
"""Columns from which a screen has a class: under 80 there is room for one pane only."""

SETTLES = (0.5, 5.0, 20.0)
"""Seconds after which the first paint is done, the first requests, and all that follows them."""

_NO_COLOR = NoColor()


class NewsreaderApp(App[None]):
    """The newspaper in a terminal; all it knows of the world is a newsroom and plain options."""

    TITLE = "newsreader"
    CSS_PATH: ClassVar[list[str | PurePath] | str | PurePath | None] = ["app.tcss", "screens/reading.tcss"]
    BINDINGS = bindings(Room.APP)
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        newsroom: News,
        *,
        now: Callable[[], datetime],
        theme: str = "auto",
        width: int = 72,
        images: bool = True,
        keys: Mapping[str, str] | None = None,
        opener: Callable[[str], None] = open_nothing,
        as_markdown: Callable[[Article], str] = plain_markdown,
        opening: Callable[[], Awaitable[None]] | None = None,
        start_refresh: bool = True,
        prefetch: bool = True,
    ) -> None:
        """Put the app together; ``options.Options`` says what each option means."""
        super().__init__()
        ScrollBar.renderer = ThinBar  # the way Textual gives to draw them otherwise
        self._newsroom = newsroom
        self._options = Options(
            now=now,
            width=width,
            images=images and not self.no_color,
            opener=opener,
            as_markdown=as_markdown,
            opening=opening,
            start_refresh=start_refresh,
            prefetch=prefetch,
        )
        self._accepted, self._complaints = checked_keymap(keys or {})
        for known in THEMES:
            self.register_theme(known)
        self._theme_wanted = theme
        self.theme = self._theme_for(theme)

    def _theme_for(self, wanted: str) -> str:
        """Return the theme for a setting: ``auto`` is the night page, or the plain one on a plain terminal."""
        if self.no_color or (wanted == "auto" and self.console.color_system not in {"256", "truecolor"}):
            return PLAIN.name
        if wanted == "auto" or wanted not in self.available_themes:
            return NIGHT.name
        return wanted

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return what our styles need of any theme."""
        return own_variables(self.current_theme)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what every line passes before it is drawn; where colours are refused there are none at all."""
        return (_NO_COLOR,) if self.no_color else super().get_line_filters()

    def get_default_screen(self) -> Screen[None]:
        """Return the reading screen."""
        return ReadingScreen(self._newsroom, self._options, self._accepted)

    def on_mount(self) -> None:
        """Choose the theme, take the reader's keys, and say what is wrong with them."""
        leave_when_told(lambda: self.run_worker(self.action_quit(), group="quit"))
        self.app_resume_signal.subscribe(self, lambda _: self.screen.refresh(layout=True))
        self.set_keymap(self._accepted)
        complaints = list(self._complaints)
        if self._theme_wanted != "auto" and self._theme_wanted not in self.available_themes:
            complaints.append(f"There is no theme “{self._theme_wanted}”; this is the night page")
        if complaints:
            tell(self, "\n".join(complaints), failed=True)

    def on_ready(self) -> None:
        """Keep the garbage collector from looking through the program itself again and again.

        It does so every few keys, for 45 ms; what was loaded for the first paint and the first requests stays.
        """
        if not self.is_headless:
            for seconds in SETTLES:
                self.set_timer(seconds, gc.freeze)

    def action_help(self) -> None:
        """Show the keys."""
        reading = BY_ID["article.down" if isinstance(self.focused, ArticleView) else "headline.next"]
        self.push_screen(Help(self._accepted, reading.group))

    def action_theme(self, name: str) -> None:
        """Show the page in another theme."""
        self.theme = name

    async def action_quit(self) -> None:
        """Leave, once everything the reader did is on disk."""
        for screen in self.screen_stack:
            if isinstance(screen, ReadingScreen):
                screen.put_down()
        marks = [worker for worker in self.workers if worker.group == MARKS]
        if marks:
            await self.workers.wait_for_complete(marks)
        self.exit()
