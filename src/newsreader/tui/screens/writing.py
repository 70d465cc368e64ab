"""The line to write into: it asks for one text at a time and hands it on."""

from collections.abc import Callable
from typing import Any

from textual.screen import Screen
from textual.widget import Widget

from newsreader.tui.widgets.input_bar import InputBar

Done = Callable[[str], None]


class Writing:
    """Shows the line, and goes back to where the reader was when it is done or left."""

    def __init__(self, host: Screen[Any], bar: InputBar) -> None:
        self._host = host
        self._bar = bar
        self._before: Widget | None = None
        self._done: Done | None = None

    def ask(self, label: str, placeholder: str, text: str, done: Done) -> None:
        """Ask for a text, ``text`` to begin with; Enter hands it to ``done``."""
        if not self._bar.is_shown:
            self._before = self._host.focused
        self._done = done
        self._bar.ask(label, placeholder, text)

    def submitted(self) -> None:
        """Hand on what is written."""
        done, text = self._done, self._bar.text
        if self.leave() and done is not None:
            done(text)

    def leave(self) -> bool:
        """Put the line away; return False when it was not there."""
        if not self._bar.is_shown:
            return False
        self._bar.put_away()
        self._done = None
        if self._before is not None:
            self._host.set_focus(self._before)
        return True
