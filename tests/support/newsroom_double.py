"""A newsroom in memory, which answers at once and remembers what it was asked."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from newsreader.model import (
    Article,
    ArticleStatus,
    Bookmark,
    Canvas,
    Headline,
    HeadlineQuery,
    NotFoundError,
    Order,
    Paragraph,
    Picture,
    Span,
    Subscription,
    View,
    shown_host,
    web_address,
)
from newsreader.newsroom import Edition, EditionSection, FeedFailure, Progress, Reading, RefreshReport
from support.habits_double import HabitsDouble
from support.weather_double import WeatherDouble

YEREVAN = timezone(timedelta(hours=4))
NOON = datetime(2023, 3, 30, 10, 52, tzinfo=YEREVAN)
SOURCE = Subscription(1, "https://post.example/feed", "The Harbour Post", checked_at=NOON.astimezone(UTC))


def headline(id_: int, title: str = "", **changes: Any) -> Headline:
    """Return a headline, ``id_`` hours old."""
    made = Headline(
        id_,
        title or f"Headline number {id_}",
        "The Harbour Post",
        1,
        f"https://post.example/{id_}",
        NOON.astimezone(UTC) - timedelta(hours=id_),
        minutes=6,
    )
    return replace(made, **changes)


def article(of: Headline, *texts: str) -> Article:
    """Return an article of paragraphs."""
    paragraphs = tuple(Paragraph((Span(text),)) for text in texts or (f"The text of {of.title}.",))
    return Article(of.url or "", of.title, paragraphs, published=of.published)


class VisitsDouble:
    """Pages of the web in a dictionary, by address."""

    def __init__(self, newsroom: "NewsroomDouble") -> None:
        self._newsroom = newsroom
        self.pages: dict[str, Article] = {}

    def headline(self, url: str) -> Headline:
        known = (one for one in self._newsroom.by_id.values() if one.url == url)
        return next(known, Headline(0, shown_host(url), shown_host(url), 0, url, NOON))

    async def read(self, url: str) -> Reading:
        await self._newsroom.asked_for("visit", url)
        if url not in self.pages:
            raise NotFoundError("there is no such page", url)
        return Reading(replace(self.headline(url), title=self.pages[url].title), self.pages[url])

    async def keep(self, page: Article) -> Bookmark:
        kept = headline(900, page.title, url=page.url, source="Saved pages", source_id=9)
        self._newsroom.by_id[kept.id] = kept
        self._newsroom.order.append(kept.id)
        self._newsroom.articles[kept.id] = page
        return await self._newsroom.bookmark(kept.id)


class TellingsDouble:
    """Stories as lists of the ids of their tellings."""

    def __init__(self, newsroom: "NewsroomDouble") -> None:
        self._newsroom = newsroom
        self.stories: list[list[int]] = []

    async def of(self, entry_id: int) -> tuple[Headline, ...]:
        ids = next((story for story in self.stories if entry_id in story), [])
        return tuple(self._newsroom.headlines([id_ for id_ in ids if id_ != entry_id]))


class NewsroomDouble:
    """Headlines, articles and marks in dictionaries.

    Attributes:
        gate: an article that is not stored waits for this before it comes.
        drawing: pictures wait for this before they come.
        completing: a bookmark waits for this before it is complete.
        failure: raised by whatever is asked next to write or fetch, once.
        coming: headlines that the next refresh brings.
        unindexed: those that a search finds only after it was waited for.
        chosen: of each section of the edition its headlines.
    """

    def __init__(self, headlines: Sequence[Headline] = (), articles: Sequence[tuple[int, Article]] = ()) -> None:
        self.by_id = {headline.id: headline for headline in headlines}
        self.order = [headline.id for headline in headlines]
        self.articles = dict(articles)
        self.remote: dict[int, Article] = {}
        self.visits = VisitsDouble(self)
        self.tellings = TellingsDouble(self)
        self.habits = HabitsDouble()
        self.drawn: dict[str, Picture] = {}
        self.coming: list[Headline] = []
        self.chosen: dict[str, list[int]] = {}
        self.sources = [SOURCE]
        self.failure: Exception | None = None
        self.unindexed: set[int] = set()
        self.read_only = ""
        self.gate = asyncio.Event()
        self.gate.set()
        self.drawing = asyncio.Event()
        self.drawing.set()
        self.completing = asyncio.Event()
        self.completing.set()
        self.read_at: list[int] = []
        self.left_at: list[int] = []
        self.asked: list[tuple[str, object]] = []
        self.masthead_desk = WeatherDouble("Stepanakert")
        self.undone: list[tuple[str, Callable[[], None]]] = []

    def headline_ids(self, query: HeadlineQuery) -> tuple[int, ...]:
        if query.view is View.HISTORY:
            return tuple(reversed(self.read_at))
        if query.view is View.CONTINUE:
            return tuple(id_ for id_ in reversed(self.left_at) if self.by_id[id_].position)
        known = set(self.order) - (self.unindexed if query.search else set())
        found = [id_ for id_ in self.order if id_ in known and self._matches(self.by_id[id_], query)]
        if query.order is Order.OLDEST:
            found.reverse()
        elif query.order is not Order.NEWEST:
            found.sort(key=lambda id_: _place(self.by_id[id_], query.order))
        return tuple(found)[: query.limit]

    def headlines(self, ids: Sequence[int]) -> list[Headline]:
        return [self.by_id[id_] for id_ in ids if id_ in self.by_id]

    def count(self, query: HeadlineQuery) -> tuple[int, int]:
        ids = self.headline_ids(query)
        return sum(not self.by_id[id_].read for id_ in ids), len(ids)

    def edition(self) -> Edition:
        sections = ((name, self.headlines(ids)) for name, ids in self.chosen.items())
        return Edition(
            "The edition of Thursday, 30 March, 2023",
            NOON.date(),
            tuple(EditionSection(name, tuple(found)) for name, found in sections if found),
        )

    def subscriptions(self, *, counted: bool = False) -> list[Subscription]:
        return self.sources

    def stored_reading(self, entry_id: int) -> Reading | None:
        found = self.articles.get(entry_id)
        return Reading(self._headline(entry_id), found, stored=True) if found else None

    async def reading(self, entry_id: int) -> Reading:
        await self.asked_for("reading", entry_id)
        of = self._headline(entry_id)
        self.articles.setdefault(entry_id, self.remote.get(entry_id) or article(of))
        return Reading(of, self.articles[entry_id], stored=True)

    async def asked_for(self, what: str, which: object) -> None:
        """Note what is asked for, wait for the gate, and fail if that is what is to come."""
        self.asked.append((what, which))
        await self.gate.wait()
        self._fail()

    async def fetch_again(self, entry_id: int) -> Reading:
        await self.asked_for("again", entry_id)
        self.articles[entry_id] = self.remote.get(entry_id) or self.articles[entry_id]
        return Reading(self._headline(entry_id), self.articles[entry_id], stored=True)

    async def feed_reading(self, entry_id: int) -> Reading:
        self._fail()
        of = self._headline(entry_id)
        told = replace(article(of, "As the feed told it."), status=ArticleStatus.FEED)
        return Reading(of, told)

    async def page_reading(self, entry_id: int) -> Reading:
        return await self.reading(entry_id)

    async def pictures(self, entry_id: int, article: Article, canvas: Canvas) -> AsyncIterator[tuple[str, Picture]]:
        self.asked.append(("pictures", (entry_id, canvas.columns, canvas.rows)))
        await self.drawing.wait()
        for image in article.images:
            if image.url in self.drawn:
                await asyncio.sleep(0)
                yield image.url, self.drawn[image.url]

    async def prefetch(self) -> int:
        return 0

    async def mark_read(self, ids: Sequence[int], read: bool = True, *, asked: bool = True) -> int:
        self._fail()
        changed = [id_ for id_ in ids if self.by_id[id_].read != read]
        self._set(changed, read=read)
        self.read_at = [id_ for id_ in self.read_at if id_ not in changed] + (changed if read else [])
        word = "read" if read else "unread"
        if asked:
            self.undone.append((f"{len(changed)} marked {word}", lambda: self._set(changed, read=not read)))
        return len(changed)

    async def bookmark(self, entry_id: int) -> Bookmark:
        self._fail()
        self._set([entry_id], bookmarked=True, complete=False)
        self.undone.append(("kept", lambda: self._set([entry_id], bookmarked=False, complete=None)))
        return self._kept(entry_id)

    async def complete_bookmark(self, entry_id: int) -> Bookmark:
        if not self._headline(entry_id).bookmarked:
            raise NotFoundError("this headline is not bookmarked", str(entry_id))
        await self.completing.wait()
        self._set([entry_id], complete=True)
        return self._kept(entry_id)

    async def catch_up(self) -> None:
        self.unindexed = set()

    async def complete_bookmarks(self) -> int:
        return 0

    async def unbookmark(self, entry_id: int) -> None:
        self._fail()
        self._set([entry_id], bookmarked=False, complete=None)
        self.undone.append(("let go", lambda: self._set([entry_id], bookmarked=True, complete=True)))

    async def annotate(self, entry_id: int, note: str, tags: Sequence[str]) -> Bookmark:
        self._fail()
        before = self._headline(entry_id)
        if not before.bookmarked:
            await self.bookmark(entry_id)
        self._set([entry_id], note=note, tags=tuple(sorted(tags)))
        self.undone.append(("noted", lambda: self._set([entry_id], note=before.note, tags=before.tags)))
        return self._kept(entry_id)

    async def remember_position(self, entry_id: int, share: float) -> None:
        self._fail()
        self.asked.append(("position", entry_id))
        self._set([entry_id], position=round(share, 6))
        self.left_at = [id_ for id_ in self.left_at if id_ != entry_id] + [entry_id]

    async def undo(self) -> str | None:
        if not self.undone:
            return None
        words, take_back = self.undone.pop()
        take_back()
        return words

    async def add(self, address: str, folder: str = "") -> Subscription:
        await self.gate.wait()
        self._fail()
        url = web_address(address if "://" in address else f"https://{address}")
        if url is None:
            raise NotFoundError("this is not an address", address)
        added = Subscription(len(self.sources) + 1, url, "A new source", folder=folder)
        sources, order = self.sources, self.order
        self.sources = [*self.sources, added]
        self._bring([replace(one, source_id=added.id) for one in self.coming])
        self.undone.append(("Subscription taken back", lambda: self._put_back(sources, order)))
        return added

    async def remove(self, source_id: int) -> None:
        self._fail()
        sources, order = self.sources, self.order
        self.sources = [source for source in sources if source.id != source_id]
        self.order = [id_ for id_ in order if self.by_id[id_].source_id != source_id]
        self.undone.append(("Subscribed again", lambda: self._put_back(sources, order)))

    def _put_back(self, sources: list[Subscription], order: list[int]) -> None:
        self.sources, self.order = sources, order

    async def change_source(self, source_id: int, *, title: str | None = None, folder: str | None = None) -> None:
        self._fail()
        assert title is not None
        assert folder is not None
        changed = replace(next(one for one in self.sources if one.id == source_id), title=title, folder=folder)
        self.sources = [changed if one.id == source_id else one for one in self.sources]
        self._set([id_ for id_, one in self.by_id.items() if one.source_id == source_id], source=title)

    async def refresh(
        self,
        source_ids: Sequence[int] | None = None,
        *,
        force: bool = False,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> RefreshReport:
        self.asked.append(("refresh", (source_ids, force)))
        if on_progress:
            on_progress(Progress(0, 40))
        await self.gate.wait()
        self._fail()
        news = self.coming
        self._bring(news)
        if on_progress:
            on_progress(Progress(40, 40, len(news)))
        return RefreshReport(40, 1 if news else 0, 39, len(news), ())

    def _bring(self, news: Sequence[Headline]) -> None:
        self.coming = []
        self.by_id |= {one.id: one for one in news}
        self.order = [one.id for one in news] + self.order

    def _matches(self, one: Headline, query: HeadlineQuery) -> bool:
        if query.source_id not in {None, one.source_id}:
            return False
        inside = {source.id for source in self.sources if source.folder == query.folder}
        if query.folder is not None and one.source_id not in inside:
            return False
        wanted = {View.ALL: True, View.UNREAD: not one.read, View.BOOKMARKS: one.bookmarked}
        text = one.title + (self.articles[one.id].text if one.id in self.articles else "")
        if query.source_id not in {None, one.source_id}:
            return False
        return wanted[query.view] and query.search.rstrip("*").casefold() in text.casefold()

    def _headline(self, entry_id: int) -> Headline:
        if entry_id not in self.by_id:
            raise NotFoundError("no headline has this number", str(entry_id))
        return self.by_id[entry_id]

    def _kept(self, entry_id: int) -> Bookmark:
        of = self._headline(entry_id)
        return Bookmark(of, NOON.astimezone(UTC), 0, 0, complete=bool(of.complete))

    def _set(self, ids: Sequence[int], **changes: Any) -> None:
        for id_ in ids:
            self.by_id[id_] = replace(self.by_id[id_], **changes)

    def _fail(self) -> None:
        if self.failure is not None:
            failure, self.failure = self.failure, None
            raise failure


def _place(one: Headline, order: Order) -> tuple[str, int]:
    if order is Order.SOURCE:
        return one.source, 0
    return "", -(one.words or 0) if order is Order.LONGEST else one.words or 0


def failures(*sentences: str) -> tuple[FeedFailure, ...]:
    """Return failures of feeds, one for each sentence."""
    return tuple(FeedFailure("https://post.example/feed", sentence) for sentence in sentences)
