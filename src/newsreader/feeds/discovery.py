"""The feeds that a web page names, the one to read first at the top."""

import re
from collections.abc import Iterator

from lxml import etree

from newsreader.feeds.html_tree import page_base, read_page, words_in
from newsreader.feeds.words import plain_line
from newsreader.model import FeedLink, web_address

_FEED_TYPES = {
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/rdf+xml",
    "application/x.atom+xml",
    "application/x-atom+xml",
    "text/rss+xml",
    "text/rss",
    "application/rss",
}
_LOOSE_TYPES = {"application/xml", "text/xml", "application/json"}
"""Types that feeds share with other documents: they count where the address or the title looks like a feed."""

_LIKE_A_FEED = re.compile(
    r"(?:\.(?:rss|rdf|atom)|/(?:feed|rss|atom)\d?(?:\.(?:xml|php|json|aspx?))?|/index\.(?:xml|rdf)"
    r"|/feeds?/[^?#]*|/rss/[^?#]*|feed=(?:rss|atom)2?|[?&]format=(?:rss|feed|atom)|/(?:rss|feed|atom)[\w-]*\.xml)/?(?:[?#].*)?$"
    r"|^https?://(?:feeds?|rss)\.",
    re.IGNORECASE,
)
_FEED_WORDS = re.compile(r"\b(?:rss|atom|feeds?|xml)\b", re.IGNORECASE)
_XML_NAME = re.compile(r"\.xml(?:[?#].*)?$", re.IGNORECASE)
_NO_FEED = re.compile(
    r"sitemap|opensearch|wp-json|oembed|manifest|/wlwmanifest|rsd\b|\.opml|/feedback", re.IGNORECASE
)
_OF_COMMENTS = re.compile(r"comment|replies|kommentar|coment[aá]rio|reacciones|комментари", re.IGNORECASE)
_MOST = 30
"""Feeds at most that are told of one page."""


def find_feeds(data: bytes, url: str, content_type: str | None = None) -> tuple[FeedLink, ...]:
    """Return the feeds that a page names, best first; empty when it names none or is no page.

    First what the page declares (``<link rel="alternate">`` of a feed's type), in its order; then links in the
    text that look like feeds; feeds of comments last of all. Each address stands once and is a web address.
    """
    root = read_page(data, content_type)
    if root is None:
        return ()
    base = page_base(root, url)
    found: dict[str, FeedLink] = {}
    for link in [*_declared(root, base), *_linked(root, base)]:
        if link.url != url:
            found.setdefault(link.url, link)
    return tuple(sorted(found.values(), key=_is_of_comments))[:_MOST]


def _declared(root: etree._Element, base: str) -> Iterator[FeedLink]:
    for link in root.iter("link"):
        rels = link.get("rel", "").lower().split()
        address = _address(link.get("href"), base)
        if address is None or not {"alternate", "feed"} & set(rels) or "stylesheet" in rels:
            continue
        kind = link.get("type", "").lower().partition(";")[0].strip()
        title = plain_line(link.get("title", ""))
        loose = kind in _LOOSE_TYPES and _looks_like_feed(address, title)
        if kind in _FEED_TYPES or loose or ("feed" in rels and not kind):
            yield FeedLink(address, title, kind)


def _linked(root: etree._Element, base: str) -> Iterator[FeedLink]:
    for anchor in root.iter("a"):
        address = _address(anchor.get("href"), base)
        if address is None:
            continue
        title = plain_line(words_in(anchor) or anchor.get("title", ""))
        kind = anchor.get("type", "").lower()
        if kind in _FEED_TYPES or _looks_like_feed(address, title):
            yield FeedLink(address, title, kind if kind in _FEED_TYPES else "")


def _address(href: str | None, base: str) -> str | None:
    """Return the web address in a link; ``feed:`` before or instead of the scheme is taken off."""
    text = (href or "").strip()
    if text.lower().startswith("feed:"):
        text = text[5:]
        text = text if text.lower().startswith(("http:", "https:")) else "https://" + text.lstrip("/")
    return web_address(text, base) if text and not text.startswith("#") else None


def _looks_like_feed(address: str, title: str) -> bool:
    if _NO_FEED.search(address):
        return False
    if _LIKE_A_FEED.search(address):
        return True
    return bool(_XML_NAME.search(address) and _FEED_WORDS.search(f"{title} {address}"[: -len(".xml")]))


def _is_of_comments(link: FeedLink) -> bool:
    return _OF_COMMENTS.search(f"{link.title} {link.url}") is not None
