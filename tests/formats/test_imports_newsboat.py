"""The cache of newsboat: its feeds, what was read, and what was kept; also while newsboat writes to it."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsreader.formats.imports import ImportedFile, read_import
from newsreader.formats.opml import OpmlFeed
from newsreader.model import FormatError
from support.exports import Item, newsboat

FEED = "https://quay.example/feed"
FEEDS = [(FEED, "https://quay.example/", "Quay"), ("exec:~/bin/x", "", "Own"), ("query:All:unread", "", "All")]
MAY = datetime(2022, 5, 1, 14, 40, tzinfo=UTC)


def item(guid: str, url: str, **more: object) -> Item:
    return {"guid": guid, "url": url, "feedurl": FEED} | more


ITEMS = [
    item("g1", "https://quay.example/1", unread=0, author="Ani", title="Fog\x1b[2J"),
    item(
        "https://quay.example/2Sun, 01 May 2022 14:40:00 +0000",
        "https://quay.example/2",
        flags="s",
        content="<p>x</p>",
    ),
    item("g3", "https://quay.example/3", deleted=1, content="<p>y</p>"),
    item("g4", "", enqueued=1),
    item("g5", "https://else.example/5", feedurl="exec:~/bin/x"),
    item("g6", "https://else.example/6", feedurl="exec:~/bin/x", flags="ab"),
]


def read(path: Path) -> ImportedFile:
    return read_import(str(path))


def test_feeds_and_items(tmp_path: Path) -> None:
    cache = read(newsboat(tmp_path / "cache", FEEDS, ITEMS))
    assert cache.kind == "newsboat"
    assert cache.feeds == (OpmlFeed(FEED, "Quay", "https://quay.example/"),)
    assert dict(cache.skipped) == {"feeds that newsboat makes itself": 2, "of feeds that are no more": 1}
    pages = {page.guid or page.url: page for page in cache.pages}
    assert set(pages) == {"g1", "https://quay.example/2", "g3", "g4", "https://else.example/6"}
    assert {page.guid for page in cache.pages if page.read} == {"g1", "g3"}, "what was deleted counts as read"
    assert {page.url for page in cache.pages if page.bookmarked} == {
        "https://quay.example/2",
        None,
        "https://else.example/6",
    }
    assert (pages["g1"].title, pages["g1"].authors, pages["g1"].published) == ("Fog[2J", ("Ani",), MAY)
    assert (pages["g3"].html, pages["https://quay.example/2"].html) == ("", "<p>x</p>"), (
        "texts of what is kept only"
    )
    assert (pages["g4"].url, pages["g4"].feed_url) == (None, FEED)
    assert pages["https://else.example/6"].feed_url is None


def test_a_cache_of_an_old_newsboat(tmp_path: Path) -> None:
    path = tmp_path / "cache"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE rss_feed (rssurl, url, title)")
        database.execute("CREATE TABLE rss_item (guid, title, author, url, feedurl, pubDate, content, unread)")
        database.execute("INSERT INTO rss_feed VALUES (?, '', '')", (FEED,))
        database.execute(
            "INSERT INTO rss_item VALUES ('g', 'T', '', 'https://quay.example/1', ?, 0, 'x', 0)", (FEED,)
        )
        database.commit()
    (page,) = read(path).pages
    assert (page.guid, page.read, page.bookmarked, page.published) == ("g", True, False, None)


@pytest.mark.parametrize("mode", ["WAL", "PERSIST"])
def test_what_newsboat_is_still_writing_is_read_and_left_alone(tmp_path: Path, mode: str) -> None:
    path = newsboat(tmp_path / "cache.db", FEEDS, ITEMS[:1])
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute(f"PRAGMA journal_mode = {mode}")
        writer.execute("UPDATE rss_item SET title = 'Committed'")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE rss_item SET title = 'Not yet'")
        assert read(path).pages[0].title == "Committed"
        writer.execute("COMMIT")
        assert read(path).pages[0].title == "Not yet"


def test_a_cache_that_was_left_in_the_midst_of_a_change_is_read_as_it_was(tmp_path: Path) -> None:
    path = newsboat(tmp_path / "cache.db", FEEDS, ITEMS * 50)
    left = tmp_path / "left"
    left.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size = 2")
        writer.execute("BEGIN")
        writer.execute(
            "UPDATE rss_item SET title = 'Not yet'"
        )  # too much for memory: some of it is in the file now
        for name in ("cache.db", "cache.db-journal"):
            shutil.copy(tmp_path / name, left / name)
    before = {file.name: file.read_bytes() for file in left.iterdir()}
    assert "Not yet" not in {page.title for page in read(left / "cache.db").pages}
    assert {file.name: file.read_bytes() for file in left.iterdir()} == before


def test_a_cache_with_a_log_is_read_and_nothing_appears_beside_it(tmp_path: Path) -> None:
    path = newsboat(tmp_path / "cache.db", FEEDS, ITEMS[:1])
    left = tmp_path / "left"
    left.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("PRAGMA journal_mode = WAL")
        writer.execute("UPDATE rss_item SET title = 'In the log'")
        for name in ("cache.db", "cache.db-wal"):
            shutil.copy(tmp_path / name, left / name)
    for folder, names in ((tmp_path, {"cache.db", "left"}), (left, {"cache.db", "cache.db-wal"})):
        assert read(folder / "cache.db").pages[0].title == "In the log"
        assert {file.name for file in folder.iterdir()} == names


def test_other_and_damaged_databases(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE moz_places (url)")
    with pytest.raises(FormatError, match="not a cache of newsboat's"):
        read(path)
    data = newsboat(tmp_path / "cache", FEEDS, ITEMS * 200).read_bytes()
    for cut in (data[:500], data[: len(data) // 2], data[:100] + bytes(5000) + data[5100:]):
        path.write_bytes(cut)
        with pytest.raises(FormatError, match="database"):
            read(path)


def test_values_of_other_kinds_are_no_surprise(tmp_path: Path) -> None:
    odd = [
        item("g1", "https://quay.example/1", pubDate="soon", title=b"\xff", unread="yes"),
        {"guid": b"\xff\xfe", "url": b"\xff", "feedurl": FEED, "content": b"\0", "flags": 7, "pubDate": 2**62},
    ]
    first, second = sorted(read(newsboat(tmp_path / "cache", FEEDS, odd)).pages, key=lambda page: page.url or "")
    assert (second.title, second.authors, second.published, second.read) == (second.url, (), None, False)
    assert (first.url, first.title, first.bookmarked, first.html) == (None, "Item", True, "")
