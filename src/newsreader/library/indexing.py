"""Keeping the search index: what changed is noted at once, and put into the index when there is time for it.

Indexing costs as much as all the rest of storing a feed; done later, a refresh is over in half the time.
"""

import json
import sqlite3

from newsreader.formats.structure import article_from_json
from newsreader.library.plain import plain_text
from newsreader.library.search import folded

_BODY_LIMIT = 500_000
"""Characters of a body that can be found; longer pages are cut here."""

_SLICE = 100
"""Entries put into the index in one transaction: 10 to 20 ms, which a reader's change may have to wait."""

_PENDING = (
    "SELECT u.entry_id, e.title, o.title, e.author, c.content, c.summary, a.article FROM unindexed u"
    " JOIN entries e ON e.id = u.entry_id JOIN sources o ON o.id = e.source_id"
    " LEFT JOIN contents c ON c.entry_id = e.id LEFT JOIN articles a ON a.entry_id = e.id LIMIT ?"
)


def note(connection: sqlite3.Connection, entry_id: int) -> None:
    """Note that what can be found of an entry has changed."""
    connection.execute("INSERT OR IGNORE INTO unindexed VALUES (?)", (entry_id,))


def note_source(connection: sqlite3.Connection, source_id: int) -> None:
    """Note that the name of a source has changed."""
    connection.execute("INSERT OR IGNORE INTO unindexed SELECT id FROM entries WHERE source_id = ?", (source_id,))


def is_behind(connection: sqlite3.Connection) -> bool:
    """Return whether there are entries that cannot be found as they are now."""
    return connection.execute("SELECT 1 FROM unindexed LIMIT 1").fetchone() is not None


def index_some(connection: sqlite3.Connection) -> bool:
    """Put some of what was noted into the index, and return whether there may be more."""
    rows = connection.execute(_PENDING, (_SLICE,)).fetchall()
    for entry_id, title, source, author, content, summary, article in rows:
        body = _article_text(article) if article is not None else plain_text(content or summary or "")
        connection.execute(
            "INSERT OR REPLACE INTO search (rowid, title, source, author, body) VALUES (?, ?, ?, ?, ?)",
            (entry_id, folded(title), folded(source), folded(author), folded(body[:_BODY_LIMIT])),
        )
    connection.executemany("DELETE FROM unindexed WHERE entry_id = ?", [(row[0],) for row in rows])
    return len(rows) == _SLICE


def _article_text(written: str) -> str:
    article = article_from_json(json.loads(written))
    return f"{article.standfirst}\n{article.text}"
