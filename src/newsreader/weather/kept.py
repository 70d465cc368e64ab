"""The weather as the library keeps it from one start to the next: values to JSON and back (pure).

What another version of the program kept in another shape raises ValueError, KeyError or TypeError.
"""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any

from newsreader.model import Conditions, Day, Forecast, Hour, Weather


def weather_to_json(weather: Weather) -> dict[str, Any]:
    """Return ``weather`` as JSON values; moments in ISO 8601, the offset in seconds."""
    value: dict[str, Any] = _plain(asdict(weather))
    return value


def weather_from_json(value: Mapping[str, Any]) -> Weather:
    """Return what ``weather_to_json`` was given."""
    forecast = value["forecast"]
    offset = forecast["offset"]
    return Weather(
        Conditions(**_moments(value["conditions"], "observed_at", "fetched_at")),
        Forecast(
            hours=tuple(Hour(**_moments(hour, "time")) for hour in forecast["hours"]),
            days=tuple(_day(day) for day in forecast["days"]),
            offset=None if offset is None else timedelta(seconds=offset),
        ),
    )


def _day(value: Mapping[str, Any]) -> Day:
    return Day(**{**_moments(value, "sunrise", "sunset"), "day": date.fromisoformat(value["day"])})


def _moments(value: Mapping[str, Any], *names: str) -> dict[str, Any]:
    told = {name: value[name] and datetime.fromisoformat(value[name]) for name in names}
    return {**value, **told}


def _plain(value: object) -> Any:
    match value:
        case dict():
            return {name: _plain(inner) for name, inner in value.items()}
        case tuple() | list():
            return [_plain(inner) for inner in value]
        case date():
            return value.isoformat()
        case timedelta():
            return value.total_seconds()
        case _:
            return value
