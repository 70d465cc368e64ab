"""The palette: everything there is by name, found by a few letters of it."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from newsreader.tui.matching import best
from newsreader.tui.palette import Choice
from newsreader.tui.widgets.choice_list import ChoiceList, ChoiceRow
from newsreader.tui.widgets.typed_line import TypedLine

ASKING = "a command, a source, a folder, an article, a theme"
NONE = "Nothing is called so. A word less may find it."


class Palette(ModalScreen[Choice | None]):
    """Asks which of many things is meant; its result is that, or None.

    ``choices`` are there at once; ``more`` brings those that take a moment, asked for after the first paint.
    """

    CSS_PATH = "palette.tcss"
    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("down,ctrl+n", "move(1)", show=False),
        Binding("up,ctrl+p", "move(-1)", show=False),
        Binding("pagedown", "turn(1)", show=False),
        Binding("pageup", "turn(-1)", show=False),
    ]

    def __init__(
        self,
        choices: Sequence[Choice],
        more: Callable[[], Sequence[Choice]],
        try_theme: Callable[[str], None],
        *,
        typed: str = "",
    ) -> None:
        super().__init__()
        self._try_theme = try_theme
        self._choices = list(choices)
        self._more: Callable[[], Sequence[Choice]] | None = more
        self._typed = typed
        self._found: list[Choice] = []
        self._list = ChoiceList("palette-list")
        self._theme = ""  # the one to go back to while another is tried on

    def compose(self) -> ComposeResult:
        """Lay out the line to type into and what it finds."""
        with Vertical(id="palette-card"):
            yield TypedLine(
                self._typed, id="palette-input", placeholder=ASKING, compact=True, select_on_focus=False
            )
            yield self._list

    def on_mount(self) -> None:
        """Show what is there, then ask for the rest."""
        self._theme = self.app.theme
        self._find(self._typed)
        self.call_after_refresh(self._take_more)

    def _take_more(self) -> None:
        """Take in what takes a moment, once: after the first paint, or before what is typed is looked for."""
        if self._more is not None and self.is_mounted:
            self._choices.extend(self._more())
            self._more = None
            self._find(self.query_one(Input).value, keep=True)

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """Show what matches."""
        event.stop()
        self._take_more()
        self._find(event.value)

    @on(Input.Submitted)
    @on(ChoiceList.Chosen)
    def chosen(self) -> None:
        """Hand on what the cursor is on, if it can be done."""
        choice = self._here
        if choice is not None and not choice.hindrance:
            self._wear(self._theme)
            self.dismiss(choice)

    @on(ChoiceList.Pointed)
    def try_on(self) -> None:
        """Show the page in the theme at the cursor."""
        self._wear((self._here.theme if self._here else "") or self._theme)

    def action_leave(self) -> None:
        """Choose nothing; the page is as it was."""
        self._wear(self._theme)
        self.dismiss(None)

    def action_move(self, step: int) -> None:
        """Go to the next row, or the one before."""
        self._list.move(step)

    def action_turn(self, step: int) -> None:
        """Go a screenful of rows on, or back."""
        self._list.move(step * max(1, self._list.size.height - 1))

    def _wear(self, theme: str) -> None:
        if theme != self.app.theme:
            self._try_theme(theme)

    @property
    def _here(self) -> Choice | None:
        return self._found[self._list.cursor] if self._list.cursor < len(self._found) else None

    def _find(self, query: str, *, keep: bool = False) -> None:
        """Show what matches a query; ``keep`` the cursor where it is, when only more came."""
        cursor = self._list.cursor if keep else 0
        self._found = [self._choices[place] for place in best(query, [one.folded for one in self._choices])]
        rows = [ChoiceRow(one.name, one.hindrance or one.end, not one.hindrance) for one in self._found]
        self._list.show(rows or [ChoiceRow(NONE, open=False)])
        self._list.move(cursor)
