"""Values on their way between two processes of the house, over a socket that only they have."""

import asyncio
import pickle
import socket
from collections.abc import AsyncIterator
from typing import Any

_LENGTH = 4
"""Bytes that say how many follow."""
_AHEAD = 1 << 20
"""Bytes read ahead of what is asked for."""


class Channel:
    """One end of it. Values are pickled: both ends are trusted, whatever the values were made of."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def on(cls, end: socket.socket) -> "Channel":
        """Return the channel on one end of a socket pair, which is its own from now on."""
        return cls(*await asyncio.open_connection(sock=end, limit=_AHEAD))

    def send(self, value: Any) -> None:
        """Send a value; nobody waits for it to arrive, and nobody is told when the other end is gone."""
        data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        self._writer.write(len(data).to_bytes(_LENGTH) + data)

    async def values(self) -> AsyncIterator[Any]:
        """Yield what the other end sends, until it is gone."""
        while True:
            try:
                length = int.from_bytes(await self._reader.readexactly(_LENGTH))
                data = await self._reader.readexactly(length)
            except (asyncio.IncompleteReadError, ConnectionError):
                return
            yield pickle.loads(data)  # noqa: S301 - of our own making

    def close(self) -> None:
        """Let go of it, which the other end notices."""
        self._writer.close()
