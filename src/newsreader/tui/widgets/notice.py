"""What was just done, in a few words at the end of the footer; it covers nothing and goes by itself."""

from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from newsreader.tui.commands import BY_ID
from newsreader.tui.widgets.cells import cell_len, drawn_line, fit

START, EDGE = 2, 1
"""Cells left free before the words, and at the end of the line."""


class Notice(Widget):
    """One line, hidden until there is something to say; it names the key that undoes it, and a click does so."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"notice--words", "notice--key"}

    def __init__(self, undo_key: str) -> None:
        super().__init__(id="notice")
        self._undo = (" · ", undo_key, " undoes")
        self._ending: Timer | None = None
        self._words = ""
        self._undoes = False

    @property
    def text(self) -> str:
        """What is said now; empty when nothing is."""
        return self._words + ("".join(self._undo) if self._undoes else "")

    def say(self, words: str, seconds: float, *, undoes: bool = False) -> None:
        """Say something for some seconds in place of what is said now; ``undoes`` when it can be undone."""
        self._words, self._undoes = drawn_line(words, 300), undoes
        if self._ending is not None:
            self._ending.stop()
        self._ending = self.set_timer(seconds, self.hush)
        self.add_class("-shown")
        self.refresh(layout=True)

    def hush(self) -> None:
        """Say nothing any more."""
        self._words, self._undoes = "", False
        self.remove_class("-shown")

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Return the cells that all of it takes."""
        return START + cell_len(self.text) + EDGE

    def render_line(self, y: int) -> Strip:
        """Draw the line; where there is little room the words are cut, not the key."""
        del y
        end = self._undo if self._undoes else ()
        room = self.size.width - START - EDGE - cell_len("".join(end))
        words, key = (self.get_component_rich_style(f"notice--{part}") for part in ("words", "key"))
        segments = [Segment(" " * START + fit(self._words, room), words)]
        segments += [Segment(text, style) for text, style in zip(end, (words, key, words), strict=False)]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    async def on_click(self) -> None:
        """Undo what is said to have been done."""
        if self._undoes:
            self.hush()
            await self.run_action(f"screen.{BY_ID['undo'].action}")
