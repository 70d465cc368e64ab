"""Putting another database in the library's place; a kill at any moment leaves the one or the other."""

from contextlib import suppress
from itertools import count
from pathlib import Path

from newsreader.library.database import FILE_NAME
from newsreader.library.syncing import sync_folder

BESIDE = ("-journal", "-wal", "-shm", "")
"""What belongs to a database, in the order it is put aside: last what tells whether all of it was."""

DAMAGED, BEFORE_RESTORE = "damaged", "before-restore"
"""Why the present database gives way: part of the name it is kept under."""


def swap(folder: Path, new: Path, why: str) -> Path:
    """Put the database ``new``, a single file in ``folder``, in the library's place.

    Nobody else may have the library open. Returns where it is kept, if there was one.

    Raises:
        OSError: the disk says no; the library is then the old or the new one.
    """
    new.replace(_next(folder, why))  # from here on it is decided, and done by whoever opens the library next
    sync_folder(folder)
    return _finish(folder, why)


def finish_swaps(folder: Path) -> None:
    """Do what is left of a swap that did not come to its end; nobody else may have the library open."""
    for why in (DAMAGED, BEFORE_RESTORE):
        if _next(folder, why).exists():
            _finish(folder, why)


def is_unfinished(folder: Path) -> bool:
    """Return whether a swap did not come to its end."""
    return any(_next(folder, why).exists() for why in (DAMAGED, BEFORE_RESTORE))


def _finish(folder: Path, why: str) -> Path:
    kept = next(name for n in count(1) if not (name := folder / f"library-{why}-{n}.db").exists())
    for end in BESIDE:
        with suppress(FileNotFoundError):
            (folder / f"{FILE_NAME}{end}").rename(f"{kept}{end}")
    _next(folder, why).rename(folder / FILE_NAME)
    sync_folder(folder)
    return kept


def _next(folder: Path, why: str) -> Path:
    return folder / f"library-instead-of-{why}.db"
