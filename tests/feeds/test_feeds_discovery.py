"""A page's feeds are found, the one to read at the top."""

import pytest

from newsreader.feeds import find_feeds
from newsreader.model import FeedLink

URL = "https://paper.example/news/today.html"


def find(page: str) -> list[str]:
    return [link.url for link in find_feeds(page.encode(), URL)]


def test_declared_feeds_come_in_order_and_those_of_comments_last() -> None:
    page = """<!DOCTYPE html><html><head><title>Paper</title><link rel="stylesheet" href="/x.css">
    <link rel="alternate" type="application/rss+xml" title="Paper » Comments Feed" href="/comments/feed/">
    <link rel="alternate" type="application/rss+xml" title="Paper &amp; more" href="/feed/">
    <link rel="ALTERNATE" type="Application/Atom+XML; charset=utf-8" href="//cdn.paper.example/atom.xml">
    <link rel="alternate" type="application/feed+json" href="feed.json">
    <link rel="alternate" hreflang="de" href="/de/">
    <link rel="alternate" type="application/json" href="/wp-json/wp/v2/1">
    <link rel="alternate" type="application/json+oembed" href="/oembed?url=x">
    <link rel="alternate" type="text/xml+oembed" href="/oembed?format=xml">
    </head><body></body></html>"""
    assert find_feeds(page.encode(), URL) == (
        FeedLink("https://paper.example/feed/", "Paper & more", "application/rss+xml"),
        FeedLink("https://cdn.paper.example/atom.xml", "", "application/atom+xml"),
        FeedLink("https://paper.example/news/feed.json", "", "application/feed+json"),
        FeedLink("https://paper.example/comments/feed/", "Paper » Comments Feed", "application/rss+xml"),
    )


@pytest.mark.parametrize(
    ("tag", "url"),
    [
        (
            "<base href='/deep/er/'><link rel=alternate type=application/rss+xml href=f>",
            "https://paper.example/deep/er/f",
        ),
        (
            "<base href='javascript:x'><link rel=alternate type=application/rss+xml href=f>",
            "https://paper.example/news/f",
        ),
        ("<link rel=feed href=/a>", "https://paper.example/a"),
        ("<link rel=alternate type=text/xml href=/rss.xml>", "https://paper.example/rss.xml"),
        ("<link rel=alternate type=application/json href=/feed.json>", "https://paper.example/feed.json"),
        ("<a href=/rss>RSS</a>", "https://paper.example/rss"),
        ("<a href='/index.xml'>Subscribe</a>", "https://paper.example/index.xml"),
        ("<a href='/data/all.xml'>RSS feed</a>", "https://paper.example/data/all.xml"),
        ("<a href='?feed=rss2'>x</a>", "https://paper.example/news/today.html?feed=rss2"),
        ("<a href='/feeds/posts/default'>x</a>", "https://paper.example/feeds/posts/default"),
        ("<a href='https://feeds.example/paper'>x</a>", "https://feeds.example/paper"),
        ("<a href='feed://paper.example/f.rss'>x</a>", "https://paper.example/f.rss"),
        ("<a href='feed:http://paper.example/f.rss'>x</a>", "http://paper.example/f.rss"),
    ],
)
def test_where_a_feed_is_named(tag: str, url: str) -> None:
    assert find(f"<html><head>{tag}</head></html>") == [url]


@pytest.mark.parametrize(
    "tag",
    [
        "<a href='/sitemap.xml'>XML sitemap</a>",
        "<a href='/about-our-feed-mill'>Feed</a>",
        "<a href='/opensearch.xml'>feed search</a>",
        "<a href='javascript:rss()'>RSS</a>",
        "<a href='#rss'>RSS</a>",
        "<a href='/feedback'>Feedback</a>",
        "<a>RSS</a>",
        "<link rel=alternate type=application/rss+xml href=''>",
        "<link rel=alternate type=application/rss+xml href='file:///etc/passwd'>",
        "<link rel='alternate stylesheet' type=text/xml href='/feed.xml'>",
    ],
)
def test_what_is_no_feed(tag: str) -> None:
    assert find(tag) == []


def test_declared_before_linked_each_once() -> None:
    page = (
        "<a href='/other.rss'>Other</a><a href='/feed'>Feed</a>"
        "<link rel=alternate type=application/rss+xml href=/feed>"
        + "".join(f"<a href='/{n}.rss'>{n}</a>" for n in range(100))
    )
    assert find(page)[:2] == ["https://paper.example/feed", "https://paper.example/other.rss"]
    assert len(find(page)) == 30


@pytest.mark.parametrize("data", [b"", b"   ", b"\x00\xff", b"{}", b"plain words", b"<rss><channel/></rss>"])
def test_nothing_is_found_in_nothing(data: bytes) -> None:
    assert find_feeds(data, URL) == ()


def test_the_page_may_be_in_any_encoding() -> None:
    page = "<meta charset=windows-1251><link rel=alternate type=application/rss+xml title='Новости' href=/f>"
    assert find_feeds(page.encode("windows-1251"), URL)[0].title == "Новости"
