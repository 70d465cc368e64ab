"""The body of an answer: decompressed, and never more of it than is allowed."""

import zlib
from collections.abc import AsyncIterator, Mapping

from newsreader.model import FetchError

_EITHER = 47
"""``wbits`` of zlib for gzip and zlib streams alike, told apart by their headers."""

_GZIP = b"\x1f\x8b"
_OVERHEAD = 65_536
"""Bytes by which a packed body may be larger than what is in it."""


class Body:
    """Takes the chunks as they come off the wire; raises as soon as they cannot be a whole body any more."""

    def __init__(self, encoding: str, limit: int, where: str) -> None:
        self._limit = limit
        self._where = where
        self._room = limit
        self._wire = limit + _OVERHEAD
        self._chunks: list[bytes] = []
        self._unpack = zlib.decompressobj(_EITHER) if _is_packed(encoding, where) else None

    def add(self, chunk: bytes) -> None:
        """Take one chunk.

        Raises:
            FetchError: the body is larger than allowed, or is not in the encoding that it was said to be in.
        """
        if self._unpack is None:
            self._keep(chunk)
            return
        self._wire -= len(chunk)
        if self._wire < 0:  # packed nothings without end
            raise too_large(self._limit, self._where)
        try:
            self._unpacked(chunk)
        except zlib.error as error:
            raise FetchError("the answer is packed in a way that cannot be unpacked", self._where) from error

    def whole(self) -> bytes:
        """Return the body.

        Raises:
            FetchError: it is empty, or was cut short.
        """
        if self._unpack is not None and self._chunks and not self._unpack.eof:
            raise cut_short(self._where)
        if not self._chunks:
            raise FetchError("the answer is empty", self._where, "try again later")
        return b"".join(self._chunks)

    def _unpacked(self, chunk: bytes) -> None:
        unpack = self._unpack
        while unpack is not None and chunk:
            if unpack.eof:  # gzip may go on with another member (RFC 1952, 2.2); anything else is padding
                if not _GZIP.startswith(chunk[:2]):
                    return
                unpack = self._unpack = zlib.decompressobj(_EITHER)
            self._keep(unpack.decompress(chunk, self._room + 1))  # one more than fits tells that it does not
            chunk = unpack.unused_data if unpack.eof else unpack.unconsumed_tail

    def _keep(self, data: bytes) -> None:
        self._room -= len(data)
        if self._room < 0:
            raise too_large(self._limit, self._where)
        if data:
            self._chunks.append(data)


async def read_body(chunks: AsyncIterator[bytes], headers: Mapping[str, str], limit: int, where: str) -> bytes:
    """Return the whole body that ``chunks`` bring, ``limit`` bytes at most.

    Raises:
        FetchError: it is empty, too large, cut short or packed in a way that was not asked for.
    """
    length = headers.get("content-length", "")
    if length.isascii() and length.isdigit() and int(length[:20]) > limit:
        raise too_large(limit, where)
    body = Body(headers.get("content-encoding", ""), limit, where)
    async for chunk in chunks:
        body.add(chunk)
    return body.whole()


def too_large(limit: int, where: str) -> FetchError:
    """Return the error for an answer of more than ``limit`` bytes."""
    size = f"{limit / 1_000_000:g} MB" if limit >= 100_000 else f"{limit} bytes"
    return FetchError(f"the answer is larger than {size}, more than is read", where)


def cut_short(where: str) -> FetchError:
    """Return the error for an answer that ended before its end."""
    return FetchError("the answer was cut short on its way", where, "try again")


def _is_packed(encoding: str, where: str) -> bool:
    names = [name for part in encoding.lower().split(",") if (name := part.strip()) not in {"", "identity"}]
    if not names:
        return False
    if len(names) == 1 and names[0] in {"gzip", "x-gzip", "deflate"}:
        return True
    raise FetchError(f"the answer is packed as {', '.join(names)[:40]}, which was not asked for", where)
