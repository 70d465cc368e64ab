"""Keeping: a bookmark has its text at once, and then every picture, on this disk for good."""

from typing import TYPE_CHECKING

from newsreader.library import Library
from newsreader.model import (
    ArticleStatus,
    Bookmark,
    FetchError,
    NewsreaderError,
    NotFoundError,
    PictureError,
)
from newsreader.newsroom.articles import FULLER, NO_PAGE, WALL, Articles
from newsreader.newsroom.pictures import Pictures

if TYPE_CHECKING:
    from newsreader.workshop import Workshop

GONE = frozenset({400, 403, 404, 410, 451})
"""Answers after which a picture is not asked for again; any other failure is worth another try."""


class Keeper:
    """Makes bookmarks, and completes those that wait for their pictures or their full text."""

    def __init__(self, library: Library, articles: Articles, pictures: Pictures, workshop: "Workshop") -> None:
        self._library = library
        self._articles = articles
        self._pictures = pictures
        self._workshop = workshop
        self._refused: set[int] = set()  # pages that answered, but not with their article: not asked again today

    async def bookmark(self, entry_id: int) -> Bookmark:
        """Keep what is there of an article, at once; when this returns it is on disk.

        That is its full text if it was read before, else the feed's; :meth:`complete` fetches the rest.

        Raises:
            NotFoundError: there is no such headline.
            LibraryError: it could not be written; nothing is half kept.
        """
        reading = self._articles.stored(entry_id) or await self._articles.as_told(entry_id)
        await self._library.bookmark_entry(entry_id, reading.article)
        return self._kept(entry_id)

    async def complete(self, entry_id: int) -> Bookmark:
        """Fetch what a bookmark still lacks: its page, if only the feed's text was to be had, and its pictures.

        Raises:
            NotFoundError: it is not, or no longer, bookmarked.
            LibraryError: a picture could not be written.
        """
        if self._lacks_text(entry_id):
            await self._fetch_text(entry_id)
        for url in self._library.missing_images(entry_id):
            await self._keep_picture(entry_id, url)
        return self._kept(entry_id)

    async def complete_waiting(self) -> int:
        """Complete every bookmark that waits; return how many of them are whole now."""
        waiting = [
            kept.headline.id
            for kept in self._library.bookmarks()
            if not kept.complete or self._lacks_text(kept.headline.id)
        ]
        return sum([(await self.complete(entry_id)).complete for entry_id in waiting])

    def _lacks_text(self, entry_id: int) -> bool:
        article = self._library.article(entry_id)
        return (article is None or article.status is ArticleStatus.FEED) and entry_id not in self._refused

    async def _fetch_text(self, entry_id: int) -> None:
        again = await self._articles.fresh(entry_id)
        if again.stored and self._library.bookmark(entry_id):
            await self._library.bookmark_entry(entry_id, again.article)
        elif again.notice in {WALL, NO_PAGE, FULLER}:
            self._refused.add(entry_id)

    async def _keep_picture(self, entry_id: int, url: str) -> None:
        try:
            data = await self._pictures.data(None, url)
            facts = await self._workshop.inspect_picture(data)
        except PictureError as error:
            await self._library.image_failed(entry_id, url, str(error))
        except FetchError as error:
            if error.status in GONE:
                await self._library.image_failed(entry_id, url, str(error))
        except NewsreaderError:  # offline, or too slow this time: it waits for the next refresh
            return
        else:
            await self._library.add_image(entry_id, url, data, facts.suffix, facts.width, facts.height)

    def _kept(self, entry_id: int) -> Bookmark:
        kept = self._library.bookmark(entry_id)
        if kept is None:
            raise NotFoundError("this headline is not bookmarked", str(entry_id), "see: newsreader bookmarks")
        return kept
