"""JSON Feed 1 and 1.1 (jsonfeed.org/version/1.1)."""

import json
from collections.abc import Iterator
from typing import Any, TypeAlias

from newsreader.feeds.common import people, person
from newsreader.feeds.dates import parse_date
from newsreader.feeds.entries import collect, enclosure, make_entry
from newsreader.feeds.words import escaped, html_text, literal_line, plain_line, tidy
from newsreader.model import Enclosure, FeedError, ParsedEntry, ParsedFeed, web_address

_Object: TypeAlias = dict[str, Any]


def read_json_feed(text: str, url: str) -> ParsedFeed:
    """Read a JSON Feed; what has not the type that the standard gives it is taken as not there.

    Raises:
        FeedError: it is not JSON, or not a feed.
    """
    feed = _load(text)
    everyones = _authors(feed)
    entries, truncated = collect(_entry(item, url, everyones) for item in feed["items"] if isinstance(item, dict))
    return ParsedFeed(
        title=literal_line(_text(feed, "title")),
        entries=entries,
        site_url=_address(feed, url, "home_page_url"),
        language=plain_line(_text(feed, "language"))[:35],
        description=html_text(escaped(_text(feed, "description"))),
        truncated=truncated,
    )


def _load(text: str) -> _Object:
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FeedError("this begins like JSON but cannot be read as JSON") from error
    if not isinstance(found, dict) or not isinstance(found.get("items"), list):
        raise FeedError("this is JSON, but not a feed")
    told = "jsonfeed.org" in str(found.get("version", ""))
    if not told and not any(isinstance(item, dict) and _is_item(item) for item in found["items"]):
        raise FeedError("this is JSON, but not a feed")
    return found


def _is_item(item: _Object) -> bool:
    return "content_html" in item or "content_text" in item or ("url" in item and "title" in item)


def _entry(item: _Object, url: str, everyones: str) -> ParsedEntry | None:
    files = tuple(_enclosures(item, url))
    content = tidy(_text(item, "content_html")) or escaped(_text(item, "content_text"))
    return make_entry(
        guid=_text(item, "id"),
        title=literal_line(_text(item, "title")),
        url=_address(item, url, "url", "external_url"),
        author=_authors(item) or everyones,
        published=parse_date(_text(item, "date_published")),
        updated=parse_date(_text(item, "date_modified")),
        summary=escaped(_text(item, "summary")),
        content=content,
        image_url=_address(item, url, "image", "banner_image"),
        enclosures=files,
    )


def _text(values: _Object, key: str) -> str:
    """Return the text under ``key``; a number is written out, since ids and dates come as numbers too."""
    value = values.get(key)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value) if abs(value) < 10**30 else ""
    return value.strip() if isinstance(value, str) else ""


def _address(values: _Object, base: str, *keys: str) -> str | None:
    addresses = (web_address(text, base) for key in keys if (text := _text(values, key)))
    return next((address for address in addresses if address), None)


def _authors(values: _Object) -> str:
    """Return the names of ``authors`` (1.1), else of ``author`` (1)."""
    several = values.get("authors")
    told = several if isinstance(several, list) else [values.get("author")]
    return people([person(_text(author, "name")) for author in told if isinstance(author, dict)])


def _enclosures(item: _Object, base: str) -> Iterator[Enclosure]:
    attachments = item.get("attachments")
    for attachment in attachments if isinstance(attachments, list) else []:
        if isinstance(attachment, dict):
            length = _text(attachment, "size_in_bytes")
            file = enclosure(_address(attachment, base, "url"), _text(attachment, "mime_type"), length)
            if file:
                yield file
