"""From a key to the first byte it changes on a real pseudo-terminal: at rest, and while feeds and pages come in.

Run ``python tests/benchmarks/latency.py``. One run of the reader is measured by turns at rest and while it
refreshes 100 feeds again and again, each with two new headlines, and cleans the pages it fetches ahead; another
process serves them on 25 addresses of this machine, as feeds are spread over the world. Only keys count that are
pressed while it is being asked. Then a library of ``--headlines`` is gone through, and the CPU time of the reader's
own process is taken for each key. Prints milliseconds: median, 95th percentile, and the ratio of the latter two.
"""

import argparse
import asyncio
import os
import random
import re
import select
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from itertools import count, cycle, islice
from multiprocessing import Pipe, Process, Value
from multiprocessing.connection import Connection
from pathlib import Path

import pexpect

from newsreader.library import Library

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.start import fill, utc_now
from support.loopback import Answer, Loopback
from support.loopback import Asked as Request
from support.site import feed, page

CURSOR = "▌".encode()
"""What is drawn anew wherever the cursor goes, and by nothing that comes in by itself."""
MOVES = [b"j"] * 8 + [b"k"] * 8
"""The keys pressed: down, and up again."""
PATIENCE = 5.0
"""Seconds after which a key is given up."""
IDLE = 0.05
"""Seconds of CPU time in three within which the reader does nothing."""
FEEDS, ENTRIES, NEW = 100, 50, 2
"""Feeds, entries of each, and how many of them are new whenever it is asked."""
HOSTS = 25
"""Addresses the feeds are spread over, so that manners towards one do not keep the refresh slow."""
MOMENT, LULL = 0.15, 1.0
"""Seconds after a request in which keys count as pressed meanwhile, and after which a refresh is over."""
ROUNDS = 4
"""Turns of rest and refresh."""
AWAY = 0.05
"""Seconds that the server takes to answer."""


class Asked:
    """When the server, which is another process, was last asked for a feed and for a page."""

    def __init__(self) -> None:
        self._last = {what: Value("d", 0.0) for what in ("feed", "page")}

    def note(self, what: str) -> None:
        """Take down that this is asked for at this moment."""
        self._last[what].value = time.monotonic()

    def within(self, seconds: float) -> str:
        """Return what was asked for in the last ``seconds``, ``feed`` or ``page``; nothing when all was quiet."""
        recent = time.monotonic() - seconds
        return next((what for what, last in self._last.items() if last.value > recent), "")


class Press(Loopback):
    """Answers any path: its routes know whole ones only."""

    def __init__(self, host: str, port: int, editions: Iterator[int], asked: Asked) -> None:
        super().__init__(host=host, port=port)
        self._editions = editions
        self._asked = asked

    def answer(self, asked: Request) -> Answer:
        """Return an edition of a feed, or a page of its own."""
        number = next(self._editions)
        wants_feed = "/article/" not in asked.path
        self._asked.note("feed" if wants_feed else "page")
        time.sleep(AWAY)
        if not wants_feed:
            return Answer(page(number, f"Report {number}"), headers={"Content-Type": "text/html"})
        titles = [f"Headline {n} of the day, long enough to take two lines" for n in range(ENTRIES)]
        told = feed(f"http://{asked.headers['host']}{asked.path}/", titles)
        for new in range(NEW):
            told = told.replace(b"<guid>mole-%d<" % new, b"<guid>mole-%d-%d<" % (number, new))
        told = re.sub(rb"(<guid>mole-\d+-\d+</guid>)<pubDate>.*?</pubDate>", rb"\1", told)  # as new as can be
        return Answer(told, headers={"Content-Type": "application/rss+xml"})


def serve(told: Connection, asked: Asked) -> None:
    """Serve feeds that have new headlines whenever they are asked, and their pages, until told to end."""
    make_way()
    editions = count(1)
    with ExitStack() as servers:
        port = 0
        for number in range(HOSTS):
            port = servers.enter_context(Press(f"127.0.0.{number + 1}", port, editions, asked)).port
        told.send(port)
        told.recv()


