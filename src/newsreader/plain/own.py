"""The reader's own commands in plain mode, by their names; what one prints is read like an article."""

from collections.abc import Awaitable, Callable, Sequence

from newsreader.config import Form, Output, OwnCommand
from newsreader.newsroom import Newsroom, Reading
from newsreader.plain.book import Book
from newsreader.plain.keeping import Deeds
from newsreader.plain.lists import Lists
from newsreader.plain.talk import Talk


class Own:
    """Runs them on the headline of a number, else on the one that is open; Ctrl+C stops one that is waited for."""

    def __init__(self, news: Newsroom, talk: Talk, lists: Lists, book: Book, own: Sequence[OwnCommand]) -> None:
        self._news = news
        self._talk = talk
        self._lists = lists
        self._book = book
        self._own = own

    @property
    def deeds(self) -> Deeds:
        """What each command of this kind does."""
        return {command.name: self._deed(command) for command in self._own}

    def _deed(self, command: OwnCommand) -> Callable[[str], Awaitable[None]]:
        async def deed(number: str) -> None:
            await self._run(command, number)

        return deed

    async def _run(self, command: OwnCommand, number: str) -> None:
        from newsreader.programs import run_own

        headline = self._lists.number(number) if number else self._book.required()[0]
        article = None if number or self._book.printed else self._book.article
        if article is None and command.input is not Form.NONE:
            article = (await self._news.reading(headline.id)).article
        self._talk.say(command.says if command.detached else f"{command.says}…")
        printed = await run_own(command, headline, article)
        if command.output is Output.ARTICLE and printed is not None:
            await self._book.close()
            self._book.show(
                Reading(headline, printed, f"What {command.name} printed; x brings the article back"), printed=True
            )
