"""Pictures of an article: from the library when kept, else fetched when it is shown; drawn in the workshop."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from newsreader.fetch import Client, Kind, Request
from newsreader.library import Library
from newsreader.model import Article, Canvas, NewsreaderError, Picture
from newsreader.model.picture import SMALL_SIDE

if TYPE_CHECKING:
    from newsreader.workshop import Workshop

AT_ONCE = 3
CACHE_BYTES = 32_000_000
"""Bytes of fetched pictures held in memory, so that moving back, resizing and bookmarking fetch nothing again."""


class Pictures:
    """Finds the bytes of a picture, and draws them."""

    def __init__(self, library: Library, fetcher: Client, workshop: "Workshop") -> None:
        self._library = library
        self._fetcher = fetcher
        self._workshop = workshop
        self._cache: OrderedDict[str, bytes] = OrderedDict()

    async def drawn(self, entry_id: int, article: Article, canvas: Canvas) -> AsyncIterator[tuple[str, Picture]]:
        """Yield address and picture, drawn for ``canvas``, as they come; what fails is left out."""
        gate = asyncio.Semaphore(AT_ONCE)
        wide, high = canvas.cell
        small = max(canvas.columns * wide, canvas.rows * high) <= SMALL_SIDE

        async def draw(url: str) -> tuple[str, Picture] | None:
            async with gate:
                try:
                    data = await self.data(entry_id, url, small=small)
                    return url, await self._workshop.draw_picture(data, canvas)
                except NewsreaderError:  # a picture that cannot be had leaves its caption in its place
                    return None

        tasks = [asyncio.ensure_future(draw(image.url)) for image in article.images]
        try:
            for task in asyncio.as_completed(tasks):
                if found := await task:
                    yield found
        finally:
            for pending in tasks:
                pending.cancel()

    async def data(self, entry_id: int | None, url: str, *, small: bool = False) -> bytes:
        """Return the bytes of the picture at ``url``: kept with the bookmark, still in memory, or fetched.

        With ``small``, of a kept picture its copy for terminals, where it has one.

        Raises:
            FetchError: none of the three.
        """
        kept = self._library.picture_file(entry_id, url, small=small) if entry_id is not None else None
        if kept is not None:
            return await asyncio.to_thread(kept.read_bytes)
        if url in self._cache:
            self._cache.move_to_end(url)
            return self._cache[url]
        data = (await self._fetcher.fetch(Request(url, Kind.IMAGE))).body
        self._cache[url] = data
        while sum(map(len, self._cache.values())) > CACHE_BYTES:
            self._cache.popitem(last=False)
        return data
