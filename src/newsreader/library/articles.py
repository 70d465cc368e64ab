"""The readable pages behind entries, as JSON, and the pages that no feed brought."""

import json
import sqlite3
from datetime import datetime

from newsreader.formats.structure import article_from_json, article_to_json
from newsreader.library import bookmarks, indexing
from newsreader.library.columns import is_id, sound, to_column
from newsreader.model import Article, NotFoundError

SAVED_PAGES = "Saved pages"


def store(connection: sqlite3.Connection, entry_id: int, article: Article, now: datetime) -> None:
    """Keep ``article`` as what stands behind an entry, in place of an earlier one.

    Raises:
        NotFoundError: there is no such entry.
    """
    check_entry(connection, entry_id)
    indexing.withdraw(connection, entry_id)
    written = sound(json.dumps(article_to_json(article), ensure_ascii=False, separators=(",", ":")))
    connection.execute(
        "INSERT OR REPLACE INTO articles (entry_id, url, stored_at, article) VALUES (?, ?, ?, ?)",
        (entry_id, sound(article.url), to_column(now), written),
    )
    connection.execute(
        "UPDATE entries SET words = ?, minutes = ? WHERE id = ?",
        (article.words or None, article.minutes or None, entry_id),
    )
    kept = "SELECT 1 FROM statuses WHERE entry_id = ? AND bookmarked_at IS NOT NULL"
    if connection.execute(kept, (entry_id,)).fetchone():
        bookmarks.list_images(connection, entry_id, article)


def article(connection: sqlite3.Connection, entry_id: int) -> Article | None:
    """Return the stored article of an entry, or None."""
    row = connection.execute("SELECT article FROM articles WHERE entry_id = ?", (entry_id,)).fetchone()
    return None if row is None else article_from_json(json.loads(row[0]))


def store_page(connection: sqlite3.Connection, page: Article, source: str, now: datetime) -> int:
    """Store a page that no feed brought under the source of that name, and return its entry's id.

    The same address again is the same entry.
    """
    source_id = _page_source(connection, sound(source))
    if known := _page_entry(connection, source_id, page):
        indexing.withdraw(connection, known)
    moments = (page.published, page.updated, now, min(page.published or now, now))
    added = connection.execute(
        "INSERT INTO entries (source_id, guid, url, title, author, published, updated, first_seen, sort_at, digest)"
        " VALUES (?1, ?2, ?2, ?3, ?4, ?5, ?6, ?7, ?8, x'')"
        " ON CONFLICT (source_id, guid) DO UPDATE SET title = ?3, author = ?4, published = ?5, updated = ?6",
        (source_id, sound(page.url), sound(page.title), sound(page.byline), *map(to_column, moments)),
    )
    entry_id = known or int(added.lastrowid or 0)
    if not known:
        indexing.enlist(connection, entry_id)
    store(connection, entry_id, page, now)
    return entry_id


def check_entry(connection: sqlite3.Connection, entry_id: int) -> None:
    """Raise NotFoundError unless there is an entry with this id."""
    if not is_id(entry_id) or not connection.execute("SELECT 1 FROM entries WHERE id = ?", (entry_id,)).fetchone():
        raise NotFoundError("there is no such headline", str(entry_id))


def _page_entry(connection: sqlite3.Connection, source_id: int, page: Article) -> int | None:
    row = connection.execute(
        "SELECT id FROM entries WHERE source_id = ? AND guid = ?", (source_id, sound(page.url))
    ).fetchone()
    return None if row is None else int(row[0])


def _page_source(connection: sqlite3.Connection, title: str) -> int:
    row = connection.execute("SELECT id FROM sources WHERE url IS NULL AND title = ?", (title,)).fetchone()
    if row is not None:
        return int(row[0])
    return int(connection.execute("INSERT INTO sources (title, subscribed) VALUES (?, 0)", (title,)).lastrowid or 0)
