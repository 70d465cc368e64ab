"""Feeds read for the library, which need not open entries that it knows."""

from newsreader.feeds import parse_feed, read_front_page
from newsreader.model.sealed import SealedFeed, sealed


def seal_feed(data: bytes, url: str, content_type: str | None = None) -> SealedFeed:
    """Return the feed in ``data``, its entries closed; see ``newsreader.feeds.parse_feed``."""
    return sealed(parse_feed(data, url, content_type))


def seal_front_page(data: bytes, url: str, content_type: str | None = None) -> SealedFeed:
    """Return the headlines of a page, closed; see ``newsreader.feeds.read_front_page``."""
    return sealed(read_front_page(data, url, content_type))
