"""What the screens ask of the newsroom; the newsroom answers to it, and so does its double in the tests."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from typing import Protocol

from newsreader.model import (
    Article,
    Bookmark,
    Canvas,
    FoundPlace,
    Headline,
    HeadlineQuery,
    Order,
    Picture,
    Place,
    Subscription,
    View,
    WeatherCard,
)
from newsreader.newsroom import Edition, Masthead, Progress, Reading, RefreshReport


class WeatherNews(Protocol):
    """What the header bar and the weather card ask; see ``newsreader.newsroom.masthead.MastheadDesk``."""

    @property
    def complaint(self) -> str:
        """What is wrong with the settings of the header bar, or an empty string."""

    def last(self) -> Masthead:
        """Return the header bar's line as last known."""

    async def current(self) -> Masthead:
        """Return the header bar's line, the temperature of now."""

    def last_card(self) -> WeatherCard:
        """Return the card as last known."""

    async def card(self) -> WeatherCard:
        """Return the card, the weather of now."""

    async def find_places(self, name: str) -> tuple[FoundPlace, ...]:
        """Return places by name."""

    async def add_place(self, place: Place) -> None:
        """Add a place, and show it."""

    async def remove_place(self) -> None:
        """Remove the place that is shown."""

    async def step_place(self, step: int) -> None:
        """Show another place."""


class Visits(Protocol):
    """Pages that links lead to; see ``newsreader.newsroom.visits.Visits``."""

    def headline(self, url: str) -> Headline:
        """Return the headline of a page, or one that stands for it."""

    async def read(self, url: str) -> Reading:
        """Read a page in passing."""

    async def keep(self, page: Article) -> Bookmark:
        """Keep a page that was read."""


class Tellings(Protocol):
    """The tellings of a story; see ``newsreader.newsroom.tellings.Tellings``."""

    async def of(self, entry_id: int) -> tuple[Headline, ...]:
        """Return the other tellings of a headline's story."""


class Habits(Protocol):
    """What the reader is used to; see ``newsreader.newsroom.habits.Habits``."""

    def list_places(self) -> Mapping[View, tuple[int, ...]]:
        """Return where in each view the reader was."""

    async def remember_list_places(self, places: Mapping[View, tuple[int, ...]]) -> None:
        """Remember where in each view the reader is."""

    def orders(self) -> Mapping[View, Order]:
        """Return the order that the reader put each view in."""

    async def remember_orders(self, chosen: Mapping[View, Order]) -> None:
        """Remember the order of each view."""

    def pane_sizes(self) -> Mapping[str, int]:
        """Return how wide the reader made panes and text."""

    async def remember_pane_sizes(self, sizes: Mapping[str, int]) -> None:
        """Remember how wide the reader made panes and text."""

    def is_new(self) -> bool:
        """Tell whether the reader is here for the first time."""

    async def welcomed(self) -> None:
        """Remember that the reader was welcomed."""


class News(Protocol):
    """The part of the newsroom that the screens call; see ``newsreader.newsroom.Newsroom`` for what each does."""

    @property
    def read_only(self) -> str:
        """Why nothing can be changed; empty when it can."""

    @property
    def masthead_desk(self) -> WeatherNews:
        """The date, the place and its weather."""

    @property
    def visits(self) -> Visits:
        """Pages that links lead to."""

    @property
    def tellings(self) -> Tellings:
        """The tellings of a story."""

    @property
    def habits(self) -> Habits:
        """What the reader is used to."""

    def headline_ids(self, query: HeadlineQuery) -> tuple[int, ...]:
        """Return the ids of a query's headlines, in list order."""

    def headlines(self, ids: Sequence[int]) -> list[Headline]:
        """Return headlines by id, gone ones left out."""

    def count(self, query: HeadlineQuery) -> tuple[int, int]:
        """Return how many are unread, and how many there are."""

    def edition(self) -> Edition:
        """Return today's edition."""

    def subscriptions(self, *, counted: bool = False) -> list[Subscription]:
        """Return all subscriptions, ``counted`` with their counts."""

    def stored_reading(self, entry_id: int) -> Reading | None:
        """Return an article of the library, at once."""

    async def reading(self, entry_id: int) -> Reading:
        """Return an article, fetched if need be."""

    async def feed_reading(self, entry_id: int) -> Reading:
        """Return an article as the feed told it."""

    async def page_reading(self, entry_id: int) -> Reading:
        """Return an article as its page tells it."""

    async def fetch_again(self, entry_id: int) -> Reading:
        """Return an article as its page tells it now."""

    def pictures(self, entry_id: int, article: Article, canvas: Canvas) -> AsyncIterator[tuple[str, Picture]]:
        """Yield an article's pictures as they come."""

    async def prefetch(self) -> int:
        """Fetch ahead what is likely to be read."""

    async def mark_read(self, ids: Sequence[int], read: bool = True, *, asked: bool = True) -> int:
        """Mark headlines read or unread; return how many changed. Undo passes over what the reader did not ask."""

    async def bookmark(self, entry_id: int) -> Bookmark:
        """Keep an article's text."""

    async def complete_bookmark(self, entry_id: int) -> Bookmark:
        """Fetch what a bookmark lacks."""

    async def catch_up(self) -> None:
        """Wait until a search finds everything there is."""

    async def complete_bookmarks(self) -> int:
        """Fetch what all bookmarks lack."""

    async def unbookmark(self, entry_id: int) -> None:
        """Let a bookmark go."""

    async def annotate(self, entry_id: int, note: str, tags: Sequence[str]) -> Bookmark:
        """Give a bookmark a note and tags; what was not kept is kept first."""

    async def remember_position(self, entry_id: int, share: float) -> None:
        """Remember where the reading of an article was left."""

    async def undo(self) -> str | None:
        """Undo the reader's last change; return what it was."""

    async def add(self, address: str, folder: str = "") -> Subscription:
        """Subscribe."""

    async def remove(self, source_id: int) -> None:
        """Unsubscribe."""

    async def change_source(self, source_id: int, *, title: str | None = None, folder: str | None = None) -> None:
        """Give a source another title or folder."""

    async def refresh(
        self,
        source_ids: Sequence[int] | None = None,
        *,
        force: bool = False,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> RefreshReport:
        """Ask feeds for news."""
