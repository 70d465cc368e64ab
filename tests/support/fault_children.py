"""What child processes do to a library while the tests of faults kill them or take their disk away.

Each says ``ready`` when it begins, and then one line for every change once it is promised to be on disk. What the
disk does not take is said in a line that begins with an exclamation mark, and ends the child.
"""

import asyncio
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from random import Random

from newsreader.library import Library
from newsreader.model import LibraryError
from newsreader.wiring import utc_now
from support.articles import FULL_ARTICLE
from support.libraries import CHECK, Clock, entry, feed

ENTRIES = 40
"""Headlines that there are to be marked, kept and let go of."""

ROUNDS = 400
"""Changes after which a child that nobody killed ends."""


SWEEPS = 20
"""Times that a child sweeps."""


def say(line: object) -> None:
    """Tell the test."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


async def fill(library: Library) -> None:
    """Put the headlines there."""
    paper = await library.subscribe("https://marked.example/", "Marked", by_reader=False)
    await library.store_feed(paper.id, feed(*(entry(str(n), content="words") for n in range(ENTRIES))), CHECK)


async def change(library: Library, random: Random) -> None:
    """Do one thing that a reader does, in one transaction, whichever ``random`` says."""
    some = random.sample(range(1, ENTRIES + 1), 5)
    match random.randrange(7):
        case 0 | 1:
            await library.mark_read(some, read=random.random() < 0.7)
        case 2:
            await library.bookmark_entry(some[0], FULL_ARTICLE)
        case 3:
            await library.unbookmark(some[0])
        case 4:
            await library.annotate(some[0], f"note {some}", [f"tag{some[1]}"])
        case _:
            await library.undo()


async def undo(folder: Path, seed: int) -> None:
    """Change things and undo them; promise each by its number."""
    random = Random(seed)
    with closing(Library.open(folder, now=Clock())) as library:
        say("ready")
        for number in range(ROUNDS):
            await change(library, random)
            say(number)


async def migrate(folder: Path, seed: int) -> None:
    """Open a library of an earlier version."""
    del seed
    say("ready")
    Library.open(folder, now=Clock()).close()


async def sweep(folder: Path, seed: int) -> None:
    """Keep entries with pictures, let others go, sweep those out days later; promise each kept entry by its id."""
    clock = Clock(utc_now())  # as the times of files are
    with closing(Library.open(folder, now=clock)) as library:
        say("ready")
        for number in range(SWEEPS):
            await _sweep_round(library, clock, number)


async def _sweep_round(library: Library, clock: Clock, number: int) -> None:
    paper = await library.subscribe(f"https://swept.example/{number}", "Swept")
    entries = [entry(f"{number}-{n}", content="words " * 300) for n in range(60)]
    await library.store_feed(paper.id, feed(*entries), CHECK)
    first, second = (library.find_entry(f"https://paper.example/{number}-{n}") or 0 for n in (0, 1))
    for kept in (first, second):
        await library.bookmark_entry(kept, FULL_ARTICLE)
        for image in FULL_ARTICLE.images:
            await library.add_image(kept, image.url, f"{kept} {image.url}".encode() * 500, "png", 9, 9)
    say(first)
    await library.unbookmark(second)
    await library.unsubscribe(paper.id)
    clock.pass_by(timedelta(days=2))
    await library.sweep()


def main() -> None:
    """Run ``python -m support.fault_children WHAT FOLDER SEED``."""
    what, folder, seed = sys.argv[1:]
    work = {"undo": undo, "migrate": migrate, "sweep": sweep}[what]
    try:
        asyncio.run(work(Path(folder), int(seed)))
    except LibraryError as error:
        say(f"! {error}")
        sys.exit(1)


if __name__ == "__main__":
    main()
