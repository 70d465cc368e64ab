"""The terminal app: one reading screen, its themes, and the keys as the reader mapped them."""

import gc
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from pathlib import PurePath
from typing import ClassVar

from textual import events, on
from textual.driver import Driver
from textual.filter import LineFilter
from textual.screen import Screen
from textual.scrollbar import ScrollBar
from textual.widgets import Input

from newsreader.config import OwnCommand
from newsreader.config.theme_files import Themes
from newsreader.model import Article, Drawing
from newsreader.tui.abilities import Abilities
from newsreader.tui.asked import News
from newsreader.tui.commands import BY_ID, OWN, Room, bindings
from newsreader.tui.in_order import KeysInOrder
from newsreader.tui.keymap import in_keys, reader_keymap
from newsreader.tui.options import Options, open_nothing, plain_markdown
from newsreader.tui.screens.on_disk import GROUP as MARKS
from newsreader.tui.screens.reading import ReadingScreen
from newsreader.tui.screens.telling import tell, told
from newsreader.tui.signals import leave_when_told
from newsreader.tui.terminal.driver import AskingDriver, TerminalAnswered, driver_for
from newsreader.tui.terminal.filters import line_filters
from newsreader.tui.themes import own_variables
from newsreader.tui.typesetter import Typesetter
from newsreader.tui.wardrobe import Wardrobe
from newsreader.tui.widgets.article_view import ArticleView
from newsreader.tui.widgets.source_list import SourceList
from newsreader.tui.widgets.thin_bar import ThinBar

SETTLES = (0.5, 5.0, 20.0)
"""Seconds after which the first paint is done, the first requests, and all that follows them."""
TURN = 0.0002
"""Seconds a thread computes until another has its turn; Python's own 5 ms hold up what is painted."""


