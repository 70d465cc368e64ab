"""The lease: a small file beside the database that tells other hosts which of them has the library open.

Programs on one host share a library: SQLite's locks hold there. Between hosts that share a folder (NFS), or have
it copied to and fro (Syncthing, Dropbox), they do not; there the lease lets one host at a time write.

Promised: who opens the library while another host's lease is fresh reads only, and a host that was asleep so long
that another took over writes no more. A lease can be unreadable, unwritable or out of date: then the library opens
as it would without. Not promised: a lease is only seen once it has come over, so of two hosts that open the library
within the time their folder takes to be copied, both write; hosts must have different names; and a host whose clock
runs ahead of ours keeps its lease until that time has come (delete ``library.lease`` if it is gone for good).
"""

import json
import os
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from newsreader.model import clean_line

FILE_NAME = "library.lease"
RENEWED_EVERY = 60.0
"""Seconds between two renewals."""

STALE_AFTER = timedelta(minutes=10)
"""A lease that was not renewed for so long is nobody's: its program was killed, or its host is asleep."""

_LONGEST = 4096
"""Bytes that are read of a lease; ours has 150."""

_HOST_LENGTH = 100
_PATIENCE = 1.0
"""Seconds that closing waits for a renewal on a disk that does not answer."""


@dataclass(frozen=True, slots=True)
class _Holder:
    """What a lease says: which host has the library open, since when, and when it last said so; aware UTC."""

    host: str
    since: datetime
    renewed: datetime


class Lease:
    """This program's lease of the library in ``folder``; nothing here ever raises.

    Attributes:
        lost: empty, or the sentence that says which host took the library over meanwhile.
    """

    def __init__(self, folder: Path, host: str, now: Callable[[], datetime]) -> None:
        self._path = folder / FILE_NAME
        self._host = host
        self._now = now
        self._since: datetime | None = None
        self._renewed: datetime | None = None
        self._over = threading.Event()
        self._thread: threading.Thread | None = None
        self.lost = ""

    def elsewhere(self) -> str:
        """Return the sentence that says which other host has the library open; empty when none has."""
        holder = self._holder()
        if holder is None or holder.host == self._host:
            return ""
        return (
            f"the library is open on {holder.host} (since {_clock(holder.since, self._now())}):"
            " it can be read here, but not changed; close it there first"
        )

    def hold(self) -> None:
        """Take the lease and keep it renewed, in a thread that ends with the program."""
        self._write()
        self._thread = threading.Thread(target=self._keep, name="library-lease", daemon=True)
        self._thread.start()

    def renew(self) -> None:
        """Say that the library is still open here; unless another host took it over, which is final."""
        self.lost = self.lost or self.elsewhere()
        if not self.lost:
            self._write()

    def check(self) -> str:
        """Return ``lost``, having looked again if no renewal can have been made for as long as a lease is fresh."""
        if self._renewed is not None and self._now() - self._renewed >= STALE_AFTER:
            self.renew()
        return self.lost

    def release(self, *, last: bool) -> None:
        """End renewing; the last program on this host that had the library open takes the lease away."""
        if self._thread is not None and not self._over.is_set():
            self._over.set()
            self._thread.join(_PATIENCE)
            holder = self._holder()
            if last and (holder is None or holder.host == self._host):
                with suppress(OSError):
                    self._path.unlink()

    def _keep(self) -> None:
        while not self._over.wait(RENEWED_EVERY):
            self.renew()

    def _holder(self) -> _Holder | None:
        """Return who holds the lease now, if it is fresh; it also is when it says a time that is still to come."""
        holder = _read(self._path)
        return holder if holder and self._now() - holder.renewed < STALE_AFTER else None

    def _write(self) -> None:
        now, holder = self._now(), self._holder()
        self._renewed = now
        self._since = self._since or (holder.since if holder and holder.host == self._host else now)
        said = {"host": self._host, "pid": os.getpid(), "since": self._since.isoformat(), "time": now.isoformat()}
        half = self._path.with_suffix(".lease-half")
        with suppress(OSError):  # a full disk, a folder in its place: the library opens without a lease
            with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                file.write(json.dumps(said).encode())
            half.replace(self._path)


def _clock(moment: datetime, now: datetime) -> str:
    """Return a moment by the clock on the wall, with its day unless that is today's."""
    try:
        here, now = moment.astimezone(), now.astimezone()
    except (OverflowError, ValueError, OSError):  # the first or the last day of all
        here = moment
    return f"{here:%H:%M}" if here.date() == now.date() else f"{here:%Y-%m-%d %H:%M}"


def this_host() -> str:
    """Return the name of this host, as a lease gives it."""
    return clean_line(socket.gethostname(), _HOST_LENGTH) or "this host"


def _read(path: Path) -> _Holder | None:
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:  # it may be anything, also a pipe
            said = json.loads(file.read(_LONGEST))
        host = clean_line(str(said["host"]), _HOST_LENGTH)
        renewed = datetime.fromisoformat(said["time"])
        since = datetime.fromisoformat(said.get("since", said["time"]))
        sound = host and renewed.tzinfo and since.tzinfo
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return _Holder(host, since, renewed) if sound else None
