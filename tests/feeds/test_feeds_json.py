"""JSON Feed, as the standard has it and as hostile hands write it."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from newsreader.feeds import parse_feed
from newsreader.model import Enclosure, FeedError, ParsedEntry, ParsedFeed

URL = "https://paper.example/feed.json"


def parse(**feed: Any) -> ParsedFeed:
    return parse_feed(json.dumps({"version": "https://jsonfeed.org/version/1.1", **feed}).encode(), URL)


def test_a_json_feed() -> None:
    feed = parse(
        title="Paper & more",
        home_page_url="https://paper.example",
        description="All <news>",
        language="en",
        authors=[{"name": "Desk"}],
        items=[
            {
                "id": "1",
                "url": "/1",
                "title": "The <b> tag",
                "content_html": "<p>Hi</p>",
                "summary": "A & B",
                "image": "https://paper.example/1.jpg",
                "date_published": "2023-03-30T12:00:00+04:00",
                "date_modified": "2023-03-30T09:00:00Z",
                "authors": [{"name": "Ani"}, {"name": "Lev"}],
                "attachments": [{"url": "/1.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 5}],
            },
            {"id": 2, "external_url": "https://else.example/", "content_text": "a < b\n\nnext"},
        ],
    )
    assert (feed.title, feed.site_url, feed.language) == ("Paper & more", "https://paper.example/", "en")
    assert feed.description == "All <news>"
    assert feed.entries[0] == ParsedEntry(
        guid="1",
        title="The <b> tag",
        url="https://paper.example/1",
        author="Ani, Lev",
        published=datetime(2023, 3, 30, 8, tzinfo=UTC),
        updated=datetime(2023, 3, 30, 9, tzinfo=UTC),
        summary="A &amp; B",
        content="<p>Hi</p>",
        image_url="https://paper.example/1.jpg",
        enclosures=(Enclosure("https://paper.example/1.mp3", "audio/mpeg", 5),),
    )
    second = feed.entries[1]
    assert (second.guid, second.url, second.author) == ("2", "https://else.example/", "Desk")
    assert (second.content, second.title) == ("a &lt; b\n\nnext", "a < b next")


def test_version_1_names_one_author() -> None:
    feed = parse(version="https://jsonfeed.org/version/1", author={"name": "Solo"}, items=[{"id": "1"}])
    assert feed.entries[0].author == "Solo"


@pytest.mark.parametrize("wrong", [None, 0, [], {}, "", True, [{"a": 1}], 1e400, "\ud800", "javascript:x"])
def test_what_has_the_wrong_type_is_not_there(wrong: Any) -> None:
    keys = (
        "title",
        "url",
        "content_html",
        "summary",
        "image",
        "date_published",
        "authors",
        "author",
        "attachments",
    )
    feed = parse(
        title=wrong,
        home_page_url=wrong,
        language=wrong,
        authors=wrong,
        items=[wrong, {"id": "x", **dict.fromkeys(keys, wrong)}],
    )
    assert feed.entries[-1].guid == "x"
    assert feed.entries[-1].url is None or feed.entries[-1].url.startswith("https://")


def test_a_feed_that_forgot_its_version() -> None:
    data = json.dumps({"items": [{"url": "https://a.example/", "title": "A"}]}).encode()
    assert parse_feed(data, URL).entries[0].title == "A"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'{"items": 3}', "JSON, but not a feed"),
        (b'{"items": [{"name": "x"}], "total": 1}', "JSON, but not a feed"),
        (b"[1, 2]", "JSON, but not a feed"),
        (b'{"error": "not found"}', "JSON, but not a feed"),
        (b'{"items": [', "cannot be read as JSON"),
        (b"[" * 100_000, "cannot be read as JSON"),
        (
            b'{"version": "https://jsonfeed.org/version/1", "items": [' + b"9" * 5000 + b"]}",
            "cannot be read as JSON",
        ),
    ],
)
def test_json_that_is_no_feed(data: bytes, words: str) -> None:
    with pytest.raises(FeedError, match=words) as raised:
        parse_feed(data, URL)
    assert raised.value.where == URL
