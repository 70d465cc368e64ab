"""The clock that ages are judged by: not the clock of this moment, which may be wrong, but one a day older.

A clock that jumps a year ahead must let nothing go. So each sweep notes its moment; when the noted one is a day old
it becomes the one that ages are judged by, and what comes before a noted moment pulls it back. A wrong clock counts
only once it has been wrong for a day.
"""

import sqlite3
from datetime import datetime, timedelta

from newsreader.library.columns import to_column

GRACE = timedelta(days=7)
"""How long what the reader changed or removed can be had back, by undoing."""

_STANDING = timedelta(days=1)
_NOTED, _JUDGED = "sweep.noted", "sweep.judged"


def judge(connection: sqlite3.Connection, now: datetime) -> tuple[datetime | None, bool]:
    """Note the moment of a sweep; return the moment to judge ages by, and whether a day has begun for sweeping.

    The moment is None while there has been no sweep a day before.
    """
    noted, judged = _moment(connection, _NOTED), _moment(connection, _JUDGED)
    new_day = noted is None or now - noted >= _STANDING
    if new_day:
        noted, judged = now, noted
    elif noted is not None and now < noted:
        noted, judged = now, None if judged is None else min(judged, now)
    for key, moment in ((_NOTED, noted), (_JUDGED, judged)):
        if moment is not None:
            connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (key, moment.isoformat()))
    return judged, new_day


def judged_now(connection: sqlite3.Connection) -> datetime | None:
    """Return the moment that the last sweep judged ages by, or None."""
    return _moment(connection, _JUDGED)


def grace_began(moment: datetime) -> int:
    """Return, as a column, the moment since which changes can still be undone."""
    return to_column(moment - GRACE)


def _moment(connection: sqlite3.Connection, key: str) -> datetime | None:
    row = connection.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
    return None if row is None else datetime.fromisoformat(row[0])
