"""Looking after the library: whether it may be changed, how it is, what it holds, and copies of it."""

import asyncio
from pathlib import Path

from newsreader.config import Settings
from newsreader.library import Library
from newsreader.model import LibraryError
from newsreader.newsroom.values import Stock


class Upkeep:
    """The part of the newsroom that is about the library itself."""

    def __init__(self, settings: Settings, library: Library) -> None:
        self._settings = settings
        self._library = library

    @property
    def read_only(self) -> str:
        """Why nothing can be changed, in one sentence; empty when it can. What is done unasked is not done then."""
        return self._library.read_only

    def require_writable(self) -> None:
        """See that something can be changed, before the network is asked for what could not be kept.

        Raises:
            LibraryError: it can only be read.
        """
        if self.read_only:
            raise LibraryError(self.read_only)

    async def catch_up(self) -> None:
        """Wait until a search finds everything there is; by itself it waits for nothing."""
        await self._library.catch_up()

    async def back_up(self, copy: Path | None = None) -> Path:
        """Write a copy of the library without its images to a file, by default beside it; return where it is."""
        return await self._library.back_up(copy)

    async def check_library(self, *, repair: bool = False) -> list[str]:
        """Return a sentence for each thing that is wrong with the library, mended as far as it can be if asked."""
        return await self._library.examine(repair=repair)

    async def stock(self) -> Stock:
        """Return what the library holds, and how much it may."""
        return Stock(await asyncio.to_thread(self._library.holdings), self._settings.keeping)
