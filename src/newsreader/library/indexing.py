"""Keeping the search index: what changed is noted at once, and put into the index when there is time for it.

Indexing costs as much as all the rest of storing a feed; done later, a refresh is over in half the time.
"""

import json
import sqlite3
from typing import Any, TypeAlias

from newsreader.formats.structure import article_from_json
from newsreader.library.packing import DAMAGED_TEXT, unpacked
from newsreader.library.plain import plain_text
from newsreader.library.search import indexed

Row: TypeAlias = tuple[int, str, str, str, str]
"""What the index is given of an entry: its id, body, title, author, and the reader's words."""

_BODY_LIMIT = 500_000
"""Characters of a body that can be found; longer pages are cut here."""

_SLICE = 100
"""Entries put into the index in one transaction: 10 to 20 ms, which a reader's change may have to wait."""

_MERGED = 200
"""Pages of the index merged in one transaction."""

_MORE_THAN_NOTHING = 2
"""Rows that change when there was something to merge."""

_WAITING = "SELECT entry_id FROM unindexed"
_TEXTS = (
    "e.id, e.title, e.author, c.content, c.summary, a.article, s.note,"
    " (SELECT group_concat(tag, ' ') FROM tags t WHERE t.entry_id = e.id) FROM entries e"
    " LEFT JOIN contents c ON c.entry_id = e.id LEFT JOIN articles a ON a.entry_id = e.id"
    " LEFT JOIN statuses s ON s.entry_id = e.id WHERE"
)
_INDEXED = f"SELECT {_TEXTS} e.id = ? AND e.id NOT IN ({_WAITING})"
_PENDING = f"SELECT {_TEXTS} e.id IN ({_WAITING} LIMIT ?)"


def enlist(connection: sqlite3.Connection, entry_id: int) -> None:
    """Note that a new entry is to be put into the index."""
    connection.execute("INSERT OR IGNORE INTO unindexed VALUES (?)", (entry_id,))


def withdraw(connection: sqlite3.Connection, entry_id: int) -> None:
    """Take an entry out of the index **before** what can be found of it changes, to be put back as it is then."""
    row = given(connection, entry_id)
    if row is not None:
        take_out(connection, [row])
    enlist(connection, entry_id)


def given(connection: sqlite3.Connection, entry_id: int) -> Row | None:
    """Return what the index was given of an entry, None when it is not in there."""
    found = connection.execute(_INDEXED, (entry_id,)).fetchone()
    return None if found is None else _row(found)


def take_out(connection: sqlite3.Connection, rows: list[Row]) -> None:
    """Take out of the index what it was ``given``; the room of it is free once that is merged.

    FTS5 keeps no texts here, so it has to be told what it was given: sqlite.org/fts5, 4.4.3 and 6.5. In another
    order than that of their ids it would write each by itself, and merge for a long time.
    """
    connection.executemany(
        "INSERT INTO search (search, rowid, body, title, author, note) VALUES ('delete', ?, ?, ?, ?, ?)",
        sorted(rows),
    )


def merge_some(connection: sqlite3.Connection, *, begin: bool = False) -> bool:
    """Merge some of the index, so that what was taken out of it takes no room; return whether there may be more.

    The first call is to ``begin``: sqlite.org/fts5, 6.8.
    """
    before = connection.total_changes
    connection.execute("INSERT INTO search (search, rank) VALUES ('merge', ?)", (-_MERGED if begin else _MERGED,))
    return connection.total_changes - before >= _MORE_THAN_NOTHING


def is_behind(connection: sqlite3.Connection) -> bool:
    """Return whether there are entries that cannot be found as they are now."""
    return connection.execute("SELECT 1 FROM unindexed LIMIT 1").fetchone() is not None


def index_some(connection: sqlite3.Connection) -> bool:
    """Put some of what was noted into the index, and return whether there may be more."""
    rows = connection.execute(_PENDING, (_SLICE,)).fetchall()
    connection.executemany(
        "INSERT INTO search (rowid, body, title, author, note) VALUES (?, ?, ?, ?, ?)", map(_row, rows)
    )
    connection.executemany("DELETE FROM unindexed WHERE entry_id = ?", [(row[0],) for row in rows])
    return len(rows) == _SLICE


def _row(found: tuple[Any, ...]) -> Row:
    """Return what the index is given of an entry: the same, whenever nothing of it has changed."""
    entry_id, title, author, content, summary, article, note, tags = found
    try:
        body = _article_text(article) if article is not None else plain_text(unpacked(content or summary or ""))
    except DAMAGED_TEXT:  # it is found by its title; the doctor tells of it, and has the index made anew
        body = ""
    said = " ".join(part for part in (note, tags) if part)
    return entry_id, indexed(body[:_BODY_LIMIT]), indexed(title), indexed(author), indexed(said)


def _article_text(written: str | bytes) -> str:
    article = article_from_json(json.loads(unpacked(written)))
    return f"{article.standfirst}\n{article.text}"
