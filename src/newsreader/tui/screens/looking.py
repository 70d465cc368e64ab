"""What was looked at for a while counts as read."""

from typing import Any

from textual.screen import Screen
from textual.timer import Timer

from newsreader.tui.screens.marks import Marks
from newsreader.tui.screens.panes import Panes
from newsreader.tui.screens.reader import Reader

READ_AFTER = 1.5
"""Seconds an article stands beside the cursor before it counts as read."""


class Looking:
    """Watches the article beside the cursor."""

    def __init__(self, host: Screen[Any], panes: Panes, reader: Reader, marks: Marks) -> None:
        self._host = host
        self._panes = panes
        self._reader = reader
        self._marks = marks
        self._moved = False
        self.timer: Timer | None = None

    def chosen(self, *, moved: bool) -> None:
        """Begin anew for another headline; ``moved`` when the reader went to it."""
        self._stop()
        self._moved = moved

    def shown(self) -> None:
        """Take in that its article is there now; what stands there at the start was not chosen by the reader."""
        self._stop()
        if self._moved:
            self.timer = self._host.set_timer(READ_AFTER, self.read)

    def read(self) -> None:
        """Mark what stands in the article pane read, once it is there."""
        here = self._reader.headline
        if (
            self._panes.article_in_view
            and self._reader.article is not None
            and here is not None
            and here.in_library
        ):
            self._marks.seen(here)

    def _stop(self) -> None:
        if self.timer is not None:
            self.timer.stop()
