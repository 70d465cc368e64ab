"""What is bookmarked is on this disk, text and pictures, whatever becomes of the network."""

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from html import escape

import pytest

from newsreader.config import Settings
from newsreader.model import ArticleStatus, Canvas, Drawing, HeadlineQuery, NewsreaderError, View
from newsreader.newsroom import Newsroom
from pictures.images import encoded, noise
from support.clock import Clock
from support.loopback import Answer, Asked, Loopback
from support.site import HTML, PNG, open_site, page, png

KEPT = HeadlineQuery(View.BOOKMARKS)


async def first(newsroom: Newsroom, site: Loopback) -> int:
    await newsroom.add(open_site(site))
    return newsroom.headline_ids(HeadlineQuery())[0]


async def test_a_bookmark_is_whole_with_the_network_off_and_after_a_restart(
    open_newsroom: Callable[[], Newsroom], site: Loopback
) -> None:
    newsroom = open_newsroom()
    entry = await first(newsroom, site)
    await newsroom.bookmark(entry)
    kept = await newsroom.complete_bookmark(entry)
    assert (kept.complete, kept.images_saved, kept.images_total) == (True, 2, 2)
    site.stop()
    again = open_newsroom()
    assert again.headline_ids(KEPT) == (entry,)
    reading = again.stored_reading(entry)
    assert reading is not None
    assert reading.article.status is ArticleStatus.FULL
    assert "Report 0, part 5" in reading.article.text
    for canvas in (Canvas(30, 20), Canvas(30, 20, Drawing.KITTY, (10, 20))):
        drawn = [url async for url, _ in again.pictures(entry, reading.article, canvas)]
        assert len(drawn) == 2


async def kept_with_a_large_picture(newsroom: Newsroom, site: Loopback) -> int:
    """Keep the first article, one of its pictures large enough to have a small copy; return its id."""
    entry = await first(newsroom, site)
    site.routes["/picture/1.png"] = Answer(encoded(noise(900, 600), "PNG"), headers=PNG)
    await newsroom.bookmark(entry)
    await newsroom.complete_bookmark(entry)
    return entry


async def test_a_kept_picture_is_drawn_from_its_small_copy_where_that_is_large_enough(
    newsroom: Newsroom, site: Loopback, settings: Settings
) -> None:
    entry = await kept_with_a_large_picture(newsroom, site)
    reading = newsroom.stored_reading(entry)
    assert reading is not None
    for original in (settings.library / "images").glob("*/*.png"):
        original.write_bytes(b"no picture")
    drawn = {url async for url, _ in newsroom.pictures(entry, reading.article, Canvas(120, 40))}
    assert drawn == {site.url("/picture/1.png")}, "the other is small itself, and has no copy"
    for sharp in (Canvas(300, 40), Canvas(30, 20, Drawing.KITTY, (10, 20))):
        assert [found async for found in newsroom.pictures(entry, reading.article, sharp)] == [], (
            "not from the copy"
        )


async def test_pictures_of_an_older_library_get_their_copies(
    newsroom: Newsroom, site: Loopback, settings: Settings
) -> None:
    await kept_with_a_large_picture(newsroom, site)
    with closing(sqlite3.connect(settings.library / "library.db")) as database:
        database.execute("UPDATE images SET small = NULL, small_size = 0")
        database.commit()
    [copy] = (settings.library / "images").glob("*/*.small.jpg")
    before = copy.read_bytes()
    copy.unlink()
    await newsroom.complete_bookmarks()
    assert copy.read_bytes() == before


async def test_a_bookmark_made_offline_is_completed_when_there_is_a_network(
    newsroom: Newsroom, site: Loopback
) -> None:
    entry = await first(newsroom, site)
    pages = {path: site.routes.pop(path) for path in ("/article/0", "/picture/1.png")}
    assert (await newsroom.bookmark(entry)).headline.bookmarked
    await newsroom.complete_bookmark(entry)
    stored = newsroom.stored_reading(entry)
    assert stored is not None
    assert stored.article.text == "In short: report 0.", "what there was is kept meanwhile"
    site.routes |= pages
    assert await newsroom.complete_bookmarks() == 1
    stored = newsroom.stored_reading(entry)
    assert stored is not None
    assert stored.article.status is ArticleStatus.FULL


async def test_a_bookmark_with_the_feeds_text_alone_says_so_unless_there_is_no_more(
    newsroom: Newsroom, site: Loopback
) -> None:
    entry = await first(newsroom, site)
    del site.routes["/article/0"]
    await newsroom.bookmark(entry)
    kept = await newsroom.complete_bookmark(entry)
    assert (kept.complete, newsroom.count(HeadlineQuery(search="is:waiting"))[1]) == (False, 1)
    told = f"<p>{' '.join(f'The feed told sentence {n} of the whole story.' for n in range(200))}</p>"
    site.routes["/feed.xml"] = Answer(
        f"<rss version='2.0'><channel><title>The Mole</title><item><title>Told in full</title><guid>t</guid><link>"
        f"{site.url('/article/1')}</link><description>{escape(told)}</description></item></channel></rss>".encode()
    )
    await newsroom.refresh(force=True)
    await newsroom.catch_up()
    fuller = newsroom.headline_ids(HeadlineQuery(search="title:told"))[0]
    await newsroom.bookmark(fuller)
    assert (await newsroom.complete_bookmark(fuller)).complete, "its page has less than the feed told"


async def test_a_picture_that_is_gone_for_good_is_not_asked_for_again(newsroom: Newsroom, site: Loopback) -> None:
    entry = await first(newsroom, site)
    site.routes["/picture/2.png"] = Answer(b"gone", 410)
    await newsroom.bookmark(entry)
    kept = await newsroom.complete_bookmark(entry)
    assert (kept.images_saved, kept.images_total) == (1, 2)
    await newsroom.complete_bookmarks()
    assert site.count("/picture/2.png") == 1


