"""Looking over the folder of pictures: files that are lost, hurt, or belong to nothing."""

import sqlite3
from datetime import datetime
from hashlib import file_digest
from pathlib import Path

from newsreader.library.images import ImageFolder
from newsreader.library.removal import orphans, remove_orphans
from newsreader.library.timekeeping import GRACE


def findings(connection: sqlite3.Connection, folder: ImageFolder, now: datetime) -> list[str]:
    """Return a sentence for each picture and copy that is not as it was saved, and for what belongs to nothing."""
    found = [_told(path, "picture of a bookmark") for _, path in _lost_images(connection, folder)]
    found += [_told(path, "small copy of a picture") for _, path in _lost_copies(connection, folder)]
    stray = orphans(connection, folder, folder.files_before(now - GRACE))
    half = sum(folder.is_half(path) for path in stray)
    if len(stray) > half:
        found.append(f"files in {folder.folder} that belong to no bookmark: {len(stray) - half}")
    if half:
        found.append(f"half-written files in {folder.folder}: {half}")
    return found


def mend(connection: sqlite3.Connection, folder: ImageFolder, now: datetime) -> None:
    """Note lost pictures as still to be saved, lost copies as still to be made; remove what belongs to nothing."""
    for digest, path in _lost_images(connection, folder):
        path.unlink(missing_ok=True)
        folder.small_path(digest).unlink(missing_ok=True)
        connection.execute("UPDATE article_images SET hash = NULL WHERE hash = ?", (digest,))
        connection.execute("DELETE FROM images WHERE hash = ?", (digest,))
    for digest, path in _lost_copies(connection, folder):
        path.unlink(missing_ok=True)
        connection.execute("UPDATE images SET small = NULL, small_size = 0 WHERE hash = ?", (digest,))
    remove_orphans(connection, folder, folder.files_before(now - GRACE))


def _lost_images(connection: sqlite3.Connection, folder: ImageFolder) -> list[tuple[str, Path]]:
    """Return hash and place of the images of articles whose file is not there, or not what was saved."""
    rows = connection.execute(
        "SELECT hash, suffix FROM images WHERE hash IN (SELECT hash FROM article_images) ORDER BY hash"
    ).fetchall()
    return [(digest, path) for digest, suffix in rows if _digest(path := folder.path(digest, suffix)) != digest]


def _lost_copies(connection: sqlite3.Connection, folder: ImageFolder) -> list[tuple[str, Path]]:
    """Return the hash of the image and the place of the copy, of copies that are not there, or not as saved."""
    rows = connection.execute(
        "SELECT hash, small FROM images WHERE small <> '' AND hash IN (SELECT hash FROM article_images)"
        " ORDER BY hash"
    ).fetchall()
    return [(digest, path) for digest, small in rows if _digest(path := folder.small_path(digest)) != small]


def _told(path: Path, what: str) -> str:
    return f"{path}: this {what} is {'damaged' if path.exists() else 'missing'}"


def _digest(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
