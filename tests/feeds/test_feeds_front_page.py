"""The headlines of a site without a feed are read off its front page."""

from datetime import UTC, datetime

import pytest

from newsreader.feeds import read_front_page
from newsreader.model import FeedError, ParsedFeed

URL = "https://town.example/"


def read(page: str) -> ParsedFeed:
    return read_front_page(page.encode(), URL)


def titles(page: str) -> list[str]:
    return [entry.title for entry in read(page).entries]


TOWN = """<!DOCTYPE html><html lang="hy"><head><title>Town Paper | Home</title>
<meta property="og:site_name" content="Town Paper"></head><body>
<header><a href="/">Town Paper</a><nav><a href="/politics">All of our politics pages today</a></nav></header>
<main>
 <article><a href="/2023/bridge"><img src="/bridge.jpg" alt=""></a>
   <h2><a href="/2023/bridge">The old bridge opens again</a></h2>
   <time datetime="2023-03-30T08:00:00+04:00">this morning</time>
   <p>After two years of repairs, walkers &amp; carts may cross the river.</p></article>
 <article><h3><a href="/2023/market#top">Market moves to the square</a></h3><a href="/2023/market">Read more</a>
   <img src="data:image/gif;base64,R0" data-src="/market.webp">
   <a href="/author/ani">By Ani Petrosyan, our reporter</a></article>
 <a class="card" href="/2023/choir"><h3>Choir wins in Vienna</h3>
   <p>Nobody at home had expected that they would.</p></a>
 <article><h2><a href="https://elsewhere.example/x">Snow in the high passes</a></h2>
   <time>29 March 2023</time></article>
</main>
<aside><h3><a href="/ad">Buy this very fine thing now</a></h3></aside>
<div class="newsletter-box"><h3><a href="/letters">Get our letter every morning</a></h3></div>
<footer><ul><li><a href="/imprint">Imprint and all the legal notices here</a></li></ul></footer></body></html>"""


def test_a_front_page_of_cards() -> None:
    feed = read(TOWN)
    assert (feed.title, feed.site_url, feed.language, feed.from_page) == ("Town Paper", URL, "hy", True)
    assert [(e.title, e.url) for e in feed.entries] == [
        ("The old bridge opens again", "https://town.example/2023/bridge"),
        ("Market moves to the square", "https://town.example/2023/market#top"),
        ("Choir wins in Vienna", "https://town.example/2023/choir"),
        ("Snow in the high passes", "https://elsewhere.example/x"),
    ]
    bridge, market, choir, snow = feed.entries
    assert bridge.published == datetime(2023, 3, 30, 4, tzinfo=UTC)
    assert bridge.image_url == "https://town.example/bridge.jpg"
    assert bridge.summary == "After two years of repairs, walkers &amp; carts may cross the river."
    assert (market.image_url, market.published) == ("https://town.example/market.webp", None)
    assert choir.summary == "Nobody at home had expected that they would."
    assert snow.published == datetime(2023, 3, 29, tzinfo=UTC)
    assert bridge.guid == bridge.url


def test_a_plain_list_of_long_links() -> None:
    page = "<body><ul>" + "".join(
        f"<li><a href='/story/{n}'>Story number {n} about something that happened</a></li>" for n in range(4)
    )
    assert len(titles(page + "</ul></body>")) == 4


def test_a_table_of_links_as_forums_have() -> None:
    rows = "".join(
        f"<tr><td><span class='titleline'><a href='https://n{n}.example'>Post of some note {n}</a></span></td></tr>"
        f"<tr><td><a href='/user?id={n}'>someone</a> | <a href='/item?id={n}'>12 comments</a></td></tr>"
        for n in range(5)
    )
    assert titles(f"<table>{rows}</table>") == [f"Post of some note {n}" for n in range(5)]


def test_links_within_sentences_and_bare_dates_are_no_headlines() -> None:
    text = "A long sentence goes on about <a href='/{n}'>something that somebody said</a>, and then on and on."
    page = "".join(
        f"<p>{text.replace('{n}', str(n))}</p><h3><a href='/d{n}'>Dec {n}, 2025</a></h3>" for n in range(1, 9)
    )
    with pytest.raises(FeedError):
        read(f"<main>{page}</main>")


def test_headlines_without_spaces() -> None:
    page = "".join(f"<h3><a href='/{n}'>東京で新しい図書館が開館{n}</a></h3>" for n in range(3))
    assert len(titles(page)) == 3


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<p>Hello</p>",
        "<h1><a href='/'>The name of this whole site</a></h1>",
        "<nav>" + "".join(f"<h2><a href='/{n}'>A menu entry of some length</a></h2>" for n in range(9)) + "</nav>",
        "<h2><a href='/a'>One good headline here</a></h2><h2><a href='/b'>Two good headlines here</a></h2>",
        "<ul>" + "".join(f"<li><a href='/{n}'>Short</a></li>" for n in range(9)) + "</ul>",
        "<h2><a href='javascript:a'>One good headline here</a></h2>" * 5,
    ],
)
def test_a_page_without_headlines(page: str) -> None:
    with pytest.raises(FeedError) as raised:
        read(page)
    assert raised.value.where == URL
