"""What the library holds and the room it takes, counted in one look."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from newsreader.library import ageing, listing, space
from newsreader.library.bookmarks import COMPLETE
from newsreader.library.timekeeping import GRACE, judged_now
from newsreader.library.values import Holdings
from newsreader.model import HeadlineQuery, View

_NO_BACKUPS = ("library-damaged-", "library-rescued")
_COMPLETE = (
    "SELECT count(*) FROM statuses s CROSS JOIN entries e ON e.id = s.entry_id"
    " WHERE s.bookmarked_at IS NOT NULL AND COMPLETE"
).replace("COMPLETE", COMPLETE)


def holdings(connection: sqlite3.Connection, folder: Path, now: datetime) -> Holdings:
    """Return what is in the library in ``folder``."""
    unread, total = listing.count(connection, HeadlineQuery(), now)
    _, bookmarks = listing.count(connection, HeadlineQuery(View.BOOKMARKS), now)
    judged = judged_now(connection)
    return Holdings(
        folder=folder,
        headlines=total,
        unread=unread,
        articles=_count(connection, "SELECT count(*) FROM articles"),
        bookmarks=bookmarks,
        complete=_count(connection, _COMPLETE),
        pictures=_count(connection, "SELECT count(*) FROM images"),
        database_bytes=space.pages_in_use(connection),
        picture_bytes=space.picture_bytes(connection),
        oldest_read=ageing.oldest(connection),
        can_go=0 if judged is None else ageing.can_go(connection, judged, GRACE),
        last_backup=_last_backup(folder),
    )


def _count(connection: sqlite3.Connection, query: str) -> int:
    (many,) = connection.execute(query).fetchone()
    return int(many)


def _last_backup(folder: Path) -> datetime | None:
    copies = [path for path in folder.glob("library-*.db") if not path.name.startswith(_NO_BACKUPS)]
    written = max((path.stat().st_mtime for path in copies), default=None)
    return None if written is None else datetime.fromtimestamp(written, UTC)
