"""Weather and places in the shape in which Open-Meteo gives them (https://open-meteo.com/en/docs)."""

import math
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta, timezone

from newsreader.demo.answer import Answer, json_answer

_LOCAL = timezone(timedelta(hours=4), "GMT+4")
_WARMEST_HOUR = 15
_SWING = 8.0
"""Degrees from a day's coldest hour to its warmest."""
_QUARTER = timedelta(minutes=15)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_DAYS = 7

_STEPANAKERT = {
    "id": 1,
    "name": "Stepanakert",
    "latitude": 39.8177,
    "longitude": 46.7528,
    "elevation": 827.0,
    "feature_code": "PPLA",
    "country_code": "AZ",
    "timezone": "Asia/Baku",
    "population": 75000,
    "country": "Azerbaijan",
}
"""As the service has it (country and zone are GeoNames'), but for the name, which is the reader's."""

_NOW: Mapping[str, tuple[str, float]] = {
    "temperature_2m": ("°C", 18.0),
    "apparent_temperature": ("°C", 17.4),
    "relative_humidity_2m": ("%", 46),
    "precipitation": ("mm", 0.0),
    "precipitation_probability": ("%", 3),
    "weather_code": ("wmo code", 2),
    "wind_speed_10m": ("m/s", 2.7),
    "wind_direction_10m": ("°", 315),
    "is_day": ("", 1),
}
"""Units and values of now, which no hour of the day changes but ``is_day``."""

_WARMER = (0.0, 0.9, -2.8, -6.4, -5.7, -2.2, 0.4)
"""How much warmer than today the coming days are."""

_DAILY: Mapping[str, tuple[str, tuple[float, ...]]] = {
    "weather_code": ("wmo code", (2, 1, 3, 61, 80, 2, 0)),
    "precipitation_sum": ("mm", (0.0, 0.0, 0.4, 6.2, 3.1, 0.0, 0.0)),
    "precipitation_probability_max": ("%", (3, 5, 35, 88, 70, 12, 0)),
}

_SUN: Mapping[str, timedelta] = {
    "sunrise": timedelta(hours=6, minutes=56),
    "sunset": timedelta(hours=19, minutes=24),
}
"""After midnight, as at the end of March; the days of one week do not differ by much."""

_RANGE = {"temperature_2m_max": 1.0, "temperature_2m_min": 0.0}
"""Where in the swing of a day its warmest and its coldest hour are."""


def forecast(query: Mapping[str, str], now: datetime) -> Answer:
    """Answer ``/v1/forecast``: 18.0 °C now, whatever the place, and the rest as far as the query names it."""
    try:
        latitude, longitude = float(query["latitude"]), float(query["longitude"])
        current, hourly, daily = (_names(query, part) for part in ("current", "hourly", "daily"))
        known = _check(current, _NOW) and _check(hourly, _NOW) and _check(daily, {*_DAILY, *_SUN, *_RANGE})
    except (KeyError, ValueError):
        known = False
    if not known or abs(latitude) > 90 or abs(longitude) > 180:
        return json_answer({"error": True, "reason": "Place or variables are not known to this service"}, 400)
    zone = _LOCAL if "timezone" in query else UTC
    stamp, unit = (_unix, "unixtime") if query.get("timeformat") == "unixtime" else (_iso, "iso8601")
    answer: dict[str, object] = {
        "latitude": latitude,
        "longitude": longitude,
        "generationtime_ms": 0.04,
        "utc_offset_seconds": 14400 if zone is _LOCAL else 0,
        "timezone": "Asia/Baku" if zone is _LOCAL else "GMT",
        "timezone_abbreviation": "GMT+4" if zone is _LOCAL else "GMT",
        "elevation": 827.0,
    }
    here = now.astimezone(zone)
    if current:
        answer |= _current(current, here, stamp, unit)
    if hourly:
        answer |= _hourly(hourly, here, stamp, unit)
    if daily:
        answer |= _daily(daily, here, stamp, unit)
    return json_answer(answer)


