"""The keys, in groups, as they are at this moment."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from newsreader.tui.commands import COMMANDS, Command, shown_keys

BETWEEN = 2
"""Cells between the keys and what they do."""

COLUMN = 2
"""Groups that stand in the first of two columns; the rest is about as long."""

Row = tuple[str, str]


class Help(ModalScreen[None]):
    """Names every key and what it does; any of a few keys leaves it."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q,enter", "dismiss", show=False),
        Binding("j,down,space,pagedown", "scroll(1)", show=False),
        Binding("k,up,pageup", "scroll(-1)", show=False),
    ]

    def __init__(self, keymap: Mapping[str, str], commands: Sequence[Command] = COMMANDS) -> None:
        super().__init__()
        self._groups = help_groups(keymap, commands)

    def compose(self) -> ComposeResult:
        """Lay out a block for each group, in as many columns as there is room for."""
        width = max(cell_len(keys) for _, rows in self._groups for keys, _ in rows)
        with VerticalScroll(id="help-card", can_focus=True), Container(id="help-groups"):
            for groups in (self._groups[:COLUMN], self._groups[COLUMN:]):
                yield Static(Content("\n\n").join(_block(*group, width) for group in groups), markup=False)

    def action_scroll(self, step: int) -> None:
        """Scroll by half a screenful."""
        card = self.query_one("#help-card")
        card.scroll_relative(y=step * max(1, card.size.height // 2), animate=False)


def help_groups(keymap: Mapping[str, str], commands: Sequence[Command] = COMMANDS) -> list[tuple[str, list[Row]]]:
    """Return the groups of commands with their keys; commands that do the same thing share a row."""
    with_keys = [command for command in commands if command.keys or command.id in keymap]
    return [
        (group, list(_rows(list(found), keymap)))
        for group, found in groupby(with_keys, key=lambda command: command.group)
    ]


def _rows(commands: list[Command], keymap: Mapping[str, str]) -> Iterator[Row]:
    by_words: dict[str, list[str]] = {}
    for command in commands:
        by_words.setdefault(command.says, []).extend(shown_keys(command, keymap))
    for words, keys in by_words.items():
        yield "  ".join(dict.fromkeys(keys)), words


def _block(title: str, rows: list[Row], width: int) -> Content:
    lines = [Content.styled(title, "bold $primary")]
    for keys, words in rows:
        shown = Content.styled(keys, "$foreground")
        lines.append(
            shown + Content(" " * (width - cell_len(keys) + BETWEEN)) + Content.styled(words, "$text-quiet")
        )
    return Content("\n").join(lines)
