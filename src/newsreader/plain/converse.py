"""The talk itself: a line is asked for, understood and answered, until the reader quits."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from newsreader.config import OwnCommand
from newsreader.model import NewsreaderError
from newsreader.newsroom import Newsroom
from newsreader.plain.book import Book
from newsreader.plain.going import Going
from newsreader.plain.keeping import Deeds, Keeping
from newsreader.plain.lists import Lists
from newsreader.plain.own import Own
from newsreader.plain.sourcing import Sourcing
from newsreader.plain.talk import Talk
from newsreader.plain.typed import HELP, LINES, QUIT, understood

UNKNOWN = "—"
"""What stands in the header bar for a temperature that is not known: nothing to be read aloud."""

Opening = Callable[[], Awaitable[None]]


def converse(
    news: Newsroom,
    talk: Talk,
    *,
    now: Callable[[], datetime],
    opener: Callable[[str], None],
    opening: Opening | None = None,
    own: Sequence[OwnCommand] = (),
) -> int:
    """Talk with the reader until the end; ``news`` is closed then. Return the exit code.

    The event loop runs while something is answered, and stands still while the reader types.

    Args:
        news: the newsroom.
        talk: the reader's two sides of it.
        now: gives the moment, aware, in the reader's own zone.
        opener: opens an address in the browser; called in a thread, may raise a ``NewsreaderError``.
        opening: done before anything is said.
        own: the reader's own commands.

    Raises:
        KeyboardInterrupt: Ctrl+C, where the talk cannot go on.
    """
    with asyncio.Runner() as runner:
        try:
            conversation = Conversation(news, talk, now, opener, own)
            runner.run(conversation.begin(opening))
            try:
                while _answered(runner, conversation, talk):
                    pass
            finally:  # also when the system or the terminal ends it
                runner.run(conversation.end())
        except KeyboardInterrupt:  # while it began, or ended
            talk.stopped()
            raise
        finally:
            runner.run(news.close())
    return 0


def _answered(runner: asyncio.Runner, conversation: "Conversation", talk: Talk) -> bool:
    """Ask for a line and answer it; return False when that was the last."""
    try:
        try:
            line = talk.ask(conversation.prompt)
        except EOFError:
            return False
        return runner.run(conversation.answer(line))
    except KeyboardInterrupt:
        talk.stopped()
        talk.say("Stopped; q quits")
        return True


class Conversation:
    """Answers what the reader types."""

    def __init__(
        self,
        news: Newsroom,
        talk: Talk,
        now: Callable[[], datetime],
        opener: Callable[[str], None],
        own: Sequence[OwnCommand],
    ) -> None:
        self._news = news
        self._talk = talk
        self._lists = Lists(news, talk, now)
        self._book = Book(news, talk, now)
        keeping = Keeping(news, talk, self._lists, self._book, opener)
        sourcing = Sourcing(news, talk, self._lists, self._book)
        self._own = Own(news, talk, self._lists, self._book, own).deeds
        going = Going(talk, self._lists, self._book)
        self._deeds: Deeds = {**self._own, **going.deeds, **keeping.deeds, **sourcing.deeds, HELP: self._help}

    @property
    def prompt(self) -> str:
        """The word that asks for a line: where the reader is."""
        return "Headlines: " if self._book.headline is None else "Article: "

    async def begin(self, opening: Opening | None) -> None:
        """Say what day it is and the first headlines."""
        if self._news.read_only:
            self._talk.say(self._news.read_only)
        if opening is not None:
            await self._told(opening())
        front = self._news.masthead_desk.last()
        weather = f". {front.text}" if front.text and UNKNOWN not in front.temperature else ""
        self._talk.say(f"Newsreader. {front.date_forms[0]}{weather}")
        self._lists.view("all")
        self._talk.say("Type a number to read, Enter for more, ? for help, q to quit")

    async def answer(self, line: str) -> bool:
        """Answer a line; return False when the reader quits."""
        try:
            id_, rest = understood(line, self._own)
        except NewsreaderError as error:
            self._talk.say(str(error))
            return True
        if id_ == QUIT:
            return False
        await self._told(self._deeds[id_](rest))
        return True

    async def end(self) -> None:
        """Put everything away."""
        await self._told(self._book.close())

    async def _told(self, deed: Awaitable[None]) -> None:
        """Do something; an error of ours becomes a sentence."""
        try:
            await deed
        except NewsreaderError as error:
            self._talk.say(str(error))

    async def _help(self, _: str) -> None:
        for line in LINES:
            self._talk.tell(line)
        if self._own:
            self._talk.say(f"Your own commands: {', '.join(self._own)}")
