"""The lists: which headlines there are in which order, and the rows of those that are in view."""

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from newsreader.library.bookmarks import COMPLETE
from newsreader.library.columns import ids_column, is_id, moment
from newsreader.library.search import match_expression
from newsreader.model import Bookmark, Headline, HeadlineQuery, View
from newsreader.model.headline import WHOLE_TEXT

# A CROSS JOIN is done in the order it is written: here from the few rows of an index to the many of a table.
_FROM_STATUSES = "FROM statuses s CROSS JOIN entries e ON e.id = s.entry_id"
_UNREAD = "NOT EXISTS (SELECT 1 FROM statuses r WHERE r.entry_id = e.id AND r.read_at IS NOT NULL)"
_NEWEST_FIRST = "ORDER BY e.sort_at DESC, e.id"
_PARTS = {
    View.ALL: ("FROM entries e", "TRUE", _NEWEST_FIRST),
    View.UNREAD: ("FROM entries e", _UNREAD, _NEWEST_FIRST),
    View.BOOKMARKS: (_FROM_STATUSES, "s.bookmarked_at IS NOT NULL", "ORDER BY s.bookmarked_at DESC, e.id DESC"),
    View.CONTINUE: (_FROM_STATUSES, "s.left_at IS NOT NULL", "ORDER BY s.left_at DESC, e.id DESC"),
    View.HISTORY: (_FROM_STATUSES, "s.read_at IS NOT NULL", "ORDER BY s.read_at DESC, e.sort_at DESC, e.id"),
}

_TAGS = "(SELECT json_group_array(tag) FROM tags t WHERE t.entry_id = e.id)"
_IMAGES = "(SELECT json_array(count(hash), count(*)) FROM article_images m WHERE m.entry_id = e.id)"
_COLUMNS = ", ".join(
    (
        "SELECT e.id, e.title, o.title, e.source_id, e.url, e.sort_at, e.author, s.read_at IS NOT NULL",
        "s.bookmarked_at IS NOT NULL, e.words, e.minutes, e.comments_url, e.image_url, coalesce(s.note, '')",
        _TAGS,
        "coalesce(s.position, 0)",
        f"CASE WHEN s.bookmarked_at IS NOT NULL THEN {COMPLETE} END",
        f"CASE WHEN s.bookmarked_at IS NOT NULL THEN {_IMAGES} END, s.bookmarked_at",
    )
)
_HEADLINE = (
    _COLUMNS + " FROM json_each(?) j CROSS JOIN entries e ON e.id = j.value JOIN sources o ON o.id = e.source_id"
    " LEFT JOIN statuses s ON s.entry_id = e.id"
)


def headline_ids(connection: sqlite3.Connection, query: HeadlineQuery) -> tuple[int, ...]:
    """Return the ids of all headlines that ``query`` asks for, in the order of its view."""
    asked = _where(connection, query)
    if asked is None:
        return ()
    where, values = asked
    source, _, order = _PARTS[query.view]
    rows = connection.execute(_statement("SELECT e.id", source, where, order), values).fetchall()
    return tuple(number for (number,) in rows)


def count(connection: sqlite3.Connection, query: HeadlineQuery) -> tuple[int, int]:
    """Return how many headlines ``query`` asks for: unread, and in all."""
    if query.view in (View.ALL, View.UNREAD) and query.source_id is None and not query.search.strip():
        return _count_all(connection, query.view)
    asked = _where(connection, query)
    if asked is None:
        return 0, 0
    where, values = asked
    source, _, _ = _PARTS[query.view]
    (total,) = connection.execute(_statement("SELECT count(*)", source, where), values).fetchone()
    if query.view is View.UNREAD:
        return total, total
    still_unread = _statement("SELECT count(*)", source, [*where, _UNREAD])
    (unread,) = connection.execute(still_unread, values).fetchone()
    return unread, total


def headlines(connection: sqlite3.Connection, ids: Sequence[int]) -> list[Headline]:
    """Return the headlines with these ids, in this order; ids that nothing answers to are left out."""
    found = {row[0]: _headline(row) for row in connection.execute(_HEADLINE, (ids_column(ids),)).fetchall()}
    return [found[number] for number in ids if number in found]


def bookmarks(connection: sqlite3.Connection, ids: Sequence[int]) -> list[Bookmark]:
    """Return the bookmarks among the entries with these ids, in this order."""
    found = connection.execute(_HEADLINE, (ids_column(ids),)).fetchall()
    rows = {row[0]: row for row in found if row[-1] is not None}
    return [_bookmark(rows[number]) for number in ids if number in rows]


def find_entry(connection: sqlite3.Connection, url: str) -> int | None:
    """Return the newest entry whose page is at ``url``, as the feed or the last redirect named it; or None."""
    (found,) = connection.execute(
        "SELECT max(id) FROM (SELECT id FROM entries WHERE url = ?1 UNION ALL"
        " SELECT entry_id FROM articles WHERE url = ?1)",
        (url,),
    ).fetchone()
    return None if found is None else int(found)


def _where(connection: sqlite3.Connection, query: HeadlineQuery) -> tuple[list[str], list[str | int]] | None:
    """Return the conditions of ``query`` and its values, or None when nothing can answer to it."""
    conditions = [_PARTS[query.view][1]]
    values: list[str | int] = []
    if query.source_id is not None:
        if not is_id(query.source_id):
            return None
        conditions.append("e.source_id = ?")
        values.append(query.source_id)
    elif query.view is not View.BOOKMARKS and (hidden := _hidden_sources(connection, query.view)):
        conditions.append(
            "(e.source_id NOT IN (SELECT value FROM json_each(?))"
            " OR e.id IN (SELECT entry_id FROM statuses WHERE bookmarked_at IS NOT NULL))"
        )
        values.append(ids_column(hidden))
    if query.search.strip():
        expression = match_expression(query.search)
        if expression is None:
            return None
        conditions.append("e.id IN (SELECT rowid FROM search WHERE search MATCH ?)")
        values.append(expression)
    return conditions, values


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


def _statement(columns: str, source: str, conditions: list[str], order: str = "") -> str:
    parts = [columns, source, "WHERE", " AND ".join(conditions), order]
    return " ".join(parts)


def _bookmark(row: tuple[Any, ...]) -> Bookmark:
    headline = _headline(row)
    saved, total = headline.images or (0, 0)
    return Bookmark(headline, moment(row[-1]), saved, total, bool(headline.complete))


def _headline(row: tuple[Any, ...]) -> Headline:
    number, title, source, source_id, url, sort_at, author, read, kept, *more = row
    words, minutes, comments_url, image_url, note, tags, position, complete, images, _ = more
    return Headline(
        id=number,
        title=title,
        source=source,
        source_id=source_id,
        url=url,
        published=moment(sort_at),
        author=author,
        read=bool(read),
        bookmarked=bool(kept),
        words=words,
        minutes=minutes,
        comments_url=comments_url,
        image_url=image_url,
        complete=None if complete is None else bool(complete),
        images=None if images is None else tuple(json.loads(images)),
        note=note,
        tags=tuple(json.loads(tags)),
        position=position / WHOLE_TEXT,
    )
