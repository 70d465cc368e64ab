"""Ageing: what was read long ago goes, and what was read longest ago when the library is too large.

What is unread, bookmarked, noted, tagged or begun never goes, nor what an undo of the last days would need.
"""

import sqlite3
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from newsreader.library import indexing, space
from newsreader.library.columns import from_column, to_column
from newsreader.library.timekeeping import grace_began

SLICE = 50
"""Entries looked at in one transaction, for which a reader's change may have to wait."""

NOT_UNDOABLE = (
    "NOT EXISTS (SELECT 1 FROM changed_statuses b JOIN changes c ON c.id = b.change_id"
    " WHERE b.entry_id = e.id AND c.made_at >= :grace)"
    " AND NOT EXISTS (SELECT 1 FROM changed_notes b JOIN changes c ON c.id = b.change_id"
    " WHERE b.entry_id = e.id AND c.made_at >= :grace)"
)
"""SQL over ``entries e``: no change since ``:grace`` is about it."""

_MAY_GO = (
    "s.bookmarked_at IS NULL AND s.left_at IS NULL AND s.note = '' AND e.first_seen < :before"
    " AND NOT EXISTS (SELECT 1 FROM tags t WHERE t.entry_id = e.id) AND NOT_UNDOABLE"
).replace("NOT_UNDOABLE", NOT_UNDOABLE)
_LOOKED_AT = (
    "SELECT o.read_at, o.entry_id, MAY_GO FROM (SELECT read_at, entry_id FROM statuses"
    " WHERE read_at < :before AND read_at >= :read_at AND (read_at > :read_at OR entry_id < :entry_id)"
    " ORDER BY read_at, entry_id DESC LIMIT :slice) o"
    " CROSS JOIN entries e ON e.id = o.entry_id CROSS JOIN statuses s ON s.entry_id = o.entry_id"
).replace("MAY_GO", _MAY_GO)
_CAN_GO = " FROM statuses s CROSS JOIN entries e ON e.id = s.entry_id WHERE s.read_at < :before AND " + _MAY_GO
_NEVER = 2**62
_CHARACTERS_A_BYTE = 2
"""Of text, for each byte of the search index: rather too few, so that rather too little goes than too much."""


@dataclass(frozen=True, slots=True)
class Pass:
    """How far one pass over what was read has come, from the longest ago on.

    Attributes:
        read_at, entry_id: of the last entry that was looked at.
        gone: entries that went.
        unmerged: bytes that will be free once the search index is merged, about.
        over: there is nothing more to look at, or the library is small enough.
    """

    read_at: int = -(2**63)
    entry_id: int = 2**63 - 1
    gone: int = 0
    unmerged: int = 0
    over: bool = False


def age_some(
    connection: sqlite3.Connection, so_far: Pass, judged: datetime, keep: timedelta, size: int | None = None
) -> Pass:
    """Let go of some of what was read and first seen more than ``keep`` before ``judged``; return how far it came.

    With ``size``, in bytes, only until the library is no larger.
    """
    room = None if size is None else size - space.picture_bytes(connection)
    place = {"read_at": so_far.read_at, "entry_id": so_far.entry_id, "slice": SLICE}
    rows = connection.execute(_LOOKED_AT, _values(judged, keep) | place).fetchall()
    gone, unmerged, over, indexed = so_far.gone, so_far.unmerged, len(rows) < SLICE, []
    for read_at, entry_id, may_go in rows:
        if room is not None and space.pages_in_use(connection) - unmerged <= room:
            over = True
            break
        if may_go:
            row = let_go(connection, entry_id)
            gone += 1
            if row is not None:
                indexed.append(row)
                unmerged += sum(map(len, row[1:])) // _CHARACTERS_A_BYTE
        so_far = Pass(read_at, entry_id)
    indexing.take_out(connection, indexed)
    return replace(so_far, gone=gone, unmerged=unmerged, over=over)


def let_go(connection: sqlite3.Connection, entry_id: int) -> indexing.Row | None:
    """Delete an entry and all that hangs on it; its feed may go on listing it without it being new again.

    Returns what has to be taken out of the search index.
    """
    connection.execute(
        "INSERT OR IGNORE INTO aged SELECT o.id, e.guid FROM entries e JOIN sources o ON o.id = e.source_id"
        " WHERE e.id = ? AND o.url IS NOT NULL",
        (entry_id,),
    )
    indexed = indexing.given(connection, entry_id)
    connection.execute("DELETE FROM entries WHERE id = ?", (entry_id,))
    return indexed


def can_go(connection: sqlite3.Connection, judged: datetime, keep: timedelta) -> int:
    """Return how many entries may go that were read and first seen more than ``keep`` before ``judged``."""
    (many,) = connection.execute("SELECT count(*)" + _CAN_GO, _values(judged, keep)).fetchone()
    return int(many)


def oldest(connection: sqlite3.Connection) -> datetime | None:
    """Return when that was read, or first seen if that was later, which ages out first; None when nothing does."""
    values = {"before": _NEVER, "grace": _NEVER}
    (found,) = connection.execute("SELECT min(max(s.read_at, e.first_seen))" + _CAN_GO, values).fetchone()
    return from_column(found)


def _values(judged: datetime, keep: timedelta) -> dict[str, int]:
    return {"before": to_column(judged - keep), "grace": grace_began(judged)}
