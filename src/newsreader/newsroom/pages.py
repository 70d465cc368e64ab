"""A page on the web to its article: fetched, cleaned, its further parts joined on, a fuller version preferred."""

from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.fetch import Client, Kind, Request
from newsreader.model import Article, ArticleStatus, NewsreaderError

if TYPE_CHECKING:
    from newsreader.clean import CleanedPage
    from newsreader.workshop import Workshop

PARTS = 12
"""Parts of one article that are followed at most."""

ALTERNATES = 2
"""Other versions of a poor page that are tried."""

FULLER = 1.2
"""How many times the words of the page another version must have to be taken instead."""


class Pages:
    """Reads articles off the web."""

    def __init__(self, fetcher: Client, workshop: "Workshop") -> None:
        self._fetcher = fetcher
        self._workshop = workshop

    async def article(self, url: str) -> Article:
        """Return the article at ``url``, whole as far as its pages give it.

        Raises:
            NewsreaderError: it cannot be fetched, or holds no article.
        """
        page = await self._read(url)
        article = await self._joined(page)
        for alternate in page.alternates[:ALTERNATES]:
            if article.status is ArticleStatus.FULL:
                break
            article = await self._fuller(article, alternate)
        return article

    async def _joined(self, page: "CleanedPage") -> Article:
        """Return the article with all its parts; one that cannot be had, or too many, leaves it a partial one."""
        first = article = page.article
        if first.status is ArticleStatus.WALL:
            return first
        for part in range(2, PARTS + 1):
            if page.next_part is None:
                return _whole(article, first)
            try:
                page = await self._read(page.next_part, first.url, part)
            except NewsreaderError:
                break
            if page.article.status is ArticleStatus.WALL:
                break
            longer = page.joined_to(article)
            if longer == article:  # the site shows one page under every number
                return article
            article = longer
        return replace(article, status=ArticleStatus.PARTIAL)

    async def _fuller(self, article: Article, alternate: str) -> Article:
        """Return the other version of the page at ``alternate`` if there is more in it, else ``article``."""
        try:
            other = await self._joined(await self._read(alternate))
        except NewsreaderError:
            return article
        better = other.status is not ArticleStatus.WALL and other.words > FULLER * article.words
        return replace(other, url=article.url) if better else article

    async def _read(self, url: str, first: str = "", part: int = 1) -> "CleanedPage":
        response = await self._fetcher.fetch(Request(url, Kind.PAGE))
        return await self._workshop.read_page(response.body, response.url, response.content_type, first, part)


def _whole(article: Article, first: Article) -> Article:
    """Return ``article``, read to its end, which is no part when only its ``first`` part fell short."""
    fell_short = first.status is ArticleStatus.PARTIAL
    return (
        replace(article, status=ArticleStatus.FULL) if fell_short and article.words >= 2 * first.words else article
    )
