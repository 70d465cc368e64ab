"""The health of a library: what is wrong with it, and what of that can be mended."""

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from newsreader.library.images import ImageFolder


def examine(connection: sqlite3.Connection, folder: ImageFolder) -> list[str]:
    """Return a sentence for each thing that is wrong; an empty list when all is well."""
    return [*_database_findings(connection), *_image_findings(connection, folder)]


def repair(connection: sqlite3.Connection, folder: ImageFolder) -> None:
    """Mend what can be: indexes and search are built again, images that are lost wait to be fetched again."""
    connection.execute("REINDEX")
    connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
    for digest, _ in _lost_images(connection, folder):
        connection.execute("UPDATE article_images SET hash = NULL WHERE hash = ?", (digest,))
        connection.execute("DELETE FROM images WHERE hash = ?", (digest,))


def _database_findings(connection: sqlite3.Connection) -> Iterator[str]:
    for (said,) in connection.execute("PRAGMA integrity_check(20)").fetchall():
        if said != "ok":
            yield f"the database is damaged: {said}"
    orphans = len(connection.execute("PRAGMA foreign_key_check").fetchall())
    if orphans:
        yield f"{orphans} rows of the database belong to nothing"
    try:
        connection.execute("INSERT INTO search (search) VALUES ('integrity-check')")
    except sqlite3.DatabaseError:
        yield "the search index does not agree with what it indexes"


def _image_findings(connection: sqlite3.Connection, folder: ImageFolder) -> Iterator[str]:
    for _, path in _lost_images(connection, folder):
        yield f"{path}: this picture of a bookmark is {'damaged' if path.exists() else 'missing'}"


def _lost_images(connection: sqlite3.Connection, folder: ImageFolder) -> list[tuple[str, Path]]:
    """Return hash and place of the images whose file is not there, or not what was saved."""
    rows = connection.execute("SELECT hash, suffix FROM images ORDER BY hash").fetchall()
    return [(digest, path) for digest, suffix in rows if _digest(path := folder.path(digest, suffix)) != digest]


def _digest(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
