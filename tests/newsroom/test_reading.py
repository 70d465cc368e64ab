"""Articles are had whole from their pages, and honestly labelled when they are not."""

import pytest

from newsreader.model import ArticleStatus, Canvas, HeadlineQuery, NotFoundError, View
from newsreader.newsroom import Newsroom
from newsroom.conftest import OpenNewsroom
from support.loopback import Answer, Asked, Loopback
from support.site import FURNITURE, HTML, RSS, body, open_site, page


async def first(newsroom: Newsroom, site: Loopback) -> int:
    await newsroom.add(open_site(site))
    return newsroom.headline_ids(HeadlineQuery())[0]


async def test_an_article_is_the_whole_text_and_nothing_but_it(newsroom: Newsroom, site: Loopback) -> None:
    reading = await newsroom.reading(await first(newsroom, site))
    assert (reading.article.status, reading.notice, reading.stored) == (ArticleStatus.FULL, "", True)
    assert reading.article.text == body(0).replace("<p>", "").replace("</p>", "")
    assert not any(words in reading.article.text for words in FURNITURE)
    assert (reading.article.title, reading.article.byline) == ("Fog over the mole", "Ani Sarkis")
    assert len(reading.article.images) == 2


async def test_what_was_read_once_is_read_again_with_no_network(newsroom: Newsroom, site: Loopback) -> None:
    entry = await first(newsroom, site)
    assert newsroom.stored_reading(entry) is None
    before = await newsroom.reading(entry)
    site.stop()
    assert newsroom.stored_reading(entry) == before
    assert await newsroom.reading(entry) == before
    assert site.count("/article/0") == 1


async def test_a_page_that_cannot_be_had_gives_way_to_the_feed(newsroom: Newsroom, site: Loopback) -> None:
    entry = await first(newsroom, site)
    site.routes["/article/0"] = Answer(b"gone", 404)
    reading = await newsroom.reading(entry)
    assert reading.article.status is ArticleStatus.FEED
    assert reading.article.text == "In short: report 0."
    assert "404" in reading.notice
    open_site(site)
    assert (await newsroom.reading(entry)).article.status is ArticleStatus.FULL, "it is tried again"


async def test_a_wall_is_never_shown_as_the_article(newsroom: Newsroom, site: Loopback) -> None:
    entry = await first(newsroom, site)
    wall = b"<html><head><title>Just a moment</title></head><body><noscript><p>Please enable JavaScript to continue"
    site.routes["/article/0"] = Answer(wall + b"</p></noscript></body></html>", headers=HTML)
    reading = await newsroom.reading(entry)
    assert reading.article.status is ArticleStatus.FEED
    assert reading.article.text == "In short: report 0."
    assert reading.notice


async def test_a_page_that_holds_back_what_the_feed_told_gives_way(newsroom: Newsroom, site: Loopback) -> None:
    text = body(0).replace("&", "&amp;").replace("<", "&lt;")
    feed = f"""<rss version="2.0"><channel><title>Whole</title><item><title>All told</title><guid>1</guid>
        <link>{site.url("/article/9")}</link><description>{text}</description></item></channel></rss>"""
    stub = page(9, "All told").replace(body(9).encode(), b"<p>The ferry left at six in the morning, as ever.</p>")
    site.routes |= {"/whole.xml": Answer(feed.encode(), headers=RSS), "/article/9": Answer(stub, headers=HTML)}
    await newsroom.add(site.url("/whole.xml"))
    reading = await newsroom.reading(newsroom.headline_ids(HeadlineQuery())[0])
    assert reading.article.status is ArticleStatus.FEED
    assert "Report 0, part 5" in reading.article.text


async def test_both_tellings_can_be_seen(newsroom: Newsroom, site: Loopback) -> None:
    entry = await first(newsroom, site)
    assert (await newsroom.feed_reading(entry)).article.text == "In short: report 0."


async def test_bodies_are_fetched_ahead(newsroom: Newsroom, site: Loopback) -> None:
    await first(newsroom, site)
    assert await newsroom.prefetch() == 2
    assert all(newsroom.stored_reading(entry) for entry in newsroom.headline_ids(HeadlineQuery()))
    assert await newsroom.prefetch() == 0
    assert site.count("/picture/1.png") == 0, "pictures are fetched when they are seen"


