"""Sweeping: what nobody can want any more goes, a day after it was let go."""

import sqlite3
from datetime import datetime, timedelta

from newsreader.library import indexing
from newsreader.library.columns import to_column
from newsreader.library.images import ImageFolder

GRACE = timedelta(days=1)
"""How long what was removed can be had back with its images, by undoing."""


def forget_released(connection: sqlite3.Connection, now: datetime) -> None:
    """Note that pictures let go of more than a day ago are no longer there.

    This must be on disk before ``sweep`` removes their files: after a kill in between, a bookmark that is restored
    would else promise pictures that are gone, and never fetch them again.
    """
    connection.execute("UPDATE article_images SET hash = NULL WHERE released_at < ?", (to_column(now - GRACE),))


def sweep(connection: sqlite3.Connection, folder: ImageFolder, now: datetime) -> int:
    """Remove what has been released for more than a day, and return how many image files went.

    Entries of removed subscriptions go unless bookmarked; then images that no bookmark needs: their rows, and
    files without a row. Files are removed inside the transaction, so that no other process can be adding them.
    """
    old = to_column(now - GRACE)
    _remove_entries(connection, old)
    connection.execute(
        "DELETE FROM images WHERE saved_at < ?"
        " AND hash NOT IN (SELECT hash FROM article_images WHERE hash IS NOT NULL)",
        (old,),
    )
    kept = {folder.path(*row) for row in connection.execute("SELECT hash, suffix FROM images").fetchall()}
    gone = [path for path in folder.files_before(now - GRACE) if path not in kept]
    for path in gone:
        path.unlink(missing_ok=True)
    return len(gone)


def _remove_entries(connection: sqlite3.Connection, old: int | None) -> None:
    doomed = (
        "SELECT e.id FROM entries e JOIN sources o ON o.id = e.source_id LEFT JOIN statuses s ON s.entry_id = e.id"
        " WHERE o.removed_at < ?1 AND s.bookmarked_at IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM changed_statuses b JOIN changes c ON c.id = b.change_id"
        " WHERE b.entry_id = e.id AND c.made_at >= ?1)"
    )
    ids = connection.execute(doomed, (old,)).fetchall()
    for (entry_id,) in ids:
        indexing.withdraw(connection, entry_id)
    connection.executemany("DELETE FROM entries WHERE id = ?", ids)
    connection.execute(
        "DELETE FROM sources WHERE removed_at < ?"
        " AND NOT EXISTS (SELECT 1 FROM entries e WHERE e.source_id = sources.id)",
        (old,),
    )
