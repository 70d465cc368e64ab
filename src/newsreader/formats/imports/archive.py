"""A zip archive as a few files by name: nothing is ever unpacked to the disk, and nothing grows without end."""

import io
import zlib
from zipfile import BadZipFile, ZipFile

from newsreader.model import FormatError

MOST = 128_000_000
"""Bytes at most of all files together, unpacked: what a child can hold of them, as text, within its memory."""

_MOST_FILES = 200_000
_BROKEN = (BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError)
"""What zipfile raises for archives that are cut short, damaged, encrypted, or packed in a way it does not know."""


class Archive:
    """Reads an archive; the names of its files are nothing but names.

    Raises:
        FormatError: it is damaged, or cut short.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = ZipFile(io.BytesIO(data))
            self._names = {one.filename: one for one in self._zip.infolist()[:_MOST_FILES]}
        except _BROKEN as error:
            raise FormatError("this zip archive is damaged or cut short", advice="export it again") from error
        self._room = MOST

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its files, in their order."""
        return tuple(self._names)

    def read(self, name: str) -> bytes:
        """Return the bytes of the file ``name``; none when there is no such file.

        Raises:
            FormatError: it is damaged, or all that was read together is too large.
        """
        member = self._names.get(name)
        if member is None:
            return b""
        try:
            with self._zip.open(member) as file:
                data = file.read(self._room + 1)
        except _BROKEN as error:
            raise FormatError(f"{name[:80]!r} in this zip archive is damaged or locked") from error
        self._room -= len(data)
        if self._room < 0:
            raise FormatError(f"this zip archive unpacks to more than {MOST // 1_000_000} MB, more than is read")
        return data
