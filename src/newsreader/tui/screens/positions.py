"""Where the reading of each article was left: told while one reads, remembered when the reader rests or leaves."""

from collections.abc import Callable
from math import ceil
from typing import Any

from textual.screen import Screen
from textual.timer import Timer

from newsreader.model import Headline
from newsreader.tui.asked import News
from newsreader.tui.screens.on_disk import GROUP
from newsreader.tui.screens.telling import told
from newsreader.tui.widgets.headline_rows import percent
from newsreader.tui.widgets.page_view import PageView

RESTED = 1.0
"""Seconds without scrolling after which the place is remembered."""
SAME = 1e-6
"""Shares of a text that differ by less are one: the library keeps millionths."""


class Positions:
    """Follows the article that is open in ``view``; ``show`` is handed its headline when the disk has the place."""

    def __init__(self, host: Screen[Any], news: News, view: PageView, *, show: Callable[[Headline], None]) -> None:
        self._host = host
        self._news = news
        self._view = view
        self._show = show
        self._headline: Headline | None = None
        self._minutes = 0
        self._moved = False
        self._timer: Timer | None = None
        self._latest: dict[int, float] = {}  # what the disk may not have yet

    def of(self, headline: Headline) -> float:
        """Return where the reading of an article was left, as the share of its text before that place."""
        return self._latest.get(headline.id, headline.position)

    def begin(self, headline: Headline, minutes: int) -> None:
        """Follow the article that the view shows now; ``minutes`` it takes to read."""
        self._headline, self._minutes, self._moved = headline, minutes, False

    def moved(self) -> None:
        """Take in that another part is in view; only when the reader went there it is a place to remember."""
        if self._view.has_moved and self._headline is not None:
            self._moved = True
            self._stop()
            self._timer = self._host.set_timer(RESTED, self.note)

    def ended(self) -> None:
        """Take in that the reader turned a page at the end."""
        self._moved = True
        self.note()

    def note(self) -> None:
        """Remember the place, if the reader moved; an article whose end is in view is done."""
        self._stop()
        if self._headline is None or not self._headline.in_library or not self._moved:
            return
        self._moved = False
        share = 0.0 if self._view.at_end else self._view.share
        if abs(share - self.of(self._headline)) >= SAME:
            self._latest[self._headline.id] = share
            self._host.run_worker(self._write(self._headline.id, share), group=GROUP)

    def leave(self) -> None:
        """Remember the place and follow this article no longer."""
        self.note()
        self._headline = None

    @property
    def words(self) -> str:
        """How much is read and how long the rest takes; nothing for a text that fits."""
        if self._headline is None or self._view.fits:
            return ""
        if self._view.at_end:
            return "100 %"
        share = self._view.share
        shown = percent(share) if share else "0 %"
        return f"{shown} · {max(1, ceil(self._minutes * (1 - share)))} min left" if self._minutes else shown

    async def _write(self, entry_id: int, share: float) -> None:
        with told(self._host.app):
            await self._news.remember_position(entry_id, share)
            for headline in self._news.headlines([entry_id]):
                self._show(headline)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
