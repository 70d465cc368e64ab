"""The sources of a library: added, removed, found by name, written as OPML, and the first run's."""

import json

from newsreader.fetch import host_of
from newsreader.model import NotFoundError, Subscription, clean_line, shown_host
from newsreader.newsroom.means import Means
from newsreader.newsroom.starter import starter_feeds
from newsreader.newsroom.subscribing import Subscriber

_LONGEST_ID = 20
"""Digits; no id has so many, and Python turns no more than 4,300 into a number."""

STARTED = "started"
"""The setting that says a first run was: the starter set is offered once, and never again."""

TYPED = "typed"
"""The setting that lists a page of each host from which the reader saved pages by their address, as JSON."""


class Sources:
    """Changes which feeds there are."""

    def __init__(self, means: Means) -> None:
        self._library = means.library
        self._fetcher = means.fetcher
        self._subscriber = Subscriber(means)
        self._now = means.now
        self._edition_url: str | None = None
        own = [sub.url for sub in self._library.subscriptions() if not sub.edition]
        for url in [*own, *self._typed()]:  # the edition's would let any feed have this machine's servers asked
            self._fetcher.trust(url)

    def _typed(self) -> list[str]:
        """Return the pages that the reader saved by typing their address."""
        typed: list[str] = json.loads(self._library.setting(TYPED) or "[]")
        return typed

    async def remember_typed(self, url: str) -> None:
        """Let later runs fetch what a page that the reader typed still lacks, also inside their own network."""
        typed = self._typed()
        if shown_host(url) not in map(shown_host, typed):
            await self._library.remember(TYPED, json.dumps([*typed, url]))

    async def add(self, address: str, folder: str = "") -> Subscription:
        """Subscribe to a feed, or to the feed of a site; see :meth:`Subscriber.add`."""
        return await self._subscriber.add(address, folder)

    async def remove(self, source_id: int) -> None:
        """Unsubscribe; bookmarks stay."""
        await self._library.unsubscribe(source_id)

    async def change(self, source_id: int, *, title: str | None = None, folder: str | None = None) -> None:
        """Call a source otherwise, or put it into another folder; None leaves it as it is."""
        name = None if title is None else clean_line(title)
        place = None if folder is None else clean_line(folder)
        await self._library.change_subscription(source_id, title=name, folder=place)

    def find(self, name: str) -> Subscription:
        """Return the subscription with this number or address, or whose title contains ``name``, case aside.

        Raises:
            NotFoundError: none, or more than one by title.
        """
        if found := self._library.subscription(int(name[:_LONGEST_ID]) if name.isdecimal() else name):
            return found
        part = name.strip().casefold()
        matches = [sub for sub in self._library.subscriptions() if part and part in sub.title.casefold()]
        if len(matches) != 1:
            many = f"{len(matches)} sources are called so" if matches else "no source is called so"
            raise NotFoundError(many, name, "see them with: newsreader feeds")
        return matches[0]

    def export_opml(self) -> bytes:
        """Return the subscriptions as an OPML file."""
        from newsreader.formats.opml import OpmlFeed, write_opml

        own = [sub for sub in self._library.subscriptions() if not sub.edition]
        return write_opml([OpmlFeed(sub.url, sub.title, sub.site_url, sub.folder) for sub in own], "newsreader")

    async def start_library(self, zone: str | None) -> None:
        """On a first run, subscribe to the starter set for the time zone; later runs change nothing."""
        if self._library.setting(STARTED) is not None:
            return
        if all(sub.edition for sub in self._library.subscriptions()):
            for feed in starter_feeds(zone):
                await self._library.subscribe(feed.url, feed.title, folder=feed.folder, by_reader=False)
        await self._library.remember(STARTED, self._now().isoformat())

    def has_news(self) -> bool:
        """True once a source other than the built-in edition has brought a headline."""
        return self._library.has_news()

    async def place_edition(self, feed_url: str, title: str) -> Subscription:
        """Return the subscription to the built-in edition, at the address it is served on this time."""
        self._edition_url = feed_url
        self._fetcher.trust(feed_url, only_port=True)
        known = next((sub for sub in self._library.subscriptions() if sub.edition), None)
        if known is None:
            return await self._library.subscribe(feed_url, title, edition=True, by_reader=False)
        await self._library.move_subscription(known.id, feed_url)
        return self._library.subscription(known.id) or known

    async def place_demo(self, feed_url: str, title: str) -> Subscription:
        """Return the edition as a source like any other; the one of an earlier time is moved to this address."""
        own = [sub for sub in self._library.subscriptions() if not sub.edition]
        host = host_of(feed_url)
        known = next((sub for sub in own if sub.title == title and host_of(sub.url) == host), None)
        if known is None:
            return await self._subscriber.add(feed_url, by_reader=False)
        self._fetcher.trust(feed_url)
        await self._library.move_subscription(known.id, feed_url)
        return self._library.subscription(known.id) or known

    def is_served(self, subscription: Subscription) -> bool:
        """Tell whether there is a point in asking: the built-in edition is not always being served."""
        return not subscription.edition or subscription.url == self._edition_url
