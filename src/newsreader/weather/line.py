"""The place and its temperature as one line of the header: "In Stepanakert: +18 °C"."""

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from newsreader.model import Conditions, Place, Units, clean_line
from newsreader.weather.dates import ENGLISH
from newsreader.weather.temperature import temperature_text

STALE_AFTER = timedelta(minutes=90)
"""A temperature older than this is shown dim and with its time."""

GONE_AFTER = timedelta(hours=6)
"""A temperature older than this is not shown any more."""


@dataclass(frozen=True, slots=True)
class WeatherLine:
    """What the header says of the weather.

    Attributes:
        text: the whole line, "In {place}: {temperature}", a question mark after the name of a guessed place; empty
            when the place is not known.
        place: the name alone; empty when not known.
        temperature: such as "+18 °C", "+18 °C (14:05)" or "— °C".
        stale: True when no fresh temperature is known, and the line is to be dim.
        guessed: True when the place was guessed from the time zone, and is to be dim.
        known: True when ``temperature`` holds a number.
    """

    text: str = ""
    place: str = ""
    temperature: str = ""
    stale: bool = False
    guessed: bool = False
    known: bool = False


def weather_line(
    place: Place | None,
    conditions: Conditions | None,
    now: datetime,
    units: Units,
    *,
    zone: tzinfo | None = None,
    home_country: str = "",
    ascii_only: bool = False,
    language: str = ENGLISH,
) -> WeatherLine:
    """Return the line for ``place`` as it is to be read at ``now``; an empty one when the place is not known.

    Args:
        place: where the reader is, or None.
        conditions: the last ones known there, however old, or None.
        now: aware.
        units: the unit the reader wants; ``AUTO`` goes by the country of the place.
        zone: the zone in which the time of an old temperature is told; the system's unless given.
        home_country: the country to go by for a place that names none (``zone_country()`` knows it).
        ascii_only: for a terminal that is not UTF-8.
        language: of the line; other languages bend a name after their word for "in", so there the name comes alone.
    """
    if place is None:
        return WeatherLine()
    known = conditions if conditions is not None and is_known(conditions, now) else None
    stale = known is None or now - known.observed_at > STALE_AFTER
    temperature = temperature_text(
        known.temperature if known else None, units, place.country or home_country, ascii_only=ascii_only
    )
    if known and stale:
        temperature += f" ({known.observed_at.astimezone(zone):%H:%M})"
    name = clean_line(place.name)
    words = "In " if language == ENGLISH else ""
    text = f"{words}{name}{'?' if place.guessed else ''}: {temperature}"
    return WeatherLine(text, name, temperature, stale, place.guessed, known is not None)


def is_known(conditions: Conditions, now: datetime) -> bool:
    """Tell whether ``conditions`` are still worth showing: under six hours old, and not from the future."""
    return -STALE_AFTER <= now - conditions.observed_at <= GONE_AFTER
