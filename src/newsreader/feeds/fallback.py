"""The second reading, by feedparser, of feeds that are too broken for ours."""

from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from time import struct_time
from typing import Any

from newsreader.feeds.common import people, person
from newsreader.feeds.dates import parse_date
from newsreader.feeds.entries import collect, enclosure, make_entry
from newsreader.feeds.words import html_line, html_text, plain_line, tidy
from newsreader.model import Enclosure, ParsedEntry, ParsedFeed, web_address

_RAISED = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError, OverflowError)
"""What feedparser lets through of its own and of sgmllib's mistakes on bytes that are no feed."""


def read_with_feedparser(text: str, url: str) -> ParsedFeed | None:
    """Return what feedparser makes of ``text``, or None when that is no entry at all.

    Neither sanitises nor resolves: the one is ``clean``'s, the other is done here.
    """
    import feedparser

    stream = BytesIO(text.encode("utf-8", "replace"))  # a stream, since it would open a string as a file
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": url}
    try:
        found: dict[str, Any] = feedparser.parse(
            stream, response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except _RAISED:
        return None
    feed = found.get("feed", {})
    entries, truncated = collect(_entry(entry, url) for entry in found.get("entries", ()))
    if not entries:
        return None
    return ParsedFeed(
        title=html_line(_text(feed, "title")),
        entries=entries,
        site_url=web_address(link, url) if (link := _text(feed, "link")) else None,
        language=plain_line(_text(feed, "language"))[:35],
        description=html_text(_text(feed, "subtitle")),
        truncated=truncated,
    )


def _entry(entry: dict[str, Any], url: str) -> ParsedEntry | None:
    files = tuple(_enclosures(entry, url))
    contents = [tidy(_text(content, "value")) for content in _list(entry, "content")]
    pictures = (_text(media, "url") for key in ("media_thumbnail", "media_content") for media in _list(entry, key))
    image_url = next((found for text in pictures if text and (found := web_address(text, url))), None)
    link, comments = _text(entry, "link"), _text(entry, "comments")
    return make_entry(
        guid=_text(entry, "id"),
        title=html_line(_text(entry, "title")),
        url=web_address(link, url) if link else None,
        author=_author(entry),
        published=_date(entry, "published") or _date(entry, "created"),
        updated=_date(entry, "updated"),
        summary=tidy(_text(entry, "summary")),
        content=next((content for content in contents if content), ""),
        image_url=image_url,
        comments_url=web_address(comments, url) if comments else None,
        enclosures=files,
    )


def _text(values: dict[str, Any], key: str) -> str:
    # by dict's own method: feedparser's answers for keys that are not there, with a warning
    value = dict.get(values, key)
    return value.strip() if isinstance(value, str) else ""


def _list(values: dict[str, Any], key: str) -> Iterable[dict[str, Any]]:
    value = dict.get(values, key)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _author(entry: dict[str, Any]) -> str:
    names = [person(_text(author, "name")) for author in _list(entry, "authors")]
    # of one author feedparser keeps the text as it stood; the name it cuts out of it is at times cut wrongly
    return people(names) if len(names) > 1 else person(_text(entry, "author")) or people(names)


def _date(entry: dict[str, Any], key: str) -> datetime | None:
    """Return a date as we read it, else as feedparser did."""
    read = parse_date(_text(entry, key))
    parsed = dict.get(entry, f"{key}_parsed")
    if read or not isinstance(parsed, struct_time):
        return read
    try:
        return datetime(*parsed[:6], tzinfo=UTC)
    except ValueError:
        return None


def _enclosures(entry: dict[str, Any], url: str) -> Iterable[Enclosure]:
    for link in _list(entry, "links"):
        if _text(link, "rel") == "enclosure":
            href = _text(link, "href")
            file = enclosure(web_address(href, url) if href else None, _text(link, "type"), _text(link, "length"))
            if file:
                yield file
