"""Removing what nobody can want any more: entries of ended subscriptions, unneeded images, stray files."""

import sqlite3
from pathlib import Path

from newsreader.library import indexing
from newsreader.library.ageing import NOT_UNDOABLE, SLICE
from newsreader.library.images import ImageFolder

_OF_REMOVED = (
    "SELECT e.id FROM sources o CROSS JOIN entries e ON e.source_id = o.id"
    " LEFT JOIN statuses s ON s.entry_id = e.id"
    " WHERE o.removed_at < :grace AND s.bookmarked_at IS NULL AND coalesce(s.note, '') = ''"
    " AND NOT EXISTS (SELECT 1 FROM tags t WHERE t.entry_id = e.id) AND NOT_UNDOABLE LIMIT :slice"
).replace("NOT_UNDOABLE", NOT_UNDOABLE)
_UNWANTED_IMAGES = (
    "SELECT hash, suffix FROM images WHERE saved_at < ?"
    " AND NOT EXISTS (SELECT 1 FROM article_images i WHERE i.hash = images.hash) LIMIT ?"
)


def remove_entries(connection: sqlite3.Connection, grace: int) -> int:
    """Remove some entries of subscriptions that ended before ``grace``, unless kept or noted; return how many."""
    ids = connection.execute(_OF_REMOVED, {"grace": grace, "slice": SLICE}).fetchall()
    rows = [indexing.given(connection, entry_id) for (entry_id,) in ids]
    indexing.take_out(connection, [row for row in rows if row is not None])
    connection.executemany("DELETE FROM entries WHERE id = ?", ids)
    connection.execute(
        "DELETE FROM aged WHERE source_id IN (SELECT id FROM sources WHERE removed_at < ?)", (grace,)
    )
    connection.execute(
        "DELETE FROM sources WHERE removed_at < ?"
        " AND NOT EXISTS (SELECT 1 FROM entries e WHERE e.source_id = sources.id)",
        (grace,),
    )
    return len(ids)


def forget_released(connection: sqlite3.Connection, grace: int) -> None:
    """Note that pictures that no bookmark has needed since ``grace`` are no longer there.

    This must be on disk before their files go: after a kill in between, a bookmark that is restored would else
    promise pictures that are gone, and never fetch them again.
    """
    connection.execute("UPDATE article_images SET hash = NULL WHERE released_at < ?", (grace,))


def remove_images(connection: sqlite3.Connection, folder: ImageFolder, grace: int) -> int:
    """Remove some images that no bookmark has needed since ``grace``, and return how many.

    Files go inside the transaction, so that no other process can be adding them; of one that is killed in between,
    the row stays, for the next sweep.
    """
    unwanted = connection.execute(_UNWANTED_IMAGES, (grace, SLICE)).fetchall()
    for digest, suffix in unwanted:
        for path in (folder.path(digest, suffix), folder.small_path(digest)):
            path.unlink(missing_ok=True)
        connection.execute("DELETE FROM images WHERE hash = ?", (digest,))
    return len(unwanted)


def orphans(connection: sqlite3.Connection, folder: ImageFolder, files: list[Path]) -> list[Path]:
    """Return those of ``files`` that no row knows, half-written ones among them."""
    rows = connection.execute("SELECT hash, suffix, small FROM images").fetchall()
    kept = {folder.path(digest, suffix) for digest, suffix, _ in rows}
    kept |= {folder.small_path(digest) for digest, _, small in rows if small}
    return [path for path in files if path not in kept]


def remove_orphans(connection: sqlite3.Connection, folder: ImageFolder, files: list[Path]) -> int:
    """Remove those of ``files`` that no row knows, and return how many they were."""
    gone = orphans(connection, folder, files)
    for path in gone:
        path.unlink(missing_ok=True)
    return len(gone)
