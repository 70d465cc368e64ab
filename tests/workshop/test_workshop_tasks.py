"""The workshop does what the pure functions do, bombs included."""

import io
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from newsreader.clean import clean_fragment, clean_page
from newsreader.feeds import find_feeds, parse_feed, read_front_page
from newsreader.model import Canvas, DeadlineError, FeedError, NewsreaderError, PictureError
from newsreader.pictures import draw_picture, inspect_picture, shrink_picture
from newsreader.workshop import Workshop

URL = "https://example.org/news/"
FEED = b"""<rss version="2.0"><channel><title>The Example</title><link>https://example.org/</link>
<item><title>One</title><link>https://example.org/1</link><description>&lt;p&gt;Hello&lt;/p&gt;</description></item>
</channel></rss>"""
SENTENCE = "A sentence of some length, with a comma or two, that says what happened on the square today."
PAGE = (
    "<html><head><title>On the square</title><link rel='alternate' type='application/rss+xml' href='/feed'></head>"
    f"<body><article><h1>On the square</h1>{f'<p>{SENTENCE}</p>' * 12}</article></body></html>"
).encode()
HEADLINES = "".join(
    f"<li><a href='/2023/03/30/story-{n}'>Something worth a whole headline happened, number {n}</a></li>"
    for n in range(12)
)
FRONT = (
    f"<html><head><title>The Example</title></head><body><main><ul>{HEADLINES}</ul></main></body></html>".encode()
)


@pytest.fixture(scope="module")
def workshop() -> Iterator[Workshop]:
    opened = Workshop()
    opened.warm()
    yield opened
    opened.close()


async def test_feeds_are_parsed_as_they_are_without_it(workshop: Workshop) -> None:
    assert await workshop.parse_feed(FEED, URL, "application/rss+xml") == parse_feed(
        FEED, URL, "application/rss+xml"
    )
    assert await workshop.find_feeds(PAGE, URL) == find_feeds(PAGE, URL)
    assert await workshop.read_front_page(FRONT, URL) == read_front_page(FRONT, URL)
    with pytest.raises(FeedError):
        await workshop.parse_feed(b"no feed", URL)


async def test_pages_are_cleaned_as_they_are_without_it(workshop: Workshop) -> None:
    assert await workshop.clean_page(PAGE, URL, "text/html") == clean_page(PAGE, URL, "text/html")
    fragment = f"<p>{SENTENCE}</p><ul><li>one</li></ul>"
    assert await workshop.clean_fragment(fragment, URL) == clean_fragment(fragment, URL)


async def test_pictures_are_drawn_as_they_are_without_it(workshop: Workshop) -> None:
    buffer = io.BytesIO()
    Image.linear_gradient("L").save(buffer, "PNG")
    data = buffer.getvalue()
    assert await workshop.inspect_picture(data) == inspect_picture(data)
    assert await workshop.shrink_picture(data) == shrink_picture(data)
    assert await workshop.draw_picture(data, Canvas(20, 5)) == draw_picture(data, Canvas(20, 5))
    with pytest.raises(PictureError):
        await workshop.inspect_picture(b"no picture")


async def test_files_to_bring_in_are_read_where_they_lie(workshop: Workshop, tmp_path: Path) -> None:
    file = tmp_path / "feeds"
    file.write_bytes(
        b'<opml version="2.0"><body><outline text="T" type="rss" xmlUrl="https://example.org/feed"/></body></opml>'
    )
    (feed,) = (await workshop.read_import(str(file))).feeds
    assert feed.url == "https://example.org/feed"
    pieces = [("<p>One</p>", URL), ("two", URL)]
    assert await workshop.clean_fragments(pieces) == tuple(clean_fragment(*piece) for piece in pieces)


async def test_a_picture_beside_a_file_is_looked_at_before_it_is_kept(workshop: Workshop, tmp_path: Path) -> None:
    Image.linear_gradient("L").save(tmp_path / "a.png")
    data, facts = await workshop.open_beside(str(tmp_path), "a.png")
    assert data == (tmp_path / "a.png").read_bytes()
    assert (facts.suffix, facts.width) == (".png", 256)
    (tmp_path / "b.png").write_bytes(b"no picture")
    with pytest.raises(PictureError):
        await workshop.open_beside(str(tmp_path), "b.png")


BOMBS = {
    "attributes": b"<html><body><div " + b" ".join(b"a%d=x" % n for n in range(20_000)) + b">x</div>",
    "meta": b"<html><head>" + b"<meta " * 10_000,
    "nesting": b"<div>" * 20_000 + SENTENCE.encode(),
    "breaks": b"<html><body>" + b"<br>" * 50_000,
    "entities": b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss>' + b"&b;" * 10_000,
    "nothing": b"\0" * 10_000,
}


@pytest.mark.parametrize("name", BOMBS)
async def test_a_bomb_gives_something_or_an_error_within_the_deadline(workshop: Workshop, name: str) -> None:
    began = time.monotonic()
    for opening in (workshop.clean_page, workshop.parse_feed, workshop.find_feeds):
        try:
            await opening(BOMBS[name], URL)
        except NewsreaderError as error:
            told = str(error)
            assert told
    assert time.monotonic() - began < 3 * 13
    assert (await workshop.parse_feed(FEED, URL)).title == "The Example"


async def test_a_picture_bomb_is_an_error_not_a_crash(workshop: Workshop) -> None:
    from pictures.images import bomb

    with pytest.raises((PictureError, DeadlineError)):
        await workshop.draw_picture(bomb(30_000, 30_000), Canvas(40, 20))