async def test_a_page_that_refuses_is_asked_less_and_less_also_by_later_runs(
    open_newsroom: Callable[[], Newsroom], site: Loopback, clock: Clock
) -> None:
    newsroom = open_newsroom()
    entry = await first(newsroom, site)
    await newsroom.bookmark(entry)
    site.routes["/article/0"] = Answer(b"gone", 404)
    asked = []
    for _ in range(8):
        await open_newsroom().complete_bookmarks()
        await newsroom.complete_bookmarks()
        asked.append(site.count("/article/0"))
        clock.move(days=1)
    assert asked == [1, 2, 2, 3, 3, 3, 3, 4]


async def test_what_is_no_picture_does_not_become_one(newsroom: Newsroom, site: Loopback) -> None:
    entry = await first(newsroom, site)
    site.routes["/picture/2.png"] = Answer(b"<html>sorry</html>", headers=PNG)
    await newsroom.bookmark(entry)
    assert (await newsroom.complete_bookmark(entry)).images_saved == 1


async def test_any_page_can_be_saved(newsroom: Newsroom, site: Loopback) -> None:
    site.routes["/elsewhere"] = Answer(page(7, "Somewhere else", pictures=["/p.png"]), headers=HTML)
    site.routes["/p.png"] = Answer(png(), headers=PNG)
    kept = await newsroom.save(site.url("/elsewhere"))
    assert (kept.headline.title, kept.complete, kept.images_saved) == ("Somewhere else", True, 1)
    assert (await newsroom.save(site.url("/elsewhere"))).headline.id == kept.headline.id
    assert newsroom.headline_ids(KEPT) == (kept.headline.id,)


async def test_a_page_that_cannot_be_had_is_not_said_to_be_saved(newsroom: Newsroom, site: Loopback) -> None:
    with pytest.raises(NewsreaderError):
        await newsroom.save(site.url("/missing"))
    assert newsroom.headline_ids(KEPT) == ()


async def test_letting_go_can_be_undone_pictures_and_all(newsroom: Newsroom, site: Loopback) -> None:
    entry = await first(newsroom, site)
    await newsroom.bookmark(entry)
    await newsroom.complete_bookmark(entry)
    await newsroom.unbookmark(entry)
    assert newsroom.headline_ids(KEPT) == ()
    assert await newsroom.undo()
    [kept] = newsroom.bookmarks()
    assert (kept.complete, kept.images_saved) == (True, 2)


async def test_a_source_that_is_dropped_leaves_its_bookmarks(newsroom: Newsroom, site: Loopback) -> None:
    entry = await first(newsroom, site)
    await newsroom.bookmark(entry)
    [source] = newsroom.subscriptions()
    await newsroom.remove(source.id)
    assert newsroom.headline_ids(HeadlineQuery()) == (entry,)
    assert newsroom.headline_ids(KEPT) == (entry,)


async def test_what_is_let_go_while_its_pictures_come_stays_let_go_and_keeps_nobody_waiting(
    newsroom: Newsroom, site: Loopback
) -> None:
    await newsroom.add(open_site(site))
    given, other = newsroom.headline_ids(HeadlineQuery())
    loop, asked, let_go = asyncio.get_running_loop(), asyncio.Event(), threading.Event()

    def slowly(_: Asked) -> Answer:
        loop.call_soon_threadsafe(asked.set)
        let_go.wait(5)
        return Answer(png(), headers=PNG)

    site.routes["/slow.png"] = slowly
    pictures = [f"/slow.png?{n}" for n in range(9)]
    site.routes["/article/0"] = Answer(page(0, "Fog over the mole", pictures=pictures), headers=HTML)
    await newsroom.bookmark(given)
    await newsroom.bookmark(other)
    completing = asyncio.ensure_future(newsroom.complete_bookmarks())
    await asyncio.wait_for(asked.wait(), 5)
    await newsroom.unbookmark(given)
    let_go.set()
    assert await completing == 1, "the other is whole"
    assert newsroom.headline_ids(KEPT) == (other,)
    assert site.count("/slow.png") < 9, "nothing more is asked for"
    assert await newsroom.undo() == "Bookmark restored: Fog over the mole"


async def test_completing_a_bookmark_is_nothing_that_is_undone(newsroom: Newsroom, site: Loopback) -> None:
    entry = await first(newsroom, site)
    await newsroom.bookmark(entry)
    await newsroom.complete_bookmark(entry)
    assert await newsroom.undo() == "Bookmark taken back: Fog over the mole"
    assert await newsroom.undo() == "Subscription taken back: The Mole"


async def test_a_cancelled_completion_leaves_what_it_had_and_asks_for_no_more(
    newsroom: Newsroom, site: Loopback
) -> None:
    entry = await first(newsroom, site)
    loop, asked, answering = asyncio.get_running_loop(), asyncio.Event(), threading.Event()
    picture = site.routes["/picture/2.png"]

    def never(_: Asked) -> Answer:
        loop.call_soon_threadsafe(asked.set)
        answering.wait(5)
        return Answer(b"", 500)

    site.routes["/picture/2.png"] = never
    await newsroom.bookmark(entry)
    completing = asyncio.ensure_future(newsroom.complete_bookmark(entry))
    await asyncio.wait_for(asked.wait(), 5)
    completing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await completing
    answering.set()
    site.routes["/picture/2.png"] = picture
    assert (await newsroom.complete_bookmark(entry)).complete
