"""A copy of a database in one file: taken while others write, and there whole or not at all."""

import glob
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from newsreader.library.syncing import sync_folder


def copy_database(connection: sqlite3.Connection, copy: Path, *, version: int | None = None) -> None:
    """Write all that ``connection`` sees at this moment to the file ``copy``, in place of one of that name.

    With ``version`` only while it is of that version of the schema: else a faster program has made the copy.

    Raises:
        OSError, sqlite3.Error: the disk says no; nothing new is there then.
    """
    half = copy.with_name(f"{copy.name}.{os.getpid()}.half")  # two programs may copy at the same time
    _discard_left_over(copy)
    discard(half)
    os.close(os.open(half, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
    try:
        with closing(sqlite3.connect(half, isolation_level=None)) as target:
            connection.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")  # else the copy would come in three files
            (copied,) = target.execute("PRAGMA user_version").fetchone()
        if version in (None, copied):
            half.replace(copy)
    finally:
        discard(half)
    sync_folder(copy.parent)


def _discard_left_over(copy: Path) -> None:
    """Delete what copies to the same place left whose program was killed."""
    for half in copy.parent.glob(f"{glob.escape(copy.name)}.*.half"):
        number = half.suffixes[-2].removeprefix(".")
        if number.isdecimal() and not _runs(int(number)):
            discard(half)


def _runs(number: int) -> bool:
    try:
        os.kill(number, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:  # somebody else's
        return True
    return True


def discard(database: Path) -> None:
    """Delete a database that was not finished, and first what belongs to it: SQLite would apply it to the next."""
    for end in ("-journal", "-wal", "-shm", ""):
        database.with_name(f"{database.name}{end}").unlink(missing_ok=True)
