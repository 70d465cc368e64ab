"""The list of headlines in the reader's hands: what it lists, how far it is said, and the numbers in it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from newsreader.model import Headline, HeadlineQuery, NotFoundError, View
from newsreader.model.counting import counted
from newsreader.newsroom import Newsroom
from newsreader.plain.talk import Talk
from newsreader.plain.words import headline_line

PAGE = 10
"""Headlines said at a time: about a minute of speech."""

NAMED = {
    "all": View.ALL,
    "unread": View.UNREAD,
    "kept": View.BOOKMARKS,
    "read": View.HISTORY,
    "begun": View.CONTINUE,
}
"""The views by their words, in the order of the screen's keys 1 to 5."""

_NUMBERS: Mapping[str, str] = {str(number): name for number, name in enumerate(NAMED, 1)}
_DIGITS = 9


class Lists:
    """Lists headlines and says them; ``current`` is the headline last opened of the list."""

    def __init__(self, news: Newsroom, talk: Talk, now: Callable[[], datetime]) -> None:
        self._news = news
        self._talk = talk
        self._now = now
        self._query = HeadlineQuery()
        self._title = "All"
        self._ids: tuple[int, ...] = ()
        self._said = 0
        self._before: tuple[HeadlineQuery, str] | None = None
        self.current: int | None = None

    @property
    def ids(self) -> tuple[int, ...]:
        """The headlines of the list, by their ids."""
        return self._ids

    def view(self, name: str) -> None:
        """List a view by its word or its number.

        Raises:
            NotFoundError: there is no such view.
        """
        name = _NUMBERS.get(name, name.casefold())
        if name == "edition":
            edition = self._news.edition()
            self._list(HeadlineQuery(), edition.title, tuple(headline.id for headline in edition.headlines))
        elif name in NAMED:
            self._list(HeadlineQuery(NAMED[name]), name.capitalize())
        else:
            raise NotFoundError(f"there is no view {name or 'without a name'}", "", f"there are {', '.join(NAMED)}")

    def source(self, source_id: int, title: str) -> None:
        """List the headlines of a source."""
        self._list(HeadlineQuery(source_id=source_id), title)

    async def search(self, words: str) -> None:
        """List what matches ``words``; for none, what was listed before the search."""
        if not words:
            self.back()
            return
        before = self._before or (self._query, self._title)
        await self._news.catch_up()
        self._list(HeadlineQuery(search=words), f"Found for {words}")
        self._before = before

    def back(self) -> None:
        """List what was listed before a search, or say the list again from its start."""
        if self._before is not None:
            self._list(*self._before)
        else:
            self.again()

    def again(self) -> None:
        """Say the list from its start, with what has come since."""
        edition = self._ids if self._title.startswith("The edition") else None
        self._list(self._query, self._title, edition)

    def here(self) -> None:
        """Say the headlines around the current one, by the numbers they had."""
        at = self._ids.index(self.current) if self.current in self._ids else 0
        self._said = at - at % PAGE
        self.more()

    def more(self) -> bool:
        """Say the next headlines; return False when there are no more."""
        page = self._ids[self._said : self._said + PAGE]
        there = {headline.id: headline for headline in self._news.headlines(page)}
        for number, id_ in enumerate(page, self._said + 1):
            if id_ in there:
                self._talk.tell(headline_line(number, there[id_], self._now()))
        self._said += len(page)
        return bool(page)

    def number(self, text: str) -> Headline:
        """Return the headline of a number in the list.

        Raises:
            NotFoundError: the list has no such number, or the headline is gone.
        """
        number = int(text[:_DIGITS]) if text.isdecimal() else 0
        if not 1 <= number <= len(self._ids):
            many = f"this list has {counted(len(self._ids), 'headline')}" if self._ids else "this list is empty"
            raise NotFoundError(f"there is no headline {text[:_DIGITS]}", "", many)
        return self._headline(self._ids[number - 1])

    def beside(self, step: int, *, unread: bool = False) -> Headline | None:
        """Return the next headline of the list, or with -1 the one before; None where it ends."""
        at = self._ids.index(self.current) + step if self.current in self._ids else (0 if step > 0 else -1)
        wanted = set(self._news.headline_ids(replace(self._query, view=View.UNREAD))) if unread else None
        while 0 <= at < len(self._ids):
            if wanted is None or self._ids[at] in wanted:
                return self._headline(self._ids[at])
            at += step
        return None

    def _headline(self, id_: int) -> Headline:
        for headline in self._news.headlines([id_]):
            return headline
        raise NotFoundError("this headline is gone", "", "say the list again with list")

    def _list(self, query: HeadlineQuery, title: str, ids: tuple[int, ...] | None = None) -> None:
        self._query, self._title, self._before = query, title, None
        self._ids = self._news.headline_ids(query) if ids is None else ids
        self._said = 0
        self.current = None
        unread = sum(not headline.read for headline in self._news.headlines(self._ids)) if ids else None
        many, total = self._news.count(query) if unread is None else (unread, len(self._ids))
        self._talk.say(f"{title}: {counted(total, 'headline')}, {many} unread" if total else f"{title}: none")
        self.more()
