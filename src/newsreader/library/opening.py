"""Opening a library's folder: for writing where that may be, else for reading only."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newsreader.library.database import FILE_NAME, prepare
from newsreader.library.failures import told
from newsreader.library.lease import Lease
from newsreader.library.presence import Presence
from newsreader.library.readonly import barrier
from newsreader.library.swap import finish_swaps, is_unfinished
from newsreader.model import LibraryError


@dataclass(frozen=True, slots=True)
class Opened:
    """A library that is ready to be read.

    Attributes:
        path: of the database.
        presence, lease: what tells others, on this host and elsewhere, that it is open here.
        barred: why it can only be read; empty when it can be written.
    """

    path: Path
    presence: Presence
    lease: Lease
    barred: str

    def leave(self) -> None:
        """Let others know that it is no longer open here."""
        self.lease.release(last=self.presence.leave())


def open_folder(folder: Path, *, now: Callable[[], datetime], host: str) -> Opened:
    """Open the library in ``folder``, made where there is none and brought up to date, if it may be written.

    Raises:
        LibraryError: it cannot be opened, is damaged, was made by a newer program, or is being restored.
    """
    path, lease = folder / FILE_NAME, Lease(folder, host, now)
    with told(folder):
        barred = lease.elsewhere() or barrier(path)
        if barred and not path.exists():
            raise LibraryError(barred, str(folder))
        if not barred:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    presence = Presence(folder)
    with ExitStack() as unfinished:
        unfinished.callback(presence.leave)
        if not barred:
            with told(folder):
                _finish(folder, presence)
            prepare(folder)
            lease.hold()
        unfinished.pop_all()
    return Opened(path, presence, lease, barred)


def _finish(folder: Path, presence: Presence) -> None:
    """Put the database in its place that a restore or a rescue was killed before it could put there."""
    if is_unfinished(folder):
        if not presence.alone():
            raise LibraryError("another program is restoring the library", str(folder), "try again in a moment")
        finish_swaps(folder)
        presence.join_again()
