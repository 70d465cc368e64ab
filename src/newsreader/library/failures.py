"""What a broken disk or database is called to the reader: every such error ends here."""

import errno
import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsreader.model import DamagedLibraryError, LibraryError

_FULL = ("there is no room left on the disk, so nothing was changed", "free some space and try again")
_DENIED = ("the library may not be written", "make its folder writable, or choose another one with --library")
_NO_FOLDER = ("this cannot be the folder of a library", "name a folder that is one, or can be made, with --library")
_FAILING = ("the disk did not take the data, so nothing was changed", "look for free space or a failing disk")
_CLOSED_OFF = ("the library cannot be opened", "check that the folder is yours, or choose another with --library")
_BUSY = ("another program holds the library locked", "close it, or try again in a moment")
_DAMAGED = ("the library file is damaged", "run newsreader doctor --repair, or move the file away to start afresh")

_NOT_TEXT = "Could not decode to UTF-8"
"""Python's own words for a damaged text column; they come without a code."""

_OF_SQLITE = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _DENIED,
    sqlite3.SQLITE_PERM: _DENIED,
    sqlite3.SQLITE_AUTH: _DENIED,
    sqlite3.SQLITE_IOERR: _FAILING,
    sqlite3.SQLITE_CANTOPEN: _CLOSED_OFF,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_PROTOCOL: _BUSY,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_NOMEM: ("there is not enough memory for this", "close other programs and try again"),
    sqlite3.SQLITE_TOOBIG: ("this is too large to be stored", ""),
}
_OF_SYSTEM = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EROFS: _DENIED,
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EEXIST: _NO_FOLDER,
    errno.EISDIR: _NO_FOLDER,
    errno.ENOENT: _NO_FOLDER,
    errno.ELOOP: _NO_FOLDER,
    errno.ENAMETOOLONG: _NO_FOLDER,
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite, a packed text or the system raises about ``path`` into a LibraryError.

    Errors that only a bug can cause (bad SQL, a broken constraint, a misused connection) pass unchanged.
    """
    try:
        yield
    except sqlite3.Error as error:
        # The low byte is the primary code; the rest says where inside SQLite: sqlite.org/rescode.html
        known = _OF_SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if known is None and str(error).startswith(_NOT_TEXT):
            known = _DAMAGED
        if known is None:
            raise
        what, advice = known
        raise (DamagedLibraryError if known is _DAMAGED else LibraryError)(what, str(path), advice) from error
    except (zlib.error, UnicodeDecodeError, json.JSONDecodeError) as error:
        what, advice = _DAMAGED
        raise DamagedLibraryError(what, str(path), advice) from error
    except OSError as error:
        what, advice = _OF_SYSTEM.get(error.errno or 0, _FAILING)
        raise LibraryError(what, str(path), advice) from error


def is_locked(error: BaseException | None) -> bool:
    """Tell whether ``error``, from ``told``, says that another program has the library locked."""
    code = getattr(error and error.__cause__, "sqlite_errorcode", 0)
    return _OF_SQLITE.get(code & 0xFF) is _BUSY


def newer(path: Path) -> LibraryError:
    """Return the error that says that a newer program made the library at ``path``."""
    return LibraryError("the library was made by a newer newsreader", str(path), "update newsreader to open it")