class NewsreaderApp(KeysInOrder):
    """The newspaper in a terminal; all it knows of the world is a newsroom and plain options."""

    TITLE = "newsreader"
    CSS_PATH: ClassVar[list[str | PurePath] | str | PurePath | None] = ["app.tcss", "screens/reading.tcss"]
    BINDINGS = bindings(Room.APP)
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        newsroom: News,
        *,
        now: Callable[[], datetime],
        theme: str = "auto",
        themes: Themes | None = None,
        motion: bool = True,
        width: int = 72,
        images: bool = True,
        drawing: Drawing | None = None,
        in_tmux: bool = False,
        keys: Mapping[str, str] | None = None,
        key_place: Callable[[str], str] = in_keys,
        complaints: Sequence[str] = (),
        own: Sequence[OwnCommand] = (),
        opener: Callable[[str], None] = open_nothing,
        as_markdown: Callable[[Article], str] = plain_markdown,
        opening: Callable[[], Awaitable[None]] | None = None,
        start_refresh: bool = True,
        prefetch: bool = True,
        typesetter: Typesetter | None = None,
    ) -> None:
        """Put the app together; ``options.Options`` says what each option means.

        ``key_place`` tells where the keys of a command are set, ``complaints`` what else is wrong there.
        """
        super().__init__()
        ScrollBar.renderer = ThinBar  # the way Textual gives to draw them otherwise
        self._newsroom = newsroom
        commands, self._accepted, wrong = reader_keymap(keys or {}, own, key_place)
        self._options = Options(
            now=now,
            width=width,
            images=images and not self.no_color and self.console.color_system != "standard",
            drawing=drawing,
            in_tmux=in_tmux,
            opener=opener,
            as_markdown=as_markdown,
            opening=opening,
            start_refresh=start_refresh,
            prefetch=prefetch,
            typesetter=typesetter or Typesetter(),
            send=self._send,
            own_themes=lambda: self.wardrobe.own_names,
            try_theme=self._try_theme,
            own=own,
            commands=commands,
        )
        self._complaints = (*complaints, *wrong)
        self.abilities = Abilities()
        if not motion:
            self.animation_level = "none"
        self.wardrobe = Wardrobe(self, themes or Themes(), theme)
        self._own_filters = line_filters(no_color=self.no_color)
        self._styled_with = self.current_theme
        self.stylesheet.set_variables(self.get_css_variables())

    def get_driver_class(self) -> type[Driver]:
        """Return the driver that asks the terminal what it can do."""
        return driver_for(super().get_driver_class())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return what our styles need of any theme."""
        return own_variables(self.current_theme)

    def refresh_css(self, animate: bool = True) -> None:
        """Read the styles again when there is another theme.

        Textual does so for every theme that is set, the one of the start too: three times before the first paint.
        """
        if self.current_theme != self._styled_with:
            self._styled_with = self.current_theme
            super().refresh_css(animate)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what every line passes before it is drawn, so that a poor terminal can draw it."""
        return (*(() if self.no_color else super().get_line_filters()), *self._own_filters)

    def get_default_screen(self) -> Screen[None]:
        """Return the reading screen."""
        return ReadingScreen(self._newsroom, self._options, self._accepted)

    def on_mount(self) -> None:
        """Choose the theme, take the reader's keys, and say what is wrong with them."""
        leave_when_told(lambda: self.run_worker(self.action_quit(), group="quit"))
        self.app_resume_signal.subscribe(self, lambda _: self.screen.refresh(layout=True))
        self.set_keymap(self._accepted)
        for command in self._options.commands:
            if command.group == OWN and command.id in self._accepted:
                self.bind(self._accepted[command.id], f"screen.{command.action}", show=False)
        if isinstance(self._driver, AskingDriver):  # it may have answered already: the first paint is right
            self.on_terminal_answered(TerminalAnswered(self._driver.abilities))

    def _complain(self) -> None:
        """Say what is wrong in the settings; the first paint need not wait for that."""
        wrong = (*self._complaints, self._options.typesetter.complaint, *self.wardrobe.take_complaints())
        if complaints := list(filter(None, wrong)):
            tell(self, "\n".join(complaints), failed=True)

    def on_resize(self) -> None:
        """Have the cells measured again."""
        if isinstance(self._driver, AskingDriver):
            self._driver.measure()

    def on_terminal_answered(self, event: TerminalAnswered) -> None:
        """Take in what the terminal can do."""
        if event.abilities != self.abilities:
            self.abilities = event.abilities
            with told(self):
                self.wardrobe.ground(event.abilities.background)
            if isinstance(screen := self.screen_stack[0], ReadingScreen):
                screen.terminal_answered(event.abilities)

    def on_ready(self) -> None:
        """Say what is wrong in the settings, and keep the garbage collector from looking through the program.

        It does so every few keys, for 45 ms; what was loaded for the first paint and the first requests stays.
        From here on threads take short turns, too.
        """
        gc.enable()
        self.call_after_refresh(self._complain)
        if not self.is_headless:
            sys.setswitchinterval(TURN)
            for seconds in SETTLES:
                self.set_timer(seconds, gc.freeze)

    def _try_theme(self, name: str) -> None:
        self.wardrobe.try_on(name)

    def _send(self, data: str) -> None:
        if self._driver is not None:
            self._driver.write(data)

    @on(events.DescendantFocus)
    def keep_still(self, event: events.DescendantFocus) -> None:
        """Let no cursor blink where nothing is to move by itself."""
        if isinstance(event.widget, Input):
            event.widget.cursor_blink = self.animation_level != "none"

    def before_command(self) -> None:
        """Put the welcome away, and words of the key before: whoever presses a key has read them."""
        if isinstance(self.screen, ReadingScreen):
            self.screen.make_way()

    def action_help(self) -> None:
        """Show the keys."""
        from newsreader.tui.screens.help import Help

        firsts = ((ArticleView, "article.down"), (SourceList, "source.next"))
        first = next((id_ for pane, id_ in firsts if isinstance(self.focused, pane)), "headline.next")
        self.push_screen(Help(self._accepted, BY_ID[first].group, self._options.commands))

    def action_theme(self, name: str) -> None:
        """Show the page in another theme, until the program ends: what is kept stands in the settings."""
        with told(self):
            if self.wardrobe.choose(name):
                tell(self, f'Until you quit; theme = "{name}" in the settings keeps it')
            else:
                tell(self, f"There is no theme “{name}”", failed=True)
        for complaint in self.wardrobe.take_complaints():
            tell(self, complaint, failed=True)

    async def action_quit(self) -> None:
        """Leave, once everything the reader did is on disk."""
        for screen in self.screen_stack:
            if isinstance(screen, ReadingScreen):
                screen.put_down()
        marks = [worker for worker in self.workers if worker.group == MARKS]
        if marks:
            await self.workers.wait_for_complete(marks)
        self.exit()
