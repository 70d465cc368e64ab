"""The help: every key as it is at this moment, on one sheet that can be looked through by typing."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from newsreader.tui.commands import COMMANDS, Command
from newsreader.tui.help_page import filtered, help_sections
from newsreader.tui.widgets.help_sheet import HelpSheet
from newsreader.tui.widgets.key_bar import KeyBar
from newsreader.tui.widgets.typed_line import TypedLine

KEYS = (("/", "look for"), ("j k", "scroll"), ("esc", "close"))


class Help(ModalScreen[None]):
    """Names every key and what it does; it opens at the section called ``at`` when not all fits."""

    CSS_PATH = "help.tcss"
    AUTO_FOCUS = "HelpSheet"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q,enter", "dismiss", show=False),
        Binding("slash", "look", show=False),
        Binding("j,down", "scroll(3)", show=False),
        Binding("k,up", "scroll(-3)", show=False),
        Binding("space,pagedown", "turn(1)", show=False),
        Binding("pageup", "turn(-1)", show=False),
    ]

    def __init__(self, keymap: Mapping[str, str], at: str = "", commands: Sequence[Command] = COMMANDS) -> None:
        super().__init__()
        self._sections = help_sections(keymap, commands)
        self._sheet = HelpSheet(self._sections, at)
        self._keys = KeyBar(id="help-keys")

    def compose(self) -> ComposeResult:
        """Lay out the sheet, the line to look for something, and what the keys do here."""
        with Vertical(id="help-frame"):
            yield self._sheet
            yield TypedLine(id="help-filter", placeholder="words of what is looked for", compact=True)
            yield self._keys

    def on_mount(self) -> None:
        """Name the keys."""
        self._keys.keys = KEYS

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """Show what has the words that are typed."""
        event.stop()
        self._sheet.show(filtered(self._sections, event.value))

    @on(Input.Submitted)
    def submitted(self, event: Input.Submitted) -> None:
        """Go from the line back to the sheet."""
        event.stop()
        self._sheet.focus()

    def action_look(self) -> None:
        """Type what is looked for."""
        self.add_class("-looking")
        self.query_one(Input).focus()

    def action_scroll(self, lines: int) -> None:
        """Scroll by a few lines."""
        self._sheet.scroll_relative(y=lines, animate=False)

    def action_turn(self, step: int) -> None:
        """Scroll by a screenful."""
        self.action_scroll(step * max(1, self._sheet.size.height - 1))
