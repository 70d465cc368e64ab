"""Pages that links lead to, read in passing and kept on demand; articles fetched again, never for the worse."""

import asyncio
from dataclasses import replace

import pytest

from newsreader.model import ArticleStatus, CleanError, FetchError, HeadlineQuery, NewsreaderError, Order, View
from newsreader.newsroom import Newsroom
from newsreader.newsroom.comparing import worse
from newsroom.conftest import OpenNewsroom
from support.articles import FULL_ARTICLE
from support.loopback import Answer, Loopback
from support.site import HTML, body, open_site, page


async def first(newsroom: Newsroom, site: Loopback) -> int:
    await newsroom.add(open_site(site))
    return newsroom.headline_ids(HeadlineQuery())[0]


async def test_a_page_is_read_in_passing_and_nothing_of_it_is_kept(newsroom: Newsroom, site: Loopback) -> None:
    await first(newsroom, site)
    site.routes["/linked"] = Answer(page(7, "The lamp on the mole"), headers=HTML)
    url = site.url("/linked")
    assert not newsroom.visits.headline(url).in_library
    reading = await newsroom.visits.read(url)
    assert (reading.headline.title, reading.headline.in_library) == ("The lamp on the mole", False)
    assert "Report 7, part 0." in reading.article.text
    assert len(newsroom.headline_ids(HeadlineQuery())) == 2


async def test_a_page_that_was_read_is_kept_without_asking_for_it_again(newsroom: Newsroom, site: Loopback) -> None:
    await first(newsroom, site)
    site.routes["/linked"] = Answer(page(7, "The lamp", pictures=["/picture/1.png"]), headers=HTML)
    url = site.url("/linked")
    kept = await newsroom.visits.keep((await newsroom.visits.read(url)).article)
    assert site.count("/linked") == 1
    assert newsroom.visits.headline(f"{url}#part").id == kept.headline.id
    assert (await newsroom.complete_bookmark(kept.headline.id)).complete
    assert await newsroom.undo()
    assert not newsroom.bookmarks()


async def test_a_link_opens_no_door_into_the_readers_own_network(newsroom: Newsroom, site: Loopback) -> None:
    site.routes["/router"] = Answer(page(7, "Settings"), headers=HTML)
    with pytest.raises(FetchError):
        await newsroom.visits.read(site.url("/router"))
    assert not site.count("/router")


async def test_a_wall_behind_a_link_is_told_and_not_kept(newsroom: Newsroom, site: Loopback) -> None:
    await first(newsroom, site)
    wall = b"<html><head><title>Just a moment</title></head><body><noscript><p>Please enable JavaScript to continue"
    site.routes["/wall"] = Answer(wall + b"</p></noscript></body></html>", headers=HTML)
    reading = await newsroom.visits.read(site.url("/wall"))
    assert reading.notice
    with pytest.raises(CleanError):
        await newsroom.visits.keep(reading.article)


async def test_an_article_is_fetched_past_what_is_stored(newsroom: Newsroom, site: Loopback) -> None:
    entry = await first(newsroom, site)
    await newsroom.reading(entry)
    longer = page(0, "Fog over the mole, corrected").replace(
        b"</article>", b"<p>Added later by the desk.</p></article>"
    )
    site.routes["/article/0"] = Answer(longer, headers=HTML)
    assert (await newsroom.fetch_again(entry)).article.title == "Fog over the mole, corrected"
    stored = newsroom.stored_reading(entry)
    assert stored is not None
    assert stored.article.title == "Fog over the mole, corrected"


@pytest.mark.parametrize(
    "answer",
    [
        Answer(b"gone", 404),
        Answer(
            page(0, "Fog over the mole").replace(body(0).encode(), b"<p>Report 0, part 0, and no more.</p>"),
            200,
            HTML,
        ),
    ],
)
async def test_what_is_worse_never_takes_the_place_of_what_is_here(
    newsroom: Newsroom, site: Loopback, answer: Answer
) -> None:
    entry = await first(newsroom, site)
    before = await newsroom.reading(entry)
    await newsroom.bookmark(entry)
    site.routes["/article/0"] = answer
    with pytest.raises(NewsreaderError):
        await newsroom.fetch_again(entry)
    after = newsroom.stored_reading(entry)
    assert after is not None
    assert after.article == before.article


async def test_fetching_again_waits_for_the_one_under_way(newsroom: Newsroom, site: Loopback) -> None:
    entry = await first(newsroom, site)
    one, two = await asyncio.gather(newsroom.reading(entry), newsroom.fetch_again(entry))
    assert one.article == two.article
    assert site.count("/article/0") == 2


def test_what_is_kept_loses_no_picture_and_hardly_a_word() -> None:
    cut = replace(FULL_ARTICLE, blocks=FULL_ARTICLE.blocks[: len(FULL_ARTICLE.blocks) // 4])
    bare = replace(FULL_ARTICLE, lead_image=None)
    part = replace(FULL_ARTICLE, status=ArticleStatus.PARTIAL)
    told = replace(cut, status=ArticleStatus.FEED)
    assert worse(FULL_ARTICLE, FULL_ARTICLE, kept=True) == ""
    assert worse(cut, FULL_ARTICLE, kept=False)
    assert worse(part, FULL_ARTICLE, kept=False)
    assert worse(bare, FULL_ARTICLE, kept=True)
    assert worse(bare, FULL_ARTICLE, kept=False) == ""
    assert worse(cut, told, kept=True) == ""
    assert worse(cut, None, kept=False) == ""
    assert worse(replace(FULL_ARTICLE, status=ArticleStatus.WALL), told, kept=False)


async def test_the_order_of_each_view_outlives_the_run(open_newsroom: OpenNewsroom) -> None:
    await open_newsroom().habits.remember_orders({View.ALL: Order.SOURCE})
    assert open_newsroom().habits.orders() == {View.ALL: Order.SOURCE}
