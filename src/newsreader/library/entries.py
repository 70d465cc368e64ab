"""What feeds said: new entries are added, changed ones updated in place, and those that vanish stay."""

import json
import re
import sqlite3
from collections.abc import Mapping
from datetime import datetime
from functools import cache

from newsreader.library import indexing
from newsreader.library.columns import sound, sound_or_none, to_column
from newsreader.library.packing import packed, unpacked
from newsreader.library.plain import plain_text
from newsreader.library.values import FeedText
from newsreader.model import ParsedEntry, count_words, reading_minutes
from newsreader.model.sealed import SealedEntry
from newsreader.model.text import WORDS_A_MINUTE

_DASHES = re.compile("[–—]| - ")


def store_entries(
    connection: sqlite3.Connection, source_id: int, entries: tuple[SealedEntry, ...], now: datetime
) -> int:
    """Store what a feed says now and return how many of its entries are new.

    An entry is known by its guid; of two with the same guid the first counts. One that says something else than
    before is updated, and keeps its id, its status, its article and the moment it was first seen. One that was let
    go is not new again, as long as the feed lists it.
    """
    new = 0
    away: set[str] = set()
    listed: dict[str, SealedEntry] = {}
    for entry in entries:
        listed.setdefault(sound(entry.guid), entry)
    aged = {guid for (guid,) in connection.execute("SELECT guid FROM aged WHERE source_id = ?", (source_id,))}
    for guid, entry in _news(connection, source_id, listed):
        known = connection.execute(
            "SELECT id, digest FROM entries WHERE source_id = ? AND guid = ?", (source_id, guid)
        ).fetchone() or _recognised(connection, source_id, guid, entry.opened())
        if known is None and guid in aged:
            away.add(guid)
            continue
        if known is None:
            _add(connection, source_id, guid, entry, now)
            new += 1
        elif known[1] != entry.digest:
            _update(connection, known[0], entry)
    if listed:  # a feed that lists nothing at all has had a mishap, and will list everything again
        gone = [(source_id, guid) for guid in aged - away]
        connection.executemany("DELETE FROM aged WHERE source_id = ? AND guid = ?", gone)
    return new


def feed_text(connection: sqlite3.Connection, entry_id: int) -> FeedText | None:
    """Return what the feed carried for an entry, its content or else its summary; None when it carried nothing."""
    row = connection.execute(
        "SELECT c.content, c.summary, coalesce(e.url, s.site_url, s.url, '') FROM contents c"
        " JOIN entries e ON e.id = c.entry_id JOIN sources s ON s.id = e.source_id WHERE c.entry_id = ?",
        (entry_id,),
    ).fetchone()
    if row is None or not (row[0] or row[1]):
        return None
    return FeedText(unpacked(row[0] or row[1]), row[2])


def _news(
    connection: sqlite3.Connection, source_id: int, listed: Mapping[str, SealedEntry]
) -> list[tuple[str, SealedEntry]]:
    """Return the entries that are not known as they are, with their guids, in the order of the feed.

    One row for all: at each row sqlite3 lets other threads compute, and the screen has to wait until they are done.
    """
    digests = json.dumps([(guid, entry.digest.hex().upper()) for guid, entry in listed.items()])
    (places,) = connection.execute(
        "SELECT json_group_array(key) FROM (SELECT j.key FROM json_each(?) j LEFT JOIN entries e"
        " ON e.source_id = ? AND e.guid = json_extract(j.value, '$[0]')"
        " WHERE e.id IS NULL OR hex(e.digest) <> json_extract(j.value, '$[1]') ORDER BY j.key)",
        (digests, source_id),
    ).fetchone()
    every = list(listed.items())
    return [every[place] for place in json.loads(places)]


def _recognised(
    connection: sqlite3.Connection, source_id: int, guid: str, entry: ParsedEntry
) -> tuple[int, bytes] | None:
    """Return the entry that another program knew by its address alone, called from now on as its feed calls it."""
    row = connection.execute(
        "SELECT id FROM entries WHERE +source_id = ? AND url = ? AND digest = x'' LIMIT 1",
        (source_id, sound_or_none(entry.url)),
    ).fetchone()
    if row is None:
        return None
    connection.execute("UPDATE entries SET guid = ? WHERE id = ?", (guid, row[0]))
    return int(row[0]), b""


def _add(connection: sqlite3.Connection, source_id: int, guid: str, closed: SealedEntry, now: datetime) -> None:
    entry = closed.opened()
    length = _length(plain_text(entry.content or entry.summary))
    sort_at = min(entry.published or now, now)
    added = connection.execute(
        "INSERT INTO entries (source_id, guid, first_seen, sort_at, words, minutes, url, title, author, published,"
        " updated, image_url, comments_url, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (source_id, guid, to_column(now), to_column(sort_at), *length, *_said(entry), closed.digest),
    )
    entry_id = int(added.lastrowid or 0)
    connection.execute("INSERT INTO contents VALUES (?, ?, ?, ?)", (entry_id, *_carried(entry)))
    indexing.enlist(connection, entry_id)


def _update(connection: sqlite3.Connection, entry_id: int, closed: SealedEntry) -> None:
    entry = closed.opened()
    indexing.withdraw(connection, entry_id)
    connection.execute(
        "UPDATE entries SET url = ?, title = ?, author = ?, published = ?, updated = ?, image_url = ?,"
        " comments_url = ?, digest = ?, sort_at = min(first_seen, coalesce(?, first_seen)) WHERE id = ?",
        (*_said(entry), closed.digest, to_column(entry.published), entry_id),
    )
    connection.execute(
        "UPDATE contents SET summary = ?, content = ?, enclosures = ? WHERE entry_id = ?",
        (*_carried(entry), entry_id),
    )
    if not connection.execute("SELECT 1 FROM articles WHERE entry_id = ?", (entry_id,)).fetchone():
        length = _length(plain_text(entry.content or entry.summary))
        connection.execute("UPDATE entries SET words = ?, minutes = ? WHERE id = ?", (*length, entry_id))


def _said(entry: ParsedEntry) -> tuple[str | int | None, ...]:
    return (
        sound_or_none(entry.url),
        sound(entry.title),
        sound(entry.author),
        to_column(entry.published),
        to_column(entry.updated),
        sound_or_none(entry.image_url),
        sound_or_none(entry.comments_url),
    )


def _carried(entry: ParsedEntry) -> tuple[str | bytes, str | bytes, str]:
    enclosures = [[file.url, file.media_type, file.length] for file in entry.enclosures]
    summary, content = (packed(sound(text), fast=True) for text in (entry.summary, entry.content))
    return summary, content, json.dumps(enclosures)


def _length(body: str) -> tuple[int | None, int | None]:
    """Return words and minutes of a text, None when there is none.

    Where words are parted by spaces the spaces are counted, which takes a tenth of the time of counting words.
    """
    if not body.isascii() and _unspaced_script().search(body):
        return count_words(body) or None, reading_minutes(body) or None
    words = len(_DASHES.sub(" ", body).split())
    return words or None, -(-words // WORDS_A_MINUTE) or None


@cache
def _unspaced_script() -> re.Pattern[str]:
    """Return a pattern that takes longer to compile than the first screen has time for."""
    return re.compile("[\u0e00-\u1fff\u2e80-\U0010ffff]")
