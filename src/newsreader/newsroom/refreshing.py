"""Refreshing: every feed that is due is asked, read in the workshop and stored; one that fails says why."""

import asyncio
import hashlib
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from newsreader.fetch import Fetcher, Kind, Request, Response, shown
from newsreader.library import FeedCheck, Library
from newsreader.model import FetchError, NewsreaderError, ParsedFeed, Subscription
from newsreader.newsroom import schedule
from newsreader.newsroom.values import FeedFailure, Progress, RefreshReport

if TYPE_CHECKING:
    from newsreader.workshop import Workshop

AT_ONCE = 48
"""Feeds under way at a time; the fetcher sees to manners towards each host."""

OnProgress = Callable[[Progress], None]


class Refresher:
    """Asks feeds and stores what they answer."""

    def __init__(
        self,
        library: Library,
        fetcher: Fetcher,
        workshop: "Workshop",
        *,
        every: timedelta,
        now: Callable[[], datetime],
    ) -> None:
        self._library = library
        self._fetcher = fetcher
        self._workshop = workshop
        self._every = every
        self._now = now
        self._asking: set[int] = set()

    async def refresh(
        self, subscriptions: Iterable[Subscription], on_progress: OnProgress | None = None
    ) -> RefreshReport:
        """Ask each of ``subscriptions`` once; those another refresh is asking at this moment are left to it."""
        wanted = [sub for sub in subscriptions if sub.id not in self._asking]
        self._asking.update(sub.id for sub in wanted)
        try:
            return await self._refresh(wanted, on_progress or (lambda _: None))
        finally:
            self._asking.difference_update(sub.id for sub in wanted)

    async def _refresh(self, wanted: Sequence[Subscription], tell: OnProgress) -> RefreshReport:
        gate = asyncio.Semaphore(AT_ONCE)
        tell(Progress(0, len(wanted)))
        report = RefreshReport()

        async def ask(subscription: Subscription) -> RefreshReport:
            async with gate:
                return await self._ask(subscription)

        tasks = [asyncio.ensure_future(ask(sub)) for sub in wanted]
        try:
            for done in asyncio.as_completed(tasks):
                report = _sum(report, await done)
                tell(Progress(report.feeds, len(wanted), report.new, report.failed))
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        return report

    async def _ask(self, sub: Subscription) -> RefreshReport:
        try:
            return await self._ask_and_store(sub)
        except NewsreaderError as error:
            retry_after = error.retry_after if isinstance(error, FetchError) else None
            now = self._now()
            again = schedule.after_failure(now, self._every, failures=sub.failures + 1, retry_after=retry_after)
            reason = _reason(error, sub.url)
            await self._library.store_failure(sub.id, reason, checked_at=now, next_check=again)
            return RefreshReport(feeds=1, errors=(FeedFailure(sub.url, reason),))

    async def _ask_and_store(self, sub: Subscription) -> RefreshReport:
        response = await self._fetcher.fetch(
            Request(sub.url, Kind.FEED, etag=sub.etag, last_modified=sub.last_modified)
        )
        digest = sub.body_hash if response.not_modified else hashlib.sha256(response.body).hexdigest()
        if response.not_modified or digest == sub.body_hash:
            await self._library.store_unchanged(sub.id, self._check(sub, response, digest))
            return RefreshReport(feeds=1, unchanged=1)
        feed = await self._read(sub, response)
        new = await self._library.store_feed(sub.id, feed, self._check(sub, response, digest, feed.ttl))
        if response.moved_to and response.moved_to != sub.url:
            await self._library.move_subscription(sub.id, response.moved_to)
        return RefreshReport(feeds=1, updated=1, new=new)

    async def _read(self, sub: Subscription, response: Response) -> ParsedFeed:
        read = self._workshop.read_front_page if sub.from_page else self._workshop.parse_feed
        return await read(response.body, response.url, response.content_type)

    def _check(
        self, sub: Subscription, response: Response, digest: str | None, ttl: timedelta | None = None
    ) -> FeedCheck:
        now = self._now()
        kept = response.not_modified  # a 304 need not repeat what it confirms
        return FeedCheck(
            etag=response.etag or (sub.etag if kept else None),
            last_modified=response.last_modified or (sub.last_modified if kept else None),
            body_hash=digest,
            checked_at=now,
            next_check=schedule.after_success(now, self._every, ttl=ttl, fresh_for=response.fresh_for),
        )


def _reason(error: NewsreaderError, url: str) -> str:
    """Return what went wrong, and with which address only when it is another than the feed's own."""
    return error.sentence if error.where in {url, shown(url)} else str(error)


def _sum(a: RefreshReport, b: RefreshReport) -> RefreshReport:
    return RefreshReport(
        feeds=a.feeds + b.feeds,
        updated=a.updated + b.updated,
        unchanged=a.unchanged + b.unchanged,
        new=a.new + b.new,
        errors=a.errors + b.errors,
    )
