"""The settings as one frozen value; its defaults are the program's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from newsreader.config.own import OwnCommand
from newsreader.model import ConfigError, Place, Units

NARROWEST, WIDEST = 40, 120
"""Columns of text: below 40 words break too often, beyond 120 no eye finds the next line."""


class Bidi(StrEnum):
    """Who puts text from right to left in the order it is seen: the terminal, as few do, or the program."""

    TERMINAL = "terminal"
    REORDER = "reorder"


class Images(StrEnum):
    """How pictures are drawn; ``AUTO`` is Kitty's way where the terminal says it knows that, else half-blocks."""

    AUTO = "auto"
    HALF_BLOCK = "half-block"
    KITTY = "kitty"
    SIXEL = "sixel"
    NONE = "none"


class Clock(StrEnum):
    """Whose midnight changes the date in the header: that of this computer, or that of the place shown."""

    SYSTEM = "system"
    PLACE = "place"


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
        language: of dates in the header, such as "en", "hy" or "pt-BR".
        clock: whose zone the date is of.
        width: columns of the text, 40 to 120.
        theme: "auto", "night", "day", or the name of another theme.
        images: how pictures are drawn.
        hyphenate: whether words are divided where a line would be left very ragged.
        justify: whether the lines of a paragraph are widened to one length.
        bidi: who orders text from right to left.
        motion: whether anything on the screen moves by itself: the cursor blinks, cards slide in.
    """

    language: str = "en"
    clock: Clock = Clock.SYSTEM
    width: int = 72
    theme: str = "auto"
    images: Images = Images.AUTO
    hyphenate: bool = True
    justify: bool = False
    bidi: Bidi = Bidi.TERMINAL
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
        places: others, to look at their weather.
        keys: keys by the id of what they do, such as ``{"headline.next": "j,down"}``; the ids are not checked here.
        commands: programs of the reader's own, in the order of the file.
        mistakes: what could not be understood, and has its default therefore, in the order of the sections.
    """

    library: Path
    config_file: Path
    place: Place | None = None
    places: tuple[Place, ...] = ()
    weather: WeatherSettings = field(default_factory=WeatherSettings)
    refresh: RefreshSettings = field(default_factory=RefreshSettings)
    reading: ReadingSettings = field(default_factory=ReadingSettings)
    keeping: KeepingSettings = field(default_factory=KeepingSettings)
    keys: Mapping[str, str] = field(default_factory=_no_keys)
    commands: tuple[OwnCommand, ...] = ()
    mistakes: tuple[ConfigError, ...] = ()
