"""Which theme the page wears: the one the reader chose, else the one that suits the terminal's ground."""

from contextlib import suppress
from typing import Any

from textual.app import App

from newsreader.config.colours import Colour, is_light
from newsreader.config.theme_files import Themes
from newsreader.model import ConfigError
from newsreader.tui.themes import DAY, NIGHT, TERMINAL, theme_of

AUTO = "auto"
_MANY_COLOURS = frozenset({"256", "truecolor"})


class Wardrobe:
    """Dresses ``app``; the settings' choice is for good, one made on the screen until the program ends."""

    def __init__(self, app: App[Any], themes: Themes, wanted: str) -> None:
        self._app = app
        self._themes = themes
        self._auto = wanted == AUTO
        self._complaints: list[str] = []
        app.register_theme(TERMINAL)
        app.theme = TERMINAL.name
        if self._has_colours if self._auto else not app.no_color:
            self._dress(NIGHT if self._auto else wanted)

    @property
    def own_names(self) -> tuple[str, ...]:
        """The names of the themes that the reader wrote."""
        return self._themes.own_names()

    def take_complaints(self) -> list[str]:
        """Return a sentence for each thing that is wrong with what was worn since this was asked last."""
        complaints, self._complaints = self._complaints, []
        return complaints

    def ground(self, ground: Colour | None) -> None:
        """Choose between night and day by the terminal's ground, where the reader did not choose."""
        if self._auto and ground is not None and self._has_colours:
            name = DAY if is_light(ground) else NIGHT
            if name != self._app.theme:
                self._put_on(name)

    def choose(self, name: str) -> bool:
        """Wear a theme that the reader chose; return False when there is none of that name.

        Raises:
            ConfigError: its file says what cannot be.
        """
        self._auto = False
        return self._put_on(name)

    def try_on(self, name: str) -> None:
        """Wear a theme until another is said to be worn; what is wrong with it is told when it is chosen."""
        complaints = list(self._complaints)
        with suppress(ConfigError):
            self._put_on(name)
        self._complaints = complaints

    @property
    def _has_colours(self) -> bool:
        return not self._app.no_color and self._app.console.color_system in _MANY_COLOURS

    def _dress(self, name: str) -> None:
        """Wear a theme of the settings, or where that cannot be the night page; at worst the terminal's colours."""
        try:
            if self._put_on(name):
                return
            self._complaints.append(f"There is no theme “{name}”; this is the night page")
        except ConfigError as error:
            self._complaints.append(str(error))
        if name != NIGHT:
            self._dress(NIGHT)

    def _put_on(self, name: str) -> bool:
        """Wear a theme; one of a file comes before one of Textual's own with that name."""
        if name != TERMINAL.name and (colours := self._themes.load(name)) is not None:
            self._app.register_theme(theme_of(colours))
            if faint := ", ".join(colours.faint):
                self._complaints.append(f"Theme {name}: {faint} can hardly be read on its ground")
        elif name not in self._app.available_themes:
            return False
        self._app.theme = name
        return True
