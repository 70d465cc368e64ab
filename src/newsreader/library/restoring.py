"""Copies of the library to go back to: made while it is open, checked before they take its place."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from itertools import count
from pathlib import Path

from newsreader.library import space
from newsreader.library.alone import alone_at
from newsreader.library.copying import copy_database, discard
from newsreader.library.database import FILE_NAME, connect, connect_to_read, migrate
from newsreader.library.failures import newer, told
from newsreader.library.lease import this_host
from newsreader.library.migrations import MIGRATIONS
from newsreader.library.readonly import address
from newsreader.library.swap import BEFORE_RESTORE, swap
from newsreader.model import DamagedLibraryError, LibraryError

_TABLES = {"sources", "entries", "contents", "statuses", "articles", "images", "article_images", "settings"}
"""What a library of any version has; another program's database has not."""


def back_up(path: Path, copy: Path, *, barred: bool) -> Path:
    """Write the library at ``path`` (``barred``: one that can only be read) to ``copy``, checked; return that.

    Raises:
        LibraryError: there is such a file already, the disk says no, or the library is damaged.
    """
    with told(copy):
        if copy.exists():
            raise LibraryError("there is a file of this name already", str(copy), "name another")
        with closing(connect_to_read(path) if barred else connect(path, only_read=True)) as source:
            copy_database(source, copy)
        try:
            with closing(connect(copy, only_read=True, uri=address(copy))) as written:
                _check_sound(written, copy)
        except DamagedLibraryError:
            copy.unlink()
            raise
    return copy


def backup_name(folder: Path, day: datetime) -> Path:
    """Return where a copy made on ``day`` goes when nobody says where: a file that is not there yet."""
    plain = folder / f"library-backup-{day:%Y-%m-%d}.db"
    numbered = (plain.with_name(f"{plain.stem}-{n}.db") for n in count(2))
    return plain if not plain.exists() else next(name for name in numbered if not name.exists())


def restore(folder: Path, copy: Path, *, now: Callable[[], datetime], host: str = "") -> Path | None:
    """Put the library in the file ``copy`` in the place of the one in ``folder``, brought up to date.

    Returns where the one that was there is kept, beside the new one; None when there was none.

    Raises:
        LibraryError: ``copy`` is not a sound library, another program has the present one open, or the disk says
            no; the library is then as it was.
    """
    path, new = folder / FILE_NAME, folder / "library-restored.half"
    with told(copy):
        _check_file(copy, path)
    with told(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with alone_at(folder, now=now, host=host or this_host()), told(folder):
        with closing(connect(copy, only_read=True, uri=address(copy))) as source:
            discard(new)
            copy_database(source, new)
        try:
            with closing(connect(new)) as target:
                space.make_shrinkable(target)
                migrate(target, new, copy_first=False)
            there = path.exists()
            kept = swap(folder, new, BEFORE_RESTORE)
        finally:
            discard(new)
        return kept if there else None


def _check_file(copy: Path, path: Path) -> None:
    if not copy.is_file():
        raise LibraryError("there is no such file", str(copy), "name a copy of a library")
    if path.exists() and copy.samefile(path):
        raise LibraryError("this is the library itself", str(copy), "name a copy of it")
    with closing(connect(copy, only_read=True, uri=address(copy))) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version > len(MIGRATIONS):
            raise newer(copy)
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if version < 1 or not tables >= _TABLES:
            raise LibraryError("this is not a library of newsreader", str(copy), "name a copy of one")
        _check_sound(connection, copy)


def _check_sound(connection: sqlite3.Connection, path: Path) -> None:
    (said,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if said != "ok":
        raise DamagedLibraryError("this library is damaged", str(path), "look it over with: newsreader doctor")
