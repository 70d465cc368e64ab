"""Subscribing: from whatever address the reader types to a feed that works."""

from dataclasses import dataclass

from newsreader.fetch import Kind, Request, Response
from newsreader.model import FeedError, FetchError, NewsreaderError, ParsedFeed, Subscription, web_address
from newsreader.newsroom.means import Means

TRIED = 4
"""How many of the feeds that a page names are tried before its front page is read instead."""


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that answered and could be read, with the answer it was read from."""

    url: str
    feed: ParsedFeed
    response: Response


class Subscriber:
    """Finds the feed behind an address and subscribes to it, its first headlines stored at once."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._library = means.library
        self._fetcher = means.fetcher
        self._workshop = means.workshop

    async def add(self, address: str, folder: str = "", *, by_reader: bool = True) -> Subscription:
        """Subscribe to the feed at, or named by, ``address``; the one already there is returned as it is.

        What the reader did, and not the program by itself, can be undone.

        Raises:
            FetchError: the address is not a web address, or does not answer.
            FeedError: it answers, but has neither feed nor headlines.
        """
        url = typed_address(address)
        if known := self._library.subscription(url):
            return known
        self._fetcher.trust(url)
        found = await self._find(url)
        if known := self._library.subscription(found.url):
            return known
        subscription = await self._library.subscribe(
            found.url,
            found.feed.title or found.url,
            site_url=found.feed.site_url,
            folder=folder,
            from_page=found.feed.from_page,
            by_reader=by_reader,
        )
        await self._library.store_feed(
            subscription.id, found.feed, self._means.check(found.response, ttl=found.feed.ttl)
        )
        return self._library.subscription(subscription.id) or subscription

    async def _find(self, url: str) -> FoundFeed:
        response = await self._fetcher.fetch(Request(url, Kind.FEED))
        try:
            return await self._read(url, response)
        except FeedError:
            page = response
        for link in (await self._workshop.find_feeds(page.body, page.url, page.content_type))[:TRIED]:
            try:
                return await self._read(link.url, await self._fetcher.fetch(Request(link.url, Kind.FEED)))
            except NewsreaderError:  # a page may name feeds that are long gone
                continue
        front = await self._workshop.read_front_page(page.body, page.url, page.content_type)
        return FoundFeed(page.moved_to or url, front, page)

    async def _read(self, url: str, response: Response) -> FoundFeed:
        feed = await self._workshop.parse_feed(response.body, response.url, response.content_type)
        return FoundFeed(response.moved_to or url, feed, response)


def typed_address(address: str) -> str:
    """Return what a person typed as a web address: ``https://`` is added where no scheme was given.

    Raises:
        FetchError: nothing that could be one.
    """
    text = address.strip().removeprefix("feed:").removeprefix("//")
    url = web_address(text if "://" in text else f"https://{text}")
    host = url.split("/")[2] if url else ""
    if url is None or not ("." in host or ":" in host or host == "localhost"):
        raise FetchError("this is not a web address", address.strip(), "write it like https://example.org/feed")
    return url
