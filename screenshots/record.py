"""Record the tour: ``newsreader --demo`` in a real terminal, driven at a reader's pace, as asciinema plays it.

Run ``python screenshots/record.py``; it takes as long as the tour. The format is asciicast v2
(https://docs.asciinema.org/manual/asciicast/v2/): a header, then an event a line.
"""

import json
import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pexpect
import pyte
from pyte.screens import Char

TOUR = Path(__file__).parent / "tour.cast"
COLUMNS, ROWS = 100, 30
PATIENCE = 30.0
"""Seconds to wait for what a step must show."""
TYPING = 0.13
"""Seconds between two letters."""
FRAME = 0.05
"""Seconds between two frames at least."""
STRINGS = re.compile(r"\x1b[_P].*?\x1b\\", re.DOTALL)
"""Questions about pictures (APC, DCS), which pyte would write on the screen."""


Look = tuple[str, str, str]
"""Marks by their numbers, the colour of what is written and that of the ground, in hexadecimal digits."""
NO_LOOK: Look = ("?", "", "")


@dataclass(frozen=True)
class Step:
    """Keys typed one by one, the words that must come of them, and the seconds they are looked at."""

    keys: str
    shows: str
    seconds: float


STEPS = (
    Step("", "Any key puts this away", 3.0),
    Step("j", "▀▀▀▀", 2.5),
    Step("\r", "page", 1.0),
    Step(" ", "A hundred and forty-two", 2.5),
    Step("\x1b", "headlines", 1.0),
    Step("b", "★ ✓", 2.5),
    Step("jj", "causeway", 2.0),
    Step("/", "Search", 0.5),
    Step("cookie", "What a page loses", 1.5),
    Step("\r", "matches", 0.5),
    Step("j", "An inventory", 2.0),
    Step("\x1b", "/ search", 1.0),
    Step("a", "Add a source", 1.0),
    Step("http://bell.example/", "http://bell.example/", 0.5),
    Step("\r", "Added The Harbour Bell", 2.5),
    Step("w", "The next 24 hours", 3.5),
    Step("\x1b", "/ search", 0.5),
    Step("3", "1 kept", 2.0),
    Step("?", "next headline", 3.0),
    Step("\x1b", "/ search", 0.5),
    Step(":", "", 0.8),
    Step("sepia", "The sepia page", 0.8),
    Step("\r", "/ search", 3.0),
    Step("q", "", 0.5),
)


class Recorder:
    """A program in a terminal of its own, and what its screen showed at which seconds.

    Frames are kept, each as what changed since the one before, and not what the program wrote: so the terminal in
    which it is played is asked nothing, and left as it was.
    """

    def __init__(self, child: "pexpect.spawn[str]") -> None:
        self._child = child
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.Stream(self._screen)
        self._shown: dict[tuple[int, int], Char] = {}
        self._started = time.monotonic()
        self.events: list[tuple[float, str]] = []

    def take(self, step: Step) -> None:
        """Do a step. Raises TimeoutError when what it must show does not come."""
        for key in step.keys:
            self._child.send(key)
            self._watch(TYPING)
        end = time.monotonic() + PATIENCE
        while step.shows not in "\n".join(self._screen.display):
            if time.monotonic() > end:
                shown = "\n".join(self._screen.display)
                raise TimeoutError(f"waited in vain for {step.shows!r}; the screen shows:\n{shown}")
            self._watch(TYPING)
        self._watch(step.seconds)

    def _watch(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            with suppress(pexpect.TIMEOUT, pexpect.EOF):
                text = self._child.read_nonblocking(65536, timeout=min(left, FRAME))
                self._stream.feed(STRINGS.sub("", text))
                continue  # there may be more of the same frame
            self._keep_frame()

    def _keep_frame(self) -> None:
        cells = {(y, x): self._screen.buffer[y][x] for y in range(ROWS) for x in range(COLUMNS)}
        if changes := "".join(drawn(self._shown, cells)):
            self.events.append((time.monotonic() - self._started, changes))
        self._shown = cells


def drawn(before: Mapping[tuple[int, int], Char], now: Mapping[tuple[int, int], Char]) -> Iterator[str]:
    """Yield what turns one screen into the next; cells are by row and column."""
    at, look = (-1, -1), NO_LOOK
    for place, cell in now.items():
        if cell == before.get(place):
            continue
        if place != at:
            yield f"\x1b[{place[0] + 1};{place[1] + 1}H"
        if look != (wanted := look_of(cell)):
            yield f"\x1b[{codes(look, wanted)}m"
            look = wanted
        yield cell.data  # nothing in the second cell of a wide character
        at = (place[0], place[1] + 1)


def look_of(cell: Char) -> Look:
    """Return how a cell is drawn."""
    marks = (cell.bold, cell.italics, cell.underscore, cell.reverse, cell.strikethrough)
    return "".join(number for number, mark in zip("13479", marks, strict=True) if mark), cell.fg, cell.bg


def codes(before: Look, wanted: Look) -> str:
    """Return the numbers (SGR, ECMA-48 8.3.117) that lead from one look to another."""
    anew = wanted[0] != before[0] or "default" in wanted
    numbers = ["0", *wanted[0]] if anew else []
    for ground, colour, old in zip((38, 48), wanted[1:], before[1:], strict=True):
        if colour != "default" and (anew or colour != old):
            numbers.append(f"{ground};2;{';'.join(str(part) for part in bytes.fromhex(colour))}")
    return ";".join(numbers)


def still(home: Path) -> None:
    """Have nothing slide: each step of it would be a frame of the recording."""
    folder = home / ".config" / "newsreader"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text("[reading]\nmotion = false\n", "utf-8")


def record() -> list[tuple[float, str]]:
    """Return the tour's events: seconds from the start, and what was drawn."""
    from screenshots.neighbours import neighbours

    with tempfile.TemporaryDirectory() as home, neighbours(lambda: datetime.now(UTC)) as proxy:
        surroundings = {
            "PATH": os.environ["PATH"],
            "HOME": home,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            "TZ": "Asia/Baku",  # the zone of Stepanakert
            "HTTP_PROXY": proxy,
        }
        still(Path(home))
        command = [sys.executable, "-m", "newsreader", "--demo"]
        child = pexpect.spawn(
            command[0], command[1:], dimensions=(ROWS, COLUMNS), env=surroundings, timeout=None, encoding="utf-8"
        )
        recorder = Recorder(child)
        for step in STEPS:
            recorder.take(step)
        child.close(force=True)
        return recorder.events


def lines(events: list[tuple[float, str]]) -> Iterator[str]:
    """Yield the lines of the recording, which is played on a page of its own and without a cursor."""
    yield json.dumps({"version": 2, "width": COLUMNS, "height": ROWS, "title": "newsreader", "idle_time_limit": 4})
    for seconds, text in [(0.0, "\x1b[?1049h\x1b[?25l"), *events, (events[-1][0], "\x1b[?25h\x1b[?1049l\x1b[0m")]:
        yield json.dumps([round(seconds, 2), "o", text], ensure_ascii=False)


def main() -> None:
    """Write the recording."""
    sys.path.append(str(TOUR.parents[1]))  # what stands beside this file, by the name it has everywhere
    TOUR.write_text("\n".join(lines(record())) + "\n", "utf-8")
    print(f"{TOUR}: {TOUR.stat().st_size} bytes")


if __name__ == "__main__":
    main()
