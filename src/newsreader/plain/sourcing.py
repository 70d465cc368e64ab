"""The sources behind the headlines, listed, added and refreshed; and the weather."""

from newsreader.model import NotFoundError, Subscription, clean_line
from newsreader.model.counting import counted
from newsreader.newsroom import Newsroom, RefreshReport
from newsreader.plain.book import Book
from newsreader.plain.keeping import Deeds
from newsreader.plain.lists import Lists
from newsreader.plain.talk import Talk


class Sourcing:
    """Acts on sources; what is fetched is said when it is here."""

    def __init__(self, news: Newsroom, talk: Talk, lists: Lists, book: Book) -> None:
        self._news = news
        self._talk = talk
        self._lists = lists
        self._book = book

    @property
    def deeds(self) -> Deeds:
        """What each command of this kind does."""
        return {
            "add": self._add,
            "refresh": self._refresh,
            "refresh-all": self._refresh_all,
            "sources": self._sources,
            "source": self._source,
            "weather": self._weather,
        }

    async def _add(self, address: str) -> None:
        if not address:
            self._talk.say("Say what to add: a and the address of a feed or a site")
            return
        self._talk.say("Fetching…")
        added = await self._news.add(address)
        self._talk.say(f"Added {added.title}")

    async def _refresh(self, _: str) -> None:
        """Refresh the source of the article that is open, else all."""
        if self._book.headline is None:
            await self._refresh_all("")
            return
        self._talk.say("Fetching…")
        self._report(await self._news.refresh([self._book.headline.source_id], force=True))

    async def _refresh_all(self, _: str) -> None:
        self._talk.say("Fetching…")
        self._report(await self._news.refresh(force=True))
        await self._news.complete_bookmarks()

    def _report(self, report: RefreshReport) -> None:
        news = f"{counted(report.new, 'new headline')}; list says them" if report.new else "nothing new"
        if report.failed == 1:
            news += f"; a source could not be reached: {report.errors[0].error}"
        elif report.failed:
            news += f"; {report.failed} of {counted(report.feeds, 'source')} could not be reached"
        self._talk.say(news if report.feeds else "There is nothing to refresh; a and an address adds a source")

    async def _sources(self, _: str) -> None:
        sources = self._news.subscriptions(counted=True)
        self._talk.say(counted(len(sources), "source"))
        for number, source in enumerate(sources, 1):
            self._talk.tell(f"{number}. {_source_line(source)}")

    async def _source(self, name: str) -> None:
        sources = self._news.subscriptions()
        numbered = {str(number): source for number, source in enumerate(sources, 1)}
        if name.isdecimal() and name not in numbered:  # not the number that the library has for it
            raise NotFoundError(f"there is no source {name[:9]}", "", f"sources says all {len(sources)}")
        source = numbered.get(name) or self._news.sources.find(name)
        await self._book.close()
        self._lists.source(source.id, source.title)

    async def _weather(self, _: str) -> None:
        report = await self._news.masthead_desk.report()
        self._talk.say(report.text or "The place is not known; say it with the command newsreader place")


def _source_line(source: Subscription) -> str:
    said = [source.title, f"{source.unread} of {source.total} unread"]
    said += [f"in {source.folder}"] if source.folder else []
    said += [f"not reached: {source.error}"] if source.error else []
    return f"{clean_line(', '.join(said))}."
