"""The edition's feed is good RSS, dated back from the start, and asked again it says that nothing changed."""

from datetime import timedelta
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree as ET

from demo.asking import NOON, Get
from newsreader.demo import Edition
from newsreader.demo.articles import read_stories

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
THUMBNAIL = "{http://search.yahoo.com/mrss/}thumbnail"
ATOM_LINK = "{http://www.w3.org/2005/Atom}link"


def _channel(get: Get) -> ET.Element:
    got = get("/feed.xml")
    assert got.headers["content-type"] == "application/rss+xml; charset=utf-8"
    channel = ET.fromstring(got.body).find("channel")
    assert channel is not None
    return channel


def test_every_article_is_in_the_feed_newest_first(get: Get, edition: Edition) -> None:
    items = _channel(get).findall("item")
    stories = read_stories()
    assert [item.findtext("title") for item in items] == [story.title for story in stories]
    assert [item.findtext("link") for item in items] == [edition.url.rstrip("/") + s.path for s in stories]
    assert items[0].findtext("guid") == "built-in-edition:welcome"
    assert len({item.findtext("guid") for item in items}) == len(items) == 14


def test_ages_are_spread_over_the_last_day(get: Get) -> None:
    dates = [parsedate_to_datetime(item.findtext("pubDate") or "") for item in _channel(get).findall("item")]
    assert dates == sorted(set(dates), reverse=True)
    assert timedelta(0) < NOON - dates[0] < timedelta(minutes=10)
    assert timedelta(hours=12) < NOON - dates[-1] < timedelta(days=1)


def test_items_name_authors_and_pictures_and_most_carry_only_a_summary(get: Get) -> None:
    items = _channel(get).findall("item")
    assert all(item.findtext(CREATOR) and item.findtext("description") for item in items)
    assert [len(item.findall(CREATOR)) for item in items].count(2) == 1
    full = [item.findtext("guid") for item in items if item.find(CONTENT) is not None]
    assert full == ["built-in-edition:welcome", "built-in-edition:pipes"]
    pictures = [str(found.get("url")) for item in items for found in item.iter(THUMBNAIL)]
    assert len(set(pictures)) >= 6


def test_the_feed_says_where_it_is(get: Get, edition: Edition) -> None:
    channel = _channel(get)
    link = channel.find(ATOM_LINK)
    assert link is not None
    assert (link.get("rel"), link.get("href")) == ("self", edition.feed_url)
    assert (channel.findtext("title"), channel.findtext("link")) == (edition.title, edition.url)


def test_unchanged_it_answers_304_with_no_body(get: Get) -> None:
    first = get("/feed.xml")
    again = get("/feed.xml", If_None_Match=first.headers["etag"])
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert get("/feed.xml", If_Modified_Since=first.headers["last-modified"]).status == 304
    assert get("/feed.xml", If_None_Match='"another"').status == 200
    stale = get("/feed.xml", If_None_Match='"another"', If_Modified_Since=first.headers["last-modified"])
    assert stale.status == 200
