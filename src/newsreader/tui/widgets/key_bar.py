"""The footer: the five or six keys that matter now, a word about what is at hand, and how far one has read."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from newsreader.tui.widgets.cells import cell_len, drawn_line, fit, joined

EDGE = 1
"""Cells left free at either end."""
BETWEEN = 3
"""Cells between two keys."""

Key = tuple[str, str]
"""A key as it is written, and what it does."""


def fitting(keys: Sequence[Key], width: int) -> list[Key]:
    """Return those of ``keys`` that fit in ``width`` cells; the last, which leads to the others or back, stays."""
    room = width - sum(map(_cells, keys[-1:]))
    shown: list[Key] = []
    for key in keys[:-1]:
        room -= _cells(key) + BETWEEN
        if room < 0:
            break
        shown.append(key)
    return [*shown, *(key for key in keys[-1:] if _cells(key) <= width)]


def key_at(keys: Sequence[Key], cell: int) -> tuple[Key, int] | None:
    """Return which of the ``keys`` that are shown is at a cell counted from the first, and which part of it."""
    for key in keys:
        if 0 <= cell < _cells(key):
            return key, key[0][:cell].count(" ") if cell < len(key[0]) else 0
        cell -= _cells(key) + BETWEEN
    return None


def _cells(key: Key) -> int:
    return cell_len(key[0]) + 1 + cell_len(key[1])


class KeyBar(Widget):
    """One line of keys on the left, on the right a note and how far the article is read."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-bar--key", "key-bar--words", "key-bar--note"}

    class Clicked(Message):
        """The reader clicked on a key; ``part`` counts from 0 where it is several in one."""

        def __init__(self, key: Key, part: int) -> None:
            self.key = key
            self.part = part
            super().__init__()

    keys: reactive[tuple[Key, ...]] = reactive(())
    """The keys that matter now, the most useful first; the last one is shown as long as there is room for one."""
    note: reactive[str] = reactive("")
    progress: reactive[str] = reactive("")

    def render_line(self, y: int) -> Strip:
        """Draw the line: the keys that fit before note and progress."""
        width, base = self.size.width, self.rich_style
        if y:
            return Strip.blank(width, base)
        note = self._end
        segments = [Segment(" " * EDGE, base)]
        for key, words in self._shown:
            segments.append(Segment(key, self.get_component_rich_style("key-bar--key")))
            segments.append(Segment(f" {words}" + " " * BETWEEN, self.get_component_rich_style("key-bar--words")))
        strip = Strip(segments).adjust_cell_length(width - cell_len(note) - 1, base)
        end = [Segment(joined(note), self.get_component_rich_style("key-bar--note")), Segment(" ", base)]
        return Strip([*strip, *end]).adjust_cell_length(width, base)

    def on_click(self, event: events.Click) -> None:
        """Tell which key was clicked on."""
        if found := key_at(self._shown, event.x - EDGE):
            self.post_message(self.Clicked(*found))

    @property
    def _end(self) -> str:
        return fit((" " * BETWEEN).join(filter(None, (drawn_line(self.note), self.progress))), self.size.width // 2)

    @property
    def _shown(self) -> list[Key]:
        end = cell_len(self._end)
        return fitting(self.keys, self.size.width - 2 * EDGE - (end + BETWEEN if end else 0))
