"""The room that the library takes on the disk, and giving back what is free of it."""

import sqlite3
from contextlib import suppress

_SLICE = 500
"""Pages given back in one transaction: 2 MB."""

_SLACK = 1_000
"""Free pages that stay for what comes next, at least; at most a twentieth of the file."""

_INCREMENTAL = 2
"""SQLite's number for files that can give back free pages: sqlite.org/pragma.html#pragma_auto_vacuum."""


def prepare_new(connection: sqlite3.Connection) -> None:
    """Let a database with nothing in it yet give back free pages; this must come before all else in it."""
    if _number(connection, "page_count") == 0:
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")


def can_shrink(connection: sqlite3.Connection) -> bool:
    """Return whether free pages can be given back at all; older libraries were made without."""
    return _number(connection, "auto_vacuum") == _INCREMENTAL


def make_shrinkable(connection: sqlite3.Connection) -> None:
    """Rewrite the file of an older library once, so that it can give back free pages; not within a transaction.

    Where that cannot be done now, for want of room or because another program has it open, all stays as it was.
    """
    if can_shrink(connection):
        return
    connection.execute("PRAGMA temp_store = DEFAULT")  # the copy in between may be larger than memory
    with suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        connection.execute("VACUUM")
    connection.execute("PRAGMA temp_store = MEMORY")


def give_back(connection: sqlite3.Connection) -> bool:
    """Give free pages back to the disk, but those soon to be used again; return whether there may be more."""
    spare = _number(connection, "freelist_count") - max(_SLACK, _number(connection, "page_count") // 20)
    if spare <= 0 or not can_shrink(connection):
        return False
    for _ in range(min(spare, _SLICE)):
        connection.execute("PRAGMA incremental_vacuum(1)")  # of more, Python's sqlite3 does the first step only
    return True


def pages_in_use(connection: sqlite3.Connection) -> int:
    """Return the bytes of the database's pages that hold something."""
    pages = _number(connection, "page_count") - _number(connection, "freelist_count")
    return pages * _number(connection, "page_size")


def picture_bytes(connection: sqlite3.Connection) -> int:
    """Return the bytes of all kept images and their small copies."""
    (size,) = connection.execute("SELECT coalesce(sum(size + small_size), 0) FROM images").fetchone()
    return int(size)


def used(connection: sqlite3.Connection) -> int:
    """Return the bytes of database and pictures together."""
    return pages_in_use(connection) + picture_bytes(connection)


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    (number,) = connection.execute(f"PRAGMA {pragma}").fetchone()
    return int(number)
