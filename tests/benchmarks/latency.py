"""From a key to the first byte it changes on a real pseudo-terminal: at rest, and while feeds and pages come in.

Run ``python tests/benchmarks/latency.py``. One run of the reader is measured at rest, then while it refreshes 100
feeds again and again, each with two new headlines, and cleans the pages it fetches ahead; another process serves
them on 127.0.0.1. Then a library of ``--headlines`` is gone through, and the CPU time of the reader's own process
is taken for each key. Prints milliseconds: median, 95th percentile, and the ratio of the latter two.
"""

import argparse
import asyncio
import os
import random
import select
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import count, cycle
from pathlib import Path

import pexpect

from newsreader.library import Library

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.start import fill, utc_now
from support.loopback import Answer, Asked, Loopback
from support.site import feed, page

CURSOR = "▌".encode()
"""What is drawn anew wherever the cursor goes, and by nothing that comes in by itself."""
PATIENCE = 5.0
"""Seconds after which a key is given up."""
IDLE = 0.05
"""Seconds of CPU time in three within which the reader does nothing."""
FEEDS, ENTRIES, NEW = 100, 50, 2
"""Feeds, entries of each, and how many of them are new whenever it is asked."""
AWAY = 0.05
"""Seconds that the server takes to answer."""


class Press(Loopback):
    """Answers any path: its routes know whole ones only."""

    def __init__(self) -> None:
        super().__init__()
        self._editions = count(1)

    def answer(self, asked: Asked) -> Answer:
        """Return an edition of a feed, or a page of its own."""
        time.sleep(AWAY)
        number = next(self._editions)
        if asked.path.startswith("/feed"):
            titles = [f"Headline {n} of the day, long enough to take two lines" for n in range(ENTRIES)]
            told = feed(f"http://127.0.0.1:{self.port}{asked.path}/", titles)
            for new in range(NEW):
                told = told.replace(b"<guid>mole-%d<" % new, b"<guid>mole-%d-%d<" % (number, new))
            return Answer(told, headers={"Content-Type": "application/rss+xml"})
        return Answer(page(number, f"Report {number}"), headers={"Content-Type": "text/html"})


def serve() -> None:
    """Serve feeds that have new headlines whenever they are asked, and their pages, until standard input ends."""
    with Press() as server:
        print(server.port, flush=True)
        sys.stdin.read()


async def subscribe(folder: Path, port: int) -> None:
    """Make a library that is subscribed to the feeds, and has read none of them."""
    library = Library.open(folder, now=utc_now)
    for number in range(FEEDS):
        await library.subscribe(f"http://127.0.0.1:{port}/feed{number}", f"Source {number}")
    library.close()


class Reader:
    """The reader on a pseudo-terminal, its keys timed."""

    def __init__(self, library: Path, home: str) -> None:
        own = {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "HTTPS_PROXY": "http://127.0.0.1:9"}
        env = {**os.environ, **own, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        command = ["-m", "newsreader", "--library", str(library)]
        self._child = pexpect.spawn(sys.executable, command, dimensions=(40, 120), env=env)
        self._child.delaybeforesend = None

    def wait_for(self, *words: bytes) -> None:
        """Read until one of some words has come."""
        self._child.expect_exact(list(words), timeout=120)

    def press(self, key: bytes) -> float:
        """Press a key that moves the cursor; return the seconds until that shows."""
        self.rest(0)
        started = time.perf_counter()
        os.write(self._child.fileno(), key)
        sent = b""
        while CURSOR not in sent and time.perf_counter() - started < PATIENCE:
            sent += self._read(PATIENCE)
        return time.perf_counter() - started

    def rest(self, seconds: float) -> None:
        """Let the reader go on for a while."""
        end = time.perf_counter() + seconds
        while self._read(max(0.0, end - time.perf_counter())) or time.perf_counter() < end:
            pass

    def settle(self) -> None:
        """Wait until what the reader does by itself is done, such as fetching pages ahead."""
        self.rest(2)
        before = -1.0
        while self.cpu - before > IDLE:
            before = self.cpu
            self.rest(3)

    def send(self, key: bytes) -> None:
        """Press a key and wait for nothing."""
        os.write(self._child.fileno(), key)

    @property
    def cpu(self) -> float:
        """Seconds of CPU time that the reader's own process took so far."""
        fields = Path(f"/proc/{self._child.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        """End the reader."""
        self._child.close(force=True)

    def _read(self, seconds: float) -> bytes:
        ready, _, _ = select.select([self._child.fileno()], [], [], seconds)
        return os.read(self._child.fileno(), 65536) if ready else b""


def keys(reader: Reader, many: int, *, busy: bool) -> Iterator[float]:
    """Yield the seconds that each of ``many`` keys takes, typed as fast as people do."""
    moves = cycle([b"j"] * 8 + [b"k"] * 8)
    for number in range(many):
        if busy and number % 40 == 0:  # while one refresh runs, a second is refused
            reader.send(b"R")
        yield reader.press(next(moves))
        reader.rest(random.uniform(0.05, 0.15))


def told(name: str, taken: list[float]) -> float:
    """Print how long keys took; return the 95th percentile."""
    p95 = statistics.quantiles(taken, n=20)[-1]
    print(f"{name:44} median {1000 * statistics.median(taken):6.1f} ms   p95 {1000 * p95:6.1f} ms   n {len(taken)}")
    return p95


def while_news_comes(home: str, many: int) -> None:
    """Measure keys at rest and in a refresh."""
    command = [sys.executable, __file__, "--serve"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        library = Path(home, "busy")
        asyncio.run(subscribe(library, int(server.stdout.readline())))
        reader = Reader(library, home)
        try:
            reader.wait_for(b"refreshed")
            reader.send(b"1")
            reader.settle()
            at_rest = told("at rest", list(keys(reader, many, busy=False)))
            busy = told(f"{FEEDS} feeds refreshed, pages cleaned", list(keys(reader, many, busy=True)))
            print(f"ratio of the 95th percentiles: {busy / at_rest:.2f}")
        finally:
            reader.close()
            server.communicate()


def in_a_long_list(home: str, headlines: int, many: int) -> None:
    """Measure the CPU time of a key in a long list."""
    library = Path(home, "long")
    asyncio.run(fill(library, headlines // 50))
    reader = Reader(library, home)
    try:
        reader.wait_for(b"Headline 0")
        reader.settle()
        started = reader.cpu
        told(f"in {headlines:,} headlines", list(keys(reader, many, busy=False)))
        print(f"CPU time of a key in {headlines:,} headlines: {1000 * (reader.cpu - started) / many:.1f} ms")
    finally:
        reader.close()


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--keys", type=int, default=300)
    parser.add_argument("--headlines", type=int, default=100_000)
    args = parser.parse_args()
    if args.serve:
        serve()
        return
    with tempfile.TemporaryDirectory() as home:
        while_news_comes(home, args.keys)
        in_a_long_list(home, args.headlines, args.keys)


if __name__ == "__main__":
    main()
