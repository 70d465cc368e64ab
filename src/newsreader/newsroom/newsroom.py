"""The newsroom: every use case in one place, for the screen and the command line alike."""

from collections.abc import AsyncIterator, Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from newsreader.config import Settings
from newsreader.fetch import Client
from newsreader.library import Library
from newsreader.model import (
    Article,
    Bookmark,
    Canvas,
    Headline,
    HeadlineQuery,
    Picture,
    Subscription,
)
from newsreader.model.headline import WHOLE_TEXT
from newsreader.newsroom.ahead import Ahead
from newsreader.newsroom.articles import Articles
from newsreader.newsroom.bookmarks import Keeper
from newsreader.newsroom.edition import todays_edition
from newsreader.newsroom.exporting import Exports
from newsreader.newsroom.habits import Habits
from newsreader.newsroom.importing import Importer
from newsreader.newsroom.masthead import MastheadDesk
from newsreader.newsroom.means import Means
from newsreader.newsroom.pictures import Pictures
from newsreader.newsroom.refreshing import OnProgress, Refresher
from newsreader.newsroom.refusals import Refusals
from newsreader.newsroom.sources import Sources
from newsreader.newsroom.tellings import Tellings
from newsreader.newsroom.upkeep import Upkeep
from newsreader.newsroom.values import Edition, Reading, RefreshReport
from newsreader.newsroom.visits import Visits

if TYPE_CHECKING:
    from newsreader.workshop import Workshop


