"""A newsroom whose library can only be read: what is asked for is answered, and nothing is kept."""

from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace

import pytest

from newsreader.config import Settings
from newsreader.fetch import Fetcher
from newsreader.library import Library
from newsreader.model import LibraryError, Place
from newsreader.newsroom import Newsroom
from newsreader.workshop import Workshop
from support.clock import Clock
from support.loopback import Loopback
from support.site import open_site

ELSEWHERE = "open on attic"


@pytest.fixture
async def barred(
    newsroom: Newsroom, settings: Settings, clock: Clock, workshop: Workshop, site: Loopback
) -> AsyncIterator[Newsroom]:
    """Return a newsroom on a library with two headlines, the first kept, that another host has open."""
    await newsroom.add(open_site(site))
    await newsroom.bookmark(1)
    newsroom._library.close()
    settings = replace(settings, place=Place("Stepanakert", 39.8, 46.7))
    with closing(Library.open(settings.library, now=clock, host="attic")) as there:
        assert not there.read_only
        with closing(Library.open(settings.library, now=clock, host="kitchen")) as library:
            fetcher = Fetcher()
            yield Newsroom(settings, library, fetcher, workshop, now=clock)
            await fetcher.close()


async def test_an_article_is_read_and_not_stored(barred: Newsroom, site: Loopback) -> None:
    assert ELSEWHERE in barred.read_only
    first = await barred.reading(2)
    assert "Report 1, part 5" in first.article.text
    assert not first.stored
    assert barred.stored_reading(2) is None
    assert site.count("/article/1") == 1


async def test_what_is_done_unasked_is_left_alone(barred: Newsroom, site: Loopback) -> None:
    asked = len(site.asked)
    assert await barred.prefetch() == 0
    assert await barred.complete_bookmarks() == 0
    await barred.remember_position(1, 0.5)
    await barred.catch_up()
    assert len(site.asked) == asked


async def test_what_would_change_something_is_refused_before_the_network_is_asked(
    barred: Newsroom, site: Loopback
) -> None:
    asked = len(site.asked)
    for attempt in (
        barred.refresh(force=True),
        barred.add(site.url("/another.xml")),
        barred.save(site.url("/article/1")),
        barred.mark_read([1]),
        barred.unbookmark(1),
        barred.annotate(1, "note", ["tag"]),
        barred.undo(),
        barred.remove(1),
        barred.change_source(1, title="Other"),
        barred.check_library(repair=True),
    ):
        with pytest.raises(LibraryError) as error:
            await attempt
        assert str(error.value) == barred.read_only
    assert len(site.asked) == asked
    assert [kept.headline.id for kept in barred.bookmarks()] == [1]


async def test_the_weather_is_remembered_while_the_program_runs(barred: Newsroom, clock: Clock) -> None:
    first = await barred.masthead_desk.current()
    assert barred.masthead_desk.last() == first
    assert (await barred.masthead_desk.report()).next_ask > clock(), "it was asked, and is not asked again at once"
