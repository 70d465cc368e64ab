"""Where the reader is, the weather there now, and the weather to come."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from newsreader.model.text import clean_line

LONGEST_NAME = 80
"""Characters of a place's name: Bangkok's in full has more, but no header has room for it."""


class Units(StrEnum):
    """How temperatures are shown; ``AUTO`` goes by the territory of the place."""

    AUTO = "auto"
    METRIC = "metric"
    IMPERIAL = "imperial"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader is.

    Attributes:
        name: as the reader writes it, never as a service calls it.
        latitude, longitude: degrees, north and east positive.
        country: ISO 3166 code of two letters, or empty.
        guessed: True when it was only guessed from the time zone.
        zone: its time zone as the tz database names it, such as "Asia/Yerevan"; empty when not known.
    """

    name: str
    latitude: float
    longitude: float
    country: str = ""
    guessed: bool = False
    zone: str = ""


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place that a search found; ``region`` tells it from its namesakes: "Shushi, Azerbaijan"."""

    place: Place
    region: str = ""

    def called(self, name: str) -> Place:
        """Return the place under the name the reader uses for it, which no service may replace."""
        return replace(self.place, name=clean_line(name, LONGEST_NAME) or self.place.name)


@dataclass(frozen=True, slots=True)
class Conditions:
    """The weather at a place at one moment; what the service did not tell is None.

    Attributes:
        temperature: degrees Celsius, whatever is shown.
        observed_at: the moment it is for; ``fetched_at`` when it was asked for; both aware UTC.
        code: WMO code of the weather (4677 as the services use it).
        source: the service's name, for the credit.
        feels_like: degrees Celsius.
        humidity: per cent.
        wind: metres a second; ``wind_from`` the degrees it comes from, 0 north, 90 east.
    """

    temperature: float
    observed_at: datetime
    fetched_at: datetime
    source: str
    code: int | None = None
    is_day: bool | None = None
    feels_like: float | None = None
    humidity: float | None = None
    wind: float | None = None
    wind_from: float | None = None


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour to come: when it begins (aware UTC), degrees Celsius, WMO code, per cent chance of rain or snow."""

    time: datetime
    temperature: float
    code: int | None = None
    chance: float | None = None
    is_day: bool | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """A day to come, as the place counts days: degrees Celsius, WMO code, per cent chance, sun in aware UTC."""

    day: date
    high: float
    low: float
    code: int | None = None
    chance: float | None = None
    sunrise: datetime | None = None
    sunset: datetime | None = None


@dataclass(frozen=True, slots=True)
class Forecast:
    """The weather to come, as much of it as the service told.

    Attributes:
        hours: the next two days, hour by hour; ``days`` the next seven or so, today first.
        offset: how far the clock of the place is ahead of UTC, or None when not known.
    """

    hours: tuple[Hour, ...] = ()
    days: tuple[Day, ...] = ()
    offset: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Weather:
    """One answer of a service: the weather now, and to come."""

    conditions: Conditions
    forecast: Forecast = field(default_factory=Forecast)
