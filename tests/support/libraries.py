"""Libraries for tests: a clock that is told the time, and feeds to put on the shelves."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from newsreader.library import FeedCheck, Library, Swept
from newsreader.model import ParsedEntry, ParsedFeed

NOON = datetime(2023, 3, 30, 12, 0, tzinfo=UTC)
CHECK = FeedCheck(checked_at=NOON, next_check=NOON + timedelta(hours=1), etag='"1"')


@dataclass
class Clock:
    """A clock that stands still until it is told to go on."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, time: timedelta) -> None:
        """Let ``time`` pass."""
        self.now += time


def entry(
    guid: str, *, hours_ago: float | None = None, title: str = "", content: str = "", url: str | None = None
) -> ParsedEntry:
    """Return an entry that was published so many hours before noon."""
    published = None if hours_ago is None else NOON - timedelta(hours=hours_ago)
    address = url or f"https://paper.example/{guid}"
    return ParsedEntry(guid, title or f"Title {guid}", address, published=published, content=content)


def feed(*entries: ParsedEntry, title: str = "The Paper") -> ParsedFeed:
    """Return a feed with these entries."""
    return ParsedFeed(title, entries, site_url="https://paper.example/")


async def sweep_daily(
    library: Library, clock: Clock, days: int, keep_read: timedelta | None = None, size: int | None = None
) -> Swept:
    """Sweep now and on each of the ``days`` that follow, and return all that was removed."""
    swept = [await library.sweep(keep_read=keep_read, size=size)]
    for _ in range(days):
        clock.pass_by(timedelta(days=1))
        swept.append(await library.sweep(keep_read=keep_read, size=size))
    return Swept(sum(one.headlines for one in swept), sum(one.files for one in swept))
