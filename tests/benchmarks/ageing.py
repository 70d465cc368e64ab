"""How long it takes to let many entries go, what a reader's change waits meanwhile, and to open an article before.

Run ``python tests/benchmarks/ageing.py``; ``--entries`` says how many, of which one in five has its whole article.
"""

import argparse
import asyncio
import random
import statistics
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from newsreader.library import FeedCheck, Library
from newsreader.library.database import FILE_NAME
from newsreader.model import Article, HeadlineQuery, Paragraph, ParsedEntry, ParsedFeed, Span

FEED = 500
RANDOM = random.Random(30)
WORDS = ["".join(RANDOM.choices("etaoinshrdlu", k=RANDOM.randint(2, 10))) for _ in range(20_000)]
COMMON = [1 / (rank + 10) for rank in range(len(WORDS))]


@dataclass
class Clock:
    """A clock that is told the time."""

    now: datetime = datetime(2023, 3, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def text(words: int) -> str:
    """Return so many words, common ones more often."""
    return " ".join(RANDOM.choices(WORDS, COMMON, k=words))


def page(number: int) -> Article:
    """Return an article of 1,000 words."""
    paragraphs = tuple(Paragraph((Span(text(100)), Span("a link", "https://a.example/"))) for _ in range(10))
    return Article(f"https://a.example/{number}", text(8), paragraphs)


async def fill(library: Library, now: datetime, entries: int) -> None:
    """Put so many entries on the shelves, all read."""
    for number in range(entries // FEED):
        source = await library.subscribe(f"https://a.example/{number}", f"Source {number}", by_reader=False)
        said = tuple(
            ParsedEntry(f"{number}-{n}", text(9), None, content=f"<p>{text(200)}</p>") for n in range(FEED)
        )
        await library.store_feed(source.id, ParsedFeed("A", said), FeedCheck(checked_at=now))
    ids = library.headline_ids(HeadlineQuery())
    for entry_id in ids[::5]:
        await library.store_article(entry_id, page(entry_id))
    await library.catch_up()
    await library.mark_read(ids, read=True)


def opening(library: Library) -> list[float]:
    """Return the milliseconds it took to open articles here and there."""
    ids, took = library.headline_ids(HeadlineQuery())[::5], []
    for entry_id in RANDOM.sample(ids, 300):
        began = time.perf_counter()
        library.article(entry_id)
        took.append((time.perf_counter() - began) * 1e3)
    return took


async def reader(library: Library, waited: list[float]) -> None:
    """Remember something again and again, as a key does, and note the milliseconds until it was on disk."""
    while True:
        began = time.perf_counter()
        await library.remember("key", str(began))
        waited.append((time.perf_counter() - began) * 1e3)
        await asyncio.sleep(0.05)


async def measure(folder: Path, entries: int) -> None:
    """Fill a library, let it age, and print what that took."""
    clock = Clock()
    library = Library.open(folder, now=clock)
    await fill(library, clock.now, entries)
    took = opening(library)
    print(f"an article opens in {statistics.median(took):.1f} ms, at most {max(took):.1f} ms, among {entries}")
    await library.sweep()
    clock.now += timedelta(days=400)
    await library.sweep()
    clock.now += timedelta(days=1)
    before, file = library.holdings().database_bytes, folder / FILE_NAME
    waited: list[float] = []
    beside = asyncio.create_task(reader(library, waited))
    began = time.perf_counter()
    swept = await library.sweep(keep_read=timedelta(days=180))
    seconds = time.perf_counter() - began
    beside.cancel()
    waits = statistics.quantiles(waited, n=100)
    print(f"a change waits {waits[49]:.1f} ms, 1 in 100 {waits[98]:.1f} ms, at most {max(waited):.1f} ms")
    print(f"{swept.headlines} aged in {seconds:.1f} s; {before / 1e6:.0f} MB in use, then", end=" ")
    print(f"{library.holdings().database_bytes / 1e6:.0f} MB")
    library.close()
    print(f"the file has {file.stat().st_size / 1e6:.0f} MB")


def main() -> None:
    """Measure in a library that is thrown away."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=100_000)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(Path(folder, "library"), args.entries))


if __name__ == "__main__":
    main()
