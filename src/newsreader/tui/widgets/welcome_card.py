"""The first five keys, for somebody who is here for the first time."""

from collections.abc import Sequence

from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from newsreader.tui.widgets.cells import cell_len

BETWEEN = 3
"""Cells between a key and what it does."""


class WelcomeCard(Static):
    """A few rows between the page and the footer: a greeting, and keys with what they do."""

    class Closed(Message):
        """The card was clicked."""

    def __init__(self, greeting: str, rows: Sequence[tuple[str, str]]) -> None:
        width = max(cell_len(keys) for keys, _ in rows) + BETWEEN
        lines = [Content.styled(greeting, "bold")]
        lines += [
            Content.styled(keys.ljust(width), "bold $primary") + Content.styled(words, "$text-quiet")
            for keys, words in rows
        ]
        super().__init__(Content("\n").join(lines), id="welcome")

    def on_click(self) -> None:
        """Ask to be put away."""
        self.post_message(self.Closed())
