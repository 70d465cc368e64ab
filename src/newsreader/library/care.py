"""Looking a library over: what is not as it should be, and mending what can be mended while it is open."""

import sqlite3
from hashlib import file_digest
from pathlib import Path

from newsreader.library.images import ImageFolder
from newsreader.library.migrations.v0002_notes_and_journal import SEARCH
from newsreader.model import DamagedLibraryError

_NAMED = 10
"""Findings of SQLite's own check that are told at most."""

_BELONGING = (
    ("entries", "source_id", "sources"),
    ("contents", "entry_id", "entries"),
    ("statuses", "entry_id", "entries"),
    ("tags", "entry_id", "entries"),
    ("articles", "entry_id", "entries"),
    ("article_images", "entry_id", "entries"),
    ("unindexed", "entry_id", "entries"),
    ("journal", "entry_id", "entries"),
    ("aged", "source_id", "sources"),
    ("changed_statuses", "entry_id", "entries"),
    ("changed_statuses", "change_id", "changes"),
    ("changed_sources", "source_id", "sources"),
    ("changed_sources", "change_id", "changes"),
    ("changed_notes", "entry_id", "entries"),
    ("changed_notes", "change_id", "changes"),
)
"""Table, column, and the table in which its value is an id; first those that others hang on."""


def findings(connection: sqlite3.Connection, folder: ImageFolder, *, index: bool = True) -> list[str]:
    """Return a sentence for everything that is wrong: the file, its references, the index, pictures not on disk.

    The search index can only be asked where it might be written: without ``index`` it is left out.
    """
    checked = connection.execute(f"PRAGMA integrity_check({_NAMED})").fetchall()
    found = [f"the library file is damaged: {said}" for (said,) in checked if said != "ok"]
    astray = len(connection.execute("PRAGMA foreign_key_check").fetchall())
    if astray:
        found.append(f"rows that belong to nothing: {astray}")
    if index and not _index_is_sound(connection):
        found.append("the search index does not fit what is in the library")
    return found + [
        f"{path}: this picture of a bookmark is {'damaged' if path.exists() else 'missing'}"
        for _, path in _lost_images(connection, folder)
    ]


def mend(connection: sqlite3.Connection, folder: ImageFolder) -> None:
    """Make the indexes anew, let go of rows that belong to nothing, and note lost pictures as still to be saved.

    Raises:
        DamagedLibraryError: the file itself is damaged, beyond its indexes.
    """
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
    (said,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if said != "ok":
        raise DamagedLibraryError("the library file is damaged", str(folder.folder.parent), "see newsreader doctor")


def remove_astray(connection: sqlite3.Connection) -> None:
    """Delete the rows whose entry, source, change or image does not exist."""
    for table, column, owner in _BELONGING:
        statement = ["DELETE FROM", table, "WHERE", column, "NOT IN (SELECT id FROM", owner, ")"]
        connection.execute(" ".join(statement))
    connection.execute("UPDATE article_images SET hash = NULL WHERE hash NOT IN (SELECT hash FROM images)")


def _index_is_sound(connection: sqlite3.Connection) -> bool:
    """Ask FTS5 itself; and all entries must be in the index but those that wait for it, and no others."""
    try:
        connection.execute("INSERT INTO search (search) VALUES ('integrity-check')")
        different = connection.execute(
            "SELECT id FROM entries WHERE id NOT IN (SELECT entry_id FROM unindexed)"
            " AND id NOT IN (SELECT id FROM search_docsize)"
            " UNION ALL SELECT id FROM search_docsize WHERE id NOT IN (SELECT id FROM entries)"
            " OR id IN (SELECT entry_id FROM unindexed) LIMIT 1"
        )
        return different.fetchone() is None
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        return False


def _lost_images(connection: sqlite3.Connection, folder: ImageFolder) -> list[tuple[str, Path]]:
    """Return hash and place of the images of articles whose file is not there, or not what was saved."""
    rows = connection.execute(
        "SELECT hash, suffix FROM images WHERE hash IN (SELECT hash FROM article_images) ORDER BY hash"
    ).fetchall()
    return [(digest, path) for digest, suffix in rows if _digest(path := folder.path(digest, suffix)) != digest]


def _digest(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
