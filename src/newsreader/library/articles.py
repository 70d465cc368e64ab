"""The readable pages behind entries, as packed JSON, and the pages that no feed brought."""

import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime

from newsreader.formats.structure import article_from_json, article_to_json
from newsreader.library import bookmarks, indexing
from newsreader.library.columns import is_id, sound, to_column
from newsreader.library.packing import packed, unpacked
from newsreader.model import Article, ArticleStatus, NotFoundError, count_words, reading_minutes

SAVED_PAGES = "Saved pages"


@dataclass(frozen=True, slots=True)
class Written:
    """An article as it goes into the library: its JSON, packed, and what is counted in it."""

    article: Article
    packed: str | bytes
    words: int | None
    minutes: int | None


def written(article: Article) -> Written:
    """Return ``article`` ready to be put: what takes time, and needs no database."""
    values = json.dumps(article_to_json(article), ensure_ascii=False, separators=(",", ":"))
    text = article.text
    return Written(article, packed(sound(values)), count_words(text) or None, reading_minutes(text) or None)


def store(connection: sqlite3.Connection, entry_id: int, article: Article, now: datetime) -> None:
    """Keep ``article`` as what stands behind an entry, in place of an earlier one.

    Raises:
        NotFoundError: there is no such entry.
    """
    check_entry(connection, entry_id)
    put(connection, entry_id, written(article), now)


def put(connection: sqlite3.Connection, entry_id: int, ready: Written, now: datetime) -> None:
    """Keep what is ready behind an entry that is there; one that has only its address for a title gets its own."""
    indexing.withdraw(connection, entry_id)
    connection.execute(
        "INSERT OR REPLACE INTO articles (entry_id, url, stored_at, article, status) VALUES (?, ?, ?, ?, ?)",
        (entry_id, sound(ready.article.url), to_column(now), ready.packed, ready.article.status.value),
    )
    connection.execute(
        "UPDATE entries SET words = ?1, minutes = ?2, title = iif(title = url AND ?3 <> '', ?3, title)"
        " WHERE id = ?4",
        (ready.words, ready.minutes, sound(ready.article.title), entry_id),
    )
    kept = (  # now, or until a moment ago: then an undo may bring the bookmark back
        "SELECT 1 FROM statuses WHERE entry_id = ?1 AND bookmarked_at IS NOT NULL"
        " UNION ALL SELECT 1 FROM article_images WHERE entry_id = ?1"
    )
    if connection.execute(kept, (entry_id,)).fetchone():
        bookmarks.list_images(connection, entry_id, ready.article)
        bookmarks.release_images(connection, [entry_id], now)


def article(connection: sqlite3.Connection, entry_id: int) -> Article | None:
    """Return the stored article of an entry, or None."""
    row = connection.execute("SELECT article FROM articles WHERE entry_id = ?", (entry_id,)).fetchone()
    return None if row is None else article_from_json(json.loads(unpacked(row[0])))


def lacks_text(connection: sqlite3.Connection, entry_id: int) -> bool:
    """Return whether an entry has no text here, or only what its feed carried while its page may have more."""
    query = "SELECT 1 FROM articles WHERE entry_id = ? AND (status <> ? OR settled)"
    return connection.execute(query, (entry_id, ArticleStatus.FEED.value)).fetchone() is None


def settle_text(connection: sqlite3.Connection, entry_id: int) -> None:
    """Note that the page behind an entry has no more than what its feed carried, which is kept."""
    connection.execute("UPDATE articles SET settled = 1 WHERE entry_id = ?", (entry_id,))


def has_text(connection: sqlite3.Connection, url: str) -> bool:
    """Return whether the text of the page at ``url`` is here, and more than what a feed carried of it."""
    ours = (sound(url), ArticleStatus.FEED.value)
    query = (
        "SELECT 1 FROM articles a WHERE a.entry_id IN (SELECT id FROM entries WHERE url = ?1"
        " UNION ALL SELECT entry_id FROM articles WHERE url = ?1)"
        " AND a.status <> ?2 LIMIT 1"
    )
    return connection.execute(query, ours).fetchone() is not None


def store_page(connection: sqlite3.Connection, page: Article, source: str, now: datetime) -> int:
    """Store a page that no feed brought under the source of that name, and return its entry's id.

    The same address again is the same entry.
    """
    source_id = page_source(connection, source)
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


def page_source(connection: sqlite3.Connection, title: str) -> int:
    """Return the source of that name for pages that no feed brought, made where there is none."""
    title = sound(title)
    row = connection.execute("SELECT id FROM sources WHERE url IS NULL AND title = ?", (title,)).fetchone()
    if row is not None:
        return int(row[0])
    return int(connection.execute("INSERT INTO sources (title, subscribed) VALUES (?, 0)", (title,)).lastrowid or 0)
