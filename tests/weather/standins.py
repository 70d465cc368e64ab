"""Answers of the weather services in their real shapes, with values of our own."""

import json
from datetime import datetime, timedelta

from support.loopback import Answer

JSON = {"Content-Type": "application/json; charset=utf-8"}


def answer(value: object, status: int = 200, **headers: str) -> Answer:
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Answer(json.dumps(value).encode(), status, {**JSON, **named})


def open_meteo(at: datetime, celsius: object = 18.0, **current: object) -> dict[str, object]:
    """Return what ``/v1/forecast`` answers for the conditions at ``at``."""
    values = {
        "time": int(at.timestamp()),
        "interval": 900,
        "temperature_2m": celsius,
        "weather_code": 2,
        "is_day": 1,
    }
    units = {
        "time": "unixtime",
        "interval": "seconds",
        "temperature_2m": "°C",
        "weather_code": "wmo code",
        "is_day": "",
    }
    return {
        "latitude": 39.8125,
        "longitude": 46.75,
        "generationtime_ms": 0.0412464141845703,
        "utc_offset_seconds": 14400,
        "timezone": "Asia/Baku",
        "timezone_abbreviation": "GMT+4",
        "elevation": 827.0,
        "current_units": units,
        "current": values | current,
    }


def with_forecast(value: dict[str, object], midnight: datetime, days: int = 7) -> dict[str, object]:
    """Return Open-Meteo's answer with what is to come: hours and days from ``midnight`` at the place on."""
    hours = [midnight + n * timedelta(hours=1) for n in range(24 * days)]
    dates = [midnight + n * timedelta(days=1) for n in range(days)]
    hourly = {
        "time": [int(hour.timestamp()) for hour in hours],
        "temperature_2m": [10.0 + number % 24 / 2 for number in range(len(hours))],
        "precipitation_probability": [number % 101 for number in range(len(hours))],
        "weather_code": [61] * len(hours),
        "is_day": [int(6 <= number % 24 < 18) for number in range(len(hours))],
    }
    daily = {
        "time": [int(day.timestamp()) for day in dates],
        "temperature_2m_max": [21.5 + number for number in range(days)],
        "temperature_2m_min": [10.0 + number for number in range(days)],
        "precipitation_probability_max": [40] * days,
        "weather_code": [3] * days,
        "sunrise": [int((day + timedelta(hours=7)).timestamp()) for day in dates],
        "sunset": [int((day + timedelta(hours=19)).timestamp()) for day in dates],
    }
    return value | {"hourly": hourly, "daily": daily}


def met_norway(first: datetime, *celsius: object, symbol: str = "fair_day") -> dict[str, object]:
    """Return what Locationforecast 2.0 compact answers: an hour for each temperature, from ``first`` on."""
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [46.7528, 39.8177, 827]},
        "properties": {
            "meta": {
                "updated_at": "2023-03-30T11:20:45Z",
                "units": {"air_temperature": "celsius", "precipitation_amount": "mm", "wind_speed": "m/s"},
            },
            "timeseries": [
                {
                    "time": f"{first + n * timedelta(hours=1):%Y-%m-%dT%H:%M:%SZ}",
                    "data": {
                        "instant": {"details": {"air_temperature": value, "wind_speed": 2.7}},
                        "next_1_hours": {
                            "summary": {"symbol_code": symbol},
                            "details": {"precipitation_amount": 0.0},
                        },
                    },
                }
                for n, value in enumerate(celsius)
            ],
        },
    }


KHANKENDI = {
    "id": 586523,
    "name": "Khankendi",
    "latitude": 39.8177,
    "longitude": 46.7528,
    "elevation": 827.0,
    "feature_code": "PPLA",
    "country_code": "AZ",
    "country_id": 587116,
    "country": "Azerbaijan",
    "admin1": "Xankəndi",
    "timezone": "Asia/Baku",
    "population": 55200,
}


def found(*results: object) -> dict[str, object]:
    """Return what ``/v1/search`` answers; without results it does not even name them."""
    return {**({"results": list(results)} if results else {}), "generationtime_ms": 0.5}
