"""Running a program until it is killed, or its disk is full, and seeing that nothing of it is left running."""

import os
import select
import signal
import subprocess
import sys
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

TESTS = Path(__file__).parents[1]
MARK = "NEWSREADER_TRIAL"
"""In the environment of a program and of every process that it starts."""

PATIENCE = 20.0
"""Seconds within which what a killed program started must have ended."""


@dataclass(frozen=True)
class Ended:
    """A program that is over.

    Attributes:
        said: the whole lines it wrote to standard output; the last may be cut off and is left out then.
        seconds: from its first line (or its start, if it has none to say) to its end.
    """

    code: int
    said: tuple[str, ...]
    err: str
    seconds: float

    @property
    def promised(self) -> tuple[str, ...]:
        """What it promised."""
        return tuple(line for line in self.said if line != "ready" and not line.startswith("!"))


def command(folder: Path, *args: str) -> list[str]:
    """Return the program itself."""
    return [sys.executable, "-m", "newsreader", "--library", str(folder), *args]


def child(what: str, folder: Path, seed: int) -> list[str]:
    """Return one of ``support.fault_children``."""
    return [sys.executable, "-m", "support.fault_children", what, str(folder), str(seed)]


class Trial:
    """A program that runs; ``room`` is how large a file may grow, in bytes, or None for as large as it likes."""

    def __init__(self, args: Sequence[str], home: Path, *, waits: bool, room: int | None = None) -> None:
        self._mark = uuid.uuid4().hex
        self._err = home / f"err-{self._mark}"
        limit = [] if room is None else ["prlimit", f"--fsize={room}"]
        with self._err.open("wb") as err:
            self._process = subprocess.Popen(
                [*limit, *args],
                stdout=subprocess.PIPE,
                stderr=err,
                text=True,
                env={**_environment(home), MARK: self._mark},
            )
        assert self._process.stdout is not None
        self._out = self._process.stdout
        self._first = self._out.readline() if waits else ""
        self._began = monotonic()

    def ended(self, kill_after: float | None = None) -> Ended:
        """Wait for the end of the program, or kill it so many seconds after its first line."""
        if kill_after is not None:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(max(0.0, kill_after - (monotonic() - self._began)))
            self._process.send_signal(signal.SIGKILL)
        code = self._process.wait()  # what it says fits into the pipe
        seconds = monotonic() - self._began
        assert_nothing_runs(self._mark)
        lines = (self._first + self._out.read()).splitlines(keepends=True)
        self._out.close()
        said = tuple(line.removesuffix("\n") for line in lines if line.endswith("\n"))
        return Ended(code, said, self._err.read_text(), seconds)


def _environment(home: Path) -> Mapping[str, str]:
    return {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(TESTS),
        "PYTHONUNBUFFERED": "1",
        "TZ": "UTC",
        "LANG": "C.UTF-8",
        "NO_PROXY": "127.0.0.1",
    }


def assert_nothing_runs(mark: str) -> None:
    """See that every process with this mark ends, given a moment."""
    last = monotonic() + PATIENCE
    while running := _marked(mark):
        with _watched(running[0]) as descriptor:
            if descriptor is not None:
                poll = select.poll()
                poll.register(descriptor, select.POLLIN)
                assert poll.poll(max(0.0, last - monotonic()) * 1000), f"still running: {running}"


def _marked(mark: str) -> list[int]:
    wanted = f"{MARK}={mark}".encode()
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if wanted in (place / "environ").read_bytes().split(b"\0"):
                found.append(int(place.name))
    return found


@contextmanager
def _watched(pid: int) -> Iterator[int | None]:
    try:
        descriptor = os.pidfd_open(pid)
    except ProcessLookupError:
        yield None
        return
    try:
        yield descriptor
    finally:
        os.close(descriptor)
