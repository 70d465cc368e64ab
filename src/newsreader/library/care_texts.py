"""Looking over the texts: packed ones that cannot be unpacked, and columns that hold bytes which are no text."""

import json
import sqlite3
from collections.abc import Iterator

from newsreader.formats.structure import article_from_json
from newsreader.library.packing import DAMAGED_TEXT, unpacked

_WITH_TEXT = ("sources", "entries", "statuses", "tags", "article_images", "settings")
"""Tables whose text is read as it is; a byte of it that is not UTF-8 keeps every list from being read."""

_ALL = "SELECT * FROM TABLE"


def findings(connection: sqlite3.Connection) -> list[str]:
    """Return a sentence for texts that are not what was stored."""
    found = [f"what is not text in the table {table}" for table in _WITH_TEXT if not _is_text(connection, table)]
    articles, contents = list(_damaged_articles(connection)), list(_damaged_contents(connection))
    if articles:
        found.append(f"stored articles that are damaged: {len(articles)}")
    if contents:
        found.append(f"texts of feeds that are damaged: {len(contents)}")
    return found


def mend(connection: sqlite3.Connection) -> bool:
    """Let go of damaged texts, of which bookmarks then wait again, and return whether there were any."""
    articles, contents = list(_damaged_articles(connection)), list(_damaged_contents(connection))
    connection.executemany("DELETE FROM articles WHERE entry_id = ?", [(number,) for number in articles])
    connection.executemany(
        "UPDATE contents SET summary = '', content = '' WHERE entry_id = ?", [(number,) for number in contents]
    )
    return bool(articles or contents)


def all_is_text(connection: sqlite3.Connection) -> bool:
    """Return whether every text that is read as it is can be."""
    return all(_is_text(connection, table) for table in _WITH_TEXT)


def _is_text(connection: sqlite3.Connection, table: str) -> bool:
    try:
        for _ in connection.execute(_ALL.replace("TABLE", table)):
            pass
    except sqlite3.OperationalError:  # Python's "Could not decode to UTF-8", which has no code of SQLite's
        return False
    return True


def _damaged_articles(connection: sqlite3.Connection) -> Iterator[int]:
    for entry_id, written in _stored(connection, "SELECT entry_id, article FROM articles"):
        try:
            article_from_json(json.loads(unpacked(written)))
        except DAMAGED_TEXT:
            yield entry_id


def _damaged_contents(connection: sqlite3.Connection) -> Iterator[int]:
    query = "SELECT entry_id, summary FROM contents UNION ALL SELECT entry_id, content FROM contents"
    for entry_id, written in _stored(connection, query):
        try:
            unpacked(written)
        except DAMAGED_TEXT:
            yield entry_id


def _stored(connection: sqlite3.Connection, query: str) -> Iterator[tuple[int, str | bytes]]:
    """Yield what is stored, text as the bytes it should be made of where it is not."""
    cursor = connection.cursor()
    before, connection.text_factory = connection.text_factory, _text_or_bytes
    try:
        yield from cursor.execute(query)
    finally:
        connection.text_factory = before


def _text_or_bytes(data: bytes) -> str | bytes:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data
