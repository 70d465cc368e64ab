"""Looking a library over: what is not as it should be, and mending what can be mended while it is open."""

import sqlite3
from hashlib import file_digest
from pathlib import Path

from newsreader.library.images import ImageFolder
from newsreader.library.migrations.v0001_first_library import SEARCH

_NAMED = 10
"""Findings of SQLite's own check that are told at most."""

_ASTRAY = (
    "DELETE FROM entries WHERE source_id NOT IN (SELECT id FROM sources)",
    "DELETE FROM contents WHERE entry_id NOT IN (SELECT id FROM entries)",
    "DELETE FROM statuses WHERE entry_id NOT IN (SELECT id FROM entries)",
    "DELETE FROM articles WHERE entry_id NOT IN (SELECT id FROM entries)",
    "DELETE FROM article_images WHERE entry_id NOT IN (SELECT id FROM entries)",
    "DELETE FROM unindexed WHERE entry_id NOT IN (SELECT id FROM entries)",
    "DELETE FROM changes WHERE source_id NOT IN (SELECT id FROM sources)",
    "DELETE FROM changed_statuses WHERE entry_id NOT IN (SELECT id FROM entries)",
    "DELETE FROM changed_statuses WHERE change_id NOT IN (SELECT id FROM changes)",
    "UPDATE article_images SET hash = NULL WHERE hash NOT IN (SELECT hash FROM images)",
)


def findings(connection: sqlite3.Connection, folder: ImageFolder) -> list[str]:
    """Return a sentence for everything that is wrong: the file, its references, the index, pictures not on disk."""
    checked = connection.execute(f"PRAGMA integrity_check({_NAMED})").fetchall()
    found = [f"the library file is damaged: {said}" for (said,) in checked if said != "ok"]
    astray = len(connection.execute("PRAGMA foreign_key_check").fetchall())
    if astray:
        found.append(f"rows that belong to nothing: {astray}")
    if not _index_is_sound(connection):
        found.append("the search index does not fit what is in the library")
    return found + [
        f"{path}: this picture of a bookmark is {'damaged' if path.exists() else 'missing'}"
        for _, path in _lost_images(connection, folder)
    ]


def mend(connection: sqlite3.Connection, folder: ImageFolder) -> None:
    """Make the indexes anew, let go of rows that belong to nothing, and note lost pictures as still to be saved."""
    connection.execute("REINDEX")
    remove_astray(connection)
    if not _index_is_sound(connection):
        connection.execute("DROP TABLE search")
        connection.execute(SEARCH)
        connection.execute("INSERT OR IGNORE INTO unindexed SELECT id FROM entries")
    for digest, path in _lost_images(connection, folder):
        path.unlink(missing_ok=True)
        connection.execute("UPDATE article_images SET hash = NULL WHERE hash = ?", (digest,))
        connection.execute("DELETE FROM images WHERE hash = ?", (digest,))


def remove_astray(connection: sqlite3.Connection) -> None:
    """Delete the rows whose entry, source, change or image does not exist."""
    for statement in _ASTRAY:
        connection.execute(statement)


def _index_is_sound(connection: sqlite3.Connection) -> bool:
    """Ask FTS5 itself; and nothing may be in the index that is not in the library."""
    try:
        connection.execute("INSERT INTO search (search) VALUES ('integrity-check')")
        extra = connection.execute("SELECT 1 FROM search WHERE rowid NOT IN (SELECT id FROM entries) LIMIT 1")
        return extra.fetchone() is None
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        return False


def _lost_images(connection: sqlite3.Connection, folder: ImageFolder) -> list[tuple[str, Path]]:
    """Return hash and place of the images whose file is not there, or not what was saved."""
    rows = connection.execute("SELECT hash, suffix FROM images ORDER BY hash").fetchall()
    return [(digest, path) for digest, suffix in rows if _digest(path := folder.path(digest, suffix)) != digest]


def _digest(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
