"""Bookmarks: the images an article promises, which of them are on disk, and which never will be."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from newsreader.library import copies
from newsreader.library.columns import fitting, ids_column, sound, to_column
from newsreader.library.images import ImageFolder, sound_suffix
from newsreader.model import Article

COMPLETE = (
    "(EXISTS (SELECT 1 FROM articles a WHERE a.entry_id = e.id AND (a.status <> 'feed' OR a.settled))"
    " AND NOT EXISTS (SELECT 1 FROM article_images i WHERE i.entry_id = e.id AND i.hash IS NULL))"
)
"""SQL over ``entries e``: the text and every image of the article are on disk."""


def list_images(connection: sqlite3.Connection, entry_id: int, article: Article) -> None:
    """Note the images that belong to a bookmarked article; those that are on disk already stay so."""
    wanted = [sound(image.url) for image in article.images]
    for place, url in enumerate(wanted):
        connection.execute(
            "INSERT INTO article_images (entry_id, url, place) VALUES (?, ?, ?)"
            " ON CONFLICT (entry_id, url) DO UPDATE SET place = excluded.place, released_at = NULL",
            (entry_id, url, place),
        )
    known = connection.execute("SELECT url FROM article_images WHERE entry_id = ?", (entry_id,)).fetchall()
    connection.executemany(
        "DELETE FROM article_images WHERE entry_id = ? AND url = ?",
        [(entry_id, url) for (url,) in known if url not in wanted],
    )


def add_image(
    connection: sqlite3.Connection,
    folder: ImageFolder,
    entry_id: int,
    url: str,
    data: bytes,
    suffix: str,
    size: tuple[int | None, int | None],
    small: bytes | None,
    now: datetime,
) -> None:
    """Save an image of a bookmarked article: the files first, then the rows; ``small`` is its copy, see ``copies``.

    The files are written inside the transaction, so that no other process can sweep it away in between.
    """
    digest = sha256(data).hexdigest()
    known = connection.execute("SELECT suffix FROM images WHERE hash = ?", (digest,)).fetchone()
    suffix = known[0] if known else sound_suffix(suffix)
    folder.put(data, digest, suffix)
    sides = (None if side is None else fitting(side) for side in size)
    connection.execute(
        "INSERT OR IGNORE INTO images (hash, suffix, size, width, height, saved_at) VALUES (?, ?, ?, ?, ?, ?)",
        (digest, suffix, len(data), *sides, to_column(now)),
    )
    if small is not None:
        copies.add(connection, folder, digest, small)
    connection.execute(
        "INSERT INTO article_images (entry_id, url, place, hash, released_at) VALUES (?1, ?2, 0, ?3,"
        " iif(EXISTS (SELECT 1 FROM statuses WHERE entry_id = ?1 AND bookmarked_at IS NOT NULL), NULL, ?4))"
        " ON CONFLICT (entry_id, url) DO UPDATE SET hash = excluded.hash, error = ''",
        (entry_id, sound(url), digest, to_column(now)),
    )


def image_failed(connection: sqlite3.Connection, entry_id: int, url: str, error: str) -> None:
    """Note that an image can never be had."""
    connection.execute(
        "UPDATE article_images SET error = ? WHERE entry_id = ? AND url = ? AND hash IS NULL",
        (sound(error) or "gone", entry_id, sound(url)),
    )


def release_images(connection: sqlite3.Connection, ids: Iterable[int], now: datetime) -> None:
    """Let go of the images of those of ``ids`` that are not bookmarked now, and hold those of the others again."""
    connection.execute(
        "UPDATE article_images SET released_at = CASE WHEN EXISTS (SELECT 1 FROM statuses s"
        " WHERE s.entry_id = article_images.entry_id AND s.bookmarked_at IS NOT NULL)"
        " THEN NULL ELSE coalesce(released_at, ?) END WHERE entry_id IN (SELECT value FROM json_each(?))",
        (to_column(now), ids_column(ids)),
    )


def missing_images(connection: sqlite3.Connection, entry_id: int) -> tuple[str, ...]:
    """Return the addresses of images that are promised, not on disk, and not known to be gone."""
    rows = connection.execute(
        "SELECT i.url FROM article_images i JOIN statuses s USING (entry_id)"
        " WHERE i.entry_id = ? AND s.bookmarked_at IS NOT NULL AND i.hash IS NULL AND i.error = ''"
        " ORDER BY i.place",
        (entry_id,),
    )
    return tuple(url for (url,) in rows)


def picture_file(connection: sqlite3.Connection, folder: ImageFolder, entry_id: int, url: str) -> Path | None:
    """Return the file of a saved image, or None when it is not on disk."""
    row = connection.execute(
        "SELECT m.hash, m.suffix FROM article_images i JOIN images m USING (hash)"
        " WHERE i.entry_id = ? AND i.url = ?",
        (entry_id, sound(url)),
    ).fetchone()
    if row is None:
        return None
    path = folder.path(*row)
    return path if path.is_file() else None
