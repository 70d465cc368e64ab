"""Bytes to a feed: which dialect it is, who reads it, and what is said when it is none."""

import re
from dataclasses import replace

from lxml import etree

from newsreader.feeds.atom import read_atom
from newsreader.feeds.decoding import decode
from newsreader.feeds.elements import Page, known_name, namespace
from newsreader.feeds.fallback import read_with_feedparser
from newsreader.feeds.json_feed import read_json_feed
from newsreader.feeds.rss import read_rss
from newsreader.feeds.xml_tree import read_tree
from newsreader.model import FeedError, ParsedFeed

LONGEST = 8_000_000
"""Bytes at most in a feed (SECURITY: "8 MB a feed")."""

_SECOND_READING = 2_000_000
"""Characters at most that are worth a second reading, which takes feedparser seconds a megabyte."""

_ROOT = re.compile(
    r"<!--.*?(?:-->|\Z)|<(!doctype\s+html|(?:[\w.-]+:)?(?:rss|feed|entry|rdf|channel|html|opml|urlset|sitemapindex))\b",
    re.IGNORECASE | re.DOTALL,
)
_ENTRY = re.compile(r"<(?:[\w.-]+:)?(?:item|entry)\b", re.IGNORECASE)
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|title|meta|div|p|h1|script|table|br)\b", re.IGNORECASE)

_NOT_FEEDS = {
    "opml": "this is an OPML list of feeds, not a feed",
    "urlset": "this is a sitemap, not a feed",
    "sitemapindex": "this is a sitemap, not a feed",
}


def parse_feed(data: bytes, url: str, content_type: str | None = None) -> ParsedFeed:
    """Read a feed: RSS of any version, Atom or JSON Feed.

    Args:
        data: the feed as it came, at most 8 MB of which are read.
        url: where it came from, after redirects; relative addresses start there.
        content_type: what the server called it, for its charset; the dialect is read off the feed itself.

    Raises:
        FeedError: it is not a feed; ``where`` is ``url``.
    """
    text = decode(data[:LONGEST], content_type)
    try:
        feed = _read(text, url)
    except FeedError as error:
        raise FeedError(error.what, url, error.advice) from error
    return replace(feed, truncated=True) if len(data) > LONGEST else feed


def _read(text: str, url: str) -> ParsedFeed:
    start = text[:1000].lstrip("\ufeff \t\r\n\0")
    if not start:
        raise FeedError("there is nothing in it")
    if start[0] in "{[":
        return read_json_feed(text.lstrip("\ufeff \t\r\n\0"), url)
    _refuse_others(text)
    feed, sure = _first_reading(text, url)
    if not sure and len(text) <= _SECOND_READING and _ENTRY.search(text):
        second = read_with_feedparser(text, url)
        if second and (feed is None or len(second.entries) >= len(feed.entries)):
            return second
    if feed is None:
        raise FeedError("this is not a feed that can be read")
    return feed


def _first_reading(text: str, url: str) -> tuple[ParsedFeed | None, bool]:
    """Return our own reading, and whether it needs no second one."""
    try:
        tree = read_tree(text)
    except FeedError:
        return None, False
    page = Page(url, has_bases="xml:base" in text)
    feed = _read_root(tree.root, page)
    return feed, feed is not None and bool(feed.entries) and not tree.recovered


def _read_root(root: etree._Element, page: Page) -> ParsedFeed | None:
    name = known_name(str(root.tag), namespace(root)).rpartition(":")[2]
    if name in {"feed", "entry"}:
        return read_atom(root, page)
    if name in {"rss", "rdf", "channel"}:
        return read_rss(root, page)
    return None


def _refuse_others(text: str) -> None:
    """Raise when the first element that decides what a document is decides that it is no feed."""
    found = (found[1].lower() for found in _ROOT.finditer(text) if found[1])
    first = next(found, "")
    if first.startswith("!doctype"):  # feeds have been seen that call themselves XHTML
        first = next(found, first)
    name = first.rpartition(":")[2]
    if name in _NOT_FEEDS:
        raise FeedError(_NOT_FEEDS[name])
    if name == "html" or name.startswith("!doctype") or (not name and _HTML.search(text)):
        raise FeedError("this is a web page, not a feed")
    if not name and not _ENTRY.search(text):
        raise FeedError("this is neither RSS nor Atom nor JSON Feed")
