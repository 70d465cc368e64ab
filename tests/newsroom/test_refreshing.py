"""Feeds are subscribed to, asked politely, and one that fails says why while the others go on."""

import gzip
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from newsreader.config import Settings
from newsreader.model import FeedError, FetchError, HeadlineQuery, View
from newsreader.newsroom import Newsroom, Progress
from support.clock import Clock
from support.loopback import Answer, Loopback, closed_port
from support.site import HTML, RSS, feed, open_site, page

EVERYTHING = HeadlineQuery()


def titles(newsroom: Newsroom) -> list[str]:
    return [headline.title for headline in newsroom.headlines(newsroom.headline_ids(EVERYTHING))]


async def test_adding_a_feed_brings_its_headlines_newest_first(newsroom: Newsroom, site: Loopback) -> None:
    added = await newsroom.add(open_site(site), "Sea")
    assert (added.title, added.folder, added.unread, added.total) == ("The Mole", "Sea", 2, 2)
    assert titles(newsroom) == ["Fog over the mole", "The bell is gone"]


async def test_adding_a_site_finds_the_feed_its_page_names(newsroom: Newsroom, site: Loopback) -> None:
    url = open_site(site)
    assert (await newsroom.add(site.url("/"))).url == url
    assert (await newsroom.add(url)).id == (await newsroom.add(site.url("/"))).id
    assert len(newsroom.subscriptions()) == 1


async def test_a_site_without_a_feed_is_read_off_its_front_page(newsroom: Newsroom, site: Loopback) -> None:
    heads = [f"A headline long enough to be one, number {n}" for n in range(6)]
    links = "".join(
        f'<article><h2><a href="/article/{n}">{head}</a></h2></article>' for n, head in enumerate(heads)
    )
    page = f"<html><head><title>Plain News</title></head><body><main>{links}</main></body></html>".encode()
    site.routes["/"] = Answer(page, headers={"Content-Type": "text/html"})
    added = await newsroom.add(site.url("/"))
    assert added.from_page
    assert sorted(titles(newsroom)) == heads
    site.routes["/"] = Answer(page.replace(b"number 0", b"number 9"), headers={"Content-Type": "text/html"})
    report = await newsroom.refresh(force=True)
    assert (report.updated, report.failed) == (1, 0)


async def test_a_feed_is_asked_only_when_it_is_due(newsroom: Newsroom, site: Loopback, clock: Clock) -> None:
    await newsroom.add(open_site(site))
    assert (await newsroom.refresh()).feeds == 0
    clock.move(hours=2)
    assert (await newsroom.refresh()).feeds == 1


async def test_what_has_not_changed_is_not_sent_again(newsroom: Newsroom, site: Loopback) -> None:
    await newsroom.add(open_site(site))
    report = await newsroom.refresh(force=True)
    assert (report.unchanged, report.updated, report.new) == (1, 0, 0)
    assert "if-none-match" in site.asked[-1].headers


async def test_new_headlines_arrive_and_old_ones_stay_as_they_were(newsroom: Newsroom, site: Loopback) -> None:
    await newsroom.add(open_site(site))
    [newest, _] = newsroom.headline_ids(EVERYTHING)
    await newsroom.mark_read([newest])
    site.routes["/feed.xml"] = Answer(
        feed(site.url("/"), ["Fog over the mole", "The bell is gone", "Third"]), headers=RSS
    )
    told: list[Progress] = []
    report = await newsroom.refresh(force=True, on_progress=told.append)
    assert (report.updated, report.new) == (1, 1)
    assert told[-1] == Progress(done=1, total=1, new=1)
    assert newsroom.count(EVERYTHING) == (2, 3)
    assert newest not in newsroom.headline_ids(HeadlineQuery(View.UNREAD))


FAILURES: dict[str, tuple[Answer, str]] = {
    "gone": (Answer(b"no", 404), "404"),
    "broken": (Answer(b"oops", 500), "500"),
    "empty": (Answer(b"", headers=RSS), "empty"),
    "a page": (Answer(b"<!doctype html><html><body><p>Hello</p></body></html>"), "not a feed"),
    "not a feed": (Answer(b"%PDF-1.7 \x00\x01\x02", headers={"Content-Type": "application/pdf"}), "not a feed"),
    "cut gzip": (
        Answer(gzip.compress(b"<rss><channel>" + b"x" * 9000)[:40], headers=RSS | {"Content-Encoding": "gzip"}),
        "cut",
    ),
}


