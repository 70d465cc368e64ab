"""The outermost edge: every error of ours becomes a line the reader understands, and the program goes on."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from textual.app import App

from newsreader.model import NewsreaderError
from newsreader.tui.widgets.cells import drawn_line, joined
from newsreader.tui.widgets.notice import Notice

SHORT, LONG = 4.0, 8.0
"""Seconds a line stays: what went well, and what did not."""


def tell(app: App[Any], words: str, *, failed: bool = False, undoes: bool = False) -> None:
    """Show a line for a while, in place of the one before; ``words`` may come from outside.

    What went well stands at the end of the footer, with the key where it can be undone. What ``failed`` needs more
    words, a sentence each line, and stands above the footer.
    """
    app.clear_notifications()
    for notice in app.query(Notice):  # before the first paint there is none, and no change either
        if failed:
            notice.hush()
        else:
            notice.say(words, SHORT, undoes=undoes)
    if failed:
        lines = "\n".join(joined(drawn_line(line, 300)) for line in words.split("\n"))
        app.notify(lines, severity="error", timeout=LONG, markup=False)


@contextmanager
def told(app: App[Any]) -> Iterator[None]:
    """Tell an error of ours that happens inside, and go on after it."""
    try:
        yield
    except NewsreaderError as error:
        tell(app, str(error), failed=True)
