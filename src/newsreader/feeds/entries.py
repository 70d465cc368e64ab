"""What every dialect ends in: entries that have a title and a name of their own, in a feed within its limits."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from newsreader.feeds.words import plain_line, tidy, title_from
from newsreader.model import Enclosure, ParsedEntry, shown_host

ENTRY_LIMIT = 1000
"""Entries at most in a feed (SECURITY: "1,000 entries a feed")."""

_LONGEST_GUID = 500
_UNTITLED = "Untitled"
_LONGEST_REST = timedelta(days=366)


def make_entry(
    *,
    guid: str = "",
    title: str = "",
    url: str | None = None,
    author: str = "",
    published: datetime | None = None,
    updated: datetime | None = None,
    summary: str = "",
    content: str = "",
    image_url: str | None = None,
    comments_url: str | None = None,
    enclosures: tuple[Enclosure, ...] = (),
) -> ParsedEntry | None:
    """Return an entry with what the feed left out made up for, or None when it says nothing at all.

    ``title`` and ``author`` are clean lines, ``summary`` and ``content`` tidy HTML, addresses web addresses;
    any may be empty.
    """
    guid = _guid(guid)
    said = (guid, title, url, author, published, updated, summary, content, image_url, comments_url, enclosures)
    if not any(said):
        return None
    return ParsedEntry(
        guid=guid or url or _digest(*map(str, said)),
        title=title or title_from(content or summary) or _stand_in(url, enclosures),
        url=url,
        author=author,
        published=published,
        updated=updated,
        summary=summary,
        content=content,
        image_url=image_url,
        comments_url=comments_url,
        enclosures=enclosures,
    )


def collect(entries: Iterable[ParsedEntry | None]) -> tuple[tuple[ParsedEntry, ...], bool]:
    """Return the entries that say something, and whether any were left out at the limit.

    Where entries of different addresses share a guid, it names none of them: their addresses do instead. An
    entry that is simply told twice stays so.
    """
    kept: list[ParsedEntry] = []
    truncated = False
    for entry in entries:
        if entry is None:
            continue
        if len(kept) == ENTRY_LIMIT:
            truncated = True
            break
        kept.append(entry)
    shared = {guid for guid, times in Counter(entry.guid for entry in kept).items() if times > 1}
    if shared:
        kept = _parted(kept, shared)
    return tuple(kept), truncated


def rest(minutes: float) -> timedelta | None:
    """Return how long a feed asks to be left alone, at most a year; None when it asks for nothing."""
    longest = _LONGEST_REST.total_seconds() / 60
    return timedelta(minutes=min(minutes, longest)) if minutes > 0 else None


def enclosure(url: str | None, media_type: str | None, length: str | int | None) -> Enclosure | None:
    """Return an enclosure, or None without a web address; ``length`` counts only when it is a number above 0."""
    if url is None:
        return None
    digits = str(length or "").strip()
    size = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 16 else 0
    return Enclosure(url, plain_line(media_type or "").lower(), size or None)


def _parted(entries: list[ParsedEntry], shared: set[str]) -> list[ParsedEntry]:
    addresses: dict[str, set[str | None]] = {}
    for entry in entries:
        addresses.setdefault(entry.guid, set()).add(entry.url)
    return [
        replace(entry, guid=entry.url or _digest(entry.title, entry.summary, entry.content))
        if entry.guid in shared and len(addresses[entry.guid]) > 1
        else entry
        for entry in entries
    ]


def _guid(text: str) -> str:
    text = " ".join(tidy(text).split())
    return text if len(text) <= _LONGEST_GUID else text[: _LONGEST_GUID - 65] + "#" + _digest(text)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()


def _stand_in(url: str | None, enclosures: tuple[Enclosure, ...]) -> str:
    """Return the best name for an entry without any words: its file's, its page's, or that it has none."""
    address = url or (enclosures[0].url if enclosures else "")
    name = urlsplit(address).path.rstrip("/").rpartition("/")[2]
    return plain_line(name if "." in name or "-" in name else shown_host(address)) or _UNTITLED