async def test_what_could_not_be_fetched_ahead_is_not_asked_for_again_and_again(
    newsroom: Newsroom, site: Loopback
) -> None:
    entry = await first(newsroom, site)
    found = site.routes["/article/0"]
    site.routes["/article/0"] = Answer(b"busy", 503)
    assert await newsroom.prefetch() == 1
    assert await newsroom.prefetch() == 0
    assert site.count("/article/0") == 1
    site.routes["/article/0"] = found
    assert (await newsroom.reading(entry)).stored, "whoever opens it asks once more"


async def test_pictures_come_as_they_are_drawn_and_a_lost_one_is_left_out(
    newsroom: Newsroom, site: Loopback
) -> None:
    entry = await first(newsroom, site)
    reading = await newsroom.reading(entry)
    site.routes["/picture/2.png"] = Answer(b"gone", 404)
    drawn = {url: picture async for url, picture in newsroom.pictures(entry, reading.article, Canvas(30, 20))}
    [(url, picture)] = drawn.items()
    assert url == site.url("/picture/1.png")
    assert (picture.width, picture.height % 2) == (30, 0)
    assert len(picture.pixels) == 3 * picture.width * picture.height
    again = {url: picture async for url, picture in newsroom.pictures(entry, reading.article, Canvas(20, 20))}
    assert again[url].width == 20
    assert site.count("/picture/1.png") == 1, "drawing it in another size fetches nothing"


async def test_a_headline_that_is_not_there(newsroom: Newsroom) -> None:
    with pytest.raises(NotFoundError, match="no headline has this number"):
        await newsroom.reading(4711)


def _in_parts(site: Loopback) -> None:
    """Put article 0 on three pages, two paragraphs on each."""
    paragraphs = body(0).split("\n")
    for part in (1, 2, 3):
        link = f'<a rel="next" href="/article/0?page={part + 1}">Next page</a>' if part < 3 else ""
        text = "\n".join(paragraphs[2 * part - 2 : 2 * part])
        data = page(0, "Fog over the mole").replace(body(0).encode(), text.encode())
        data = data.replace(b"</main>", f"{link}</main>".encode())
        site.routes[f"/part/{part}"] = Answer(data, headers=HTML)

    def answer(asked: Asked) -> Answer:
        number = asked.path.partition("page=")[2] or "1"
        route = site.routes[f"/part/{number}"]
        assert isinstance(route, Answer)
        return route

    site.routes["/article/0"] = answer


async def test_an_article_in_parts_is_read_to_its_end(newsroom: Newsroom, site: Loopback) -> None:
    entry = await first(newsroom, site)
    _in_parts(site)
    reading = await newsroom.reading(entry)
    assert reading.article.status is ArticleStatus.FULL
    assert reading.article.text == body(0).replace("<p>", "").replace("</p>", "")


async def test_a_part_that_cannot_be_had_leaves_a_partial_article(newsroom: Newsroom, site: Loopback) -> None:
    entry = await first(newsroom, site)
    _in_parts(site)
    site.routes["/part/3"] = Answer(b"gone", 404)
    reading = await newsroom.reading(entry)
    assert reading.article.status is ArticleStatus.PARTIAL
    assert "part 3" in reading.article.text
    assert "part 4" not in reading.article.text


async def test_a_fuller_version_of_a_page_with_a_wall_is_read(newsroom: Newsroom, site: Loopback) -> None:
    entry = await first(newsroom, site)
    wall = b'<html><head><title>Just a moment</title><link rel="amphtml" href="/amp"></head><body><noscript>'
    wall += b"<p>Please enable JavaScript to continue</p></noscript></body></html>"
    site.routes |= {"/article/0": Answer(wall, headers=HTML), "/amp": Answer(page(0, "Fog"), headers=HTML)}
    reading = await newsroom.reading(entry)
    assert reading.article.status is ArticleStatus.FULL
    assert "Report 0, part 5" in reading.article.text


async def test_places_in_the_lists_are_known_in_the_next_run(open_newsroom: OpenNewsroom) -> None:
    newsroom = open_newsroom()
    assert newsroom.habits.list_places() == {}
    places = {View.ALL: (4, 2), View.BOOKMARKS: (7,)}
    await newsroom.habits.remember_list_places(places)
    assert open_newsroom().habits.list_places() == places


async def test_sizes_of_panes_are_known_in_the_next_run(open_newsroom: OpenNewsroom) -> None:
    newsroom = open_newsroom()
    assert newsroom.habits.pane_sizes() == {}
    await newsroom.habits.remember_pane_sizes({"list wide": 44})
    assert open_newsroom().habits.pane_sizes() == {"list wide": 44}
