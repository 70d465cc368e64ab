"""From the start of the process to the first headline, in a real pseudo-terminal, beside a minimal Textual app.

Run ``python tests/benchmarks/start.py``; ``--rounds`` says how often each is started, ``--feeds`` how many feeds of
50 headlines the library has. Prints seconds: median, least, most, and the ratio of the medians. Each is started
once before, so that its modules are compiled as an installed program's are, whatever PYTHONDONTWRITEBYTECODE says.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from newsreader.library import FeedCheck, Library
from newsreader.model import ParsedEntry, ParsedFeed

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.terminal import Terminal

MINIMAL = """
from textual.app import App
from textual.widgets import Static
class Minimal(App):
    def compose(self):
        yield Static("A headline", markup=False)
Minimal().run()
"""


def utc_now() -> datetime:
    """Return the moment."""
    return datetime.now(UTC)


async def fill(folder: Path, feeds: int) -> None:
    """Make a library of so many feeds, each with 50 headlines and a body for each."""
    library, now = Library.open(folder, now=utc_now), utc_now()
    for number in range(feeds):
        entries = tuple(
            ParsedEntry(
                guid=f"{number}-{n}",
                title=f"Headline {n} of source {number}, long enough to take two lines",
                url=f"https://source{number}.example/{n}",
                published=now - timedelta(minutes=number + 60 * n),
                content=f"<p>{'A sentence of its body. ' * 40}</p>",
            )
            for n in range(50)
        )
        source = await library.subscribe(f"https://source{number}.example/feed", f"Source {number}")
        check = FeedCheck(checked_at=now, next_check=now + timedelta(days=1))
        await library.store_feed(source.id, ParsedFeed(f"Source {number}", entries), check)
    await library.catch_up()
    library.close()


def start(command: Sequence[str], shows: str, home: str) -> float:
    """Return the seconds from the start of ``command`` until its screen shows ``shows``."""
    env = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": f"{home}/compiled"}
    env |= {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "HTTPS_PROXY": "http://127.0.0.1:9"}
    with Terminal(command, env=env) as terminal:
        return terminal.wait_for(shows)


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--feeds", type=int, default=100)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        library = Path(home, "library")
        asyncio.run(fill(library, args.feeds))
        reader = [sys.executable, "-m", "newsreader"]
        cases = {
            "minimal Textual app": ([sys.executable, "-c", MINIMAL], "A headline"),
            f"library of {args.feeds} × 50": ([*reader, "--library", str(library)], "Headline 0"),
            "--demo, its feed fetched": ([*reader, "--demo"], "The keeper who would not"),
        }
        for command, shows in cases.values():
            start(command, shows, home)
        seconds: dict[str, list[float]] = {name: [] for name in cases}
        for _ in range(args.rounds):
            for name, (command, shows) in cases.items():
                seconds[name].append(start(command, shows, home))
    floor = statistics.median(seconds["minimal Textual app"])
    for name, taken in seconds.items():
        median = statistics.median(taken)
        print(f"{name:28} {median:.2f} s   {min(taken):.2f} to {max(taken):.2f}   × {median / floor:.2f}")


if __name__ == "__main__":
    main()
