"""The edition's weather has the shape of Open-Meteo's."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from demo.asking import NOON, Get

HERE = "/v1/forecast?latitude=39.8177&longitude=46.7528"


def _ask(get: Get, path: str, status: int = 200) -> dict[str, Any]:
    got = get(path)
    assert (got.status, got.headers["content-type"]) == (status, "application/json; charset=utf-8")
    value = json.loads(got.body)
    assert isinstance(value, dict)
    return value


def test_it_is_eighteen_degrees(get: Get) -> None:
    told = _ask(get, f"{HERE}&current=temperature_2m,weather_code,is_day&timezone=auto&timeformat=unixtime")
    assert told["current"] == {
        "time": int(NOON.replace(minute=0, second=0).timestamp()),
        "interval": 900,
        "temperature_2m": 18.0,
        "weather_code": 2,
        "is_day": 1,
    }
    assert told["current_units"]["temperature_2m"] == "°C"
    assert (told["timezone"], told["utc_offset_seconds"]) == ("Asia/Baku", 14400)
    assert (told["latitude"], told["longitude"]) == (39.8177, 46.7528)


def test_times_are_iso_and_greenwich_unless_asked_otherwise(get: Get) -> None:
    told = _ask(get, f"{HERE}&current=temperature_2m")
    assert (told["timezone"], told["current"]["time"]) == ("GMT", "2023-03-30T12:00")


def test_hours_and_days_are_given_when_named(get: Get) -> None:
    told = _ask(
        get, f"{HERE}&hourly=temperature_2m,is_day&daily=temperature_2m_max,temperature_2m_min&timezone=auto"
    )
    assert "current" not in told
    hours = told["hourly"]
    assert len(hours["time"]) == len(hours["temperature_2m"]) == len(hours["is_day"]) == 7 * 24
    assert hours["time"][0] == "2023-03-30T00:00"
    days = told["daily"]
    assert days["time"][:2] == ["2023-03-30", "2023-03-31"]
    assert all(low < high for low, high in zip(days["temperature_2m_min"], days["temperature_2m_max"], strict=True))
    today = hours["temperature_2m"][:24]
    assert (max(today), min(today)) == (days["temperature_2m_max"][0], days["temperature_2m_min"][0])
    assert today[NOON.hour + 4] == 18.0, "the hour that has begun is as warm as now"


def test_daily_times_in_seconds_are_the_local_midnights(get: Get) -> None:
    told = _ask(get, f"{HERE}&daily=weather_code&timezone=auto&timeformat=unixtime")
    first = datetime.fromtimestamp(told["daily"]["time"][0], UTC) + timedelta(seconds=told["utc_offset_seconds"])
    assert (first.hour, first.minute) == (0, 0)


@pytest.mark.parametrize(
    "query",
    ["latitude=1", "latitude=x&longitude=1", "latitude=91&longitude=1", "latitude=1&longitude=1&current=luck"],
)
def test_it_refuses_as_the_service_does(get: Get, query: str) -> None:
    told = _ask(get, f"/v1/forecast?{query}", status=400)
    assert told["error"] is True
    assert told["reason"]


@pytest.mark.parametrize("name", ["Stepanakert", "step", "STE"])
def test_stepanakert_is_found_by_its_beginning(get: Get, name: str) -> None:
    (found,) = _ask(get, f"/v1/search?name={name}&count=10&language=en&format=json")["results"]
    assert (found["name"], found["latitude"], found["longitude"]) == ("Stepanakert", 39.8177, 46.7528)
    assert found["timezone"] == "Asia/Baku"


@pytest.mark.parametrize("name", ["", "St", "Atlantis"])
def test_results_are_absent_when_nothing_fits(get: Get, name: str) -> None:
    assert "results" not in _ask(get, f"/v1/search?name={name}")
