"""What child processes do to a library while a test kills them, or takes their disk away.

Each prints one line for every change once it is promised to be on disk: a number, flushed at once.
"""

import asyncio
import random
import resource
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import TypeVar

from newsreader.formats.imports import ImportedPage
from newsreader.library import Arrival, Library
from newsreader.model import HeadlineQuery, LibraryError
from support.articles import FULL_ARTICLE
from support.libraries import CHECK, Clock, entry, feed

Answer = TypeVar("Answer")


def promise(number: int) -> None:
    """Tell the test that a change is on disk."""
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


async def store_feeds(folder: Path, start: int) -> None:
    """Store a feed of twenty new entries again and again; promise each."""
    library = Library.open(folder, now=Clock())
    paper = await library.subscribe("https://feeds.example/", "Feeds")
    for number in count(start):
        entries = [entry(f"{number}-{n}", content="<p>words</p>" * 50) for n in range(20)]
        await library.store_feed(paper.id, feed(*entries), CHECK)
        promise(number)


async def keep_bookmarks(folder: Path, start: int) -> None:
    """Store an entry, bookmark it with its pictures, again and again; promise each whole bookmark."""
    library = Library.open(folder, now=Clock())
    paper = await library.subscribe("https://kept.example/", "Kept")
    for number in count(start):
        await library.store_feed(paper.id, feed(entry(f"{number}", url=f"https://kept.example/{number}")), CHECK)
        entry_id = library.find_entry(f"https://kept.example/{number}")
        assert entry_id is not None
        await library.bookmark_entry(entry_id, FULL_ARTICLE)
        for image in FULL_ARTICLE.images:
            await library.add_image(entry_id, image.url, f"{number} {image.url}".encode() * 500, "png", 9, 9)
        promise(number)


async def import_pages(folder: Path, start: int) -> None:
    """Bring in twenty pages with marks, tags and texts again and again; promise each import."""
    library = Library.open(folder, now=Clock())
    for number in count(start):
        pages = [ImportedPage(f"https://a.example/{number}/{n}", "T", read=True, tags=("a",)) for n in range(20)]
        await library.bring_in((), [Arrival(page, FULL_ARTICLE) for page in pages], {})
        promise(number)


class Telling(Library):
    """A library that promises each slice of a sweep."""

    done = count()

    async def _feeds(self, work: Callable[[sqlite3.Connection], Answer]) -> Answer:
        answer = await super()._feeds(work)
        promise(next(self.done))
        return answer


async def age(folder: Path, unread: int) -> None:
    """Read all of a feed but its first entries, and let it age."""
    clock = Clock()
    with closing(Library.open(folder, now=clock)) as library:
        paper = await library.subscribe("https://old.example/", "Old")
        entries = [entry(f"{n}", content=f"<p>{'words ' * 50}{n}</p>") for n in range(2_000)]
        await library.store_feed(paper.id, feed(*entries), CHECK)
        await library.catch_up()
        await library.mark_read(library.headline_ids(HeadlineQuery())[unread:], read=True)
        for days in (0, 400, 1):
            await library.sweep()
            clock.pass_by(timedelta(days=days))
    await Telling.open(folder, now=clock).sweep(keep_read=timedelta(days=30))


def unpackable(number: int) -> str:
    """Return a text of 40 kB that takes 20 kB at least, however it is stored."""
    return random.Random(number).randbytes(20_000).hex()


async def fill_the_disk(folder: Path, room: int) -> None:
    """Bookmark with large pictures until files may grow no more; then show that the program goes on."""
    library = Library.open(folder, now=Clock())
    paper = await library.subscribe("https://full.example/", "Full")
    await library.store_feed(paper.id, feed(*(entry(f"{n}", content="words " * 2000) for n in range(50))), CHECK)
    await library.bookmark_entry(1, FULL_ARTICLE)
    promise(1)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
    image = FULL_ARTICLE.images[0].url
    said = []
    for attempt in (
        library.add_image(1, image, b"x" * 4_000_000, "png", 9, 9),
        library.store_feed(paper.id, feed(*(entry(f"b{n}", content=unpackable(n)) for n in range(90))), CHECK),
    ):
        try:
            await attempt
        except LibraryError as error:
            said.append(str(error))
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert len(said) == 2, said
    assert len(library.bookmarks()) == 1
    await library.add_image(1, image, b"x" * 4_000_000, "png", 9, 9)
    promise(2)
    library.close()
    sys.stdout.write("\n".join(said))


def main() -> None:
    """Run ``python -m support.library_children WHAT FOLDER NUMBER``."""
    what, folder, number = sys.argv[1:]
    work = {
        "feeds": store_feeds,
        "bookmarks": keep_bookmarks,
        "full": fill_the_disk,
        "imports": import_pages,
        "age": age,
    }[what]
    asyncio.run(work(Path(folder), int(number)))


if __name__ == "__main__":
    main()
