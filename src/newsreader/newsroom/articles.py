"""Opening an article: from the library at once, else its page fetched and cleaned, else what the feed carried."""

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from newsreader.fetch import Client
from newsreader.library import SAVED_PAGES, Library
from newsreader.model import (
    Article,
    ArticleStatus,
    CleanError,
    DeadlineError,
    FetchError,
    Headline,
    Image,
    NewsreaderError,
    NotFoundError,
    Wall,
    count_words,
)
from newsreader.newsroom.comparing import worse
from newsreader.newsroom.notices import FULLER, NO_PAGE, NOTHING_TOLD, beside, wall_notice
from newsreader.newsroom.pages import Pages
from newsreader.newsroom.values import Reading

if TYPE_CHECKING:
    from newsreader.workshop import Workshop

FEED_IS_FULLER = 1.5
"""When the feed's own text has this many times the words of the cleaned page, the page held text back."""
BUSY = frozenset({408, 425, 429})
"""Answers that ask for another try: RFC 9110, 15.5.9; RFC 8470, 5.2; RFC 6585, 4."""
ENOUGH_WORDS = 80
"""Feeds shorter than this are summaries, whatever the page gave."""


class Articles:
    """Readings for headlines; what was had from the page itself is kept in the library."""

    def __init__(self, library: Library, fetcher: Client, workshop: "Workshop") -> None:
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
        async with self._lock(entry_id):  # a page that is being fetched ahead is not fetched twice
            return self.stored(entry_id) or await self._from_page(self._headline(entry_id))

    async def fresh(self, entry_id: int) -> Reading:
        """Fetch the page again, whatever the library has; as :meth:`reading` otherwise."""
        return await self._from_page(self._headline(entry_id))

    async def as_cleaned(self, entry_id: int) -> Reading:
        """Return the article as its page tells it, whatever the feed carried; a wall has a notice and no text.

        Raises:
            NotFoundError: there is no such headline, or it has no page.
            NewsreaderError: the page cannot be had.
        """
        async with self._lock(entry_id):
            stored = self.stored(entry_id)
            if stored and stored.article.status is not ArticleStatus.FEED:
                return stored
            headline = self._headline(entry_id)
            if headline.url is None:
                raise NotFoundError(NO_PAGE, headline.title)
            article = _completed(await self.page(headline.url), headline)
            chosen = await self._chosen(headline, article)
            notice = wall_notice(article.wall) if article.status is ArticleStatus.WALL else ""
            return chosen if chosen.stored else Reading(headline, article, notice)

    async def as_told(self, entry_id: int) -> Reading:
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
        return Reading(headline, article, "" if blocks else NOTHING_TOLD)

    async def again(self, entry_id: int) -> Reading:
        """Fetch the page past what is stored, which it takes the place of if it is no worse.

        Raises:
            NotFoundError: there is no such headline, or it has no page.
            NewsreaderError: the page cannot be had, or has less than what is stored; that stays.
        """
        async with self._lock(entry_id):
            headline = self._headline(entry_id)
            if headline.url is None:
                raise NotFoundError(NO_PAGE, headline.title)
            article = _completed(await self.page(headline.url), headline)
            before = self._library.article(entry_id)
            if reason := worse(article, before, kept=headline.bookmarked):
                raise CleanError(f"{reason}; what was here stays")
            reading = await self._chosen(headline, article)
            if before is not None and reading.refused:
                raise CleanError(f"{FULLER}; what was here stays")
            return reading

    async def page(self, url: str) -> Article:
        """Fetch and clean any page.

        Raises:
            NewsreaderError: it cannot be fetched, or holds no article.
        """
        return await self._pages.article(url)

    async def _from_page(self, headline: Headline) -> Reading:
        if headline.url is None:
            return replace(await self._told(headline, NO_PAGE, refused=True), whole=True)
        try:
            article = _completed(await self.page(headline.url), headline)
        except NewsreaderError as error:
            told = await self._told(headline, str(error))
            return replace(told, missing=_is_lasting(error))
        return await self._chosen(headline, article)

    async def _chosen(self, headline: Headline, article: Article) -> Reading:
        """Return ``article``, had from the page and kept from now on, unless the feed's text is better."""
        if article.status is ArticleStatus.WALL:
            return await self._told(headline, wall_notice(article.wall), article.wall, refused=True)
        told = await self.as_told(headline.id)
        if self._feed_is_fuller(told.article, article):
            return replace(told, notice=beside(FULLER, told.article), refused=True, whole=True)
        if self._library.read_only:
            return Reading(headline, article)
        await self._library.store_article(headline.id, article)
        return Reading(self._headline(headline.id), article, stored=True)

    async def _told(
        self, headline: Headline, reason: str, wall: Wall | None = None, *, refused: bool = False
    ) -> Reading:
        """Return the feed's text and the ``reason`` why it is shown; of a wall with none nothing is left."""
        told = await self.as_told(headline.id)
        article = told.article
        if wall is not None and not article.blocks:
            article = replace(article, status=ArticleStatus.WALL, wall=wall)
        return replace(told, article=article, notice=beside(reason, article), refused=refused)

    def _lock(self, entry_id: int) -> asyncio.Lock:
        return self._locks.setdefault(entry_id, asyncio.Lock())

    @staticmethod
    def _feed_is_fuller(told: Article, cleaned: Article) -> bool:
        words = count_words(told.text)
        return words >= ENOUGH_WORDS and words > FEED_IS_FULLER * count_words(cleaned.text)

    def _headline(self, entry_id: int) -> Headline:
        found = self._library.headlines([entry_id])
        if not found:
            raise NotFoundError("no headline has this number", str(entry_id), "see them with: newsreader headlines")
        return found[0]


def _is_lasting(error: NewsreaderError) -> bool:
    """Tell whether a page answered, and would hardly say anything else if it was asked again soon."""
    if isinstance(error, FetchError):
        return error.status is not None and error.status < 500 and error.status not in BUSY
    return isinstance(error, CleanError | DeadlineError)


def _completed(article: Article, headline: Headline) -> Article:
    """Return ``article`` with what its page did not say, but its feed did."""
    return replace(
        article,
        title=article.title or headline.title,
        authors=article.authors or ((headline.author,) if headline.author else ()),
        site=article.site or ("" if headline.source == SAVED_PAGES else headline.source),
        published=article.published or headline.published,
    )
