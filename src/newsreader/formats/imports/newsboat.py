"""newsboat: the feeds and items of its ``cache.db``, an SQLite file (newsboat, ``src/cache.cpp``).

``rss_feed(rssurl, url, title)`` and ``rss_item(guid, title, author, url, feedurl, pubDate, content, unread,
enqueued, flags, deleted)``; flags are letters the reader put on an item.
"""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from newsreader.formats.imports import gate
from newsreader.formats.imports.gathering import NO_ADDRESS, Gathering
from newsreader.formats.imports.values import ImportedFile, ImportedPage
from newsreader.formats.opml import OpmlFeed
from newsreader.model import FormatError

KIND = "newsboat"
_MOST = 200_000
"""Items at most, the newest."""

_LONGEST_TEXT = 1_000_000
_MOST_TEXT = 64_000_000
"""Characters at most of the text of one kept item, and of all."""

_BESIDE = ("", "-wal", "-journal")
_DAYS = frozenset({"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"})
_FEEDS = "SELECT rssurl, title, url FROM rss_feed"
_COLUMNS = ("guid", "title", "author", "url", "feedurl", "pubDate", "unread", "enqueued", "flags", "deleted")
_ADDED_LATER = {"enqueued": "0", "flags": "''", "deleted": "0"}
"""Columns that old caches have not, and what stands for them."""


def read_newsboat(path: Path) -> ImportedFile:
    """Return the feeds of a cache, and its items; those that were flagged or queued as bookmarks.

    What was deleted counts as read, so that it does not come back unread with the next refresh.

    Raises:
        FormatError: it is another database, damaged, or cannot be opened.
    """
    try:
        with _opened(path) as connection:
            feeds = connection.execute(_FEEDS).fetchall()
            return _gathered(feeds, connection.execute(_items(connection)))
    except (sqlite3.Error, OSError, OverflowError) as error:
        if "no such table" in str(error) or "no such column" in str(error):
            raise FormatError("this database is not a cache of newsboat's") from error
        raise FormatError(
            f"this database cannot be read ({error})", advice="close newsboat and try again"
        ) from error


def _gathered(feeds: list[tuple[Any, ...]], items: Iterator[tuple[Any, ...]]) -> ImportedFile:
    gathering = Gathering()
    taken: dict[str, OpmlFeed] = {}
    for rssurl, title, site in feeds:
        url = gate.address(rssurl)
        if url is None:
            gathering.skip("feeds that newsboat makes itself")
        else:
            taken.setdefault(url, OpmlFeed(url, gate.line(title) or url, gate.address(site)))
    room = _MOST_TEXT
    for item in items:
        page = _page(item, taken, room)
        if page is None:
            gathering.skip(NO_ADDRESS)
        elif page.feed_url is None and not page.bookmarked:
            gathering.skip("of feeds that are no more")
        else:
            room -= len(page.html)
            gathering.add(page)
    return gathering.file(KIND, taken.values())


def _page(item: tuple[Any, ...], feeds: dict[str, OpmlFeed], room: int) -> ImportedPage | None:
    guid, title, author, link, feedurl, published, unread, enqueued, flags, deleted, content = item
    url, feed_url = gate.address(link), gate.address(feedurl)
    feed = feeds.get(feed_url or "")
    if url is None and feed is None:
        return None
    moment, name = gate.since_1970(published), gate.line(author)
    return ImportedPage(
        url,
        gate.line(title) or url or "Untitled",
        saved_at=moment,
        bookmarked=bool(enqueued or flags),
        read=bool(deleted) or not unread,
        read_at=moment,
        html=content if isinstance(content, str) and len(content) <= room else "",
        authors=(name,) if name else (),
        published=moment,
        feed_url=feed.url if feed else None,
        guid=_guid(guid, link) if feed else "",
    )


def _guid(guid: object, link: object) -> str:
    """Return what a feed calls an item: newsboat makes up for a missing name with its address and date."""
    said, url = str(guid or ""), str(link or "")
    made_up = bool(url) and said.startswith(url) and said[len(url) :].strip()[:4].rstrip(",") in _DAYS
    return gate.line(gate.address(url) or url if made_up else said)


def _items(connection: sqlite3.Connection) -> str:
    """Return the query for the items, the newest first; texts are asked for only of those that are kept."""
    there = {name for _, name, *_ in connection.execute("PRAGMA table_info(rss_item)")}
    columns = {name: name if name in there else _ADDED_LATER.get(name, name) for name in _COLUMNS}
    kept = f"({columns['enqueued']} OR {columns['flags']} <> '')"
    text = f"CASE WHEN {kept} THEN substr(content, 1, {_LONGEST_TEXT}) ELSE '' END"
    return " ".join(
        ["SELECT", ", ".join([*columns.values(), text]), f"FROM rss_item ORDER BY pubDate DESC LIMIT {_MOST}"]
    )


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection that only reads.

    A database that its program left in the midst of a change wants to be mended first, which nobody but its owner
    may do: then a copy of it, with the journal beside it, is.
    """
    with (
        tempfile.TemporaryDirectory(prefix="newsreader-") as folder,
        closing(_reading(path) or _mended_copy(path, Path(folder) / "cache.db")) as connection,
    ):
        connection.text_factory = lambda text: text.decode("utf-8", "replace")
        connection.execute("PRAGMA trusted_schema = OFF")
        yield connection


def _reading(path: Path) -> sqlite3.Connection | None:
    """Return a connection to the database as it lies there; None when only a change would make it readable."""
    mode = _mode(path)
    if mode is None:
        return None
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?{mode}", uri=True)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.Error as error:
        connection.close()
        if error.sqlite_errorcode & 0xFF not in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}:
            raise
        return None
    return connection


def _mode(path: Path) -> str | None:
    """Return how to open a database so that no file appears beside it: sqlite.org/wal.html, "Read-Only Databases".

    One with a write-ahead log wants that and its index, and makes them anew when nobody has it open.
    """
    with path.open("rb") as file:
        logged = file.read(20)[18:] == b"\2\2"
    if not logged or Path(f"{path}-shm").exists():
        return "mode=ro"
    return None if Path(f"{path}-wal").exists() else "mode=ro&immutable=1"


def _mended_copy(path: Path, copy: Path) -> sqlite3.Connection:
    for end in _BESIDE:
        beside = Path(f"{path}{end}")
        if beside.is_file():
            shutil.copyfile(beside, f"{copy}{end}")
    return sqlite3.connect(copy)
