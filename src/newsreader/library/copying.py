"""A copy of a database in one file: taken while others write, and there whole or not at all."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from newsreader.library.syncing import sync_folder


def copy_database(connection: sqlite3.Connection, copy: Path) -> None:
    """Write all that ``connection`` sees at this moment to the file ``copy``, in place of one of that name.

    Raises:
        OSError, sqlite3.Error: the disk says no; nothing new is there then.
    """
    half = copy.with_name(f"{copy.name}.half")
    discard(half)
    os.close(os.open(half, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
    try:
        with closing(sqlite3.connect(half, isolation_level=None)) as target:
            connection.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")  # else the copy would come in three files
        half.replace(copy)
    finally:
        discard(half)
    sync_folder(copy.parent)


def discard(database: Path) -> None:
    """Delete a database that was not finished, and first what belongs to it: SQLite would apply it to the next."""
    for end in ("-journal", "-wal", "-shm", ""):
        database.with_name(f"{database.name}{end}").unlink(missing_ok=True)
