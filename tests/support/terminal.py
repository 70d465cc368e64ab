"""A real pseudo-terminal with a program in it, its screen read cell by cell."""

import os
import re
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pexpect
import pyte

PATIENCE = 20.0
"""Seconds to wait for what should be there in one: other programs may be using the machine."""
_NOT_OURS = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "NO_COLOR", "COLUMNS", "LINES")
"""What no program in a terminal of ours takes over; the last two would hold against the terminal's own size."""
_PICTURES = re.compile(rb"\x1b[_P].*?\x1b\\", re.DOTALL)
_PICTURE_BEGUN = re.compile(rb"\x1b(?:[_P].*)?\Z", re.DOTALL)
"""Strings for terminals that draw pictures (APC, DCS), which pyte would write on the screen."""


class Terminal:
    """Runs ``command`` in a terminal of ``columns`` × ``rows``; a context manager that kills what still runs.

    Attributes:
        sent: every byte the program wrote.
        started: the monotonic clock when it was started, in seconds.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 120,
        rows: int = 40,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> None:
        surroundings = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        for name in _NOT_OURS:
            surroundings.pop(name, None)
        surroundings.update(env or {})
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.sent = b""
        self._begun = b""  # what may be the beginning of a picture
        self.started = time.monotonic()
        self._child = pexpect.spawn(
            command[0],
            list(command[1:]),
            dimensions=(rows, columns),
            env=surroundings,
            cwd=str(cwd) if cwd else None,
            timeout=None,
        )
        self._child.delaybeforesend = None

    @property
    def pid(self) -> int:
        """The process id of the program."""
        return int(self._child.pid or 0)

    @property
    def lines(self) -> list[str]:
        """What the screen shows, a string a row; what is two cells wide is one character."""
        rows = (self._screen.buffer[row] for row in range(self._screen.lines))
        return ["".join(row[column].data for column in range(self._screen.columns)) for row in rows]

    @property
    def text(self) -> str:
        """What the screen shows, as one string."""
        return "\n".join(self.lines)

    def colours(self, character: str = "") -> set[str]:
        """Return every colour on the screen, or in cells of a character, as names or six hexadecimal digits."""
        cells = (cell for row in self._screen.buffer.values() for cell in row.values())
        return {colour for cell in cells if character in cell.data for colour in (cell.fg, cell.bg)}

    def press(self, keys: str) -> None:
        """Type ``keys`` as they are (``\\r`` is Enter, ``\\x1b`` Escape)."""
        self._child.send(keys)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal."""
        self._screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)

    def wipe(self) -> None:
        """Clear the screen, as a program that has the terminal meanwhile would."""
        self._screen.reset()

    def read(self, seconds: float = 0.05) -> bool:
        """Take in what the program writes within ``seconds``; return whether it wrote anything."""
        try:
            data = self._read(seconds)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        self.sent += data
        text = _PICTURES.sub(b"", self._begun + data)
        begun = _PICTURE_BEGUN.search(text)
        self._begun = begun[0] if begun else b""
        self._stream.feed(text[: len(text) - len(self._begun)])
        return True

    def _read(self, seconds: float) -> bytes:
        data: object = self._child.read_nonblocking(65536, timeout=seconds)
        assert isinstance(data, bytes)  # the stubs know only of children that write text
        return data

    def wait_for(self, wanted: str | Callable[[Self], bool], patience: float = PATIENCE) -> float:
        """Wait until the screen shows a text, or a condition holds; return the seconds since the start."""
        holds = wanted if callable(wanted) else lambda terminal: wanted in terminal.text
        end = time.monotonic() + patience
        new = True  # only then is the screen looked at, which costs more than all the rest
        while not ((new or callable(wanted)) and holds(self)):
            if time.monotonic() > end or not self._child.isalive():
                self.read(0.2)
                if holds(self):
                    break
                raise AssertionError(f"waited in vain for {wanted!r}; the screen shows:\n{self.text}")
            new = self.read()
        return time.monotonic() - self.started

    def wait_for_end(self, patience: float = PATIENCE) -> int:
        """Wait until the program ends; return its exit code (negative: the signal that ended it)."""
        end = time.monotonic() + patience
        while self._child.isalive():
            if time.monotonic() > end:
                raise AssertionError(f"it does not end; the screen shows:\n{self.text}")
            self.read()
        self.read(0.2)
        signal = self._child.signalstatus
        return -signal if signal else int(self._child.exitstatus or 0)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._child.close(force=True)
