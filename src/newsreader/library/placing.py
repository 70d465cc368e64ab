"""Where a page that is brought in belongs: to an entry that is here, or to a new one under its source."""

import json
import sqlite3
from datetime import datetime
from typing import TYPE_CHECKING

from newsreader.library import indexing
from newsreader.library.articles import SAVED_PAGES, page_source
from newsreader.library.columns import from_column, sound, sound_or_none, to_column
from newsreader.library.headlines import find_entry
from newsreader.library.journal import Status
from newsreader.library.merging import Known, Said
from newsreader.library.packing import packed

if TYPE_CHECKING:
    from newsreader.formats.imports import ImportedPage


_BY_NAME = "SELECT id FROM entries WHERE source_id = ? AND guid = ?"
_BY_ADDRESS = "SELECT id FROM entries WHERE +source_id = ? AND url = ? LIMIT 1"
"""The plus has SQLite look by the address, of which there are few, and not through the whole source."""


class Places:
    """Finds and makes entries; what it once found out about sources it remembers."""

    def __init__(self, connection: sqlite3.Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self._feeds: dict[str, int | None] = {}
        self._pages: dict[str, int] = {}

    def find(self, page: "ImportedPage") -> int | None:
        """Return the entry that ``page`` is, or None.

        In its feed an entry is known by its name there, else by its address; anywhere else by its address alone.
        """
        source_id = self._feed(page)
        if source_id is None or not page.guid:
            found = find_entry(self._connection, sound(page.url)) if page.url else None
            if found is not None or source_id is None:
                return found
        row = self._connection.execute(_BY_NAME, (source_id, _name(page))).fetchone()
        row = row or self._connection.execute(_BY_ADDRESS, (source_id, sound_or_none(page.url))).fetchone()
        return None if row is None else int(row[0])

    def add(self, page: "ImportedPage") -> int:
        """Make an entry for ``page``, which :meth:`find` did not find, and return its id.

        Its digest is empty: nothing of it was told by its feed, which may yet tell it.
        """
        source_id = self._feed(page) or self._source(page)
        named = self._connection.execute(_BY_NAME, (source_id, _name(page))).fetchone()
        if named is not None:  # by another address than it has now
            return int(named[0])
        self._connection.execute("DELETE FROM aged WHERE source_id = ? AND guid = ?", (source_id, _name(page)))
        known = page.published or page.saved_at or self._now
        added = self._connection.execute(
            "INSERT INTO entries (source_id, guid, url, title, author, published, first_seen, sort_at, digest)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, x'')",
            (
                source_id,
                _name(page),
                sound_or_none(page.url),
                sound(page.title),
                sound(", ".join(page.authors)),
                *map(to_column, (page.published, self._now, min(known, self._now))),
            ),
        )
        entry_id = int(added.lastrowid or 0)
        text = packed(sound(page.html), fast=True) if page.feed_url is not None else ""
        self._connection.execute("INSERT INTO contents VALUES (?, '', ?, '[]')", (entry_id, text))
        indexing.enlist(self._connection, entry_id)
        return entry_id

    def _feed(self, page: "ImportedPage") -> int | None:
        """Return the source of the feed that told of ``page``, if it is here, subscribed to or not."""
        url = page.feed_url
        if url is not None and url not in self._feeds:
            row = self._connection.execute("SELECT id FROM sources WHERE url = ?", (sound(url),)).fetchone()
            self._feeds[url] = None if row is None else int(row[0])
        return None if url is None else self._feeds[url]

    def _source(self, page: "ImportedPage") -> int:
        """Return the source for a page whose feed is not here: that feed, to which nobody subscribes, or a name."""
        name = page.source or page.feed_url or SAVED_PAGES
        if page.feed_url is not None:
            added = self._connection.execute(
                "INSERT INTO sources (url, title, subscribed) VALUES (?, ?, 0)", (sound(page.feed_url), sound(name))
            )
            self._feeds[page.feed_url] = int(added.lastrowid or 0)
            return int(added.lastrowid or 0)
        if name not in self._pages:
            self._pages[name] = page_source(self._connection, name)
        return self._pages[name]


def _name(page: "ImportedPage") -> str:
    """Return what an entry is known by within its source."""
    return sound(page.guid or page.url or page.title)


def known_entry(connection: sqlite3.Connection, entry_id: int) -> Known:
    """Return what the reader did with an entry, and when."""
    row = connection.execute(
        "SELECT s.read_at IS NOT NULL, s.bookmarked_at IS NOT NULL, coalesce(s.note, ''),"
        " (SELECT json_group_array(tag) FROM tags WHERE entry_id = ?1)"
        " FROM entries e LEFT JOIN statuses s ON s.entry_id = e.id WHERE e.id = ?1",
        (entry_id,),
    ).fetchone()
    changed = dict(
        connection.execute("SELECT status, made_at FROM journal WHERE entry_id = ?", (entry_id,)).fetchall()
    )
    return Known(
        {
            status: Said(bool(value), from_column(changed.get(status.value)))
            for status, value in zip((Status.READ, Status.BOOKMARKED), row, strict=False)
        },
        row[2],
        tuple(json.loads(row[3])),
    )
