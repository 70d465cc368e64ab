"""The settings as one frozen value; its defaults are the program's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from newsreader.model import Place, Units

NARROWEST, WIDEST = 40, 120
"""Columns of text: below 40 words break too often, beyond 120 no eye finds the next line."""


class Images(StrEnum):
    """How pictures are drawn; ``AUTO`` is the best way this terminal knows."""

    AUTO = "auto"
    HALF_BLOCK = "half-block"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class WeatherSettings:
    """Units of the temperature, and where the weather is asked for (Open-Meteo can be self-hosted)."""

    units: Units = Units.AUTO
    forecast_url: str = "https://api.open-meteo.com/v1/forecast"
    geocoding_url: str = "https://geocoding-api.open-meteo.com/v1/search"
    fallback_url: str = "https://api.met.no/weatherapi/locationforecast/2.0/compact"


@dataclass(frozen=True, slots=True)
class RefreshSettings:
    """How often a feed is asked, and whether bodies of unread headlines are fetched in idle time."""

    every: timedelta = timedelta(hours=1)
    prefetch: bool = True


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """How articles are shown.

    Attributes:
        language: of dates in the header; "en" is the one there is.
        width: columns of the text, 40 to 120.
        theme: "auto", "night", "day", or the name of another theme.
        images: how pictures are drawn.
        motion: whether anything on the screen moves by itself: the cursor blinks, cards slide in.
    """

    language: str = "en"
    width: int = 72
    theme: str = "auto"
    images: Images = Images.AUTO
    motion: bool = True


@dataclass(frozen=True, slots=True)
class KeepingSettings:
    """How long what was read is kept, and how large the library may grow: the section ``[library]``.

    Attributes:
        keep_read: from the moment it was read; None is for ever.
        size: bytes of database and pictures together; None is without limit.
    """

    keep_read: timedelta | None = timedelta(days=180)
    size: int | None = 2_000_000_000


def _no_keys() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the reader decided, read once when the program starts.

    Attributes:
        library: the folder of the library; it need not exist yet.
        config_file: the file these were read from; it need not exist.
        place: where the reader is, or None to guess it from the time zone.
        keys: keys by the id of what they do, such as ``{"headline.next": "j,down"}``; the ids are not checked here.
    """

    library: Path
    config_file: Path
    place: Place | None = None
    weather: WeatherSettings = field(default_factory=WeatherSettings)
    refresh: RefreshSettings = field(default_factory=RefreshSettings)
    reading: ReadingSettings = field(default_factory=ReadingSettings)
    keeping: KeepingSettings = field(default_factory=KeepingSettings)
    keys: Mapping[str, str] = field(default_factory=_no_keys)
