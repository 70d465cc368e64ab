"""What the newsroom answers with: frozen values that the screen and the command line both show."""

from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from newsreader.config import KeepingSettings
from newsreader.library import Holdings
from newsreader.model import Article, Conditions, Forecast, Headline, Place, Units
from newsreader.weather import Credit


@dataclass(frozen=True, slots=True)
class Reading:
    """An article in the reader's hands.

    Attributes:
        notice: empty, or one sentence on why this is not the full text of the page.
        stored: True when the article is in the library, readable with no network.
        refused: True when the page has no more to give than this, as far as one can tell today.
        whole: True when this is what the feed carried, and its page has no more, or there is none.
        missing: True when its server answered without the page, and will hardly do otherwise soon.
    """

    headline: Headline
    article: Article
    notice: str = ""
    stored: bool = False
    refused: bool = False
    whole: bool = False
    missing: bool = False

    @property
    def minutes(self) -> int:
        """The minutes it takes to read, as they were counted when it was stored; else it is counted now."""
        counted = self.headline.minutes if self.stored else None
        return self.article.minutes if counted is None else counted


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a refresh has come: feeds asked of all to ask, new headlines and failures so far."""

    done: int
    total: int
    new: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class FeedFailure:
    """A feed that could not be refreshed; ``error`` is one sentence, without the address when it is ``url``."""

    url: str
    error: str


@dataclass(frozen=True, slots=True)
class RefreshReport:
    """What a refresh did; ``feeds`` is how many were asked, ``new`` how many headlines came."""

    feeds: int = 0
    updated: int = 0
    unchanged: int = 0
    new: int = 0
    errors: tuple[FeedFailure, ...] = ()

    @property
    def failed(self) -> int:
        """How many feeds could not be refreshed."""
        return len(self.errors)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did.

    Attributes:
        kind: whose file it was.
        feeds, feeds_known: subscribed to now, and before.
        pages, pages_changed, pages_known: that are new, that were here and are changed, and that are as they were.
        waiting: bookmarks of the file whose text is to be fetched yet.
        skipped: what was not taken, counted by the reason.
    """

    kind: str
    feeds: int = 0
    feeds_known: int = 0
    pages: int = 0
    pages_changed: int = 0
    pages_known: int = 0
    waiting: int = 0
    skipped: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Stock:
    """What the library holds, and how much and how long it may."""

    holdings: Holdings
    keeping: KeepingSettings

    @property
    def share(self) -> float | None:
        """The part of the budget that is used, 1.0 when all of it is; None without a budget."""
        return None if self.keeping.size is None else self.holdings.bytes_used / self.keeping.size

    @property
    def next_to_age(self) -> datetime | None:
        """When the next of what was read is old enough to go; None when nothing ages."""
        oldest, keep = self.holdings.oldest_read, self.keeping.keep_read
        return None if oldest is None or keep is None else oldest + keep


@dataclass(frozen=True, slots=True)
class Masthead:
    """The header bar's line.

    Attributes:
        date_forms: today's date, the longest form first.
        next_day: the midnight at which it is another date, aware.
        place: the name of the place, empty when unknown.
        temperature: as drawn, such as ``+18 °C`` or ``— °C``; empty when the place is unknown.
        stale: True when the temperature is old or unknown; ``guessed`` when the place is a guess.
        text: the whole second part, such as ``In Stepanakert: +18 °C``; empty when the place is unknown.
    """

    date_forms: tuple[str, ...]
    next_day: datetime
    place: str = ""
    temperature: str = ""
    stale: bool = False
    guessed: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class WeatherReport:
    """The weather in full: what the weather card shows and ``newsreader weather --json`` tells.

    Attributes:
        place: where, or None when it is not known.
        conditions: None when nothing recent is known; its temperature is in degrees Celsius.
        unit: the unit the reader sees, ``°C`` or ``°F``; ``units`` the system it is of, never ``AUTO``.
        stale: True when what is known is old, or nothing is.
        text: as in the header bar; empty when the place is not known.
        zone: that of the place, or None for the one of this computer.
        next_ask: when the service is asked again at the earliest, aware.
        credit: who told it, as the licence asks, with a page; empty words while nothing is known.
        failure: why the last asking came to nothing, one sentence; empty when it did not.
        places: all that can be shown, ``place`` among them.
        asking: True while the service is being asked.
    """

    place: Place | None
    conditions: Conditions | None
    unit: str
    stale: bool
    text: str
    units: Units
    forecast: Forecast
    zone: tzinfo | None
    next_ask: datetime
    credit: Credit
    failure: str = ""
    places: tuple[Place, ...] = ()
    asking: bool = False


@dataclass(frozen=True, slots=True)
class EditionSection:
    """Some headlines of an edition under their folder's name, in reading order; never empty."""

    title: str
    headlines: tuple[Headline, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """A finite, dated set of headlines to read through.

    Attributes:
        title: such as ``The edition of Thursday, 30 March, 2023``.
        day: in the reader's zone.
    """

    title: str
    day: date
    sections: tuple[EditionSection, ...]

    @property
    def headlines(self) -> tuple[Headline, ...]:
        """All of its headlines, section after section."""
        return tuple(headline for section in self.sections for headline in section.headlines)
