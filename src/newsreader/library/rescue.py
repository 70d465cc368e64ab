"""Saving what can be read of a library that can no longer be opened."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from newsreader.library import space
from newsreader.library.alone import alone_at
from newsreader.library.care import remove_astray
from newsreader.library.copying import discard
from newsreader.library.database import FILE_NAME, connect, migrate, transaction
from newsreader.library.failures import told
from newsreader.library.lease import this_host
from newsreader.library.migrations.v0002_notes_and_journal import ARTICLE_STATUSES
from newsreader.library.swap import DAMAGED, swap

_TABLES = (
    "sources entries contents statuses tags articles images article_images aged journal settings"
    " changes changed_statuses changed_sources changed_notes"
)


def rescue(folder: Path, *, now: Callable[[], datetime], host: str = "") -> Path:
    """Build a new library from what can be read of the damaged one in ``folder``, and return where that now is.

    The damaged file is kept beside the new one.

    Raises:
        LibraryError: the disk says no, or another program has it open; the library is then as it was.
    """
    with alone_at(folder, now=now, host=host or this_host()), told(folder):
        new = folder / "library-rescued.half"
        discard(new)
        new.touch(mode=0o600)
        with closing(connect(new)) as target:
            space.prepare_new(target)
            migrate(target, new)
            target.execute("PRAGMA foreign_keys = OFF")
            with closing(connect(folder / FILE_NAME)) as source, transaction(target):
                source.text_factory = lambda data: data.decode("utf-8", "replace")  # damaged, but there
                for table in _TABLES.split():
                    _copy(source, target, table)
                remove_astray(target)
                target.execute(ARTICLE_STATUSES)
                target.execute("INSERT OR IGNORE INTO unindexed SELECT id FROM entries")
        return swap(folder, new, DAMAGED)


def _copy(source: sqlite3.Connection, target: sqlite3.Connection, table: str) -> None:
    """Copy the rows of a table from its beginning up to the damage, and from its end back to it."""
    theirs = {name for _, name, *_ in _readable(source, f"PRAGMA table_info({table})")}
    names = [name for _, name, *_ in target.execute(f"PRAGMA table_info({table})") if name in theirs]
    if not names:
        return
    columns, marks = ", ".join(names), ", ".join("?" * len(names))
    select = ["SELECT", columns, "FROM", table, "ORDER BY", names[0]]
    insert = ["INSERT OR IGNORE INTO", table, "(", columns, ") VALUES (", marks, ")"]
    for order in ("ASC", "DESC"):
        target.executemany(" ".join(insert), _readable(source, " ".join([*select, order])))


def _readable(source: sqlite3.Connection, query: str) -> Iterator[tuple[object, ...]]:
    with suppress(sqlite3.DatabaseError):  # where the damage begins, or no such table is left
        yield from source.execute(query)
