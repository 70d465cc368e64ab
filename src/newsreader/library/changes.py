"""What the reader changed, with what was before, so that it can be undone: many steps, also after a restart."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newsreader.library.columns import ids_column, to_column

KEPT = 1_000
"""Changes that can be undone, one after the other."""


class Change(StrEnum):
    """What the reader did; the value is what undoing it says, before the title or the number of headlines."""

    READ = "Unread again"
    UNREAD = "Read again"
    BOOKMARK = "Bookmark taken back"
    UNBOOKMARK = "Bookmark restored"
    UNSUBSCRIBE = "Subscribed again"


@dataclass(frozen=True, slots=True)
class _Column:
    """The statements that note, set and restore one column of statuses."""

    note: str
    set: str
    restore: str


_NOTE = (
    "INSERT INTO changed_statuses SELECT ?, e.id, s.read_at, s.bookmarked_at FROM entries e"
    " LEFT JOIN statuses s ON s.entry_id = e.id WHERE e.id IN (SELECT value FROM json_each(?)) AND "
)
_READ_AT = _Column(
    note=_NOTE + "(s.read_at IS NOT NULL) <> ?",
    set="INSERT INTO statuses (entry_id, read_at) SELECT entry_id, ? FROM changed_statuses WHERE change_id = ?"
    " ON CONFLICT (entry_id) DO UPDATE SET read_at = excluded.read_at",
    restore="INSERT INTO statuses (entry_id, read_at) SELECT entry_id, read_at FROM changed_statuses"
    " WHERE change_id = ? ON CONFLICT (entry_id) DO UPDATE SET read_at = excluded.read_at",
)
_BOOKMARKED_AT = _Column(
    note=_NOTE + "(s.bookmarked_at IS NOT NULL) <> ?",
    set="INSERT INTO statuses (entry_id, bookmarked_at) SELECT entry_id, ? FROM changed_statuses"
    " WHERE change_id = ? ON CONFLICT (entry_id) DO UPDATE SET bookmarked_at = excluded.bookmarked_at",
    restore="INSERT INTO statuses (entry_id, bookmarked_at) SELECT entry_id, bookmarked_at FROM changed_statuses"
    " WHERE change_id = ? ON CONFLICT (entry_id) DO UPDATE SET bookmarked_at = excluded.bookmarked_at",
)


def mark_read(connection: sqlite3.Connection, ids: list[int], read: bool, now: datetime) -> int:
    """Mark entries as read or unread and return how many were not so before."""
    change = _begin(connection, Change.READ if read else Change.UNREAD, now)
    return _change_statuses(connection, change, _READ_AT, ids, now if read else None)


def bookmark(connection: sqlite3.Connection, entry_id: int, now: datetime) -> bool:
    """Put a bookmark on an entry and return whether it had none."""
    change = _begin(connection, Change.BOOKMARK, now)
    _release_images(connection, [entry_id], None)
    return _change_statuses(connection, change, _BOOKMARKED_AT, [entry_id], now) > 0


def unbookmark(connection: sqlite3.Connection, entry_id: int, now: datetime) -> bool:
    """Take the bookmark off an entry and return whether it had one.

    Nothing is deleted: the images are only released, for ``sweep`` to remove a day later.
    """
    change = _begin(connection, Change.UNBOOKMARK, now)
    had_one = _change_statuses(connection, change, _BOOKMARKED_AT, [entry_id], None) > 0
    if had_one:
        _release_images(connection, [entry_id], now)
    return had_one


def unsubscribe(connection: sqlite3.Connection, source_id: int, now: datetime) -> bool:
    """Take a source out of the subscriptions and return whether it was among them; ``sweep`` removes the rest."""
    ended = connection.execute(
        "UPDATE sources SET subscribed = 0, removed_at = ? WHERE id = ? AND subscribed", (to_column(now), source_id)
    ).rowcount
    if ended:
        _begin(connection, Change.UNSUBSCRIBE, now, source_id)
    return ended > 0


def undo(connection: sqlite3.Connection, now: datetime) -> str | None:
    """Take the last change back and return what that did, in a few words; None when there is nothing to undo."""
    while last := connection.execute("SELECT id, kind, source_id FROM changes ORDER BY id DESC LIMIT 1").fetchone():
        change_id, kind, source_id = last
        if source_id is None:
            told = _restore_statuses(connection, change_id, Change[kind], now)
        else:
            told = _restore_subscription(connection, source_id)
        connection.execute("DELETE FROM changes WHERE id = ?", (change_id,))
        if told:  # else all it was about is gone
            return f"{Change[kind]}: {told}"
    return None


def _begin(connection: sqlite3.Connection, kind: Change, now: datetime, source_id: int | None = None) -> int:
    change_id = connection.execute(
        "INSERT INTO changes (made_at, kind, source_id) VALUES (?, ?, ?)", (to_column(now), kind.name, source_id)
    ).lastrowid
    connection.execute("DELETE FROM changes WHERE id <= ?", ((change_id or 0) - KEPT,))
    return int(change_id or 0)


def _change_statuses(
    connection: sqlite3.Connection, change_id: int, column: _Column, ids: list[int], moment: datetime | None
) -> int:
    """Set a column of those of ``ids`` it is not set for (or, for None, is), noting what was; return how many."""
    count = connection.execute(column.note, (change_id, ids_column(ids), moment is not None)).rowcount
    if count:
        connection.execute(column.set, (to_column(moment), change_id))
    else:
        connection.execute("DELETE FROM changes WHERE id = ?", (change_id,))
    return count


def _restore_statuses(connection: sqlite3.Connection, change_id: int, kind: Change, now: datetime) -> str:
    rows = connection.execute("SELECT entry_id FROM changed_statuses WHERE change_id = ?", (change_id,)).fetchall()
    ids = [entry_id for (entry_id,) in rows]
    if kind in (Change.READ, Change.UNREAD):
        connection.execute(_READ_AT.restore, (change_id,))
    else:
        connection.execute(_BOOKMARKED_AT.restore, (change_id,))
        _release_images(connection, ids, now if kind is Change.BOOKMARK else None)
    if len(ids) == 1:
        return str(connection.execute("SELECT title FROM entries WHERE id = ?", ids).fetchone()[0])
    return f"{len(ids)} headlines" if ids else ""


def _restore_subscription(connection: sqlite3.Connection, source_id: int) -> str:
    connection.execute("UPDATE sources SET subscribed = 1, removed_at = NULL WHERE id = ?", (source_id,))
    return str(connection.execute("SELECT title FROM sources WHERE id = ?", (source_id,)).fetchone()[0])


def _release_images(connection: sqlite3.Connection, ids: list[int], moment: datetime | None) -> None:
    connection.executemany(
        "UPDATE article_images SET released_at = ? WHERE entry_id = ?",
        [(to_column(moment), entry_id) for entry_id in ids],
    )
