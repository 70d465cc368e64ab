"""The small copies beside kept images, from which a terminal's pictures are drawn.

``images.small`` is the SHA-256 of the copy; empty when the image needs none; NULL while it is still to be made.
"""

import sqlite3
from hashlib import sha256
from pathlib import Path

from newsreader.library.columns import sound
from newsreader.library.images import SMALL, ImageFolder


def add(connection: sqlite3.Connection, folder: ImageFolder, digest: str, small: bytes) -> None:
    """Put the copy of an image beside it, the file first, then the row; empty bytes say that it needs none.

    An image that has a copy keeps it, and one that is gone gets none.
    """
    if not connection.execute("SELECT 1 FROM images WHERE hash = ? AND small IS NULL", (digest,)).fetchone():
        return
    folder.small_path(digest).unlink(missing_ok=True)  # of a program that was killed before the row was written
    if small:
        folder.put(small, digest, SMALL)
    connection.execute(
        "UPDATE images SET small = ?, small_size = ? WHERE hash = ?",
        (sha256(small).hexdigest() if small else "", len(small), digest),
    )


def lacking(connection: sqlite3.Connection, folder: ImageFolder, most: int) -> list[tuple[str, Path]]:
    """Return hash and file of images whose copy is still to be made, ``most`` of them at most."""
    rows = connection.execute("SELECT hash, suffix FROM images WHERE small IS NULL LIMIT ?", (most,)).fetchall()
    return [(digest, folder.path(digest, suffix)) for digest, suffix in rows]


def copy_file(connection: sqlite3.Connection, folder: ImageFolder, entry_id: int, url: str) -> Path | None:
    """Return the file of a saved image's copy, or None when there is none."""
    row = connection.execute(
        "SELECT m.hash FROM article_images i JOIN images m USING (hash)"
        " WHERE i.entry_id = ? AND i.url = ? AND m.small <> ''",
        (entry_id, sound(url)),
    ).fetchone()
    path = None if row is None else folder.small_path(row[0])
    return path if path is not None and path.is_file() else None
