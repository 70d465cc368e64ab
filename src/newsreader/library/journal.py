"""The journal: of every status its last change, in the order they were made, to keep two libraries equal by."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newsreader.library.columns import ids_column, moment, to_column


class Status(StrEnum):
    """What an entry can be; the value is its name in the journal."""

    READ = "read"
    BOOKMARKED = "bookmarked"

    def of_column(self, statement: str) -> str:
        """Return an SQL statement about COLUMN as one about this status's column of ``statuses``."""
        return statement.replace("COLUMN", f"{self.value}_at")


@dataclass(frozen=True, slots=True)
class StatusChange:
    """The last change of one status of one entry.

    Attributes:
        number: grows with every change; those after a number are what came since.
        value: True when it was set, False when it was taken off.
        made_at: aware UTC, by this machine's clock.
    """

    number: int
    entry_id: int
    status: Status
    value: bool
    made_at: datetime


def note(
    connection: sqlite3.Connection, status: Status, ids: Iterable[int], value: bool, made_at: datetime
) -> None:
    """Note that a status of entries was set or taken off."""
    connection.execute(
        "INSERT OR REPLACE INTO journal (entry_id, status, value, made_at) SELECT value, ?, ?, ? FROM json_each(?)",
        (status.value, value, to_column(made_at), ids_column(ids)),
    )


def note_each(
    connection: sqlite3.Connection, status: Status, changes: Iterable[tuple[int, bool, datetime]]
) -> None:
    """Note changes of a status that were made elsewhere, each with its entry, its value and its own moment."""
    connection.executemany(
        "INSERT OR REPLACE INTO journal (entry_id, status, value, made_at) VALUES (?, ?, ?, ?)",
        [(entry_id, status.value, value, to_column(made_at)) for entry_id, value, made_at in changes],
    )


def note_undone(connection: sqlite3.Connection, change_id: int, about: Iterable[Status], made_at: datetime) -> None:
    """Note what taking back a change, which is about some statuses, is about to change."""
    for status in about:
        for value in (True, False):
            rows = connection.execute(status.of_column(_UNDONE), (change_id, value, value)).fetchall()
            note(connection, status, [entry_id for (entry_id,) in rows], value, made_at)


_UNDONE = (
    "SELECT c.entry_id FROM changed_statuses c LEFT JOIN statuses s USING (entry_id)"
    " WHERE c.change_id = ? AND (c.COLUMN IS NOT NULL) = ? AND (s.COLUMN IS NOT NULL) <> ?"
)


def changes_since(connection: sqlite3.Connection, number: int) -> list[StatusChange]:
    """Return what changed after ``number``, 0 for all, in the order it was changed."""
    rows = connection.execute(
        "SELECT id, entry_id, status, value, made_at FROM journal WHERE id > ? ORDER BY id", (number,)
    ).fetchall()
    return [
        StatusChange(id_, entry_id, Status(status), bool(value), moment(made_at))
        for id_, entry_id, status, value, made_at in rows
    ]
