"""What the weather services answer, read into values (pure); anything that is not as documented is an error.

Open-Meteo: https://open-meteo.com/en/docs. MET Norway: Locationforecast 2.0, https://api.met.no/weatherapi.
"""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from newsreader.model import Conditions, Place, WeatherError, clean_line
from newsreader.weather.codes import code_of_symbol, is_day_of_symbol
from newsreader.weather.line import GONE_AFTER
from newsreader.weather.strict import member, nonsense, number, optional, read_json

OPEN_METEO = "Open-Meteo"
MET_NORWAY = "MET Norway"

COLDEST, HOTTEST = -95.0, 60.0
"""Degrees Celsius: a little beyond the records of the World Meteorological Organization, −89.2 and 56.7."""

_AHEAD = timedelta(minutes=90)  # how far a clock here may be behind theirs
_FARTHEST = 1e11  # seconds, some 3,000 years


def with_query(url: str, **query: str | int) -> str:
    """Return ``url`` with ``query`` added to what it may already ask (a key for a service of one's own)."""
    bare = url.partition("#")[0]
    return f"{bare}{'&' if '?' in bare else '?'}{urlencode(query)}"


def coordinates(place: Place) -> tuple[str, str]:
    """Return latitude and longitude with 4 decimals (11 m), the most that MET Norway takes."""
    return f"{place.latitude:.4f}", f"{place.longitude:.4f}"


def open_meteo_url(base: str, place: Place) -> str:
    """Return the address that asks Open-Meteo for the conditions at ``place``."""
    latitude, longitude = coordinates(place)
    current = "temperature_2m,weather_code,is_day"
    return with_query(
        base, latitude=latitude, longitude=longitude, current=current, timezone="auto", timeformat="unixtime"
    )


def met_norway_url(base: str, place: Place) -> str:
    """Return the address that asks MET Norway for the forecast at ``place``."""
    latitude, longitude = coordinates(place)
    return with_query(base, lat=latitude, lon=longitude)


def read_open_meteo(body: bytes, now: datetime) -> Conditions:
    """Return the conditions that Open-Meteo sent at ``now`` (aware UTC).

    Raises:
        WeatherError: the service says no, or the answer is not as documented or not of today.
    """
    answer = read_json(body, OPEN_METEO)
    if optional(answer, "error") is True:
        raise WeatherError(f"{OPEN_METEO} says: {clean_line(str(optional(answer, 'reason')), 200)}")
    unit = optional(answer, "current_units", "temperature_2m")
    if unit not in (None, "°C"):
        raise nonsense(OPEN_METEO, "a temperature that is not in °C")
    code = optional(answer, "current", "weather_code")
    day = optional(answer, "current", "is_day")
    return Conditions(
        temperature=_celsius(member(answer, OPEN_METEO, "current", "temperature_2m"), OPEN_METEO),
        observed_at=_unix_time(member(answer, OPEN_METEO, "current", "time"), now),
        fetched_at=now,
        source=OPEN_METEO,
        code=code if isinstance(code, int) and not isinstance(code, bool) and 0 <= code <= 99 else None,
        is_day=bool(day) if day in (0, 1) else None,
    )


def read_met_norway(body: bytes, now: datetime) -> Conditions:
    """Return the conditions at ``now`` (aware UTC) from a forecast of MET Norway: its last hour that has begun.

    Raises:
        WeatherError: the answer is not as documented, or holds no hour near ``now``.
    """
    answer = read_json(body, MET_NORWAY)
    unit = optional(answer, "properties", "meta", "units", "air_temperature")
    if unit not in (None, "celsius"):
        raise nonsense(MET_NORWAY, "a temperature that is not in °C")
    series = member(answer, MET_NORWAY, "properties", "timeseries")
    if not isinstance(series, list) or not series:
        raise nonsense(MET_NORWAY, "an answer without properties.timeseries")
    hours = [(_iso_time(member(hour, MET_NORWAY, "time")), hour) for hour in series]
    begun = [pair for pair in hours if pair[0] <= now]
    at, hour = max(begun, key=_first) if begun else min(hours, key=_first)
    temperature = member(hour, MET_NORWAY, "data", "instant", "details", "air_temperature")
    symbol = optional(hour, "data", "next_1_hours", "summary", "symbol_code")
    symbol = symbol if isinstance(symbol, str) else ""
    return Conditions(
        temperature=_celsius(temperature, MET_NORWAY),
        observed_at=_of_today(at, now, MET_NORWAY),
        fetched_at=now,
        source=MET_NORWAY,
        code=code_of_symbol(symbol),
        is_day=is_day_of_symbol(symbol),
    )


def _first(pair: tuple[datetime, object]) -> datetime:
    return pair[0]


def _celsius(value: object, service: str) -> float:
    return number(value, service, "temperature", COLDEST, HOTTEST)


def _unix_time(value: object, now: datetime) -> datetime:
    low, high = (now - GONE_AFTER).timestamp(), (now + _AHEAD).timestamp()
    seconds = number(value, OPEN_METEO, "time", -_FARTHEST, _FARTHEST)
    if not low <= seconds <= high:
        raise _not_of_today(OPEN_METEO)
    return datetime.fromtimestamp(seconds, UTC)


def _iso_time(value: object) -> datetime:
    try:
        time = datetime.fromisoformat(value if isinstance(value, str) else "")
        if time.tzinfo is not None:
            return time.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise nonsense(MET_NORWAY, "a time that is none")


def _of_today(time: datetime, now: datetime, service: str) -> datetime:
    if not now - GONE_AFTER <= time <= now + _AHEAD:
        raise _not_of_today(service)
    return time


def _not_of_today(service: str) -> WeatherError:
    return WeatherError(
        f"{service} sent the weather of another time", advice="check the clock of this computer, or try again later"
    )
