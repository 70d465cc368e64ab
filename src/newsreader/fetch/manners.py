"""Manners: how many requests at once one host, and all hosts together, are troubled with."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from newsreader.fetch.kinds import Kind, Limits

A_HOST = 4
"""Requests at a time to one host; browsers open six."""


class Manners:
    """Hands out turns, first come first served; a host is forgotten when nobody asks it any more."""

    def __init__(self, limits: Mapping[Kind, Limits], a_host: int = A_HOST) -> None:
        self._kinds = {kind: asyncio.Semaphore(limit.at_once) for kind, limit in limits.items()}
        self._a_host = a_host
        self._hosts: dict[str, asyncio.Semaphore] = {}
        self._asking: dict[str, int] = {}

    @asynccontextmanager
    async def turn(self, kind: Kind, host: str) -> AsyncIterator[None]:
        """Wait for a turn to ask ``host`` for a ``kind``, and hold it within the block."""
        at_host = self._hosts.setdefault(host, asyncio.Semaphore(self._a_host))
        self._asking[host] = self._asking.get(host, 0) + 1
        try:
            async with at_host, self._kinds[kind]:  # in this order a slow host does not hold the others up
                yield
        finally:
            self._asking[host] -= 1
            if not self._asking[host]:
                del self._asking[host], self._hosts[host]
