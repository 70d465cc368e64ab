"""What is asked of MET Norway, and what it answers (pure): Locationforecast 2.0 compact, https://api.met.no.

It forecasts hours for two days, then every sixth hour, and leaves days, the sun and what it feels like to others:
a day's high and low are those of its hours.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import groupby
from typing import NamedTuple

from newsreader.model import Conditions, Day, Forecast, Hour, Place, Weather
from newsreader.weather.answers import (
    COLDEST,
    FASTEST,
    HOTTEST,
    celsius,
    coordinates,
    if_number,
    is_to_come,
    of_now,
    with_query,
)
from newsreader.weather.codes import code_of_symbol, is_day_of_symbol
from newsreader.weather.strict import member, nonsense, optional, read_json

MET_NORWAY = "MET Norway"

_NOON = 12
_FEWEST = 3  # times of a day that say something of it: the last is cut off anywhere
_DAYS = 10
_FARTHEST = timedelta(days=20)  # beyond what is forecast: a time that no zone need be asked about


class _Step(NamedTuple):
    """One time of the forecast; ``symbol`` is that of the hours after it, or empty."""

    time: datetime
    told: object
    symbol: str


def met_norway_url(base: str, place: Place) -> str:
    """Return the address that asks for the forecast at ``place``."""
    latitude, longitude = coordinates(place)
    return with_query(base, lat=latitude, lon=longitude)


def read_met_norway(body: bytes, now: datetime, zone: tzinfo = UTC) -> Weather:
    """Return the weather at ``now`` (aware UTC): that of the last hour that has begun, and what is to come.

    ``zone`` is that of the place, for what counts as a day there.

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
    steps = sorted((_step(told) for told in series), key=lambda step: step.time)
    begun = [step for step in steps if step.time <= now]
    conditions = _conditions(begun[-1] if begun else steps[0], now)
    return Weather(conditions, _forecast(steps, now, zone))


def _step(told: object) -> _Step:
    time = _time(member(told, MET_NORWAY, "time"))
    symbols = (optional(told, "data", f"next_{hours}_hours", "summary", "symbol_code") for hours in (1, 6, 12))
    return _Step(time, told, next((symbol for symbol in symbols if isinstance(symbol, str)), ""))


def _conditions(step: _Step, now: datetime) -> Conditions:
    details = member(step.told, MET_NORWAY, "data", "instant", "details")
    return Conditions(
        temperature=celsius(member(details, MET_NORWAY, "air_temperature"), MET_NORWAY),
        observed_at=of_now(step.time, now, MET_NORWAY),
        fetched_at=now,
        source=MET_NORWAY,
        code=code_of_symbol(step.symbol),
        is_day=is_day_of_symbol(step.symbol),
        humidity=if_number(optional(details, "relative_humidity"), 0, 100),
        wind=if_number(optional(details, "wind_speed"), 0, FASTEST),
        wind_from=if_number(optional(details, "wind_from_direction"), 0, 360),
    )


def _forecast(steps: Sequence[_Step], now: datetime, zone: tzinfo) -> Forecast:
    near = [step for step in steps if abs(step.time - now) < _FARTHEST]
    known = [(step, degrees) for step in near if (degrees := _degrees(step)) is not None]
    hours = tuple(
        Hour(step.time, degrees, code_of_symbol(step.symbol), None, is_day_of_symbol(step.symbol))
        for step, degrees in known
        if is_to_come(step.time, now)
    )
    return Forecast(hours, tuple(_days(known, now, zone))[:_DAYS], now.astimezone(zone).utcoffset())


def _days(known: Sequence[tuple[_Step, float]], now: datetime, zone: tzinfo) -> Iterator[Day]:
    today = now.astimezone(zone).date()

    def day_of(item: tuple[_Step, float]) -> date:
        return item[0].time.astimezone(zone).date()

    for day, items in groupby(known, day_of):
        steps = list(items)
        if day < today or (day > today and len(steps) < _FEWEST):
            continue
        degrees = [value for _, value in steps]
        noon = min(steps, key=lambda item: abs(item[0].time.astimezone(zone).hour - _NOON))
        yield Day(day, max(degrees), min(degrees), code_of_symbol(noon[0].symbol))


def _degrees(step: _Step) -> float | None:
    return if_number(optional(step.told, "data", "instant", "details", "air_temperature"), COLDEST, HOTTEST)


def _time(value: object) -> datetime:
    try:
        time = datetime.fromisoformat(value if isinstance(value, str) else "")
        if time.tzinfo is not None:
            return time.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise nonsense(MET_NORWAY, "a time that is none")
