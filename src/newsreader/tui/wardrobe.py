"""Which theme the page wears: the one the reader chose, else the one that suits the terminal's ground."""

from typing import Any

from textual.app import App

from newsreader.config.colours import Colour, is_light
from newsreader.config.theme_files import Themes
from newsreader.model import ConfigError
from newsreader.tui.themes import DAY, NIGHT, TERMINAL, theme_of

AUTO = "auto"
_MANY_COLOURS = frozenset({"256", "truecolor"})


class Wardrobe:
    """Dresses ``app``; the settings' choice is for good, one made on the screen until the program ends.

    Attributes:
        complaints: a sentence for each thing that is wrong with what the settings wish for.
    """

    def __init__(self, app: App[Any], themes: Themes, wanted: str) -> None:
        self._app = app
        self._themes = themes
        self._auto = wanted == AUTO
        self.complaints: list[str] = []
        app.register_theme(TERMINAL)
        app.theme = TERMINAL.name
        if not app.no_color:
            self._dress(wanted)

    @property
    def own_names(self) -> tuple[str, ...]:
        """The names of the themes that the reader wrote."""
        return self._themes.own_names()

    def ground(self, ground: Colour | None) -> None:
        """Choose between night and day by the terminal's ground, where the reader did not choose."""
        if self._auto and ground is not None and self._has_colours:
            self._put_on(DAY if is_light(ground) else NIGHT)

    def choose(self, name: str) -> bool:
        """Wear a theme that the reader chose; return False when there is none of that name.

        Raises:
            ConfigError: its file says what cannot be.
        """
        self._auto = False
        return self._put_on(name)

    @property
    def _has_colours(self) -> bool:
        return not self._app.no_color and self._app.console.color_system in _MANY_COLOURS

    def _dress(self, wanted: str) -> None:
        if self._auto and not self._has_colours:
            return
        try:
            if not self._put_on(NIGHT if self._auto else wanted):
                self.complaints.append(f"There is no theme “{wanted}”; this is the night page")
                self._put_on(NIGHT)
        except ConfigError as error:
            self.complaints.append(str(error))

    def _put_on(self, name: str) -> bool:
        """Wear a theme; one of a file comes before one of Textual's own with that name."""
        if name != TERMINAL.name and (colours := self._themes.load(name)) is not None:
            self._app.register_theme(theme_of(colours))
            if faint := ", ".join(colours.faint):
                self.complaints.append(f"Theme {name}: {faint} can hardly be read on its ground")
        elif name not in self._app.available_themes:
            return False
        self._app.theme = name
        return True