class Newsroom(Upkeep):
    """Decides; library, fetcher, workshop and weather obey.

    Reads answer at once from the library. What is a coroutine may wait for the network or the disk; a change
    of the reader's is on disk when it returns. Every failure that comes from outside is a ``NewsreaderError``.
    """

    def __init__(
        self,
        settings: Settings,
        library: Library,
        fetcher: Client,
        workshop: "Workshop",
        *,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(settings, library)
        self._fetcher = fetcher
        self._workshop = workshop
        means = Means(library, fetcher, workshop, settings.refresh.every, now)
        self._articles = Articles(library, fetcher, workshop)
        self._ahead = Ahead(library, self._articles)
        self._pictures = Pictures(library, fetcher, workshop)
        self._keeper = Keeper(library, self._articles, self._pictures, workshop, Refusals(library, now))
        self.visits = Visits(library, self._articles, self._keeper, now)
        self.tellings = Tellings(library)
        self.habits = Habits(library, now)
        self._refresher = Refresher(means)
        self.sources = Sources(means)
        self.importer = Importer(means)
        self.exports = Exports(library, self._articles, workshop, now, settings.reading.language)
        self.masthead_desk = MastheadDesk(settings, library, fetcher, now=now)
        self._now = now

    async def close(self) -> None:
        """Let go of connections, child processes and the library."""
        self._workshop.close()
        await self._fetcher.close()
        self._library.close()

    # Headlines and subscriptions

    def headline_ids(self, query: HeadlineQuery) -> tuple[int, ...]:
        """Return the ids of all headlines of a query, in list order; a search finds what is indexed by now."""
        return self._library.headline_ids(query, patience=0)

    def headlines(self, ids: Sequence[int]) -> list[Headline]:
        """Return the headlines with these ids, in the order asked; ids that are gone are left out."""
        return self._library.headlines(ids)

    def count(self, query: HeadlineQuery) -> tuple[int, int]:
        """Return how many headlines of a query are unread, and how many there are."""
        return self._library.count(query, patience=0)

    def subscriptions(self, *, counted: bool = False) -> list[Subscription]:
        """Return all subscriptions, by folder and title; ``counted`` with their counts, which takes longer."""
        return self._library.subscriptions(counted=counted)

    def bookmarks(self) -> list[Bookmark]:
        """Return all bookmarks, the last saved first."""
        return self._library.bookmarks()

    def edition(self) -> Edition:
        """Return today's edition: what to read through, by section, with an end."""
        return todays_edition(self._library, self._now().astimezone(), self._settings.reading.language)

    # Reading

    def stored_reading(self, entry_id: int) -> Reading | None:
        """Return the article if it is in the library, else None; no network, no waiting."""
        return self._articles.stored(entry_id)

    async def reading(self, entry_id: int) -> Reading:
        """Return the article: stored, else fetched and cleaned, else what the feed carried, with a notice."""
        return await self._articles.reading(entry_id)

    async def feed_reading(self, entry_id: int) -> Reading:
        """Return the article as the feed told it."""
        return await self._articles.as_told(entry_id)

    async def page_reading(self, entry_id: int) -> Reading:
        """Return the article as its page tells it, also when that is less than what the feed carried."""
        return await self._articles.as_cleaned(entry_id)

    async def fetch_again(self, entry_id: int) -> Reading:
        """Return the article as its page tells it now; what the library has stays unless that is as good."""
        return await self._articles.again(entry_id)

    async def page(self, url: str) -> Article:
        """Fetch and clean a page the reader named, without keeping it."""
        self._fetcher.trust(url)
        return await self._articles.page(url)

    async def saved_page(self, data: bytes, url: str) -> Article:
        """Clean a page that was saved as a file; ``url`` is where it came from, to resolve its links."""
        return await self._workshop.clean_page(data, url, None)

    def pictures(self, entry_id: int, article: Article, canvas: Canvas) -> AsyncIterator[tuple[str, Picture]]:
        """Yield the article's pictures with their addresses as they come, each drawn for ``canvas``."""
        return self._pictures.drawn(entry_id, article, canvas)

    async def prefetch(self) -> int:
        """Fetch ahead the bodies of the newest unread headlines; return how many were had."""
        if not self._settings.refresh.prefetch or self.read_only:
            return 0
        return await self._ahead.fetch()

    # What the reader does

    async def mark_read(self, ids: Sequence[int], read: bool = True, *, asked: bool = True) -> int:
        """Mark headlines read or unread; return how many changed. Undo passes over what the reader did not ask."""
        return await self._library.mark_read(ids, read, asked=asked)

    async def bookmark(self, entry_id: int) -> Bookmark:
        """Keep an article: what is there of it at once; :meth:`complete_bookmark` fetches the rest."""
        return await self._keeper.bookmark(entry_id)

    async def complete_bookmark(self, entry_id: int) -> Bookmark:
        """Fetch what a bookmark still lacks of text and pictures."""
        return await self._keeper.complete(entry_id)

    async def complete_bookmarks(self) -> int:
        """Sweep out what was let go or is old, then fetch what bookmarks lack; return how many are whole now."""
        if self.read_only:
            return 0
        keeping = self._settings.keeping
        await self._library.sweep(keep_read=keeping.keep_read, size=keeping.size)
        whole = await self._keeper.complete_waiting()
        await self._keeper.make_copies()
        return whole

    async def unbookmark(self, entry_id: int) -> None:
        """Let go of a bookmark; until a later sweep, undo brings all of it back."""
        await self._library.unbookmark(entry_id)

    async def annotate(self, entry_id: int, note: str, tags: Sequence[str]) -> Bookmark:
        """Give a bookmark a note and tags in place of those it has; what was not kept yet is kept first."""
        return await self._keeper.annotate(entry_id, note, tags)

    async def remember_position(self, entry_id: int, share: float) -> None:
        """Remember where the reading of an article was left, as the share of its text before it; 0 when done."""
        if not self.read_only:
            await self._library.remember_position(entry_id, round(share * WHOLE_TEXT))

    async def save(self, url: str) -> Bookmark:
        """Bookmark any page, with its pictures; a headline of the library when one has this address.

        Raises:
            NewsreaderError: it cannot be fetched, holds no article, or shows a wall.
        """
        self.require_writable()
        entry_id = self._library.find_entry(url)
        if entry_id is None:
            entry_id = (await self.visits.keep(await self.page(url))).headline.id
            await self.sources.remember_typed(url)
        else:
            await self._keeper.bookmark(entry_id)
        return await self._keeper.complete(entry_id)

    async def undo(self) -> str | None:
        """Undo the last change of the reader's; return what it was in a few words, or None when there is none."""
        return await self._library.undo()

    # Sources

    async def change_source(self, source_id: int, *, title: str | None = None, folder: str | None = None) -> None:
        """Call a source otherwise, or put it into another folder; undo takes it back."""
        await self.sources.change(source_id, title=title, folder=folder)

    async def add(self, address: str, folder: str = "") -> Subscription:
        """Subscribe to a feed, or to the feed of a site."""
        self.require_writable()
        return await self.sources.add(address, folder)

    async def remove(self, source_id: int) -> None:
        """Unsubscribe; bookmarks stay."""
        await self.sources.remove(source_id)

    async def refresh(
        self,
        source_ids: Sequence[int] | None = None,
        *,
        force: bool = False,
        on_progress: OnProgress | None = None,
    ) -> RefreshReport:
        """Ask the feeds that are due; with ``source_ids`` those, with ``force`` all, due or not."""
        self.require_writable()
        if source_ids is not None:
            wanted = [sub for sub in self._library.subscriptions() if sub.id in set(source_ids)]
        elif force:
            wanted = self._library.subscriptions()
        else:
            wanted = self._library.due(self._now())
        return await self._refresher.refresh(filter(self.sources.is_served, wanted), on_progress)

    async def show_edition(self, feed_url: str, title: str) -> None:
        """Subscribe to the built-in edition at the address it is served on this time, and read its feed."""
        edition = await self.sources.place_edition(feed_url, title)
        await self._refresher.refresh([edition])

    async def show_demo(self, feed_url: str, title: str) -> None:
        """Have the built-in edition among all other sources, at the address it is served on this time."""
        demo = await self.sources.place_demo(feed_url, title)
        await self._refresher.refresh([demo])