@pytest.mark.parametrize(("answer", "words"), FAILURES.values(), ids=FAILURES)
async def test_a_feed_that_fails_says_why_in_one_line(
    newsroom: Newsroom, site: Loopback, answer: Answer, words: str
) -> None:
    url = open_site(site)
    subscription = await newsroom.add(url)
    site.routes["/feed.xml"] = answer
    report = await newsroom.refresh(force=True)
    [failure] = report.errors
    assert failure.url == url
    assert url not in failure.error, "it is told once"
    assert words in failure.error
    assert "\n" not in failure.error
    assert newsroom.sources.find(url).error == failure.error
    assert len(titles(newsroom)) == 2, "nothing is lost"
    open_site(site)
    assert (await newsroom.refresh([subscription.id])).failed == 0
    assert newsroom.sources.find(url).error == ""


async def test_a_dead_host_does_not_keep_the_others_from_being_read(
    newsroom: Newsroom, site: Loopback, tmp_path: Path
) -> None:
    dead = f"http://127.0.0.1:{closed_port()}/feed"
    (tmp_path / "opml").write_text(
        f'<opml version="2.0"><body><outline xmlUrl="{dead}" text="Dead"/></body></opml>'
    )
    assert (await newsroom.importer.bring_in(tmp_path / "opml", None)).feeds == 1
    await newsroom.add(open_site(site))
    report = await newsroom.refresh(force=True)
    assert (report.feeds, report.failed, report.unchanged) == (2, 1, 1)


async def test_a_failing_feed_is_asked_less_and_less(newsroom: Newsroom, site: Loopback, clock: Clock) -> None:
    url = open_site(site)
    await newsroom.add(url)
    site.routes["/feed.xml"] = Answer(b"busy", 503, {"Retry-After": "36000"})
    await newsroom.refresh(force=True)
    clock.move(hours=9)
    assert (await newsroom.refresh()).feeds == 0, "ten hours were asked for"
    clock.move(hours=2)
    assert (await newsroom.refresh()).feeds == 1


async def test_a_feed_in_the_wrong_charset_is_still_read(newsroom: Newsroom, site: Loopback) -> None:
    text = feed(site.url("/"), ["Café à Zürich"]).decode().replace("utf-8", "utf-16")
    site.routes["/feed.xml"] = Answer(text.encode("latin-1"), headers=RSS)
    await newsroom.add(site.url("/feed.xml"))
    assert titles(newsroom) == ["Café à Zürich"]


async def test_a_feed_that_moved_for_good_is_asked_at_its_new_address(newsroom: Newsroom, site: Loopback) -> None:
    url = open_site(site)
    subscription = await newsroom.add(url)
    site.routes["/new.xml"] = Answer(feed(site.url("/"), ["Moved"]), headers=RSS)
    site.routes["/feed.xml"] = Answer(status=301, headers={"Location": "/new.xml"})
    await newsroom.refresh([subscription.id])
    assert newsroom.sources.find(str(subscription.id)).url == site.url("/new.xml")


@pytest.mark.parametrize("typed", ["", "hello", "javascript:alert(1)", "file:///etc/passwd", "http://"])
async def test_what_is_no_address_is_said_to_be_none(newsroom: Newsroom, typed: str) -> None:
    with pytest.raises(FetchError, match="not a web address"):
        await newsroom.add(typed)
    assert newsroom.subscriptions() == []


async def test_a_page_with_neither_feed_nor_headlines_is_not_subscribed_to(
    newsroom: Newsroom, site: Loopback
) -> None:
    site.routes["/"] = Answer(
        b"<html><body><p>Nothing here.</p></body></html>", headers={"Content-Type": "text/html"}
    )
    with pytest.raises(FeedError):
        await newsroom.add(site.url("/"))
    assert newsroom.subscriptions() == []


