"""The rows of headlines that are in view, the bookmarks among them, and the entry behind an address."""

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from newsreader.library.bookmarks import COMPLETE
from newsreader.library.columns import ids_column, moment
from newsreader.model import Bookmark, Headline
from newsreader.model.headline import WHOLE_TEXT

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
