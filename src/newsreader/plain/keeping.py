"""What the reader does to a headline: keeps it, writes about it, marks it, opens its page, takes a change back."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from newsreader.model import Headline, NotFoundError
from newsreader.model.counting import counted
from newsreader.model.noting import note_and_tags, note_line
from newsreader.newsroom import Newsroom
from newsreader.plain.book import Book
from newsreader.plain.lists import Lists
from newsreader.plain.talk import Talk

Deeds = Mapping[str, Callable[[str], Awaitable[None]]]
"""What is done for a command by its id, given what stands after it."""


class Keeping:
    """Acts on the headline of a number, else on the one that is open."""

    def __init__(self, news: Newsroom, talk: Talk, lists: Lists, book: Book, opener: Callable[[str], None]) -> None:
        self._news = news
        self._talk = talk
        self._lists = lists
        self._book = book
        self._opener = opener

    @property
    def deeds(self) -> Deeds:
        """What each command of this kind does."""
        return {
            "keep": self._keep,
            "note": self._note,
            "mark": self._mark,
            "mark-all": self._mark_all,
            "undo": self._undo,
            "browser": self._browser,
            "links": self._links,
        }

    def _meant(self, number: str) -> Headline:
        """Return the headline that is meant, as it is now."""
        if number:
            return self._lists.number(number)
        for headline in self._news.headlines([self._book.required()[0].id]):
            return headline
        raise NotFoundError("this headline is gone")

    async def _keep(self, number: str) -> None:
        headline = self._meant(number)
        if headline.bookmarked:
            await self._news.unbookmark(headline.id)
            self._talk.say("No longer kept; u takes that back")
            return
        await self._news.bookmark(headline.id)
        self._talk.say("Keeping…")
        kept = await self._news.complete_bookmark(headline.id)
        missing = kept.images_total - kept.images_saved
        pictures = f" with {counted(kept.images_saved, 'picture')}" if kept.images_saved else ""
        rest = f"; {counted(missing, 'picture')} could not be had yet" if missing else ""
        self._talk.say(f"Kept{pictures}{rest}")

    async def _note(self, words: str) -> None:
        headline = self._meant("")
        if not words:
            written = note_line(headline.note, headline.tags)
            self._talk.say(f"Your note: {written}" if written else "There is no note; l and some words write one")
            return
        await self._news.annotate(headline.id, *note_and_tags(words, headline.note))
        self._talk.say("Noted" if headline.bookmarked else "Noted and kept")

    async def _mark(self, number: str) -> None:
        headline = self._meant(number)
        await self._news.mark_read([headline.id], not headline.read)
        self._talk.say("Unread" if headline.read else "Read")

    async def _mark_all(self, _: str) -> None:
        many = await self._news.mark_read(self._lists.ids)
        words = f"{counted(many, 'headline')} marked read; u takes that back"
        self._talk.say(words if many else "All of these are read already")

    async def _undo(self, _: str) -> None:
        self._talk.say(await self._news.undo() or "There is nothing to undo")

    async def _browser(self, number: str) -> None:
        headline = self._meant(number)
        if headline.url is None:
            raise NotFoundError("this headline has no page")
        await self._open(headline.url)

    async def _links(self, number: str) -> None:
        if number:
            await self._open(self._book.link(number))
        else:
            self._book.toggle_links()

    async def _open(self, address: str) -> None:
        await asyncio.to_thread(self._opener, address)
        self._talk.say("Opened in the browser")
