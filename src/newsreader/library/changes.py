"""What the reader changed, with what was before, so that it can be undone: many steps, also after a restart."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from newsreader.library import indexing, journal
from newsreader.library.bookmarks import release_images
from newsreader.library.columns import ids_column, to_column
from newsreader.library.journal import Status

KEPT = 1_000
"""Changes that can be undone, one after the other."""


class Change(StrEnum):
    """What the reader did; the value is what undoing it says, before the title or the number of headlines."""

    READ = "Unread again"
    UNREAD = "Read again"
    BOOKMARK = "Bookmark taken back"
    UNBOOKMARK = "Bookmark restored"
    NOTE = "Note and tags as before"
    SUBSCRIBE = "Subscription taken back"
    UNSUBSCRIBE = "Subscribed again"
    MOVE = "Name and folder as before"
    IMPORT = "Import taken back"


_ABOUT = {
    Change.READ: (Status.READ,),
    Change.UNREAD: (Status.READ,),
    Change.BOOKMARK: (Status.BOOKMARKED,),
    Change.UNBOOKMARK: (Status.BOOKMARKED,),
}
"""The status that a change of a kind is about; of others it is all."""
_RESTORE = (
    "INSERT INTO statuses (entry_id, COLUMN) SELECT entry_id, COLUMN FROM changed_statuses WHERE change_id = ?"
    " ON CONFLICT (entry_id) DO UPDATE SET COLUMN = excluded.COLUMN"
)


def begin(connection: sqlite3.Connection, kind: Change, now: datetime) -> int:
    """Begin a change and return its id, under which what was before is noted."""
    change_id = connection.execute(
        "INSERT INTO changes (made_at, kind) VALUES (?, ?)", (to_column(now), kind.name)
    ).lastrowid
    connection.execute(
        "DELETE FROM changes WHERE id <= (SELECT id FROM changes ORDER BY id DESC LIMIT 1 OFFSET ?)", (KEPT,)
    )
    return int(change_id or 0)


def withdraw(connection: sqlite3.Connection, change_id: int) -> None:
    """Forget a change that turned out to change nothing."""
    connection.execute("DELETE FROM changes WHERE id = ?", (change_id,))


def note_statuses(connection: sqlite3.Connection, change_id: int, ids: Iterable[int]) -> None:
    """Note what is read and bookmarked among ``ids``, before that changes."""
    connection.execute(
        "INSERT OR IGNORE INTO changed_statuses SELECT ?, e.id, s.read_at, s.bookmarked_at FROM entries e"
        " LEFT JOIN statuses s ON s.entry_id = e.id WHERE e.id IN (SELECT value FROM json_each(?))",
        (change_id, ids_column(ids)),
    )


def note_source(connection: sqlite3.Connection, change_id: int, source_id: int) -> None:
    """Note what a subscription is called and where it stands, before that changes."""
    connection.execute(
        "INSERT OR IGNORE INTO changed_sources SELECT ?, id, subscribed, removed_at, title, folder FROM sources"
        " WHERE id = ?",
        (change_id, source_id),
    )


def note_new_source(connection: sqlite3.Connection, change_id: int, source_id: int, now: datetime) -> None:
    """Note that there was no such subscription; taking it back is removing it."""
    connection.execute(
        "INSERT OR IGNORE INTO changed_sources SELECT ?, id, 0, ?, title, folder FROM sources WHERE id = ?",
        (change_id, to_column(now), source_id),
    )


def note_note(connection: sqlite3.Connection, change_id: int, entry_id: int) -> None:
    """Note the note and the tags of an entry, before they change."""
    connection.execute(
        "INSERT OR IGNORE INTO changed_notes SELECT ?1, e.id, coalesce(s.note, ''),"
        " (SELECT json_group_array(tag) FROM tags WHERE entry_id = ?2)"
        " FROM entries e LEFT JOIN statuses s ON s.entry_id = e.id WHERE e.id = ?2",
        (change_id, entry_id),
    )


def undo(connection: sqlite3.Connection, now: datetime) -> str | None:
    """Take the last change back and return what that did, in a few words; None when there is nothing to undo."""
    while last := connection.execute("SELECT id, kind FROM changes ORDER BY id DESC LIMIT 1").fetchone():
        change_id, kind = last
        entries = _restore_statuses(connection, change_id, Change[kind], now)
        entries |= _restore_notes(connection, change_id)
        sources = _restore_sources(connection, change_id, now)
        told = _told(connection, entries, sources)
        _remove_brought(connection, change_id)
        withdraw(connection, change_id)
        if told:  # else all it was about is gone
            return f"{Change[kind]}: {told}"
    return None


def _restore_statuses(connection: sqlite3.Connection, change_id: int, kind: Change, now: datetime) -> set[int]:
    """Restore what a change of this kind is about, and leave as it is what was done since that it is not about."""
    rows = connection.execute("SELECT entry_id FROM changed_statuses WHERE change_id = ?", (change_id,)).fetchall()
    ids = {entry_id for (entry_id,) in rows}
    if ids:
        about = _ABOUT.get(kind, tuple(Status))
        journal.note_undone(connection, change_id, about, now)
        for status in about:
            connection.execute(status.of_column(_RESTORE), (change_id,))
        release_images(connection, ids, now)
    return ids


def _restore_notes(connection: sqlite3.Connection, change_id: int) -> set[int]:
    rows = connection.execute(
        "SELECT entry_id, note, tags FROM changed_notes WHERE change_id = ?", (change_id,)
    ).fetchall()
    for entry_id, note, tags in rows:
        put_note(connection, entry_id, note, json.loads(tags))
    return {entry_id for entry_id, _, _ in rows}


def put_note(connection: sqlite3.Connection, entry_id: int, note: str, tags: Iterable[str]) -> None:
    """Give an entry this note and these tags, and no others."""
    indexing.withdraw(connection, entry_id)
    connection.execute(
        "INSERT INTO statuses (entry_id, note) VALUES (?, ?)"
        " ON CONFLICT (entry_id) DO UPDATE SET note = excluded.note",
        (entry_id, note),
    )
    connection.execute("DELETE FROM tags WHERE entry_id = ?", (entry_id,))
    connection.executemany("INSERT OR IGNORE INTO tags VALUES (?, ?)", [(entry_id, tag) for tag in tags])


def _remove_brought(connection: sqlite3.Connection, change_id: int) -> None:
    """Remove the entries that a change brought, and no feed has told of since."""
    ids = connection.execute(
        "SELECT e.id FROM changes c JOIN changed_statuses b ON b.change_id = c.id"
        " JOIN entries e ON e.id = b.entry_id"
        " WHERE c.id = ? AND c.kind = ? AND e.first_seen = c.made_at AND e.digest = x''",
        (change_id, Change.IMPORT.name),
    ).fetchall()
    for (entry_id,) in ids:
        indexing.withdraw(connection, entry_id)
    connection.executemany("DELETE FROM entries WHERE id = ?", ids)


def _restore_sources(connection: sqlite3.Connection, change_id: int, now: datetime) -> list[str]:
    """Restore subscriptions, and return what they are called; one that is ended so is ended from now on."""
    rows = connection.execute(
        "SELECT subscribed, iif(removed_at IS NULL, NULL, ?), title, folder, source_id FROM changed_sources"
        " WHERE change_id = ?",
        (to_column(now), change_id),
    ).fetchall()
    connection.executemany(
        "UPDATE sources SET subscribed = ?, removed_at = ?, title = ?, folder = ? WHERE id = ?", rows
    )
    return [title for _, _, title, *_ in rows]


def _told(connection: sqlite3.Connection, entries: set[int], sources: list[str]) -> str:
    parts = []
    if len(entries) == 1:
        parts += connection.execute("SELECT title FROM entries WHERE id = ?", tuple(entries)).fetchone()
    elif entries:
        parts.append(f"{len(entries)} headlines")
    if sources:
        parts.append(sources[0] if len(sources) == 1 else f"{len(sources)} sources")
    return " and ".join(parts)
