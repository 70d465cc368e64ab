"""What is to come, out of both services: as far as it is as documented, and left out where it is not."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.model import Conditions, Day, Forecast, Hour, Weather
from newsreader.weather import weather_from_json, weather_to_json
from newsreader.weather.met_norway import read_met_norway
from newsreader.weather.open_meteo import read_open_meteo
from weather.standins import met_norway, open_meteo, with_forecast

NOW = datetime(2023, 3, 30, 12, 7, tzinfo=UTC)
THERE = timezone(timedelta(hours=4))
MIDNIGHT = datetime(2023, 3, 30, tzinfo=THERE)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def dumped(value: object) -> bytes:
    return json.dumps(value).encode()


def test_open_meteo_tells_hours_and_days_as_the_place_counts_them() -> None:
    details: dict[str, object] = {
        "apparent_temperature": 16.2,
        "relative_humidity_2m": 46,
        "wind_speed_10m": 2.7,
        "wind_direction_10m": 315,
    }
    told = read_open_meteo(dumped(with_forecast(open_meteo(NOW, 18, **details), MIDNIGHT)), NOW)
    now = told.conditions
    assert (now.feels_like, now.humidity, now.wind, now.wind_from) == (16.2, 46, 2.7, 315)
    hours, days = told.forecast.hours, told.forecast.days
    assert hours[0] == Hour(NOW.replace(minute=0), 18.0, 61, 16, is_day=True), "16 o'clock at the place"
    assert hours[-1].time == NOW.replace(minute=0) + 48 * HOUR
    assert [day.day for day in days] == [date(2023, 3, 30) + n * DAY for n in range(7)]
    assert days[0] == Day(date(2023, 3, 30), 21.5, 10.0, 3, 40, MIDNIGHT + 7 * HOUR, MIDNIGHT + 19 * HOUR)
    assert told.forecast.offset == timedelta(hours=4)


def test_late_in_the_evening_it_is_another_day_at_the_place() -> None:
    late = NOW.replace(hour=21)
    told = read_open_meteo(dumped(with_forecast(open_meteo(late, 18), MIDNIGHT)), late)
    assert told.forecast.days[0].day == date(2023, 3, 31)


def test_a_wind_in_another_unit_is_left_out() -> None:
    answer = open_meteo(NOW, 18, wind_speed_10m=9.7)
    units = answer["current_units"]
    assert isinstance(units, dict)
    units["wind_speed_10m"] = "km/h"
    assert read_open_meteo(dumped(answer), NOW).conditions.wind is None


JUNK: list[object] = [
    None,
    "text",
    True,
    [],
    {},
    1e300,
    -1e300,
    "18",
    [None] * 9,
    ["x"],
    [{}],
    [10**30] * 5,
    {"time": 3},
]


@settings(max_examples=200)
@given(st.data())
def test_junk_in_what_is_to_come_never_harms_what_is_now(data: st.DataObject) -> None:
    answer: dict[str, Any] = with_forecast(open_meteo(NOW, 18), MIDNIGHT, days=2)
    for _ in range(data.draw(st.integers(1, 4))):
        part = data.draw(st.sampled_from(["hourly", "daily"]))
        name = data.draw(
            st.sampled_from([*answer[part]] if isinstance(answer[part], dict) and answer[part] else [""])
        )
        junk = data.draw(st.sampled_from(JUNK))
        where = data.draw(st.sampled_from(["part", "column", "cell", "offset"]))
        if where == "offset":
            answer["utc_offset_seconds"] = junk
        elif where == "part" or not name:
            answer[part] = junk
        elif where == "column" or not isinstance(answer[part][name], list):
            answer[part] = {**answer[part], name: junk}
        else:
            answer[part] = {**answer[part], name: [junk, *answer[part][name][1:]]}
    told = read_open_meteo(json.dumps(answer).encode(), NOW)
    assert told.conditions.temperature == 18
    assert all(-95 <= hour.temperature <= 60 for hour in told.forecast.hours)
    assert all(day.low <= day.high for day in told.forecast.days)
    assert weather_from_json(json.loads(json.dumps(weather_to_json(told)))) == told


def test_met_norway_tells_hours_and_the_days_they_make() -> None:
    celsius = [10 + n % 24 / 2 for n in range(50)]
    told = read_met_norway(dumped(met_norway(NOW.replace(minute=0), *celsius)), NOW, THERE)
    assert told.forecast.hours[0].temperature == 10
    assert len(told.forecast.hours) == 49
    today, tomorrow, third = told.forecast.days
    assert (today.day, today.high, today.low) == (date(2023, 3, 30), 13.5, 10)
    assert (tomorrow.high, tomorrow.low, tomorrow.code) == (21.5, 10, 1)
    assert third.sunrise is None
    assert told.forecast.offset == timedelta(hours=4)


@pytest.mark.parametrize("junk", ["x", None, True, 61, [], {}])
def test_an_hour_of_met_norway_that_says_nothing_is_left_out(junk: object) -> None:
    first = NOW.replace(minute=0)
    told = read_met_norway(dumped(met_norway(first, 18, junk, 16, 15)), NOW, THERE)
    assert [hour.temperature for hour in told.forecast.hours] == [18, 16, 15]


MOMENTS = st.datetimes(timezones=st.just(UTC))
SHARES = st.none() | st.floats(0, 100)
CODES = st.none() | st.integers(0, 99)
FLAGS = st.none() | st.booleans()
DEGREES = st.floats(-95, 60)
SUN = st.none() | MOMENTS


@settings(max_examples=100)
@given(
    st.builds(
        Weather,
        st.builds(Conditions, DEGREES, MOMENTS, MOMENTS, st.text(), CODES, FLAGS, SHARES, SHARES, SHARES, SHARES),
        st.builds(
            Forecast,
            st.tuples(st.builds(Hour, MOMENTS, DEGREES, CODES, SHARES, FLAGS)),
            st.tuples(
                st.builds(
                    Day, st.dates(), DEGREES, DEGREES, CODES, SHARES, st.none() | MOMENTS, st.none() | MOMENTS
                )
            ),
            st.none() | st.integers(-50_000, 50_000).map(lambda seconds: timedelta(seconds=seconds)),
        ),
    )
)
def test_any_weather_comes_back_as_it_was(weather: Weather) -> None:
    assert weather_from_json(json.loads(json.dumps(weather_to_json(weather)))) == weather
