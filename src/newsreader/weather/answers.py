"""What the readings of the two weather services share: addresses, and values that can be meant (pure)."""

from datetime import datetime, timedelta
from urllib.parse import urlencode

from newsreader.model import Place, WeatherError
from newsreader.weather.line import GONE_AFTER
from newsreader.weather.strict import number

COLDEST, HOTTEST = -95.0, 60.0
"""Degrees Celsius: a little beyond the records of the World Meteorological Organization, −89.2 and 56.7."""

FASTEST = 115.0
"""Metres a second: a little beyond the record of the World Meteorological Organization, a gust of 113."""

HOURS_KEPT = timedelta(hours=48)
"""How far ahead hours are read: a day for the reader, and another for an answer that has grown old meanwhile."""

AHEAD = timedelta(minutes=90)
"""How far a clock here may be behind that of a service."""


def with_query(url: str, **query: str | int) -> str:
    """Return ``url`` with ``query`` added to what it may already ask (a key for a service of one's own)."""
    bare = url.partition("#")[0]
    return f"{bare}{'&' if '?' in bare else '?'}{urlencode(query)}"


def coordinates(place: Place) -> tuple[str, str]:
    """Return latitude and longitude with 4 decimals (11 m), the most that MET Norway takes."""
    return f"{place.latitude:.4f}", f"{place.longitude:.4f}"


def celsius(value: object, service: str) -> float:
    """Return a temperature that must be there, in degrees Celsius.

    Raises:
        WeatherError: it is none.
    """
    return number(value, service, "temperature", COLDEST, HOTTEST)


def if_number(value: object, low: float, high: float) -> float | None:
    """Return a number from ``low`` to ``high``, or None for anything else: it is only nice to have."""
    try:
        return number(value, "", "", low, high)
    except WeatherError:
        return None


def if_code(value: object) -> int | None:
    """Return a WMO code of two digits, or None for anything else."""
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 99 else None


def if_flag(value: object) -> bool | None:
    """Return what 0 and 1 say, or None for anything else."""
    return bool(value) if value in (0, 1) else None


def of_now(time: datetime, now: datetime, service: str) -> datetime:
    """Return ``time`` when weather of that moment can pass for that of ``now``.

    Raises:
        WeatherError: it is that of another time.
    """
    if not now - GONE_AFTER <= time <= now + AHEAD:
        advice = "check the clock of this computer, or try again later"
        raise WeatherError(f"{service} sent the weather of another time", advice=advice)
    return time


def is_to_come(time: datetime, now: datetime) -> bool:
    """Tell whether the hour that begins at ``time`` is worth keeping."""
    return now - timedelta(hours=1) <= time <= now + HOURS_KEPT
