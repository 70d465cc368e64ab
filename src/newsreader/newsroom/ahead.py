"""Fetching ahead what is likely to be read next: the bodies of the newest unread headlines."""

from newsreader.library import Library
from newsreader.model import HeadlineQuery, NotFoundError, View
from newsreader.newsroom.articles import Articles

PREFETCHED = 40
"""Bodies fetched ahead after a refresh: about what is read in one sitting."""


class Ahead:
    """Asks for each body once; what was not to be had is asked for again when it is opened."""

    def __init__(self, library: Library, articles: Articles) -> None:
        self._library = library
        self._articles = articles
        self._tried: set[int] = set()

    async def fetch(self) -> int:
        """Fetch what the library has not; return how many bodies were had."""
        had = 0
        for entry_id in self._library.headline_ids(HeadlineQuery(View.UNREAD, limit=PREFETCHED)):
            if entry_id not in self._tried and self._library.article(entry_id) is None:
                self._tried.add(entry_id)
                try:
                    had += (await self._articles.reading(entry_id)).stored
                except NotFoundError:  # unsubscribed meanwhile
                    continue
        return had
