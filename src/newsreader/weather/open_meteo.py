"""What is asked of Open-Meteo, and what it answers (pure): https://open-meteo.com/en/docs.

The temperature now is read strictly: what is not as documented is an error. Of all the rest, what is not as
documented is left out.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

from newsreader.model import Conditions, Day, Forecast, Hour, Place, Weather, WeatherError, clean_line
from newsreader.weather.answers import (
    COLDEST,
    FASTEST,
    HOTTEST,
    celsius,
    coordinates,
    if_code,
    if_flag,
    if_number,
    is_to_come,
    of_now,
    with_query,
)
from newsreader.weather.strict import member, nonsense, number, optional, read_json

OPEN_METEO = "Open-Meteo"

_CURRENT = (
    "temperature_2m,apparent_temperature,relative_humidity_2m,wind_speed_10m,wind_direction_10m,weather_code,is_day"
)
_HOURLY = "temperature_2m,precipitation_probability,weather_code,is_day"
_DAILY = "temperature_2m_max,temperature_2m_min,precipitation_probability_max,weather_code,sunrise,sunset"

_FARTHEST = 1e11  # seconds, some 3,000 years
_ROWS = 400  # of a table that are looked at: sixteen days of hours, the most the service forecasts
_DAYS = 10
_WIDEST_OFFSET = 26 * 3600  # seconds; the clocks of the world are at most 14 hours from UTC


def open_meteo_url(base: str, place: Place) -> str:
    """Return the address that asks for the weather at ``place``, now and for seven days, in one answer."""
    latitude, longitude = coordinates(place)
    return with_query(
        base,
        latitude=latitude,
        longitude=longitude,
        current=_CURRENT,
        hourly=_HOURLY,
        daily=_DAILY,
        wind_speed_unit="ms",
        timezone="auto",
        timeformat="unixtime",
    )


def read_open_meteo(body: bytes, now: datetime) -> Weather:
    """Return the weather that Open-Meteo sent at ``now`` (aware UTC).

    Raises:
        WeatherError: the service says no, or the temperature now is not as documented or not of now.
    """
    answer = read_json(body, OPEN_METEO)
    if optional(answer, "error") is True:
        raise WeatherError(f"{OPEN_METEO} says: {clean_line(str(optional(answer, 'reason')), 200)}")
    if optional(answer, "current_units", "temperature_2m") not in (None, "°C"):
        raise nonsense(OPEN_METEO, "a temperature that is not in °C")
    return Weather(_conditions(answer, now), _forecast(answer, now))


def _conditions(answer: object, now: datetime) -> Conditions:
    in_metres = optional(answer, "current_units", "wind_speed_10m") in (None, "m/s")

    def told(name: str) -> object:
        return optional(answer, "current", name)

    return Conditions(
        temperature=celsius(member(answer, OPEN_METEO, "current", "temperature_2m"), OPEN_METEO),
        observed_at=of_now(_moment(member(answer, OPEN_METEO, "current", "time"), now), now, OPEN_METEO),
        fetched_at=now,
        source=OPEN_METEO,
        code=if_code(told("weather_code")),
        is_day=if_flag(told("is_day")),
        feels_like=if_number(told("apparent_temperature"), 2 * COLDEST, 2 * HOTTEST),
        humidity=if_number(told("relative_humidity_2m"), 0, 100),
        wind=if_number(told("wind_speed_10m"), 0, FASTEST) if in_metres else None,
        wind_from=if_number(told("wind_direction_10m"), 0, 360),
    )


def _forecast(answer: object, now: datetime) -> Forecast:
    seconds = if_number(optional(answer, "utc_offset_seconds"), -_WIDEST_OFFSET, _WIDEST_OFFSET)
    if seconds is None:  # without it, nobody can say on which day a day is
        return Forecast()
    offset = timedelta(seconds=seconds)
    hours = tuple(hour for row in _rows(answer, "hourly") if (hour := _hour(row, now)))
    days = tuple(day for row in _rows(answer, "daily") if (day := _day(row, offset, now)))
    return Forecast(hours, days[:_DAYS], offset)


def _rows(answer: object, part: str) -> Iterator[Mapping[str, object]]:
    """Yield the rows of a table that is sent as columns, a column's missing end as None."""
    table = optional(answer, part)
    columns = table if isinstance(table, dict) else {}
    times = columns.get("time")
    for index in range(min(_ROWS, len(times)) if isinstance(times, list) else 0):
        yield {
            name: values[index] if index < len(values) else None
            for name, values in columns.items()
            if isinstance(values, list)
        }


def _hour(row: Mapping[str, object], now: datetime) -> Hour | None:
    time = _if_moment(row.get("time"))
    temperature = if_number(row.get("temperature_2m"), COLDEST, HOTTEST)
    if time is None or temperature is None or not is_to_come(time, now):
        return None
    chance = if_number(row.get("precipitation_probability"), 0, 100)
    return Hour(time, temperature, if_code(row.get("weather_code")), chance, if_flag(row.get("is_day")))


def _day(row: Mapping[str, object], offset: timedelta, now: datetime) -> Day | None:
    begins = _if_moment(row.get("time"))
    high = if_number(row.get("temperature_2m_max"), COLDEST, HOTTEST)
    low = if_number(row.get("temperature_2m_min"), COLDEST, HOTTEST)
    if begins is None or high is None or low is None or high < low:
        return None
    day = (begins + offset).date()
    if day < (now + offset).date():
        return None
    return Day(
        day=day,
        high=high,
        low=low,
        code=if_code(row.get("weather_code")),
        chance=if_number(row.get("precipitation_probability_max"), 0, 100),
        sunrise=_if_moment(row.get("sunrise")),
        sunset=_if_moment(row.get("sunset")),
    )


def _if_moment(value: object) -> datetime | None:
    seconds = if_number(value, 1, _FARTHEST)  # the sun that does not rise, in polar night, is told as 0
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def _moment(value: object, now: datetime) -> datetime:
    seconds = number(value, OPEN_METEO, "time", -_FARTHEST, _FARTHEST)
    near = timedelta(days=1).total_seconds()
    nearest = min(max(seconds, now.timestamp() - near), now.timestamp() + near)  # beyond it, all is another time
    return datetime.fromtimestamp(nearest, UTC)