def search(query: Mapping[str, str]) -> Answer:
    """Answer ``/v1/search``: two letters must be the whole name, three or more its beginning; else no results."""
    name = query.get("name", "").strip().casefold()
    fits = len(name) > 2 and str(_STEPANAKERT["name"]).casefold().startswith(name)
    found = {"results": [_STEPANAKERT]} if fits else {}
    return json_answer({**found, "generationtime_ms": 0.2})


_Stamp = Callable[[datetime], int | str]


def _current(names: Iterable[str], here: datetime, stamp: _Stamp, unit: str) -> dict[str, object]:
    units = {"time": unit, "interval": "seconds"} | {name: _NOW[name][0] for name in names}
    quarter = here.replace(minute=here.minute // 15 * 15, second=0, microsecond=0)
    values = {"time": stamp(quarter), "interval": int(_QUARTER.total_seconds())}
    told = {name: int(_is_day(here)) if name == "is_day" else _NOW[name][1] for name in names}
    return {"current_units": units, "current": values | told}


def _hourly(names: Iterable[str], here: datetime, stamp: _Stamp, unit: str) -> dict[str, object]:
    midnight = here.replace(hour=0, minute=0, second=0, microsecond=0)
    times = [midnight + n * _HOUR for n in range(24 * _DAYS)]
    values = {name: [_at_hour(name, time, here) for time in times] for name in names}
    units = {"time": unit} | {name: _NOW[name][0] for name in names}
    return {"hourly_units": units, "hourly": {"time": [stamp(time) for time in times]} | values}


def _daily(names: Iterable[str], here: datetime, stamp: _Stamp, unit: str) -> dict[str, object]:
    midnight = here.replace(hour=0, minute=0, second=0, microsecond=0)
    days = [midnight + n * _DAY for n in range(_DAYS)]
    times = [stamp(day) if unit == "unixtime" else day.date().isoformat() for day in days]
    sun = {name: (unit, [stamp(day + _SUN[name]) for day in days]) for name in names if name in _SUN}
    told = {name: (_DAILY[name][0], list(_DAILY[name][1])) for name in names if name in _DAILY}
    coldest = _NOW["temperature_2m"][1] - _SWING * _warmth(here)
    degrees = {
        name: ("°C", [round(coldest + warmer + _SWING * _RANGE[name], 1) for warmer in _WARMER])
        for name in names
        if name in _RANGE
    }
    columns: dict[str, tuple[str, Sequence[object]]] = {**told, **sun, **degrees}
    units = {"time": unit} | {name: unit_of for name, (unit_of, _) in columns.items()}
    return {"daily_units": units, "daily": {"time": times} | {name: row for name, (_, row) in columns.items()}}


def _at_hour(name: str, time: datetime, here: datetime) -> float:
    """Return the value of an hour; that of ``here`` is as warm as now, the others go up and down from it."""
    if name in {"temperature_2m", "apparent_temperature"}:
        warmer = _WARMER[(time.date() - here.date()).days]
        return round(_NOW[name][1] + warmer + _SWING * (_warmth(time) - _warmth(here)), 1)
    return int(_is_day(time)) if name == "is_day" else _NOW[name][1]


def _warmth(time: datetime) -> float:
    """Return how warm the hour of ``time`` is within its day: 0 the coldest, 1 the warmest."""
    return (1 + math.cos((time.hour - _WARMEST_HOUR) * math.tau / 24)) / 2


def _is_day(time: datetime) -> bool:
    since_midnight = timedelta(hours=time.hour, minutes=time.minute)
    return _SUN["sunrise"] <= since_midnight < _SUN["sunset"]


def _names(query: Mapping[str, str], part: str) -> tuple[str, ...]:
    return tuple(name for name in query.get(part, "").split(",") if name)


def _check(names: Iterable[str], known: Container[str]) -> bool:
    return all(name in known for name in names)


def _unix(time: datetime) -> int:
    return int(time.timestamp())


def _iso(time: datetime) -> str:
    return time.strftime("%Y-%m-%dT%H:%M")
