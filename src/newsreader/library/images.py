"""The folder of images: each file is named by the SHA-256 of its bytes, and is there whole or not at all."""

import os
import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from newsreader.library.syncing import sync_folder

SMALL = "small.jpg"
"""What follows the hash in the name of an image's small copy."""

_HALF = ".half"
_NOT_IN_A_SUFFIX = re.compile(r"[^a-z0-9]")


class ImageFolder:
    """Files under ``images/ab/<hash>.<suffix>``, ab the first two digits of the hash, and small copies beside."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, digest: str, suffix: str) -> Path:
        """Return where the image with this hash belongs."""
        return self.folder / digest[:2] / f"{digest}.{suffix}"

    def small_path(self, digest: str) -> Path:
        """Return where the copy of a terminal's size of the image with this hash belongs."""
        return self.path(digest, SMALL)

    def has(self, digest: str, suffix: str, size: int) -> bool:
        """Return whether an image is on disk with all of its bytes."""
        path = self.path(digest, suffix)
        return path.is_file() and path.stat().st_size == size

    def is_half(self, path: Path) -> bool:
        """Return whether a file is one that was never finished."""
        return path.suffix == _HALF

    def files_before(self, moment: datetime) -> list[Path]:
        """Return the files, finished or half-written, that were last written before ``moment``."""
        found = self.folder.glob("[0-9a-f][0-9a-f]/*") if self.folder.is_dir() else ()
        old: list[Path] = []
        for path in found:
            with suppress(FileNotFoundError):  # another program was faster
                if path.is_file() and path.stat().st_mtime < moment.timestamp():
                    old.append(path)
        return old

    def put(self, data: bytes, digest: str, suffix: str) -> None:
        """Write an image to disk under its hash.

        It is written beside its place, synced, and only then renamed; nothing half-written stays when that fails.

        Raises:
            OSError: the disk says no.
        """
        path = self.path(digest, suffix)
        if self.has(digest, suffix, len(data)):
            return
        for folder in (self.folder, path.parent):
            folder.mkdir(mode=0o700, exist_ok=True)
        half = path.with_name(f".{digest}.{os.getpid()}{_HALF}")
        try:
            with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            half.replace(path)
        finally:
            with suppress(FileNotFoundError):
                half.unlink()
        for place in (path.parent, self.folder):  # a new folder's own name as well
            sync_folder(place)


def sound_suffix(suffix: str) -> str:
    """Return ``suffix`` as a file may end: small letters and digits, without a dot."""
    return _NOT_IN_A_SUFFIX.sub("", suffix.lower())[:8] or "image"
