"""The edition can be subscribed to like any other site."""

import pytest

from demo.asking import NOON, Get
from newsreader.demo import Edition
from newsreader.demo.articles import read_stories
from newsreader.feeds import find_feeds, parse_feed

STORIES = read_stories()


def test_its_feed_is_read_whole(get: Get, edition: Edition) -> None:
    got = get("/feed.xml")
    feed = parse_feed(got.body, edition.feed_url, got.headers["content-type"])
    assert (feed.title, feed.site_url, feed.language) == (edition.title, edition.url, "en")
    assert [entry.title for entry in feed.entries] == [story.title for story in STORIES]
    for entry, story in zip(feed.entries, STORIES, strict=True):
        assert entry.url == edition.url.rstrip("/") + story.path
        assert all(name in entry.author for name in story.authors)
        assert entry.summary
        assert bool(entry.content) == story.in_feed
        assert entry.image_url == (f"{edition.url}pictures/{story.picture}" if story.picture else None)
        assert entry.published is not None
        assert entry.published < NOON


@pytest.mark.parametrize("path", ["/", STORIES[0].path])
def test_its_pages_lead_to_the_feed(get: Get, edition: Edition, path: str) -> None:
    links = find_feeds(get(path).body, edition.url, "text/html; charset=utf-8")
    assert links[0].url == edition.feed_url
