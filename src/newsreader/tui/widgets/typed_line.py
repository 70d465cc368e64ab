"""A line to type or paste into: it holds nothing that could act on a terminal, and draws only what may be drawn."""

from rich.text import Text
from textual.widgets import Input

from newsreader.model import clean_text
from newsreader.tui.widgets.cells import cell_len
from newsreader.tui.widgets.drawable import drawn_typed


class TypedLine(Input):
    """Keeps what makes up an emoji, say, as it was typed, and draws a mark for each part that cannot be drawn."""

    def validate_value(self, value: str) -> str:
        """Let only clean text be the line, whoever puts it there."""
        return _line(value)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put in clean text, with the cursor after it."""
        super().replace(_line(text), start, end)

    def _position_to_cell(self, position: int) -> int:
        return cell_len(drawn_typed(self.value[:position]))

    @property
    def _value(self) -> Text:
        return Text(drawn_typed(self.value), no_wrap=True, overflow="ignore", end="")


def _line(text: str) -> str:
    return clean_text(text).replace("\n", " ").replace("\t", " ")
