"""Refreshing: every feed that is due is asked, read in the workshop and stored; one that fails says why."""

import asyncio
from collections.abc import Callable, Iterable, Sequence

from newsreader.fetch import Kind, Request, Response, shown
from newsreader.model import FetchError, NewsreaderError, Subscription
from newsreader.model.sealed import SealedFeed
from newsreader.newsroom import schedule
from newsreader.newsroom.means import Means
from newsreader.newsroom.values import FeedFailure, Progress, RefreshReport

AT_ONCE = 48
"""Feeds under way at a time; the fetcher sees to manners towards each host."""

OnProgress = Callable[[Progress], None]


class Refresher:
    """Asks feeds and stores what they answer."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._library = means.library
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
            now, every = self._means.now(), self._means.every
            again = schedule.after_failure(now, every, failures=sub.failures + 1, retry_after=retry_after)
            reason = _reason(error, sub.url)
            await self._library.store_failure(sub.id, reason, checked_at=now, next_check=again)
            return RefreshReport(feeds=1, errors=(FeedFailure(sub.url, reason),))

    async def _ask_and_store(self, sub: Subscription) -> RefreshReport:
        response = await self._means.fetcher.fetch(
            Request(sub.url, Kind.FEED, etag=sub.etag, last_modified=sub.last_modified)
        )
        check = self._means.check(response, before=sub)
        if response.not_modified or check.body_hash == sub.body_hash:
            await self._library.store_unchanged(sub.id, check)
            return RefreshReport(feeds=1, unchanged=1)
        feed = await self._read(sub, response)
        new = await self._library.store_feed(sub.id, feed, self._means.check(response, ttl=feed.about.ttl))
        if response.moved_to and response.moved_to != sub.url:
            await self._library.move_subscription(sub.id, response.moved_to)
        return RefreshReport(feeds=1, updated=1, new=new)

    async def _read(self, sub: Subscription, response: Response) -> SealedFeed:
        workshop = self._means.workshop
        read = workshop.seal_front_page if sub.from_page else workshop.seal_feed
        return await read(response.body, response.url, response.content_type)


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
