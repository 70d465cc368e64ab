"""Keeping: a bookmark has its text at once, and then every picture, on this disk for good."""

import asyncio
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.fetch import host_of
from newsreader.library import Library
from newsreader.model import (
    Bookmark,
    DeadlineError,
    FetchError,
    NewsreaderError,
    NotFoundError,
    PictureError,
    clean_tag,
    clean_text,
)
from newsreader.newsroom.articles import Articles
from newsreader.newsroom.pictures import Pictures
from newsreader.newsroom.refusals import Refusals
from newsreader.newsroom.together import together

if TYPE_CHECKING:
    from newsreader.workshop import Workshop

GONE = frozenset({400, 403, 404, 410, 451})
"""Answers after which a picture is not asked for again; any other failure is worth another try."""

AT_ONCE = 4
"""Bookmarks, and pictures of one, that are fetched at the same time."""

COPIES = 200
"""Small copies made at a time: a few seconds' work for a library that has none."""

SLOW = 10.0
"""Seconds after which a failure is the host's: its other pictures would only make everybody wait as long."""


class Keeper:
    """Makes bookmarks, and completes those that wait for their pictures or their full text."""

    def __init__(
        self,
        library: Library,
        articles: Articles,
        pictures: Pictures,
        workshop: "Workshop",
        refusals: Refusals,
    ) -> None:
        self._library = library
        self._articles = articles
        self._pictures = pictures
        self._workshop = workshop
        self._refusals = refusals

    async def bookmark(self, entry_id: int) -> Bookmark:
        """Keep what is there of an article, at once; when this returns it is on disk.

        That is its full text if it was read before, else the feed's; :meth:`complete` fetches the rest.

        Raises:
            NotFoundError: there is no such headline.
            LibraryError: it could not be written; nothing is half kept.
        """
        reading = self._articles.stored(entry_id) or await self._articles.as_told(entry_id)
        await self._library.bookmark_entry(entry_id, reading.article)
        return self.kept(entry_id)

    async def annotate(self, entry_id: int, note: str, tags: Sequence[str]) -> Bookmark:
        """Give a bookmark a note and tags in place of its own; raises as :meth:`bookmark`, which comes first."""
        if self._library.bookmark(entry_id) is None:
            await self.bookmark(entry_id)
        await self._library.annotate(entry_id, clean_text(note).strip(), sorted({*map(clean_tag, tags)} - {""}))
        return self.kept(entry_id)

    async def complete(self, entry_id: int) -> Bookmark:
        """Fetch what a bookmark still lacks: its page, if only the feed's text was to be had, and its pictures.

        Raises:
            NotFoundError: it is not, or no longer, bookmarked.
            LibraryError: a picture could not be written.
        """
        await self._complete_text(entry_id, asked=True)
        await self._refusals.keep()
        return await self._complete_pictures(entry_id, set())

    async def complete_waiting(self) -> int:
        """Complete every bookmark that waits; return how many of them are whole now."""
        waiting = [
            kept.headline.id
            for kept in self._library.bookmarks()
            if not kept.complete or self._lacks_text(kept.headline.id)
        ]
        silent: set[str] = set()

        async def whole(entry_id: int) -> bool:
            try:
                await self._complete_text(entry_id, asked=False)
                return (await self._complete_pictures(entry_id, silent)).complete
            except NotFoundError:  # let go of meanwhile
                return False

        try:
            return sum(await together(whole, waiting, AT_ONCE))
        finally:
            await self._refusals.keep()

    async def _complete_text(self, entry_id: int, *, asked: bool) -> None:
        """Fetch the page of a bookmark that lacks its full text; a missing one the reader may ask for again."""
        if self.kept(entry_id) and self._lacks_text(entry_id):
            again = await self._articles.fresh(entry_id)  # what it has from the page is in the library then
            if again.whole:
                await self._library.settle_text(entry_id)
            elif again.refused or (again.missing and not asked):
                self._refusals.add(entry_id)

    async def _complete_pictures(self, entry_id: int, silent: set[str]) -> Bookmark:
        """Fetch the pictures of a bookmark, none from hosts that are ``silent``: they did not answer just now."""

        async def keep(url: str) -> None:
            if host_of(url) not in silent and self._library.bookmark(entry_id):
                await self._keep_picture(entry_id, url, silent)

        await together(keep, self._library.missing_images(entry_id), AT_ONCE)
        return self.kept(entry_id)

    def _lacks_text(self, entry_id: int) -> bool:
        return entry_id not in self._refusals and self._library.lacks_text(entry_id)

    async def _keep_picture(self, entry_id: int, url: str, silent: set[str]) -> None:
        began = time.monotonic()
        try:
            data = await self._pictures.data(None, url)
            facts = await self._workshop.inspect_picture(data)
            small = await self._small(data)
        except PictureError as error:
            await self._library.image_failed(entry_id, url, str(error))
        except FetchError as error:
            if error.status in GONE:
                await self._library.image_failed(entry_id, url, str(error))
            elif time.monotonic() - began > SLOW:
                silent.add(host_of(url))
        except NewsreaderError:  # offline, or too slow this time: it waits for the next refresh
            return
        else:
            await self._library.add_image(entry_id, url, data, facts.suffix, facts.width, facts.height, small=small)

    async def make_copies(self) -> None:
        """Make the small copies of pictures that were kept without, some at a time: by an older program, mostly."""

        async def copy(picture: tuple[str, Path]) -> None:
            digest, path = picture
            try:
                data = await asyncio.to_thread(path.read_bytes)
            except OSError:  # lost: newsreader doctor says so
                data = b""
            await self._library.add_copy(digest, await self._small(data))

        await together(copy, self._library.images_without_copy(COPIES), AT_ONCE)

    async def _small(self, data: bytes) -> bytes:
        try:
            return await self._workshop.shrink_picture(data)
        except (PictureError, DeadlineError):  # it is drawn as it is, if it can be
            return b""

    def kept(self, entry_id: int) -> Bookmark:
        """Return the bookmark on an entry.

        Raises:
            NotFoundError: it has none.
        """
        kept = self._library.bookmark(entry_id)
        if kept is None:
            raise NotFoundError("this headline is not bookmarked", str(entry_id), "see: newsreader bookmarks")
        return kept
