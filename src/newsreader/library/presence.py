"""Who else on this host has the library open: a lock on its folder, shared by all and the system's to take back."""

import fcntl
import os
import time
from contextlib import suppress
from pathlib import Path

from newsreader.model import LibraryError

_PATIENCE = 0.2
"""Seconds to wait for one that leaves, who holds the lock alone for a moment to see whether it was the last."""


class Presence:
    """This program's part in the lock; it ends with the program, however that ends.

    A file system without such locks (some network ones) lets everybody in and calls everybody alone.

    Raises:
        LibraryError: another program is putting another database in the place of this one.
    """

    def __init__(self, folder: Path) -> None:
        self._descriptor: int | None = None
        with suppress(OSError):  # a folder that may be passed through, but not listed
            self._descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
        last_try = time.monotonic() + _PATIENCE
        while not (joined := self._lock(fcntl.LOCK_SH)) and time.monotonic() < last_try:
            time.sleep(0.005)
        if not joined:
            self.leave()
            raise LibraryError("another program is restoring the library", str(folder), "try again in a moment")

    def alone(self) -> bool:
        """Return whether no other program has the library open; from now on, then, none can open it."""
        return self._lock(fcntl.LOCK_EX)

    def join_again(self) -> None:
        """Let the others in again."""
        self._lock(fcntl.LOCK_SH)

    def leave(self) -> bool:
        """Let go, and return whether this was the last program that had the library open."""
        if self._descriptor is None:
            return True
        self._lock(fcntl.LOCK_UN)  # of two that leave together, each would else see the other
        last = self.alone()
        os.close(self._descriptor)
        self._descriptor = None
        return last

    def _lock(self, kind: int) -> bool:
        if self._descriptor is not None:
            try:
                fcntl.flock(self._descriptor, kind | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            except OSError:
                return True
        return True
