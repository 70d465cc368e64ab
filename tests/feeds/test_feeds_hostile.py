"""Nothing that calls itself a feed does harm, whatever is in it."""

import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsreader.feeds import find_feeds, parse_feed, read_front_page
from newsreader.model import FeedError, ParsedFeed, clean_line, clean_text
from support.loopback import Answer, Loopback

URL = "https://paper.example/feed"

PIECES = [
    b"<rss>", b"</rss>", b"<channel>", b"<item>", b"</item>", b"<feed xmlns='http://www.w3.org/2005/Atom'>",
    b"<entry>", b"</entry>", b"<title>", b"</title>", b"<link href='/x' rel='alternate'/>", b"<link>",
    b"</link>", b"<pubDate>", b"2023-03-30", b"<content type='xhtml'>", b"<div>", b"</p>", b"<![CDATA[", b"]]>",
    b"&", b"&eacute;", b"&#27;", b"&#x9b;", b"<!--", b"-->", b"<!DOCTYPE x [", b"<!ENTITY a 'b'>", b"]>",
    b"\x1b]52;c;x\x07", b"\xe2\x80\xae", b"\xff\xfe", b"\x00", b"<?xml version='1.0' encoding='utf-16'?>",
    b'{"items": [{"id": 1}]}', b"<a href='javascript:x'>y</a>", b"<media:content url='", b"xml:base='http://['",
    b"<guid>", b"]", b"<x:item>", b"\xed\xa0\x80", b"<h2><a href='/story'>Three more words</a></h2>",
]  # fmt: skip
SOUP = st.lists(st.sampled_from(PIECES) | st.binary(max_size=12), max_size=25).map(b"".join)


def texts(feed: ParsedFeed) -> Iterator[str]:
    yield from (feed.title, feed.language, feed.description)
    for entry in feed.entries:
        yield from (entry.title, entry.author, entry.guid, entry.summary, entry.content)


def addresses(feed: ParsedFeed) -> Iterator[str | None]:
    yield feed.site_url
    for entry in feed.entries:
        yield from (entry.url, entry.image_url, entry.comments_url, *(file.url for file in entry.enclosures))


def check(feed: ParsedFeed) -> None:
    assert all(clean_text(text) == text for text in texts(feed))
    assert clean_line(feed.title) == feed.title
    for entry in feed.entries:
        assert entry.guid
        assert entry.title
        assert clean_line(entry.title) == entry.title
    assert all(address is None or address.startswith(("http://", "https://")) for address in addresses(feed))


@settings(max_examples=150)
@given(SOUP)
@example(b"<rss><channel><item><title>\xed\xa0\x80&#x202e;x</title></item></channel></rss>")
def test_any_bytes_are_a_clean_feed_or_none(data: bytes) -> None:
    with suppress(FeedError):
        check(parse_feed(data, URL))


@settings(max_examples=100)
@given(SOUP)
def test_any_bytes_are_a_page_with_or_without_feeds(data: bytes) -> None:
    for link in find_feeds(data, URL):
        assert link.url.startswith(("http://", "https://"))
        assert clean_line(link.title) == link.title
    with suppress(FeedError):
        check(read_front_page(data, URL))


def test_billion_laughs_stay_short() -> None:
    laughs = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
    items = "<item><title>x</title></item>"
    bomb = f"<!DOCTYPE rss [<!ENTITY l0 'ha'>{laughs}]><rss><channel><title>&l9;</title>{items}</channel></rss>"
    feed = parse_feed(bomb.encode(), URL)
    assert len(feed.title) < 100
    long = f"<item><title>t</title><description>{'&a;' * 50_000}</description></item>"
    many = f"<!DOCTYPE rss [<!ENTITY a '{'x' * 100}'>]><rss><channel>{long}</channel></rss>"
    assert len(parse_feed(many.encode(), URL).entries[0].summary) < 2_000_000


@pytest.mark.parametrize("kind", ["SYSTEM", "PUBLIC 'x'"])
def test_external_entities_are_neither_opened_nor_fetched(tmp_path: Path, kind: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("top secret")
    with Loopback({"/dtd": Answer(b"<!ENTITY x 'fetched'>")}) as server:
        for target in (secret.as_uri(), server.url("/dtd")):
            text = (
                f"<!DOCTYPE rss [<!ENTITY x {kind} '{target}'><!ENTITY % p SYSTEM '{target}'> %p;]>"
                "<rss><channel><item><title>a&x;b</title></item></channel></rss>"
            )
            feed = parse_feed(text.encode(), URL)
            assert "secret" not in feed.entries[0].title
            assert "fetched" not in feed.entries[0].title
            parse_feed(f"<!DOCTYPE rss SYSTEM '{target}'><rss><channel/></rss>".encode(), URL)
        assert server.asked == []


def test_a_feed_that_is_a_file_name_or_an_address_is_not_opened(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_text("<rss><channel><item><title>opened</title></item></channel></rss>")
    with pytest.raises(FeedError):
        parse_feed(str(file).encode(), URL)
    with Loopback({"/": Answer(file.read_bytes())}) as server:
        with pytest.raises(FeedError):
            parse_feed(server.url("/").encode(), URL)
        assert server.asked == []


@pytest.mark.parametrize(
    "data",
    [
        b"<rss><channel>" + b"<item>" * 50_000,
        b"<rss><channel><item><description>"
        + b"<div>" * 2000
        + b"deep"
        + b"</div>" * 2000
        + b"</description></item>",
        b"<rss><channel><item><title>" + b"<![CDATA[" * 100_000,
        b"<rss><channel><item><title>" + b"<!--" * 100_000,
        b"<rss><channel><item><title>" + b"&" * 500_000 + b"</title></item></channel></rss>",
        b"<rss><channel><item><title>" + b"<a " * 100_000,
        b"<rss><channel><item><description>&lt;script " + b"&lt;script " * 50_000 + b"</description></item>",
        b"<!DOCTYPE rss [" + b"<!ENTITY a '" * 50_000,
        b"<!DOCTYPE" * 100_000 + b"<rss>",
        b"{" * 200_000,
        b" " * 3_000_000,
        b"<" * 1_000_000,
        b"<!--" * 500_000,
        b"x" * 3_000_000 + b"<rss><channel><item><title>x</title></item></channel></rss>",
    ],
    ids=range(14),
)
@pytest.mark.no_cover
def test_what_is_built_to_take_long_does_not(data: bytes) -> None:
    started = time.process_time()
    with suppress(FeedError):
        check(parse_feed(data, URL))
    # generous for a busy machine; a quadratic reading of any of these takes minutes
    assert time.process_time() - started < 40


def test_a_feed_larger_than_the_limit_is_read_to_it() -> None:
    item = b"<item><title>x</title><description>" + b"y" * 100_000 + b"</description></item>"
    feed = parse_feed(b"<rss><channel>" + item * 100 + b"</channel></rss>", URL)
    assert feed.truncated
    assert 70 <= len(feed.entries) <= 80
