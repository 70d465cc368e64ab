"""A clock that jumps back and forth between runs takes nothing away."""

from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from newsreader.library import Library
from newsreader.model import HeadlineQuery, View
from newsreader.wiring import utc_now
from support.articles import FULL_ARTICLE
from support.libraries import CHECK, Clock, entry, feed

YEAR = timedelta(days=365)
JUMPS = (10 * YEAR, -10 * YEAR, timedelta(days=1), -60 * YEAR, timedelta(seconds=-1), 100 * YEAR, timedelta())


async def run(folder: Path, now: datetime, number: int) -> None:
    """Do at ``now`` what a day with the program does: the second of the two that were kept is let go of again."""
    with closing(Library.open(folder, now=Clock(now))) as library:
        assert not library.read_only
        paper = await library.subscribe("https://a.example/feed", "A")
        await library.store_feed(paper.id, feed(*(entry(f"{number}-{n}") for n in range(9))), CHECK)
        for n in (0, 1):
            kept = library.find_entry(f"https://paper.example/{number}-{n}") or 0
            await library.bookmark_entry(kept, FULL_ARTICLE)
            for image in FULL_ARTICLE.images:
                await library.add_image(kept, image.url, f"{number} {image.url}".encode(), "png", 9, 9)
        await library.sweep()
        assert await library.undo() == f"Bookmark taken back: Title {number}-1", (
            "the last change, whatever its time"
        )
        await library.sweep()


@pytest.mark.parametrize("seed", range(3))
async def test_whatever_the_clock_says_nothing_kept_is_lost(folder: Path, seed: int) -> None:
    jumps = list(JUMPS)
    Random(seed).shuffle(jumps)
    start = utc_now()
    for number, jump in enumerate(jumps):
        await run(folder, start + jump, number)
        with closing(Library.open(folder, now=utc_now)) as library:
            assert await library.examine() == []
            kept = library.bookmarks()
            assert {bookmark.headline.title for bookmark in kept} == {f"Title {n}-0" for n in range(number + 1)}
            assert all(bookmark.complete for bookmark in kept)
            assert library.count(HeadlineQuery())[1] == 9 * (number + 1)
            assert library.headline_ids(HeadlineQuery(View.BOOKMARKS))
            assert [sub.id for sub in library.due(utc_now() + YEAR)] == [1]