async def test_the_starter_set_comes_once_and_never_again(
    open_newsroom: Callable[..., Newsroom], settings: Settings
) -> None:
    newsroom = open_newsroom()
    await newsroom.sources.start_library("Asia/Yerevan")
    sources = newsroom.subscriptions()
    assert {"World", "Science", "Technology", "Caucasus"} == {source.folder for source in sources}
    for source in sources:
        await newsroom.remove(source.id)
    again = open_newsroom(replace(settings))
    await again.sources.start_library("Asia/Yerevan")
    assert again.subscriptions() == []


async def test_the_starter_set_is_for_the_region_of_the_zone(newsroom: Newsroom) -> None:
    await newsroom.sources.start_library(None)
    assert {"World", "Science", "Technology"} == {source.folder for source in newsroom.subscriptions()}


async def test_the_built_in_edition_gives_way_to_news(newsroom: Newsroom, site: Loopback) -> None:
    await newsroom.show_edition(open_site(site, ["Welcome"]), "The edition")
    assert titles(newsroom) == ["Welcome"]
    assert not newsroom.sources.has_news()
    with Loopback() as other:
        await newsroom.add(open_site(other, ["News"]))
        assert newsroom.sources.has_news()
        assert titles(newsroom) == ["News"]
        site.stop()
        assert (await newsroom.refresh(force=True)).failed == 1, "it is asked while it is being served"


async def test_the_edition_is_not_asked_for_once_it_is_not_served(
    open_newsroom: Callable[..., Newsroom], site: Loopback
) -> None:
    await open_newsroom().show_edition(open_site(site, ["Welcome"]), "The edition")
    again = open_newsroom()
    assert (await again.refresh(force=True)).feeds == 0
    with Loopback() as other:
        await again.show_edition(open_site(other, ["Welcome"]), "The edition")
    assert titles(again) == ["Welcome"]


async def test_the_built_in_edition_opens_no_other_door_on_this_machine(
    open_newsroom: Callable[..., Newsroom], site: Loopback
) -> None:
    with Loopback() as printer:
        printer.routes["/jobs"] = Answer(page(1, "Jobs"), headers=HTML)
        text = feed(site.url("/"), ["Welcome"]).replace(
            site.url("/article/0").encode(), printer.url("/jobs").encode()
        )
        site.routes["/feed.xml"] = Answer(text, headers=RSS)
        for newsroom in (open_newsroom(), open_newsroom()):
            await newsroom.show_edition(site.url("/feed.xml"), "The edition")
            assert "inside your own network" in (await newsroom.reading(1)).notice
        assert printer.asked == []


async def test_an_imported_feed_may_be_on_the_readers_own_network(
    newsroom: Newsroom, site: Loopback, tmp_path: Path
) -> None:
    url = open_site(site)
    (tmp_path / "opml").write_text(f'<opml version="2.0"><body><outline xmlUrl="{url}" text="Home"/></body></opml>')
    await newsroom.importer.bring_in(tmp_path / "opml", None)
    assert (await newsroom.refresh()).updated == 1


async def test_a_clock_that_went_wrong_for_a_while_silences_no_feed(
    newsroom: Newsroom, site: Loopback, clock: Clock
) -> None:
    await newsroom.add(open_site(site))
    clock.move(days=400)
    assert (await newsroom.refresh()).feeds == 1
    clock.move(days=-400)
    assert (await newsroom.refresh()).feeds == 1
    assert (await newsroom.refresh()).feeds == 0


async def test_the_demo_in_a_library_of_ones_own_is_one_source_however_often_it_is_shown(
    open_newsroom: Callable[..., Newsroom], site: Loopback
) -> None:
    first = open_newsroom()
    await first.show_demo(open_site(site, ["Welcome"]), "The Mole")
    await first.mark_read(first.headline_ids(EVERYTHING))
    site.stop()
    with Loopback() as other:
        again = open_newsroom()
        await again.show_demo(open_site(other, ["Welcome"]), "The Mole")
        assert [source.url for source in again.subscriptions()] == [other.url("/feed.xml")]
        assert again.count(EVERYTHING) == (0, 1)
        assert (await again.reading(1)).stored, "its page is asked for where it is served now"
