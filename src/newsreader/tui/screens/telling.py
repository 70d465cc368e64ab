"""The outermost edge: every error of ours becomes a line the reader understands, and the program goes on."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from textual.app import App

from newsreader.model import NewsreaderError
from newsreader.tui.widgets.cells import drawn_line, joined

SHORT, LONG = 3.0, 8.0
"""Seconds a line stays: what went well, and what did not."""


def tell(app: App[Any], words: str, *, failed: bool = False) -> None:
    """Show one line for a while; ``words`` may come from outside."""
    app.notify(
        joined(drawn_line(words, 300)),
        severity="error" if failed else "information",
        timeout=LONG if failed else SHORT,
        markup=False,
    )


@contextmanager
def told(app: App[Any]) -> Iterator[None]:
    """Tell an error of ours that happens inside, and go on after it."""
    try:
        yield
    except NewsreaderError as error:
        tell(app, str(error), failed=True)
