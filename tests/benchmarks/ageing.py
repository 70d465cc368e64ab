"""How long it takes to let many entries go, what a reader's change waits meanwhile, and the room that comes back.

Run ``python tests/benchmarks/ageing.py``; ``--articles`` says how many, stored and indexed as in ``library.py``.
With ``--part`` the library is made smaller by that part instead, the oldest first.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from time import perf_counter

from newsreader.library import Library
from newsreader.library.database import FILE_NAME
from newsreader.model import HeadlineQuery

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.library import AUTHORS, NOW, make
from support.libraries import Clock

KEEP = timedelta(days=180)


async def reader(library: Library, waited: list[float]) -> None:
    """Remember something again and again, as a key does, and note the milliseconds until it was on disk."""
    while True:
        began = perf_counter()
        await library.remember("key", str(began))
        waited.append(1000 * (perf_counter() - began))
        await asyncio.sleep(0.05)


async def measure(folder: Path, part: float | None) -> None:
    """Let a library age that was read long ago, and print what that took."""
    clock = Clock(NOW)
    library = Library.open(folder, now=clock)
    await library.mark_read(library.headline_ids(HeadlineQuery()), read=True)
    for days in (0, 400, 1):
        await library.sweep()
        clock.pass_by(timedelta(days=days))
    before = library.holdings().bytes_used
    waited: list[float] = []
    beside = asyncio.create_task(reader(library, waited))
    began = perf_counter()
    size = None if part is None else round(before * (1 - part))
    swept = await library.sweep(keep_read=KEEP if size is None else None, size=size)
    seconds = perf_counter() - began
    beside.cancel()
    waits = statistics.quantiles(waited, n=100)
    print(f"{swept.headlines:,} let go in {seconds:.1f} s")
    print(f"a change waits {waits[49]:.1f} ms, 1 in 100 {waits[98]:.1f} ms, at most {max(waited):.1f} ms")
    after = library.holdings().bytes_used
    library.close()
    file = (folder / FILE_NAME).stat().st_size
    print(f"in use {before / 1e6:,.0f} MB, then {after / 1e6:,.0f} MB, in a file of {file / 1e6:,.0f} MB")


def main() -> None:
    """Measure in a library that is thrown away."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--words", type=int, default=300, help="of an article, in the median")
    parser.add_argument("--part", type=float, help="of the library, that is to go")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        make(Path(home, "library"), args.articles, args.words, AUTHORS)
        asyncio.run(measure(Path(home, "library"), args.part))


if __name__ == "__main__":
    main()
