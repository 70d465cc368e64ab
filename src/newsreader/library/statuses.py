"""What the reader does to headlines: read marks, bookmarks, notes and tags, and how far an article was read."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from newsreader.library import changes, journal
from newsreader.library.bookmarks import release_images
from newsreader.library.changes import Change
from newsreader.library.columns import fitting, ids_column, sound, to_column
from newsreader.library.journal import Status

_DIFFERENT = (
    "SELECT e.id FROM entries e LEFT JOIN statuses s ON s.entry_id = e.id"
    " WHERE e.id IN (SELECT value FROM json_each(?)) AND (s.COLUMN IS NOT NULL) <> ?"
)
_SET = (
    "INSERT INTO statuses (entry_id, COLUMN) SELECT value, ? FROM json_each(?) WHERE TRUE"
    " ON CONFLICT (entry_id) DO UPDATE SET COLUMN = excluded.COLUMN"
)


def mark_read(
    connection: sqlite3.Connection, ids: Sequence[int], read: bool, now: datetime, *, asked: bool = True
) -> int:
    """Mark entries as read or unread and return how many were not so; what was not ``asked`` is not undone."""
    change_id = changes.begin(connection, Change.READ if read else Change.UNREAD, now)
    many = put(connection, change_id, Status.READ, ids, now if read else None, now)
    return _only(connection, change_id, many) if asked else _unasked(connection, change_id, many)


def bookmark(connection: sqlite3.Connection, entry_id: int, now: datetime) -> bool:
    """Put a bookmark on an entry and return whether it had none."""
    change_id = changes.begin(connection, Change.BOOKMARK, now)
    return _only(connection, change_id, put(connection, change_id, Status.BOOKMARKED, [entry_id], now, now)) > 0


def unbookmark(connection: sqlite3.Connection, entry_id: int, now: datetime) -> bool:
    """Take the bookmark off an entry and return whether it had one.

    Nothing is deleted: the images are only released, for ``sweep`` to remove later.
    """
    change_id = changes.begin(connection, Change.UNBOOKMARK, now)
    return _only(connection, change_id, put(connection, change_id, Status.BOOKMARKED, [entry_id], None, now)) > 0


def annotate(connection: sqlite3.Connection, entry_id: int, note: str, tags: Sequence[str], now: datetime) -> bool:
    """Give an entry this note and these tags, in place of those it has, and return whether that is a change."""
    change_id = changes.begin(connection, Change.NOTE, now)
    changes.note_note(connection, change_id, entry_id)
    before = _annotation(connection, entry_id)
    changes.put_note(connection, entry_id, sound(note), map(sound, tags))
    return _only(connection, change_id, before != _annotation(connection, entry_id)) > 0


def put(
    connection: sqlite3.Connection,
    change_id: int,
    status: Status,
    ids: Sequence[int],
    moment: datetime | None,
    now: datetime,
) -> int:
    """Set a status of those of ``ids`` that have it not (or, for None, take it off those that have it).

    What was before is noted under the change, what is now in the journal; return how many were changed.
    """
    wanted = (ids_column(ids), moment is not None)
    rows = connection.execute(status.of_column(_DIFFERENT), wanted).fetchall()
    different = [entry_id for (entry_id,) in rows]
    changes.note_statuses(connection, change_id, different)
    connection.execute(status.of_column(_SET), (to_column(moment), ids_column(different)))
    journal.note(connection, status, different, moment is not None, now)
    if status is Status.BOOKMARKED:
        release_images(connection, different, now)
    return len(different)


def remember_position(connection: sqlite3.Connection, entry_id: int, position: int, now: datetime) -> None:
    """Note where the reading of an article was left; 0 when it is done, or was never begun."""
    connection.execute(
        "INSERT INTO statuses (entry_id, position, left_at) VALUES (?1, ?2, ?3)"
        " ON CONFLICT (entry_id) DO UPDATE SET position = ?2, left_at = ?3",
        (entry_id, fitting(position), to_column(now) if position > 0 else None),
    )


def _annotation(connection: sqlite3.Connection, entry_id: int) -> list[tuple[str]]:
    return connection.execute(
        "SELECT note FROM statuses WHERE entry_id = ?1 AND note <> ''"
        " UNION ALL SELECT '#' || tag FROM tags WHERE entry_id = ?1 ORDER BY 1",
        (entry_id,),
    ).fetchall()


def _unasked(connection: sqlite3.Connection, change_id: int, many: int) -> int:
    """Return ``many``; what the program did by itself is nothing to undo."""
    changes.withdraw(connection, change_id)
    return many


def _only(connection: sqlite3.Connection, change_id: int, many: int) -> int:
    """Return ``many``; a change of none is nothing to undo."""
    if not many:
        changes.withdraw(connection, change_id)
    return many
