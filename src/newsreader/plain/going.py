"""Going about: from headline to headline, down the article, from list to list, and back."""

from collections.abc import Awaitable, Callable

from newsreader.model import Headline
from newsreader.plain.book import Book
from newsreader.plain.keeping import Deeds
from newsreader.plain.lists import NAMED, Lists
from newsreader.plain.talk import Talk
from newsreader.plain.typed import GO_ON, OPEN, SEARCH, VIEW


class Going:
    """Answers what changes the list or the article in hand, not what is in them."""

    def __init__(self, talk: Talk, lists: Lists, book: Book) -> None:
        self._talk = talk
        self._lists = lists
        self._book = book

    @property
    def deeds(self) -> Deeds:
        """What each command of this kind does."""
        return {
            GO_ON: self._on,
            OPEN: self._open,
            SEARCH: self._search,
            VIEW: self._view,
            "list": self._again,
            "back": self._back,
            "next": lambda _: self._beside(1, unread=True),
            "previous": lambda _: self._beside(-1, unread=True),
            "forward": lambda _: self._beside(1),
            "backward": lambda _: self._beside(-1),
            "top": self._top,
            "other": lambda _: self._book.other(),
            "edition": lambda _: self._view("edition"),
            **{name: self._named(name) for name in NAMED},
        }

    def _named(self, name: str) -> Callable[[str], Awaitable[None]]:
        return lambda _: self._view(name)

    async def _open(self, number: str) -> None:
        await self._read(self._lists.number(number))

    async def _read(self, headline: Headline) -> None:
        self._lists.current = headline.id
        await self._book.open(headline)

    async def _on(self, _: str) -> None:
        """Go on in the article, after its end to the next unread, or down the list."""
        if self._book.headline is None:
            if not self._lists.more():
                self._talk.say("That was all of the list")
        elif self._book.is_at_end:
            await self._beside(1, unread=True)
        else:
            self._book.on()

    async def _beside(self, step: int, *, unread: bool = False) -> None:
        headline = self._lists.beside(step, unread=unread)
        if headline is not None:
            await self._read(headline)
        else:
            word = "unread headline" if unread else "headline"
            self._talk.say(f"There is no {word} {'after' if step > 0 else 'before'} this")

    async def _top(self, _: str) -> None:
        self._book.required()
        self._book.top()

    async def _view(self, name: str) -> None:
        await self._book.close()
        self._lists.view(name)

    async def _search(self, words: str) -> None:
        await self._book.close()
        await self._lists.search(words)

    async def _back(self, _: str) -> None:
        """Leave the article for the list; from the list, leave a search."""
        if self._book.headline is None:
            self._lists.back()
        else:
            await self._book.close()
            self._lists.here()

    async def _again(self, _: str) -> None:
        await self._book.close()
        self._lists.again()
