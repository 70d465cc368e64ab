"""Real feeds, read by us and by feedparser, mean the same. Runs only where such feeds are at hand."""

import calendar
import gzip
import io
import os
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from newsreader.feeds import parse_feed
from newsreader.feeds.words import html_line, html_text, tidy
from newsreader.model import FeedError, ParsedEntry, web_address

pytestmark = pytest.mark.no_cover  # what only real feeds reach should have an example of its own
URL = "https://paper.example/feed.xml"


@pytest.fixture(scope="module")
def feeds() -> list[bytes]:
    folder = os.environ.get("NEWSREADER_CORPUS")
    if not folder:
        pytest.skip("NEWSREADER_CORPUS does not name a folder with feeds/real in it")
    return [gzip.decompress(path.read_bytes()) for path in sorted((Path(folder) / "feeds" / "real").glob("*.gz"))]


def moment(parsed: Any) -> datetime | None:
    return datetime.fromtimestamp(calendar.timegm(parsed), UTC) if parsed and parsed[0] >= 1900 else None


def words(markup: str) -> str:
    return "".join(html_text(markup).split())


def fields(ours: ParsedEntry, theirs: dict[str, Any]) -> dict[str, bool]:
    """Return which fields that feedparser found say the same here."""
    told = {key: dict.get(theirs, key) for key in ("title", "link", "id", "summary", "content", "comments")}
    same: dict[str, bool] = {}
    if told["title"]:
        same["title"] = ours.title == html_line(told["title"])
    if told["link"]:
        same["url"] = ours.url == web_address(told["link"], URL)
    if told["id"]:
        same["guid"] = ours.guid == " ".join(tidy(told["id"]).split())
    for ours_at, key in ((ours.published, "published_parsed"), (ours.updated, "updated_parsed")):
        if expected := moment(dict.get(theirs, key)):
            same[key.removesuffix("_parsed")] = ours_at == expected
    if told["content"]:
        same["content"] = words(ours.content) == words(told["content"][0]["value"])
    elif told["summary"]:
        same["summary"] = words(ours.summary) == words(told["summary"])
    files = [web_address(link["href"], URL) for link in theirs.get("links", ()) if link.get("rel") == "enclosure"]
    if files:
        same["enclosures"] = [file.url for file in ours.enclosures] == files
    return same


@pytest.mark.filterwarnings("ignore::DeprecationWarning:feedparser")
def test_every_field_means_what_feedparser_says(feeds: list[bytes]) -> None:
    import feedparser

    right, wrong = Counter[str](), Counter[str]()
    for data in feeds:
        theirs = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
        if not theirs.entries:
            continue
        feed = parse_feed(data, URL)
        assert len(feed.entries) == min(len(theirs.entries), 1000)
        for ours, entry in zip(feed.entries, theirs.entries, strict=False):
            for name, same in fields(ours, entry).items():
                (right if same else wrong)[name] += 1
    # what is left are permalinks that feedparser makes absolute though told not to
    assert wrong.total() <= right.total() * 0.005, (right, wrong)


def test_no_real_feed_is_refused(feeds: list[bytes]) -> None:
    refused = 0
    for data in feeds:
        try:
            parse_feed(data, URL)
        except FeedError:
            refused += 1
    assert refused <= len(feeds) // 50
