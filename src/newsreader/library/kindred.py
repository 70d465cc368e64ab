"""Headlines that may tell of what another tells: those with rare words of its title, from about the same days."""

import sqlite3
import unicodedata
from collections.abc import Iterable
from datetime import datetime

from newsreader.library.columns import to_column
from newsreader.library.packing import DAMAGED_TEXT, unpacked
from newsreader.library.plain import plain_text
from newsreader.library.search import indexed

COMMON = 2_000
"""Titles with a word in them that are counted at most: it is told from no other word any more."""

CANDIDATES = 300
"""Headlines looked at for one at most. Which of them are nearest FTS5 could tell, in a quarter of a second."""

OPENING = 400
"""Characters of a text that count as its opening: about two sentences."""

_COUNT = "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)"
_NEAR = (
    "SELECT e.id FROM search CROSS JOIN entries e ON e.id = search.rowid JOIN sources o ON o.id = e.source_id"
    " WHERE search MATCH ? AND e.sort_at BETWEEN ? AND ? AND o.subscribed LIMIT ?"
)


def words_of(text: str) -> frozenset[str]:
    """Return the words of ``text`` as the index has them, pairs of characters of an unspaced script among them.

    A letter alone says nothing.
    """
    plain = indexed(text)
    spaced = "".join(letter if unicodedata.category(letter)[0] in "LMN" else " " for letter in plain)
    return frozenset(word for word in spaced.split() if len(word) > 1 or word.isdecimal())


def title_counts(connection: sqlite3.Connection, words: Iterable[str]) -> dict[str, int]:
    """Return in how many titles each of ``words`` stands, counted up to ``COMMON``."""
    return {word: connection.execute(_COUNT, (f'title : "{word}"', COMMON)).fetchone()[0] for word in words}


def near(
    connection: sqlite3.Connection, beginnings: Iterable[str], since: datetime, until: datetime
) -> tuple[int, ...]:
    """Return entries of that time with a word in their title that begins with one of ``beginnings``."""
    anywhere = " OR ".join(f'"{word}"*' for word in beginnings)
    if not anywhere:
        return ()
    values = (f"title : ({anywhere})", to_column(since), to_column(until), CANDIDATES)
    return tuple(number for (number,) in connection.execute(_NEAR, values))


def opening(connection: sqlite3.Connection, entry_id: int) -> str:
    """Return how the text that the feed carried for an entry begins; empty for none."""
    row = connection.execute("SELECT summary, content FROM contents WHERE entry_id = ?", (entry_id,)).fetchone()
    try:
        return plain_text(unpacked(row[0] or row[1])[: 10 * OPENING])[:OPENING] if row else ""
    except DAMAGED_TEXT:  # the doctor tells of it
        return ""
