"""A library that can be read, but not changed: why that is, and how its file is opened then.

A database in WAL mode is read by the help of two files beside it, for which somebody must be allowed to write:
sqlite.org/wal.html, "Read-Only Databases". Where there are none nobody is writing, and it is read as it lies there.
"""

import os
import sqlite3
from pathlib import Path

from newsreader.library.failures import newer
from newsreader.library.migrations import MIGRATIONS
from newsreader.model import LibraryError

_BARRED = (
    "the library may not be written: it can be read here, but not changed;"
    " make its folder writable, or choose another one with --library"
)


def barrier(path: Path) -> str:
    """Return the sentence that says why the library at ``path`` can only be read; empty when it may be written."""
    needed = [path.parent, path, *_beside(path)]
    if path.exists() and not all(os.access(place, os.W_OK) for place in needed if place.exists()):
        return _BARRED
    return ""


def address(path: Path) -> str:
    """Return the URI by which SQLite reads the database at ``path`` and writes nothing.

    Raises:
        LibraryError: its last changes are in a file that cannot be read without writing another.
    """
    log, index = _beside(path)
    pending = log.exists() and log.stat().st_size > 0
    if pending and not index.exists() and not os.access(path.parent, os.W_OK):
        raise LibraryError(
            "the last changes of the library are in a file beside it that can only be read where one may write",
            str(log),
            "copy the whole folder to such a place and open it there with --library",
        )
    live = pending or (log.exists() and index.exists())
    return f"{path.absolute().as_uri()}?{'mode=ro' if live else 'immutable=1'}"


def check_version(connection: sqlite3.Connection, path: Path) -> None:
    """See that the library is of this version, for reading alone cannot make it so.

    Raises:
        LibraryError: it is of an older version or of a newer one, or there is nothing in it.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(MIGRATIONS):
        raise newer(path)
    if version < len(MIGRATIONS):
        raise LibraryError(
            "the library is of an older newsreader, and cannot be brought up to date where it may only be read",
            str(path),
            "open it once where it may be written",
        )


def _beside(path: Path) -> tuple[Path, Path]:
    """Return where the log of changes is, and the index of it."""
    return path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")
