"""Asking the sources for news while the reader goes on reading."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import datetime
from time import monotonic
from typing import Any

from textual.screen import Screen

from newsreader.model import NewsreaderError, shown_host
from newsreader.model.counting import counted
from newsreader.newsroom import Progress, RefreshReport
from newsreader.tui.asked import News
from newsreader.tui.palette import FAILING
from newsreader.tui.screens.anew import work_anew
from newsreader.tui.screens.marks import LOOK_EVERY as BOOKMARK_EVERY
from newsreader.tui.screens.telling import tell, told
from newsreader.tui.widgets.times import clock_or_day

LOOK_EVERY = 300.0
"""Seconds between two looks for sources that are due."""
COUNTED = 0.2
"""Seconds for which the number of feeds that have answered stands; a number that flies by nobody reads."""
EVERY = 1.0
"""Seconds between two looks at what has come, while a refresh runs."""
SHARE = 0.05
"""Of the time, what such looks may take at most: in a long list each takes longer."""


class Refreshing:
    """Runs one refresh at a time; ``changed`` is called as it goes on, ``arrived`` when there is news to show.

    ``completing`` is called now and then while bookmarks get what they still lack.
    """

    def __init__(
        self,
        host: Screen[Any],
        news: News,
        now: Callable[[], datetime],
        *,
        changed: Callable[[], None],
        arrived: Callable[[], None],
        completing: Callable[[], None],
    ) -> None:
        self._host = host
        self._news = news
        self._now = now
        self._changed = changed
        self._arrived = arrived
        self._completing = completing
        self._shown = 0  # new headlines the last time they were shown
        self._look_again = 0.0
        self._told = 0.0  # when it was last shown how many feeds have answered
        self.progress: Progress | None = None
        self.unreached = 0  # how many sources there are, when the last refresh of all reached none
        checks = [source.checked_at for source in news.subscriptions() if source.checked_at]
        self.refreshed_at: datetime | None = max(checks, default=None)

    def start(self, source_ids: Sequence[int] | None = None, *, force: bool = False, asked: bool = True) -> None:
        """Refresh sources; ``asked`` by the reader, who then is told how it went."""
        if self.progress is not None:
            tell(self._host.app, "A refresh is running already")
            return
        self.progress = Progress(0, 0)
        self._shown, self._look_again = 0, 0.0
        self._changed()
        self._host.run_worker(self._run(source_ids, force=force, asked=asked), group="refresh")

    def open(self, opening: Callable[[], Awaitable[None]] | None) -> None:
        """Refresh what is due for the first time, ``opening`` done before; then look every few minutes."""
        self.progress = Progress(0, 0)
        self._changed()
        self._host.run_worker(self._open(opening), group="refresh")
        self._host.set_interval(LOOK_EVERY, self._look)

    async def _open(self, opening: Callable[[], Awaitable[None]] | None) -> None:
        if self._news.read_only:
            self.progress = None
            self._changed()
            return
        if opening is not None:
            with told(self._host.app):
                await opening()
            self._arrived()
        await self._run(None, force=False, asked=False)

    @property
    def words(self) -> str:
        """How new the news is, for the header bar."""
        if self._news.read_only:
            return "reading only"
        if self.unreached:
            return "offline" if self.unreached > 1 else "source not reached"
        return f"refreshed {clock_or_day(self.refreshed_at, self._now())}" if self.refreshed_at else ""

    def _look(self) -> None:
        if self.progress is None and not self._news.read_only:
            self.start(asked=False)

    async def _run(self, source_ids: Sequence[int] | None, *, force: bool, asked: bool) -> None:
        try:
            with told(self._host.app):
                report = await self._news.refresh(source_ids, force=force, on_progress=self._on_progress)
                if source_ids is None:
                    self.unreached = self._unreached(report)
                if not self.unreached:
                    self.refreshed_at = self._now()
                if asked:
                    tell(self._host.app, report_words(report), failed=report.failed > 0 and not report.new)
        finally:
            self.progress = None
        self._arrived()
        await asyncio.sleep(0)  # a key that was pressed meanwhile goes first
        self._changed()
        self.take_in()

    def _unreached(self, report: RefreshReport) -> int:
        """Return how many sources could not be reached if none could; the built-in edition always can."""
        at_home = sum(source.edition for source in self._news.subscriptions())
        return report.failed if report.failed >= report.feeds - at_home else 0

    def _on_progress(self, progress: Progress) -> None:
        self.progress = progress
        if monotonic() - self._told > COUNTED:
            self._told = monotonic()
            self._changed()
        if progress.new > self._shown and monotonic() > self._look_again:
            self._shown = progress.new
            started = monotonic()
            self._arrived()
            self._look_again = started + max(EVERY, (monotonic() - started) / SHARE)

    def take_in(self) -> None:
        """Have what came just now found by a search, and fetch ahead what of it is likely to be read."""
        work_anew(self._host, self._fetch_ahead, "ahead-all")

    async def _fetch_ahead(self) -> None:
        """Have what came found, complete what is kept, then fetch what is likely to be read.

        Failures show when they matter.
        """
        with suppress(NewsreaderError):
            await self._news.catch_up()
            self._arrived()
        looking = self._host.set_interval(BOOKMARK_EVERY, self._completing)
        try:
            with suppress(NewsreaderError):
                await self._news.complete_bookmarks()
        finally:
            looking.stop()
        with suppress(NewsreaderError):
            await self._news.prefetch()
        self._arrived()


def report_words(report: RefreshReport) -> str:
    """Return what a refresh did, in one line."""
    if not report.feeds:
        return "Nothing to refresh yet"
    if report.failed == report.feeds > 1:
        return f"None of {report.feeds} sources could be reached"
    news = counted(report.new, "new headline") if report.new else "Nothing new"
    if report.failed == 1:
        failure = report.errors[0]
        return f"{news} · {shown_host(failure.url)}: {failure.error}"
    if report.failed:
        return f"{news} · {report.failed} of {report.feeds} sources failed, see “{FAILING}” in the palette"
    return news
