"""What the reader does to headlines: read marks, bookmarks, notes, undo; shown at once, then written."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

from textual.screen import Screen

from newsreader.model import Headline, NewsreaderError
from newsreader.model.noting import note_and_tags, note_line
from newsreader.tui.asked import News
from newsreader.tui.screens.on_disk import GROUP
from newsreader.tui.screens.telling import tell, told

LOOK_EVERY = 1.0
"""Seconds between two looks at how much of a bookmark is here, while it is being completed."""


class Marks:
    """Changes headlines: ``show`` is handed each as it is now, ``written`` is called when the disk has it.

    After an undo it is ``undone``: what had gone from the list may be back.
    """

    def __init__(
        self,
        host: Screen[Any],
        news: News,
        *,
        show: Callable[[Headline], None],
        written: Callable[[], None],
        undone: Callable[[], None],
    ) -> None:
        self._host = host
        self._news = news
        self._show = show
        self._written = written
        self._undone = undone
        self._completing: set[int] = set()

    def headlines(self, ids: Sequence[int]) -> list[Headline]:
        """Return headlines by id; a bookmark is not complete while it is asked for its page and its pictures."""
        return [
            replace(headline, complete=False) if headline.id in self._completing else headline
            for headline in self._news.headlines(ids)
        ]

    def read(self, headline: Headline, read: bool = True, *, asked: bool = True) -> None:
        """Mark a headline read or unread; what the reader did not ask for is not undone either."""
        if headline.read != read:
            self._show(replace(headline, read=read))
            self._host.run_worker(self._mark(headline, read=read, asked=asked), group=GROUP)

    def seen(self, headline: Headline) -> None:
        """Mark a headline read unasked, because it was looked at; not where nothing can be changed."""
        if not self._news.read_only:
            self.read(headline, asked=False)

    def read_all(self, ids: Sequence[int]) -> None:
        """Mark all of ``ids`` read."""
        self._host.run_worker(self._mark_all(ids), group=GROUP)

    def bookmark(self, headline: Headline) -> None:
        """Keep an article, or let it go."""
        if headline.bookmarked:
            self._show(replace(headline, bookmarked=False, complete=None, images=None))
            self._host.run_worker(self._let_go(headline), group=GROUP)
        else:
            self._show(replace(headline, bookmarked=True, complete=False))
            self._host.run_worker(self._keep(headline), group=GROUP)

    def annotate(self, headline: Headline, line: str) -> None:
        """Give an article the note and the tags of a line; what was not kept yet is kept by that."""
        note, tags = note_and_tags(line, headline.note)
        if line.strip() != note_line(headline.note, headline.tags):
            complete = headline.complete if headline.bookmarked else False
            self._show(replace(headline, note=note, tags=tags, bookmarked=True, complete=complete))
            self._host.run_worker(self._annotate(headline, note, tags), group=GROUP)

    def kept(self, headline: Headline) -> None:
        """Take in that a headline is a bookmark now: say so, and fetch the rest of it."""
        tell(self._host.app, "Kept for offline", undoes=True)
        self._written()
        self.complete(headline)

    def complete(self, headline: Headline) -> None:
        """Fetch what a bookmark lacks."""
        self._host.run_worker(self._complete(headline.id), group="keeping")

    def undo(self) -> None:
        """Undo the last change."""
        self._host.run_worker(self._undo(), group=GROUP)

    async def _mark(self, headline: Headline, *, read: bool, asked: bool) -> None:
        try:
            await self._news.mark_read((headline.id,), read, asked=asked)
        except NewsreaderError as error:
            self._failed(headline, error)
        self._written()

    async def _mark_all(self, ids: Sequence[int]) -> None:
        with told(self._host.app):
            many = await self._news.mark_read(ids, read=True)
            words = f"{many} marked read" if many else "All of these are read already"
            tell(self._host.app, words, undoes=many > 0)
        self._written()

    async def _keep(self, headline: Headline) -> None:
        try:
            await self._news.bookmark(headline.id)
        except NewsreaderError as error:
            self._failed(headline, error)
            return
        self.kept(headline)

    async def _annotate(self, headline: Headline, note: str, tags: Sequence[str]) -> None:
        try:
            await self._news.annotate(headline.id, note, tags)
        except NewsreaderError as error:
            self._failed(headline, error)
            return
        tell(self._host.app, "Noted" if headline.bookmarked else "Noted and kept", undoes=True)
        self._written()
        if not headline.bookmarked:
            self.complete(headline)

    async def _complete(self, entry_id: int) -> None:
        """Fetch the rest of a bookmark; what cannot be had now is fetched after a later refresh."""
        self._completing.add(entry_id)
        looking = self._host.set_interval(LOOK_EVERY, partial(self.look, entry_id))
        try:
            with suppress(NewsreaderError):
                await self._news.complete_bookmark(entry_id)
        finally:
            looking.stop()
            self._completing.discard(entry_id)
        self.look(entry_id)

    def look(self, entry_id: int) -> None:
        """Show how much of a bookmark is here."""
        for headline in self.headlines([entry_id]):
            self._show(headline)

    async def _let_go(self, headline: Headline) -> None:
        try:
            await self._news.unbookmark(headline.id)
        except NewsreaderError as error:
            self._failed(headline, error)
            return
        tell(self._host.app, "No longer kept", undoes=True)
        self._written()

    async def _undo(self) -> None:
        with told(self._host.app):
            words = await self._news.undo()
            tell(self._host.app, words or "Nothing to undo")
        self._written()
        self._undone()

    def _failed(self, before: Headline, error: NewsreaderError) -> None:
        self._show(before)
        tell(self._host.app, str(error), failed=True)
