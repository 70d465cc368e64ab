"""Where the reader is, and the weather there."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


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
    """

    name: str
    latitude: float
    longitude: float
    country: str = ""
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Conditions:
    """The weather at a place at one moment.

    Attributes:
        temperature: degrees Celsius, whatever is shown.
        observed_at: the moment it is for; ``fetched_at`` when it was asked for; both aware UTC.
        code: WMO code of the weather (4677 as the services use it), or None.
        is_day: None when not known.
        source: the service's name, for the credit.
    """

    temperature: float
    observed_at: datetime
    fetched_at: datetime
    source: str
    code: int | None = None
    is_day: bool | None = None
