"""A line at the bottom to type into: what is looked for, a note, a name."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from newsreader.tui.widgets.typed_line import TypedLine


class InputBar(Horizontal):
    """Hidden until it is asked for; its input, named after it, tells by its own messages what is typed."""

    def __init__(self, name: str) -> None:
        super().__init__(id=name)

    def compose(self) -> ComposeResult:
        """Lay out the label and the input."""
        yield Static(markup=False)
        yield TypedLine(id=f"{self.id}-input", compact=True, select_on_focus=False)

    @property
    def text(self) -> str:
        """What is typed, as it is typed."""
        return self.query_one(Input).value

    def ask(self, label: str, placeholder: str, text: str = "") -> None:
        """Show the line with some text in it, and type into it."""
        self.query_one(Static).update(label)
        line = self.query_one(Input)
        with line.prevent(Input.Changed):
            line.value = text
        line.cursor_position = len(text)
        line.placeholder = placeholder
        self.add_class("-shown")
        self.screen.set_focus(line)  # now: what is typed next is for this line

    def put_away(self) -> None:
        """Hide the line."""
        self.remove_class("-shown")

    @property
    def is_typed_in(self) -> bool:
        """True while keys go to the line; one that is put away loses the focus only later."""
        return self.is_shown and self.query_one(Input).has_focus

    @property
    def is_shown(self) -> bool:
        """True while the line is there."""
        return self.has_class("-shown")
