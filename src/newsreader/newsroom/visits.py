"""Pages that links lead to: read before they are in the library, and kept when the reader wants them."""

from collections.abc import Callable
from datetime import datetime
from urllib.parse import urldefrag

from newsreader.library import Library
from newsreader.model import Article, ArticleStatus, Bookmark, CleanError, Headline, shown_host
from newsreader.newsroom.articles import Articles
from newsreader.newsroom.bookmarks import Keeper
from newsreader.newsroom.notices import wall_notice
from newsreader.newsroom.values import Reading


class Visits:
    """Reads pages in passing. A link is a stranger's word: it opens no door into the reader's own network."""

    def __init__(self, library: Library, articles: Articles, keeper: Keeper, now: Callable[[], datetime]) -> None:
        self._library = library
        self._articles = articles
        self._keeper = keeper
        self._now = now

    def headline(self, url: str) -> Headline:
        """Return the headline whose page is at ``url``, else one that stands for a page not in the library."""
        entry_id = self._library.find_entry(url) or self._library.find_entry(urldefrag(url).url)
        found = self._library.headlines([entry_id]) if entry_id else []
        host = shown_host(url)
        return found[0] if found else Headline(0, host, host, 0, url, self._now())

    async def read(self, url: str) -> Reading:
        """Fetch and clean the page at ``url``, and keep nothing of it; a wall has a notice and no text.

        Raises:
            NewsreaderError: it cannot be fetched, or holds no article.
        """
        page = await self._articles.page(url)
        host = shown_host(url)
        headline = Headline(
            0,
            page.title or host,
            page.site or host,
            0,
            url,
            page.published or self._now(),
            author=page.byline,
            words=page.words,
            minutes=page.minutes,
        )
        return Reading(headline, page, wall_notice(page.wall) if page.status is ArticleStatus.WALL else "")

    async def keep(self, page: Article) -> Bookmark:
        """Bookmark a page as it was read; ``Newsroom.complete_bookmark`` fetches its pictures.

        Raises:
            CleanError: it shows a wall.
        """
        if page.status is ArticleStatus.WALL:
            raise CleanError(wall_notice(page.wall), page.url, "open it in the browser")
        return await self._keeper.bookmark(await self._library.store_page(page))
