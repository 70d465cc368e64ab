"""Opening an article: from the library at once, else its page fetched and cleaned, else what the feed carried."""

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from newsreader.fetch import Fetcher
from newsreader.library import Library
from newsreader.model import (
    Article,
    ArticleStatus,
    Headline,
    Image,
    NewsreaderError,
    NotFoundError,
    count_words,
)
from newsreader.newsroom.pages import Pages
from newsreader.newsroom.values import Reading

if TYPE_CHECKING:
    from newsreader.workshop import Workshop

FEED_IS_FULLER = 1.5
"""When the feed's own text has this many times the words of the cleaned page, the page held text back."""
ENOUGH_WORDS = 80
"""Feeds shorter than this are summaries, whatever the page gave."""

WALL = "The page shows a wall instead of its article; this is what the feed carried"
NO_PAGE = "The feed names no page for this headline; this is what it carried"
FULLER = "The page holds text back; this is what the feed carried"


class Articles:
    """Readings for headlines; what was had from the page itself is kept in the library."""

    def __init__(self, library: Library, fetcher: Fetcher, workshop: "Workshop") -> None:
        self._library = library
        self._pages = Pages(fetcher, workshop)
        self._workshop = workshop
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    def stored(self, entry_id: int) -> Reading | None:
        """Return the reading that needs no network, or None when the article is not in the library.

        Raises:
            NotFoundError: there is no such headline.
        """
        headline = self._headline(entry_id)
        article = self._library.article(entry_id)
        return Reading(headline, article, stored=True) if article else None

    async def reading(self, entry_id: int) -> Reading:
        """Return the article behind a headline; when its page cannot be had, the feed's text with a notice.

        Raises:
            NotFoundError: there is no such headline.
        """
        lock = self._locks.setdefault(entry_id, asyncio.Lock())
        async with lock:  # a page that is being fetched ahead is not fetched twice
            return self.stored(entry_id) or await self._from_page(self._headline(entry_id))

    async def fresh(self, entry_id: int) -> Reading:
        """Fetch the page again, whatever the library has; as :meth:`reading` otherwise."""
        return await self._from_page(self._headline(entry_id))

    async def as_told(self, entry_id: int, notice: str = "") -> Reading:
        """Return the article as the feed told it.

        Raises:
            NotFoundError: there is no such headline.
        """
        headline = self._headline(entry_id)
        text = self._library.entry_content(entry_id)
        blocks = await self._workshop.clean_fragment(text.html, text.base_url) if text else ()
        article = Article(
            url=headline.url or "",
            title=headline.title,
            blocks=blocks,
            authors=(headline.author,) if headline.author else (),
            site=headline.source,
            published=headline.published,
            lead_image=Image(headline.image_url) if headline.image_url else None,
            status=ArticleStatus.FEED,
        )
        return Reading(headline, article, notice)

    async def page(self, url: str) -> Article:
        """Fetch and clean any page.

        Raises:
            NewsreaderError: it cannot be fetched, or holds no article.
        """
        return await self._pages.article(url)

    async def _from_page(self, headline: Headline) -> Reading:
        if headline.url is None:
            return await self.as_told(headline.id, NO_PAGE)
        try:
            article = _completed(await self.page(headline.url), headline)
        except NewsreaderError as error:
            return await self.as_told(headline.id, str(error))
        told = await self.as_told(headline.id)
        if article.status is ArticleStatus.WALL:
            return Reading(headline, told.article, WALL)
        if self._feed_is_fuller(told.article, article):
            return Reading(headline, told.article, FULLER)
        await self._library.store_article(headline.id, article)
        return Reading(self._headline(headline.id), article, stored=True)

    @staticmethod
    def _feed_is_fuller(told: Article, cleaned: Article) -> bool:
        words = count_words(told.text)
        return words >= ENOUGH_WORDS and words > FEED_IS_FULLER * count_words(cleaned.text)

    def _headline(self, entry_id: int) -> Headline:
        found = self._library.headlines([entry_id])
        if not found:
            raise NotFoundError("no headline has this number", str(entry_id), "see them with: newsreader headlines")
        return found[0]


def _completed(article: Article, headline: Headline) -> Article:
    """Return ``article`` with what its page did not say, but its feed did."""
    return replace(
        article,
        title=article.title or headline.title,
        authors=article.authors or ((headline.author,) if headline.author else ()),
        site=article.site or headline.source,
        published=article.published or headline.published,
    )
