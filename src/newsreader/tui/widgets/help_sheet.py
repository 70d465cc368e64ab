"""The sheet of the help: sections in as many columns as its width has room for, scrolled as one."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip

from newsreader.tui.help_page import Part, Section, in_columns, line_of
from newsreader.tui.widgets.cells import wrap
from newsreader.tui.widgets.line_pane import LinePane

NOTHING = "No key is told of in these words. Every command is in the palette too."


class HelpSheet(LinePane, can_focus=True, inherit_bindings=False):
    """Shows sections; it begins at the one called ``at`` when not all of them fit."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"help--{part}" for part in ("title", "key", "words")}

    def __init__(self, sections: Sequence[Section], at: str) -> None:
        super().__init__(id="help-sheet")
        self._sections = sections
        self._at = at
        self._lines: list[list[Part]] = []

    def show(self, sections: Sequence[Section]) -> None:
        """Show other sections, from the first on."""
        self._sections, self._at = sections, ""
        self._set()
        self.scroll_to(y=0, animate=False, force=True)

    def on_resize(self) -> None:
        """Set the columns for the width there is."""
        self._set()
        if self._at:
            self.scroll_to(y=line_of(self._at, self._lines), animate=False, force=True)
            self._at = ""

    def _set(self) -> None:
        width = max(2, self.size.width)
        nothing: list[list[Part]] = [[(NOTHING[start:end], "words")] for start, end in wrap(NOTHING, width)]
        self._lines = in_columns(self._sections, width) or nothing
        self.set_line_count(len(self._lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw a line."""
        number = self.scroll_offset.y + y
        line = self._lines[number] if number < len(self._lines) else []
        style = self.get_component_rich_style
        segments = [Segment(text, style(f"help--{kind}") if kind else self.rich_style) for text, kind in line]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)
