"""What stands in for an article whose page shows a wall, and how the reader is told."""

import pytest

from newsreader.model import ArticleStatus, CleanError, HeadlineQuery, NotFoundError, Wall
from newsreader.newsroom import Newsroom
from support.loopback import Answer, Loopback
from support.site import HTML, RSS, body, open_site, page
from support.walls import DRESSED, WALLS

TOLD = "this is what the feed carried"


async def first(newsroom: Newsroom, site: Loopback) -> int:
    await newsroom.add(open_site(site))
    return newsroom.headline_ids(HeadlineQuery())[0]


async def from_feed(newsroom: Newsroom, site: Loopback, description: str, link: str = "<link>{}</link>") -> int:
    """Return the headline of a feed with one item that carries ``description``."""
    item = f"<title>One</title><guid>1</guid>{link.format(site.url('/article/9'))}"
    feed = f"<rss version='2.0'><channel><title>F</title><item>{item}{description}</item></channel></rss>"
    site.routes["/one.xml"] = Answer(feed.encode(), headers=RSS)
    await newsroom.add(site.url("/one.xml"))
    return newsroom.headline_ids(HeadlineQuery())[0]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("consent: vendor list", "asks for consent"),
        ("pay: offer alone", "wants to be paid"),
        ("guards: login", "wants to know its reader"),
        ("shells: scripts needed, shown", "runs its scripts"),
        ("errors: 404 with latest stories", "not there"),
        ("errors: Apache 500", "does not work"),
        ("guards: challenge", "does not let this program in"),
        ("fronts: front page", "lists other stories"),
        ("shells: title alone", "hardly any text"),
    ],
)
async def test_the_feed_stands_in_and_the_notice_says_why(
    newsroom: Newsroom, site: Loopback, name: str, words: str
) -> None:
    entry = await first(newsroom, site)
    site.routes["/article/0"] = Answer(WALLS[name].page(DRESSED), headers=HTML)
    reading = await newsroom.reading(entry)
    assert (reading.article.status, reading.article.text) == (ArticleStatus.FEED, "In short: report 0.")
    assert words in reading.notice
    assert reading.notice.endswith(TOLD)
    assert not reading.stored


async def test_the_pages_own_version_can_be_seen_too(newsroom: Newsroom, site: Loopback) -> None:
    entry = await first(newsroom, site)
    site.routes["/article/0"] = Answer(WALLS["consent: vendor list"].page(DRESSED), headers=HTML)
    reading = await newsroom.page_reading(entry)
    assert (reading.article.status, reading.article.wall) == (ArticleStatus.WALL, Wall.CONSENT)
    assert not reading.article.blocks
    assert "asks for consent" in reading.notice
    open_site(site)
    reading = await newsroom.page_reading(entry)
    assert (reading.article.status, reading.stored) == (ArticleStatus.FULL, True)
    site.stop()
    assert await newsroom.page_reading(entry) == reading


async def test_the_part_that_gave_way_to_a_fuller_feed_can_be_seen_too(newsroom: Newsroom, site: Loopback) -> None:
    text = body(9).replace("<", "&lt;")
    entry = await from_feed(newsroom, site, f"<description>{text}</description>")
    part = "<p>The ferry left at six in the morning, as it had every day since the war, and nobody knows why.</p>"
    stub = page(9, "One").replace(body(9).encode(), part.encode())
    site.routes["/article/9"] = Answer(stub, headers=HTML)
    assert (await newsroom.reading(entry)).article.status is ArticleStatus.FEED
    assert (await newsroom.page_reading(entry)).article.text.startswith("The ferry left at six")


async def test_with_neither_nothing_is_made_up(newsroom: Newsroom, site: Loopback) -> None:
    entry = await from_feed(newsroom, site, "")
    site.routes["/article/9"] = Answer(WALLS["guards: challenge"].page(DRESSED), headers=HTML)
    reading = await newsroom.reading(entry)
    assert (reading.article.status, reading.article.blocks) == (ArticleStatus.WALL, ())
    assert reading.notice.endswith("the feed carried no text")
    assert (await newsroom.feed_reading(entry)).notice == "The feed carried no text"


async def test_a_headline_without_a_page_has_one_version(newsroom: Newsroom, site: Loopback) -> None:
    entry = await from_feed(newsroom, site, "<description>All there is.</description>", link="")
    reading = await newsroom.reading(entry)
    assert reading.article.text == "All there is."
    assert reading.notice == f"The feed names no page for this headline; {TOLD}"
    with pytest.raises(NotFoundError):
        await newsroom.page_reading(entry)


async def test_a_wall_is_not_kept_as_a_bookmark_of_a_page(newsroom: Newsroom, site: Loopback) -> None:
    site.routes["/elsewhere"] = Answer(WALLS["pay: offer alone"].page(DRESSED), headers=HTML)
    with pytest.raises(CleanError, match="wants to be paid"):
        await newsroom.save(site.url("/elsewhere"))
    assert not newsroom.bookmarks()
    assert (await newsroom.page(site.url("/elsewhere"))).status is ArticleStatus.WALL


async def test_a_bookmark_of_a_wall_keeps_the_feeds_text_and_asks_once(newsroom: Newsroom, site: Loopback) -> None:
    entry = await first(newsroom, site)
    site.routes["/article/0"] = Answer(WALLS["consent: de pur"].page(DRESSED), headers=HTML)
    await newsroom.bookmark(entry)
    await newsroom.complete_bookmark(entry)
    await newsroom.complete_bookmarks()
    stored = newsroom.stored_reading(entry)
    assert stored is not None
    assert stored.article.text == "In short: report 0."
    assert site.count("/article/0") == 1
