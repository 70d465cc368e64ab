"""Being the only one at a library, to put another database in its place."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from newsreader.library.failures import told
from newsreader.library.lease import Lease
from newsreader.library.presence import Presence
from newsreader.library.swap import finish_swaps
from newsreader.model import LibraryError


@contextmanager
def alone_at(folder: Path, *, now: Callable[[], datetime], host: str) -> Iterator[None]:
    """Keep everybody else out of the library in ``folder``.

    Raises:
        LibraryError: another program, on this host or another, has it open; or it cannot be reached.
    """
    if taken := Lease(folder, host, now).elsewhere():
        raise LibraryError(taken)
    presence = Presence(folder)
    try:
        if not presence.alone():
            raise LibraryError("another program has the library open", str(folder), "close it first")
        with told(folder):
            finish_swaps(folder)
        yield
    finally:
        presence.leave()
