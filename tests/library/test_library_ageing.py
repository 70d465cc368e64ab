"""What was read ages out by age and by size; what the reader may want never does, and nothing comes back as new."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.formats.imports import ImportedPage
from newsreader.library import Arrival, Library, Swept
from newsreader.library.database import FILE_NAME
from newsreader.model import HeadlineQuery, Subscription
from support.articles import FULL_ARTICLE
from support.libraries import CHECK, Clock, entry, feed, sweep_daily

DAY = timedelta(days=1)
KEPT = timedelta(days=30)
ALL = HeadlineQuery()
FEED = feed(*(entry(str(n), content=f"<p>words of {n}</p>") for n in range(1, 7)))


@pytest.fixture
async def paper(library: Library) -> Subscription:
    paper = await library.subscribe("https://a.example/feed", "A")
    await library.store_feed(paper.id, FEED, CHECK)
    return paper


def there(library: Library) -> set[int]:
    return set(library.headline_ids(ALL))


async def test_what_was_read_goes_when_it_is_old_enough(
    library: Library, paper: Subscription, clock: Clock
) -> None:
    await library.mark_read([1, 2], read=True)
    clock.pass_by(5 * DAY)
    await library.mark_read([3], read=True)
    assert await sweep_daily(library, clock, 26, KEPT) == Swept()
    assert await sweep_daily(library, clock, 1, KEPT) == Swept(headlines=2)
    assert there(library) == {3, 4, 5, 6}
    assert library.headline_ids(HeadlineQuery(search="words")) == (3, 4, 5, 6)
    assert await sweep_daily(library, clock, 5, KEPT) == Swept(headlines=1)
    assert await library.examine() == []


async def test_it_does_not_come_back_while_its_feed_lists_it(
    library: Library, paper: Subscription, clock: Clock, folder: Path
) -> None:
    await library.mark_read([1, 2, 3], read=True)
    await sweep_daily(library, clock, 32, KEPT)
    assert await library.store_feed(paper.id, FEED, CHECK) == 0
    assert await library.store_feed(paper.id, feed(), CHECK) == 0, "a mishap of the server's"
    assert await library.store_feed(paper.id, FEED, CHECK) == 0
    assert there(library) == {4, 5, 6}
    without = feed(*FEED.entries[1:])
    assert await library.store_feed(paper.id, without, CHECK) == 0
    with closing(sqlite3.connect(folder / FILE_NAME)) as database:
        assert database.execute("SELECT guid FROM aged ORDER BY guid").fetchall() == [("2",), ("3",)]
    assert await library.store_feed(paper.id, FEED, CHECK) == 1, "one that was taken out and told again is new"


async def test_what_another_program_brings_back_is_here_and_told_of_once(
    library: Library, paper: Subscription, clock: Clock
) -> None:
    await library.mark_read([1], read=True)
    await sweep_daily(library, clock, 32, KEPT)
    (first, *_) = FEED.entries
    await library.bring_in((), [Arrival(ImportedPage(first.url or "", "T", feed_url=paper.url))], {})
    before = there(library)
    assert len(before) == 6
    assert await library.store_feed(paper.id, FEED, CHECK) == 0
    assert there(library) == before
    assert await library.examine() == []


async def test_what_may_be_wanted_never_goes(library: Library, paper: Subscription, clock: Clock) -> None:
    await library.mark_read([1, 2, 3, 4, 5], read=True)
    await library.bookmark_entry(1, FULL_ARTICLE)
    await library.annotate(2, "For Monday", [])
    await library.annotate(3, "", ["bridges"])
    await library.remember_position(4, 500_000)
    assert await sweep_daily(library, clock, 40, KEPT, size=1) == Swept(headlines=1)
    assert there(library) == {1, 2, 3, 4, 6}


async def test_what_can_still_be_undone_stays(library: Library, paper: Subscription, clock: Clock) -> None:
    await library.mark_read([1, 2], read=True)
    await library.bookmark_entry(1, FULL_ARTICLE)
    await library.annotate(2, "For Monday", [])
    await sweep_daily(library, clock, 40, KEPT)
    await library.unbookmark(1)
    await library.annotate(2, "", [])
    assert await sweep_daily(library, clock, 7, KEPT) == Swept()
    assert [await library.undo() for _ in range(2)] == [
        "Note and tags as before: Title 2",
        "Bookmark restored: Title 1",
    ]
    await library.unbookmark(1)
    assert await sweep_daily(library, clock, 9, KEPT) == Swept(headlines=1)
    assert there(library) == {2, 3, 4, 5, 6}


async def test_beyond_its_size_what_was_read_longest_ago_goes_first(
    library: Library, paper: Subscription, clock: Clock, folder: Path
) -> None:
    entries = [entry(f"long{n}", content=f"{n * 37:x}" * 60_000) for n in range(40)]
    await library.store_feed(paper.id, feed(*FEED.entries, *entries), CHECK)
    numbers = sorted(there(library) - set(range(1, 7)))
    for number in numbers:
        clock.pass_by(timedelta(minutes=1))
        await library.mark_read([number], read=True)
    await library.catch_up()
    used = library.holdings().bytes_used
    swept = await sweep_daily(library, clock, 9, size=used - 20_000)
    assert 0 < swept.headlines < 20
    assert there(library) == {*range(1, 7), *numbers[swept.headlines :]}
    assert library.holdings().bytes_used <= used - 20_000


async def test_a_clock_that_jumps_and_comes_back_lets_nothing_go(
    library: Library, paper: Subscription, clock: Clock
) -> None:
    await library.mark_read([1], read=True)
    await library.bookmark_entry(2, FULL_ARTICLE)
    await library.add_image(2, FULL_ARTICLE.images[0].url, b"bridge", "jpg", 1, 1)
    await library.unbookmark(2)
    assert await sweep_daily(library, clock, 3, KEPT, size=1) == Swept()
    now = clock.now
    for jump in (365 * DAY, 365 * DAY + timedelta(hours=23), -9000 * DAY, timedelta(), 400 * DAY, timedelta()):
        clock.now = now + jump
        assert await library.sweep(keep_read=KEPT, size=1) == Swept()
    assert await library.undo() == "Bookmark restored: Title 2"
    assert library.missing_images(2) == (FULL_ARTICLE.images[1].url,)
    assert await sweep_daily(library, clock, 29, KEPT) == Swept(headlines=1), "the right time counts again"


async def test_a_clock_that_stays_ahead_counts_after_a_day(
    library: Library, paper: Subscription, clock: Clock
) -> None:
    await library.mark_read([1], read=True)
    await library.sweep(keep_read=KEPT)
    clock.pass_by(365 * DAY)
    assert await library.sweep(keep_read=KEPT) == Swept()
    clock.pass_by(DAY)
    assert await library.sweep(keep_read=KEPT) == Swept(headlines=1)


async def test_what_was_read_under_a_clock_gone_back_is_as_old_as_it_is_known(
    library: Library, paper: Subscription, clock: Clock
) -> None:
    now = clock.now
    clock.now = now - 19_000 * DAY
    await library.mark_read([1], read=True)
    clock.now = now
    assert await sweep_daily(library, clock, 9, KEPT) == Swept()


async def test_more_than_a_slice_goes_too(library: Library, paper: Subscription, clock: Clock) -> None:
    many = feed(*(entry(f"m{n}") for n in range(450)))
    await library.store_feed(paper.id, many, CHECK)
    await library.mark_read(library.headline_ids(ALL), read=True)
    await library.bookmark_entry(200, FULL_ARTICLE)
    assert await sweep_daily(library, clock, 32, KEPT) == Swept(headlines=455)
    assert there(library) == {200}
    assert await library.store_feed(paper.id, many, CHECK) == 0


@dataclass(frozen=True)
class Deed:
    """What the reader did to one entry, on which day, and whether that ages out at all."""

    day: int
    what: str


DEEDS = st.builds(Deed, st.integers(0, 60), st.sampled_from(["read", "unread", "keep", "note", "tag", "begin", ""]))


@settings(max_examples=25)
@given(
    st.lists(DEEDS, min_size=6, max_size=6),
    st.sampled_from([None, 7 * DAY, KEPT]),
    st.sampled_from([None, 1, 100_000, 10**9]),
    st.integers(0, 60),
)
async def test_whatever_was_done_what_may_be_wanted_is_there(
    deeds: list[Deed], keep: timedelta | None, size: int | None, days: int
) -> None:
    clock = Clock()
    with TemporaryDirectory() as name, closing(Library.open(Path(name, "library"), now=clock)) as library:
        paper = await library.subscribe("https://a.example/feed", "A")
        await library.store_feed(paper.id, FEED, CHECK)
        for day in range(days + 1):
            for number, deed in enumerate(deeds, 1):
                if deed.day == day and number in there(library):
                    await do(library, number, deed.what)
            await sweep_daily(library, clock, 1, keep, size)
        here = there(library)
        for number, deed in enumerate(deeds, 1):
            done = deed.day <= days
            if not done or deed.what != "read" or days - deed.day < 7:
                assert number in here
        assert await library.store_feed(paper.id, FEED, CHECK) == 0
        assert there(library) == here
        assert await library.examine() == []


async def do(library: Library, number: int, what: str) -> None:
    if what:
        await library.mark_read([number], read=True)
    match what:
        case "unread":
            await library.mark_read([number], read=False)
        case "keep":
            await library.bookmark_entry(number, FULL_ARTICLE)
        case "note":
            await library.annotate(number, "A note", [])
        case "tag":
            await library.annotate(number, "", ["tag"])
        case "begin":
            await library.remember_position(number, 1)
