"""The database file: making it, opening it with the right pragmas, and bringing an older one up to date."""

import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path

from newsreader.library import space
from newsreader.library.copying import copy_database
from newsreader.library.failures import newer, told
from newsreader.library.migrations import MIGRATIONS
from newsreader.library.readonly import address, check_version

FILE_NAME = "library.db"
PATIENCE = 10.0
"""Seconds to wait for another process's transaction, which is short."""


def prepare(folder: Path) -> Path:
    """Make the library's folder (0700) and file (0600) where missing, bring the schema up to date, return the file.

    Raises:
        LibraryError: the disk says no, the file is no library, or a newer program made it.
    """
    path = folder / FILE_NAME
    with told(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
    with told(path), closing(connect(path)) as connection:
        space.prepare_new(connection)
        _use_wal(connection)
        if 0 < _version(connection) < len(MIGRATIONS):
            space.make_shrinkable(connection)  # before the migrations: of a program killed here, the next does it
        migrate(connection, path)
    return path


def let_shrink(path: Path) -> None:
    """Rewrite an older library's file, if that can be done now, so that it gives free room back to the disk."""
    with told(path), closing(connect(path)) as connection:
        space.make_shrinkable(connection)


def connect(path: Path, *, only_read: bool = False, uri: str = "") -> sqlite3.Connection:
    """Return a connection without implicit transactions, by ``uri`` if there is one; rows are plain tuples."""
    connection = sqlite3.connect(
        uri or path, timeout=PATIENCE, isolation_level=None, check_same_thread=False, uri=bool(uri)
    )
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_size_limit = 16777216")
    connection.execute("PRAGMA temp_store = MEMORY")
    if only_read:
        connection.execute("PRAGMA query_only = ON")
    return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Return a connection to a library of this version that writes nothing, and needs no right to.

    Raises:
        LibraryError: it is of another version, or cannot be read without writing.
    """
    with ExitStack() as unfinished:
        connection = unfinished.enter_context(closing(connect(path, only_read=True, uri=address(path))))
        check_version(connection, path)
        unfinished.pop_all()
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Take the write lock, commit at the end, take everything back when something is raised."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            with suppress(sqlite3.OperationalError):  # SQLite has rolled back already: sqlite.org/lang_transaction
                connection.execute("ROLLBACK")


def migrate(
    connection: sqlite3.Connection,
    path: Path,
    migrations: Sequence[Sequence[str]] = MIGRATIONS,
    *,
    copy_first: bool = True,
) -> bool:
    """Take the database through the migrations it has not been through, each in a transaction of its own.

    A database that holds something is copied to ``library-version-N.db`` beside it first, if ``copy_first``.
    References are not looked after meanwhile, so that a table can be made anew: sqlite.org/lang_altertable, 7.
    Returns whether there was an older library.

    Raises:
        LibraryError: a newer program made it.
    """
    version = _version(connection)
    if version > len(migrations):
        raise newer(path)
    if copy_first and 0 < version < len(migrations):
        copy_database(connection, path.with_name(f"{path.stem}-version-{version}.db"), version=version)
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        for number in range(version, len(migrations)):
            with transaction(connection):
                if _version(connection) == number:  # else another process was faster
                    for statement in migrations[number]:
                        connection.execute(statement)
                    connection.execute(f"PRAGMA user_version = {number + 1}")
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
    return 0 < version < len(migrations)


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _use_wal(connection: sqlite3.Connection) -> None:
    """Switch to write-ahead logging; SQLite does not wait for another process here, so this does."""
    last_try = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > last_try:
                raise
            time.sleep(0.01)
        else:
            return
