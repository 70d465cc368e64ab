"""The lists: which headlines there are, in which order, and how many of them are unread."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from newsreader.library.columns import fitting, ids_column, is_id, sound
from newsreader.library.ordering import joined, order_by
from newsreader.library.search import Condition, conditions, match_expression
from newsreader.model import HeadlineQuery, View
from newsreader.model.search import read_search

# A CROSS JOIN is done in the order it is written: here from the few rows of an index to the many of a table.
_FROM_ENTRIES = "FROM entries e"
_FROM_MATCHES = "FROM search CROSS JOIN entries e ON e.id = search.rowid"
_FROM_STATUSES = "FROM statuses s CROSS JOIN entries e ON e.id = s.entry_id"
_UNREAD = "NOT EXISTS (SELECT 1 FROM statuses r WHERE r.entry_id = e.id AND r.read_at IS NOT NULL)"
_NOT_HIDDEN = (
    "(e.source_id NOT IN (SELECT value FROM json_each(?))"
    " OR e.id IN (SELECT entry_id FROM statuses WHERE bookmarked_at IS NOT NULL))"
)
_AS_JSON = "SELECT json_group_array(id) FROM (STATEMENT)"
_MATCHES = "search MATCH ?"
_AMONG_MATCHES = "e.id IN (SELECT rowid FROM search WHERE search MATCH ?)"
_PARTS = {
    View.ALL: (_FROM_ENTRIES, "TRUE"),
    View.UNREAD: (_FROM_ENTRIES, _UNREAD),
    View.BOOKMARKS: (_FROM_STATUSES, "s.bookmarked_at IS NOT NULL"),
    View.CONTINUE: (_FROM_STATUSES, "s.left_at IS NOT NULL"),
    View.HISTORY: (_FROM_STATUSES, "s.read_at IS NOT NULL"),
}


@dataclass(frozen=True, slots=True)
class Listing:
    """Where the headlines of a query are found: SQL behind its columns, with the values for it."""

    source: str
    conditions: tuple[str, ...]
    values: tuple[str | int | None, ...]

    def statement(self, columns: str, order: str = "") -> str:
        """Return the whole statement for some columns."""
        return " ".join([columns, self.source, "WHERE", " AND ".join(self.conditions), order])


def headline_ids(connection: sqlite3.Connection, query: HeadlineQuery, now: datetime) -> tuple[int, ...]:
    """Return the ids of all headlines that ``query`` asks for, in the order asked for."""
    listing = _listing(connection, query, now)
    if listing is None:
        return ()
    listing = replace(listing, source=listing.source + joined(query.order))
    order = order_by(query.view, query.order)
    limit = -1 if query.limit is None else max(0, fitting(query.limit))
    return tuple(_ids(connection, listing.statement("SELECT e.id", f"{order} LIMIT {limit}"), listing.values))


def count(connection: sqlite3.Connection, query: HeadlineQuery, now: datetime) -> tuple[int, int]:
    """Return how many headlines ``query`` asks for: unread, and in all."""
    if query.view in (View.ALL, View.UNREAD) and query.of_all and not query.search.strip():
        return _count_all(connection, query.view)
    listing = _listing(connection, query, now)
    if listing is None:
        return 0, 0
    (total,) = connection.execute(listing.statement("SELECT count(*)"), listing.values).fetchone()
    if query.view is View.UNREAD:
        return total, total
    unread = replace(listing, conditions=(*listing.conditions, _UNREAD))
    (still_unread,) = connection.execute(unread.statement("SELECT count(*)"), listing.values).fetchone()
    return still_unread, total


def count_of(connection: sqlite3.Connection, ids: Sequence[int]) -> tuple[int, int]:
    """Return how many of the headlines with these ids are unread, and how many they are."""
    read = set(_ids(connection, "SELECT entry_id AS id FROM statuses WHERE read_at IS NOT NULL LIMIT -1"))
    return sum(number not in read for number in ids), len(ids)


def _ids(connection: sqlite3.Connection, statement: str, values: Sequence[str | int | None] = ()) -> list[int]:
    """Return the ids that a statement selects, in its order, which its LIMIT holds SQLite to.

    They come as one JSON text: as rows, 100,000 of them take twice as long.
    """
    (ids,) = connection.execute(_AS_JSON.replace("STATEMENT", statement), values).fetchone()
    found: list[int] = json.loads(ids)
    return found


def _listing(connection: sqlite3.Connection, query: HeadlineQuery, now: datetime) -> Listing | None:
    """Return where the headlines of ``query`` are found, or None when nothing can answer to it."""
    source, asked = _PARTS[query.view]
    found: list[Condition] = []
    if query.search.strip():
        search = read_search(query.search, now)
        if not search:
            return None
        if expression := match_expression(tuple(term for term in search.terms if not term.excluded)):
            matching = source is _FROM_ENTRIES
            source = _FROM_MATCHES if matching else source
            found.append((_MATCHES if matching else _AMONG_MATCHES, expression))
        found += conditions(connection, search)
    if query.source_id is not None:
        if not is_id(query.source_id):
            return None
        found.append(("e.source_id = ?", query.source_id))
    elif query.folder is not None:
        found.append(("e.source_id IN (SELECT value FROM json_each(?))", _in_folder(connection, query.folder)))
    elif query.view is not View.BOOKMARKS and (hidden := _hidden_sources(connection, query.view)):
        found.append((_NOT_HIDDEN, ids_column(hidden)))
    return Listing(source, (asked, *(sql for sql, _ in found)), tuple(value for _, value in found))


def _in_folder(connection: sqlite3.Connection, folder: str) -> str:
    """Return the subscriptions in a folder, as a column of ids."""
    rows = connection.execute("SELECT id FROM sources WHERE subscribed AND folder = ?", (sound(folder),))
    return ids_column([number for (number,) in rows])


def _hidden_sources(connection: sqlite3.Connection, view: View) -> list[int]:
    """Return the sources whose headlines do not show: removed ones, and the edition once there is other news."""
    rows = connection.execute(
        "SELECT id, removed_at IS NOT NULL FROM sources WHERE removed_at IS NOT NULL OR edition"
    ).fetchall()
    hidden = [number for number, removed in rows if removed]
    if view is View.HISTORY or len(hidden) == len(rows):
        return hidden
    (other_news,) = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM sources o WHERE NOT o.edition AND o.removed_at IS NULL"
        " AND EXISTS (SELECT 1 FROM entries e WHERE e.source_id = o.id))"
    ).fetchone()
    return [number for number, _ in rows] if other_news else hidden


def _count_all(connection: sqlite3.Connection, view: View) -> tuple[int, int]:
    """Count everything by its indexes, and take off what does not show, which is little."""
    hidden = ids_column(_hidden_sources(connection, view))
    total, read, hidden_total, hidden_read = connection.execute(
        "SELECT (SELECT count(*) FROM entries), (SELECT count(*) FROM statuses WHERE read_at IS NOT NULL),"
        " count(*), count(s.read_at) FROM entries e LEFT JOIN statuses s ON s.entry_id = e.id"
        " WHERE e.source_id IN (SELECT value FROM json_each(?)) AND s.bookmarked_at IS NULL",
        (hidden,),
    ).fetchone()
    shown = total - hidden_total
    unread = shown - (read - hidden_read)
    return unread, (unread if view is View.UNREAD else shown)
