"""The article beside the list: stored ones at once, others when they come, pictures after the text."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

from textual.screen import Screen

from newsreader.model import Article, ArticleStatus, Headline, NewsreaderError
from newsreader.newsroom import Reading
from newsreader.tui.asked import News
from newsreader.tui.key_words import named
from newsreader.tui.options import Options
from newsreader.tui.screens.anew import work_anew
from newsreader.tui.screens.composing import composed, with_marks
from newsreader.tui.screens.heads import article_head, waiting_head
from newsreader.tui.screens.illustrating import Illustrator
from newsreader.tui.screens.languages import Languages
from newsreader.tui.screens.positions import Positions
from newsreader.tui.screens.telling import tell, told
from newsreader.tui.widgets.article_view import ArticleView
from newsreader.tui.widgets.title_block import TitleBlock

RESTED = 0.15
"""Seconds the cursor rests on a headline before its page is asked for."""
LONG = 0.5
"""Seconds after which it is said that an article is being fetched: most come before, and nothing flashes."""
SETTLED = 0.25
"""Seconds an article is looked at before the next one is asked for."""

OnShown = Callable[[Headline], None]


class Reader:
    """Opens headlines into the article pane of ``host``; ``on_shown`` is told when an article stands there."""

    def __init__(
        self,
        host: Screen[Any],
        news: News,
        view: ArticleView,
        options: Options,
        keymap: Mapping[str, str],
        positions: Positions,
        *,
        on_shown: OnShown,
    ) -> None:
        self._host = host
        self._news = news
        self._view = view
        self._now = options.now
        self._keymap = keymap
        self._languages = Languages(host, view, options.typesetter)
        self._positions = positions
        self._on_shown = on_shown
        self.pictures = Illustrator(host, news, view, options)
        self.headline: Headline | None = None
        self.article: Article | None = None
        self.on_leaving: Callable[[], None] = lambda: None  # called before another article is opened
        self._notice = ""
        self._minutes = 0  # that it takes to read what is shown
        self._printed = False  # a program of the reader's made what is shown
        self._page: Reading | None = None  # in whose place that stands
        self._at: float | None = None

    @property
    def reading(self) -> Reading | None:
        """What is shown, or stands behind what a program made of it; None while it is on its way."""
        if self.headline is None or self.article is None:
            return None
        if self._printed:
            return self._page and replace(self._page, headline=self.headline)
        return Reading(self.headline, self.article, self._notice)

    def open(self, headline: Headline, *, at: float | None = None, reading: Reading | None = None) -> None:
        """Show a headline's article, or its head until it is here.

        It is shown from where it was left, or from ``at``, a share of its text; ``reading`` is what is known of it
        when it is not in the library.
        """
        if self._is_open(headline):
            return
        self.on_leaving()
        self._positions.leave()
        self.headline, self.article, self._at = headline, None, at
        self.pictures.leave()
        self._host.workers.cancel_group(self._host, "article")
        with told(self._host.app):
            if known := (headline.in_library and self._news.stored_reading(headline.id)) or reading:
                self._show(known)
            else:
                self._view.show(waiting_head(headline, self._now(), long=False), ())
                self._host.set_timer(LONG, partial(self.still_waiting, headline))
                self._ask(headline, *((self._news.reading, RESTED) if headline.in_library else (self.visit, 0.0)))

    def still_waiting(self, headline: Headline) -> None:
        """Say that an article is being fetched, if it still is."""
        if self._is_open(headline) and self.article is None:
            self._view.change_head(waiting_head(headline, self._now(), long=True))

    def close(self, *words: str) -> None:
        """Show no article but a few words."""
        self._positions.leave()
        self.headline = self.article = None
        self.pictures.leave()
        self._host.workers.cancel_group(self._host, "article")
        self._view.say(*words)

    def changed(self, headline: Headline) -> None:
        """Show the head anew when the headline that is open changed; all of it when its page has come by that."""
        if self.headline is None or self.headline.id != headline.id:
            return
        completed = headline.complete and self.headline.complete is False
        self.headline = headline
        if self.article is not None:
            self._view.change_head(self._head(headline, self.article))
            if completed and self.article.status is ArticleStatus.FEED:
                self._show_page(headline.id)

    def _show_page(self, entry_id: int) -> None:
        with told(self._host.app):
            stored = self._news.stored_reading(entry_id)
            if stored is not None and stored.article.status is not ArticleStatus.FEED:
                self._show(stored)

    def become(self, passing: Headline, headline: Headline) -> None:
        """Show a page that was read in passing as the headline it is now, if it is still shown."""
        if self._is_open(passing) and self.article is not None:
            self.headline = headline
            self._positions.begin(headline, self._minutes)
            self._view.change_head(self._head(headline, self.article))

    def ask_again(self, ask: Callable[[int], Awaitable[Reading]]) -> None:
        """Ask anew for what is shown; it stands there until the answer comes."""
        if self.headline is not None:
            self._ask(self.headline, ask, 0.0)

    def other_text(self) -> None:
        """Show the article as the feed told it or, where that stands, its page; a program's text goes."""
        if self._printed and (page := self.reading):
            self._show(page)
        elif self.headline is not None and self.headline.in_library and self.article is not None:
            from_feed = self._printed or self.article.status is ArticleStatus.FEED
            self._ask(self.headline, self._news.page_reading if from_feed else self._news.feed_reading, 0.0)

    def show_printed(self, headline: Headline, printed: Article, notice: str) -> None:
        """Show what a program of the reader's made of an article, in its place, if that is still open."""
        if self._is_open(headline):
            page = self.reading
            self._show(Reading(headline, printed, notice))
            self._printed, self._page = True, page

    def toggle_images(self) -> bool:
        """Show pictures, or their captions only; return whether they are shown now."""
        shown = self.pictures.toggle()
        if self.headline is not None and self.article is not None:
            head = self._head(self.headline, self.article)
            self.pictures.begin(self.headline.id, self.article)
            self._view.show(head, composed(self.article, self._view.size.height, self._keymap), self._view.share)
            self.pictures.bring()
        return shown

    def fetch_ahead(self, headline: Headline | None) -> None:
        """Fetch the article that will likely be read next."""
        if headline is not None:  # to look whether it is here already would take as long as to open it
            self._host.run_worker(self._fetch_ahead(headline.id, self.headline), group="ahead")

    async def _fetch_ahead(self, entry_id: int, beside: Headline | None) -> None:
        await asyncio.sleep(SETTLED)
        if beside is not None and self._is_open(beside):
            with suppress(NewsreaderError):  # it is told when the article is opened
                await self._news.reading(entry_id)

    def _ask(self, headline: Headline, ask: Callable[[int], Awaitable[Reading]], rest: float) -> None:
        work_anew(self._host, partial(self._load, headline, ask, rest), "article")

    async def _load(self, headline: Headline, ask: Callable[[int], Awaitable[Reading]], rest: float) -> None:
        await asyncio.sleep(rest)
        try:
            reading = await ask(headline.id)
        except NewsreaderError as error:
            tell(self._host.app, str(error), failed=True)
            if self._is_open(headline) and self.article is None:
                self._say_failed(headline)
        else:
            if self._is_open(headline):
                self._show(reading)

    async def visit(self, entry_id: int) -> Reading:
        """Read the page in passing that is open; ``entry_id`` is nothing."""
        del entry_id
        return await self._news.visits.read((self.headline and self.headline.url) or "")

    def _say_failed(self, headline: Headline) -> None:
        if headline.in_library:
            self.headline = None  # so that it can be tried again
            self._view.say(
                "This article cannot be shown.",
                named("Press {link.follow} to try again, {browser.open} to open its page.", self._keymap),
            )
        else:
            self._view.say(
                "This page cannot be shown here.",
                named("Press {browser.open} to open it in the browser, {back} to go back.", self._keymap),
            )

    def _head(self, headline: Headline, article: Article) -> TitleBlock:
        return article_head(headline, article, self._minutes, self._notice, self._now(), self._keymap)

    def _is_open(self, headline: Headline) -> bool:
        return self.headline is not None and self.headline.is_same(headline)

    def _show(self, reading: Reading) -> None:
        self._positions.note()
        self._printed, self._page = False, None
        headline = reading.headline
        if self.headline is not None:  # what the reader just did may not be on disk yet
            headline = with_marks(headline, self.headline)
        known = self._positions.of(headline) if self._at is None else self._at
        share, self._at = (self._view.share if self.article is not None else known), None
        self.headline, self.article, self._notice = headline, reading.article, reading.notice
        self._minutes = reading.minutes
        head = self._head(headline, reading.article)
        self._languages.set_in(reading.article.language)
        self.pictures.begin(headline.id, reading.article)
        self._view.show(head, composed(reading.article, self._view.size.height, self._keymap), share)
        self._positions.begin(headline, self._minutes)
        self.pictures.bring()
        self._on_shown(headline)
