"""What the library writes of subscriptions and of what their feeds bring, and how anything is written."""

import sqlite3
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from newsreader.library import subscriptions
from newsreader.library.columns import fitting, is_id
from newsreader.library.reads import Reads
from newsreader.library.values import FeedCheck
from newsreader.model import LibraryError, ParsedFeed, Subscription
from newsreader.model.sealed import SealedFeed, sealed

Answer = TypeVar("Answer")


class FeedWrites(Reads):
    """Writes through the one thread: what the reader did before what feeds brought."""

    async def subscribe(
        self,
        url: str,
        title: str = "",
        *,
        site_url: str | None = None,
        folder: str = "",
        edition: bool = False,
        from_page: bool = False,
        by_reader: bool = True,
    ) -> Subscription:
        """Subscribe to a feed, or return the subscription that has this address already.

        Without a title it is called by its address until the feed tells its own. What the reader did can be undone.
        """
        now = self._now() if by_reader else None
        return await self._reader(
            lambda c: subscriptions.subscribe(c, url, title, site_url, folder, edition, from_page, now)
        )

    async def unsubscribe(self, subscription_id: int) -> bool:
        """End a subscription and return whether there was one; bookmarked entries stay, under its name.

        It can be undone for a week; then ``sweep`` removes its other entries.
        """
        return await self._reader(
            lambda c: is_id(subscription_id) and subscriptions.unsubscribe(c, subscription_id, self._now())
        )

    async def change_subscription(
        self, subscription_id: int, *, title: str | None = None, folder: str | None = None
    ) -> None:
        """Give a subscription another title or folder; NotFoundError when there is none."""
        await self._reader(lambda c: subscriptions.change(c, subscription_id, title, folder, self._now()))

    async def move_subscription(self, subscription_id: int, url: str) -> bool:
        """Note the address a feed has moved to; False, and nothing done, when another source has it."""
        return await self._reader(lambda c: is_id(subscription_id) and subscriptions.move(c, subscription_id, url))

    async def store_feed(self, subscription_id: int, feed: ParsedFeed | SealedFeed, check: FeedCheck) -> int:
        """Store what a feed says now, in one transaction, and return how many entries are new."""
        closed = sealed(feed) if isinstance(feed, ParsedFeed) else feed
        return await self._feeds(
            lambda c: subscriptions.store_feed(c, fitting(subscription_id), closed, check, self._now())
        )

    async def store_unchanged(self, subscription_id: int, check: FeedCheck) -> None:
        """Note that a feed said nothing new; validators that ``check`` leaves out stay."""
        await self._feeds(lambda c: subscriptions.store_unchanged(c, fitting(subscription_id), check))

    async def store_failure(
        self, subscription_id: int, error: str, checked_at: datetime, next_check: datetime | None
    ) -> None:
        """Note that a feed could not be had, and why, in one sentence."""
        await self._feeds(
            lambda c: subscriptions.store_failure(c, fitting(subscription_id), error, checked_at, next_check)
        )

    async def _reader(self, work: Callable[[sqlite3.Connection], Answer]) -> Answer:
        return await self._write(work, reader=True)

    async def _feeds(self, work: Callable[[sqlite3.Connection], Answer]) -> Answer:
        return await self._write(work, reader=False)

    async def _write(self, work: Callable[[sqlite3.Connection], Answer], *, reader: bool) -> Answer:
        if self.read_only:
            raise LibraryError(self.read_only)
        return await self._writer.run(work, reader=reader)
