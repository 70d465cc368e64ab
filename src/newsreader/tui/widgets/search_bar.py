"""A line to type what is looked for, in everything or in the article."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static


class SearchBar(Horizontal):
    """Hidden until it is asked for; its input's own messages tell what is typed."""

    def compose(self) -> ComposeResult:
        """Lay out the label and the input."""
        yield Static(id="search-label", markup=False)
        yield Input(id="search-input", compact=True, select_on_focus=False)

    @property
    def words(self) -> str:
        """What is typed."""
        return self.query_one(Input).value.strip()

    def ask(self, label: str, placeholder: str) -> None:
        """Show the line, empty, and type into it."""
        self.query_one(Static).update(label)
        line = self.query_one(Input)
        with line.prevent(Input.Changed):
            line.value = ""
        line.placeholder = placeholder
        self.add_class("-shown")
        line.focus()

    def put_away(self) -> None:
        """Hide the line."""
        self.remove_class("-shown")

    @property
    def is_typed_in(self) -> bool:
        """True while keys go to the line."""
        return self.query_one(Input).has_focus

    @property
    def is_shown(self) -> bool:
        """True while the line is there."""
        return self.has_class("-shown")
