"""The footer: the five or six keys that matter now, and a word about what is under the reader's hand."""

from typing import ClassVar

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from newsreader.tui.widgets.cells import cell_len, drawn_line, fit

BETWEEN = 3
"""Cells between two keys."""


class KeyBar(Widget):
    """One line of keys on the left and a note on the right."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-bar--key", "key-bar--words", "key-bar--note"}

    keys: reactive[tuple[tuple[str, str], ...]] = reactive(())
    """Keys as they are written, and what they do."""
    note: reactive[str] = reactive("")

    def render_line(self, y: int) -> Strip:
        """Draw the line: the keys that fit, the note before the last of them."""
        width, base = self.size.width, self.rich_style
        if y:
            return Strip.blank(width, base)
        note = fit(drawn_line(self.note), width // 2)
        room = width - 2 - (cell_len(note) + BETWEEN if note else 0)
        segments = [Segment(" ", base)]
        taken = 0
        for key, words in self.keys:
            cells = cell_len(key) + 1 + cell_len(words)
            if taken + cells > room:
                break
            segments.append(Segment(key, self.get_component_rich_style("key-bar--key")))
            segments.append(Segment(f" {words}" + " " * BETWEEN, self.get_component_rich_style("key-bar--words")))
            taken += cells + BETWEEN
        strip = Strip(segments).adjust_cell_length(width - cell_len(note) - 1, base)
        end = [Segment(note, self.get_component_rich_style("key-bar--note")), Segment(" ", base)]
        return Strip([*strip, *end]).adjust_cell_length(width, base)