def make_way() -> None:
    """Have this process compute when no other does, as a server does that stands on another machine."""
    os.nice(19)
    os.setsid()  # where Linux groups processes by session, niceness counts in the group, and the group has its own
    with suppress(OSError):
        Path("/proc/self/autogroup").write_text("19")


async def subscribe(folder: Path, port: int) -> None:
    """Make a library that is subscribed to the feeds, and has read none of them."""
    library = Library.open(folder, now=utc_now)
    for number in range(FEEDS):
        address = f"http://127.0.0.{number % HOSTS + 1}:{port}/feed{number}"
        await library.subscribe(address, f"Source {number}")
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


def keys(reader: Reader, many: int) -> Iterator[float]:
    """Yield the seconds that each of ``many`` keys takes, typed as fast as people do."""
    for move in islice(cycle(MOVES), many):
        pause(reader)
        yield reader.press(move)


def busy_keys(reader: Reader, many: int, asked: Asked) -> Iterator[tuple[str, float]]:
    """Yield what was being asked for at each of ``many`` keys, and the seconds it took; refresh again and again."""
    moves = cycle(MOVES)
    while many:
        pause(reader)
        if what := asked.within(MOMENT):
            yield what, reader.press(next(moves))
            many -= 1
        elif not asked.within(LULL):
            reader.send(b"R")


def pause(reader: Reader) -> None:
    """Let the reader go on for as long as people take from one key to the next."""
    reader.rest(random.uniform(0.05, 0.15))


def told(name: str, taken: Sequence[float]) -> float:
    """Print how long keys took; return the 95th percentile."""
    p95 = statistics.quantiles(taken, n=20)[-1]
    print(f"{name:44} median {1000 * statistics.median(taken):6.1f} ms   p95 {1000 * p95:6.1f} ms   n {len(taken)}")
    return p95


def look_sharp() -> None:
    """Have this process see at once what comes, where it may: it is the measure, and not what is measured."""
    with suppress(PermissionError):
        os.sched_setscheduler(0, os.SCHED_FIFO | os.SCHED_RESET_ON_FORK, os.sched_param(1))


def while_news_comes(home: str, many: int) -> None:
    """Measure keys at rest and in a refresh, by turns: a machine is not as fast at all times."""
    asked, (ours, theirs) = Asked(), Pipe()
    server = Process(target=serve, args=(theirs, asked), daemon=True)
    server.start()
    library = Path(home, "busy")
    asyncio.run(subscribe(library, ours.recv()))
    reader = Reader(library, home)
    at_rest: list[float] = []
    busy: list[tuple[str, float]] = []
    try:
        reader.wait_for(b"refreshed")
        reader.send(b"1")
        for _ in range(ROUNDS):
            reader.settle()
            at_rest += keys(reader, many // ROUNDS)
            busy += busy_keys(reader, many // ROUNDS, asked)
    finally:
        reader.close()
        ours.send(None)
        server.join()
    rest = told("at rest", at_rest)
    told("feeds refreshed", [taken for what, taken in busy if what == "feed"])
    told("pages fetched and cleaned", [taken for what, taken in busy if what == "page"])
    print(f"ratio of the 95th percentiles: {told('both', [taken for _, taken in busy]) / rest:.2f}")


def in_a_long_list(home: str, headlines: int, many: int) -> None:
    """Measure the CPU time of a key in a long list."""
    library = Path(home, "long")
    asyncio.run(fill(library, headlines // 50))
    reader = Reader(library, home)
    try:
        reader.wait_for(b"Headline 0")
        reader.settle()
        started = reader.cpu
        told(f"in {headlines:,} headlines", list(keys(reader, many)))
        print(f"CPU time of a key in {headlines:,} headlines: {1000 * (reader.cpu - started) / many:.1f} ms")
    finally:
        reader.close()


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=600)
    parser.add_argument("--headlines", type=int, default=100_000)
    args = parser.parse_args()
    look_sharp()
    with tempfile.TemporaryDirectory() as home:
        while_news_comes(home, args.keys)
        in_a_long_list(home, args.headlines, args.keys)


if __name__ == "__main__":
    main()
