"""How long and how much is kept is what the settings say."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from newsreader.config import KeepingSettings, Settings
from newsreader.model import HeadlineQuery
from newsreader.newsroom import Newsroom
from support.clock import Clock
from support.loopback import Loopback
from support.site import open_site

ALL = HeadlineQuery()


async def days_pass(newsroom: Newsroom, clock: Clock, days: int) -> None:
    for _ in range(days):
        clock.move(days=1)
        await newsroom.complete_bookmarks()


async def test_what_was_read_goes_as_the_settings_say_and_stays_away(
    open_newsroom: Callable[..., Newsroom], settings: Settings, site: Loopback, clock: Clock
) -> None:
    newsroom = open_newsroom(replace(settings, keeping=KeepingSettings(keep_read=timedelta(days=30), size=None)))
    source = await newsroom.add(open_site(site))
    first, second = newsroom.headline_ids(ALL)
    await newsroom.mark_read([first])
    began = clock()
    await days_pass(newsroom, clock, 30)
    assert (await newsroom.stock()).next_to_age == began + timedelta(days=30)
    assert newsroom.headline_ids(ALL) == (first, second)
    await days_pass(newsroom, clock, 3)
    assert newsroom.headline_ids(ALL) == (second,)
    open_site(site, ["Fog over the mole", "The bell is back"])
    assert (await newsroom.refresh([source.id], force=True)).new == 0
    assert [headline.title for headline in newsroom.headlines(newsroom.headline_ids(ALL))] == ["The bell is back"]


async def test_without_limits_all_stays(
    open_newsroom: Callable[..., Newsroom], settings: Settings, site: Loopback, clock: Clock
) -> None:
    newsroom = open_newsroom(replace(settings, keeping=KeepingSettings(None, None)))
    await newsroom.add(open_site(site))
    await newsroom.mark_read(newsroom.headline_ids(ALL))
    await days_pass(newsroom, clock, 3)
    clock.move(days=4_000)
    await days_pass(newsroom, clock, 3)
    assert len(newsroom.headline_ids(ALL)) == 2
    stock = await newsroom.stock()
    assert (stock.share, stock.next_to_age) == (None, None)
