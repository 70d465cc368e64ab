"""What the services answer, read strictly: a value as documented, or an error, and never junk."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.model import Conditions, FoundPlace, Place, WeatherError
from newsreader.weather.codes import weather_word
from newsreader.weather.met_norway import met_norway_url
from newsreader.weather.met_norway import read_met_norway as read_all_of_met_norway
from newsreader.weather.open_meteo import open_meteo_url
from newsreader.weather.open_meteo import read_open_meteo as read_all_of_open_meteo
from newsreader.weather.places import read_places, search_url
from weather.standins import KHANKENDI, found, met_norway, open_meteo

NOW = datetime(2023, 3, 30, 12, 7, tzinfo=UTC)
HOUR = timedelta(hours=1)
STEPANAKERT = Place("Stepanakert", 39.81771234, 46.75281234)


def read_open_meteo(body: bytes, now: datetime) -> Conditions:
    return read_all_of_open_meteo(body, now).conditions


def read_met_norway(body: bytes, now: datetime) -> Conditions:
    return read_all_of_met_norway(body, now).conditions


def dumped(value: object) -> bytes:
    return json.dumps(value).encode()


def without(value: object, *path: str | int) -> bytes:
    """Return ``value`` in JSON, less what stands at ``path``."""
    copy = inner = json.loads(json.dumps(value))
    for step in path[:-1]:
        inner = inner[step]
    del inner[path[-1]]
    return dumped(copy)


def test_open_meteo_is_asked_as_it_documents() -> None:
    url = open_meteo_url("https://weather.example/v1/forecast", STEPANAKERT)
    assert url.startswith("https://weather.example/v1/forecast?latitude=39.8177&longitude=46.7528&current=temper")
    assert url.endswith("&wind_speed_unit=ms&timezone=auto&timeformat=unixtime")
    assert open_meteo_url("https://weather.example/f?apikey=1#x", STEPANAKERT).startswith(
        "https://weather.example/f?apikey=1&latitude=39.8177&"
    )


def test_met_norway_is_asked_with_four_decimals() -> None:
    url = met_norway_url("https://met.example/compact", Place("X", -0.00001, 179.99996))
    assert url == "https://met.example/compact?lat=-0.0000&lon=180.0000"


def test_conditions_of_open_meteo() -> None:
    at = NOW - timedelta(minutes=7)
    assert read_open_meteo(dumped(open_meteo(at, 18)), NOW) == Conditions(
        18.0, at, NOW, "Open-Meteo", 2, is_day=True
    )


def test_conditions_of_met_norway() -> None:
    at = NOW.replace(minute=0)
    body = dumped(met_norway(at, 17.6, 99, symbol="lightrainshowers_night"))
    assert read_met_norway(body, NOW) == Conditions(17.6, at, NOW, "MET Norway", 80, is_day=False, wind=2.7)


def test_of_a_kept_forecast_the_hour_that_has_begun_counts() -> None:
    body = dumped(met_norway(NOW.replace(minute=0) - 3 * HOUR, 10, 11, 12, 13, 14))
    assert read_met_norway(body, NOW).temperature == 13
    assert read_met_norway(body, NOW - 2 * HOUR).temperature == 11
    assert read_met_norway(body, NOW - 4 * HOUR).temperature == 10  # the first, when none has begun


@pytest.mark.parametrize("temperature", ["18.0", None, True, [18], {}, -95.1, 60.1, 1e308, 10**400, "NaN"])
def test_a_temperature_that_cannot_be_is_an_error(temperature: object) -> None:
    with pytest.raises(WeatherError, match="temperature"):
        read_open_meteo(dumped(open_meteo(NOW, temperature)), NOW)
    with pytest.raises(WeatherError, match="temperature"):
        read_met_norway(dumped(met_norway(NOW, temperature)), NOW)


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_numbers_that_are_none_are_an_error(constant: str) -> None:
    with pytest.raises(WeatherError):
        read_open_meteo(dumped(open_meteo(NOW, 12345)).replace(b"12345", constant.encode()), NOW)
    with pytest.raises(WeatherError):
        read_met_norway(dumped(met_norway(NOW, 12345)).replace(b"12345", constant.encode()), NOW)


@pytest.mark.parametrize(
    "body", [b"", b"<!DOCTYPE html><p>x", b"null", b"[]", b"3", b"\xff\xfe", b"[" * 100_000, b"{"]
)
@pytest.mark.parametrize("read", [read_open_meteo, read_met_norway])
def test_what_is_not_an_answer_is_an_error(read: Callable[[bytes, datetime], Conditions], body: bytes) -> None:
    with pytest.raises(WeatherError):
        read(body, NOW)


@pytest.mark.parametrize("path", [("current",), ("current", "temperature_2m"), ("current", "time")])
def test_open_meteo_without_what_is_needed(path: tuple[str, ...]) -> None:
    with pytest.raises(WeatherError, match=rf"without current\.|{path[-1]}"):
        read_open_meteo(without(open_meteo(NOW), *path), NOW)


HOUR_0 = ("properties", "timeseries", 0)


@pytest.mark.parametrize(
    "path",
    [
        ("properties",),
        ("properties", "timeseries"),
        HOUR_0,
        (*HOUR_0, "time"),
        (*HOUR_0, "data"),
        (*HOUR_0, "data", "instant"),
        (*HOUR_0, "data", "instant", "details"),
        (*HOUR_0, "data", "instant", "details", "air_temperature"),
    ],
)
def test_met_norway_without_what_is_needed(path: tuple[str | int, ...]) -> None:
    with pytest.raises(WeatherError, match="MET Norway"):
        read_met_norway(without(met_norway(NOW, 18), *path), NOW)


def test_what_is_only_nice_to_have_may_be_missing() -> None:
    for key in ("weather_code", "is_day"):
        assert read_open_meteo(without(open_meteo(NOW), "current", key), NOW).temperature == 18
    assert read_open_meteo(without(open_meteo(NOW), "current_units"), NOW).temperature == 18
    bare = read_met_norway(without(met_norway(NOW, 18), *HOUR_0, "data", "next_1_hours"), NOW)
    assert (bare.temperature, bare.code, bare.is_day) == (18, None, None)


@pytest.mark.parametrize(("code", "day"), [("2", "1"), (True, None), (-1, 2), (100, 0.5), (2.5, [])])
def test_junk_in_what_is_only_nice_to_have_is_left_out(code: object, day: object) -> None:
    known = read_open_meteo(dumped(open_meteo(NOW, weather_code=code, is_day=day)), NOW)
    assert (known.temperature, known.code, known.is_day) == (18, None, None)


@pytest.mark.parametrize("age", [6.1 * HOUR, timedelta(days=10_000), -2 * HOUR, timedelta(days=-10_000)])
def test_the_weather_of_another_time_is_an_error(age: timedelta) -> None:
    with pytest.raises(WeatherError, match="another time"):
        read_open_meteo(dumped(open_meteo(NOW - age)), NOW)
    with pytest.raises(WeatherError, match="another time"):
        read_met_norway(dumped(met_norway(NOW - age, 18)), NOW)


@pytest.mark.parametrize("time", [10**30, -(10**30), 10**400, 1e300, "1680177600", "2023-03-30T12:00", None, True])
def test_a_time_that_is_none_is_an_error(time: object) -> None:
    with pytest.raises(WeatherError, match="time"):
        read_open_meteo(dumped(open_meteo(NOW, time=time)), NOW)


@pytest.mark.parametrize("time", ["2023-03-30T12:00:00", "noon", 1680177600, None, "0001-01-01T00:00:00+23:00"])
def test_a_time_without_a_zone_is_an_error(time: object) -> None:
    forecast = json.loads(json.dumps(met_norway(NOW, 18)))
    forecast["properties"]["timeseries"][0]["time"] = time
    with pytest.raises(WeatherError, match="time"):
        read_met_norway(dumped(forecast), NOW)


def test_another_unit_is_an_error() -> None:
    fahrenheit = open_meteo(NOW, 50) | {"current_units": {"temperature_2m": "°F"}}
    with pytest.raises(WeatherError, match="not in °C"):
        read_open_meteo(dumped(fahrenheit), NOW)
    with pytest.raises(WeatherError, match="not in °C"):
        read_met_norway(dumped(met_norway(NOW, 50)).replace(b"celsius", b"kelvin"), NOW)


def test_the_services_own_reason_is_told_without_what_could_act() -> None:
    no = {"error": True, "reason": "Latitude must be\u001b[2J in range"}
    with pytest.raises(WeatherError, match=r"Open-Meteo says: Latitude must be\[2J in range"):
        read_open_meteo(dumped(no), NOW)


def test_places_are_found_with_their_regions() -> None:
    other = {"name": "Stepanakert", "latitude": 1, "longitude": 2, "country": "Elsewhere", "admin1": "Elsewhere"}
    assert read_places(dumped(found(KHANKENDI, other))) == (
        FoundPlace(Place("Khankendi", 39.8177, 46.7528, "AZ", zone="Asia/Baku"), "Xankəndi, Azerbaijan"),
        FoundPlace(Place("Stepanakert", 1.0, 2.0), "Elsewhere"),
    )


def test_a_place_goes_by_the_name_the_reader_uses() -> None:
    (khankendi,) = read_places(dumped(found(KHANKENDI)))
    named = khankendi.called(" Stepanakert\n")
    assert named == Place("Stepanakert", 39.8177, 46.7528, "AZ", zone="Asia/Baku")
    assert khankendi.called(" ").name == "Khankendi"


def test_nothing_found() -> None:
    assert read_places(dumped(found())) == ()
    assert read_places(b'{"results": []}') == ()


@pytest.mark.parametrize(
    "change",
    [
        {"name": ""},
        {"name": None},
        {"latitude": "39.8"},
        {"latitude": 90.1},
        {"longitude": None},
        {"longitude": -181},
        {"longitude": True},
    ],
)
def test_a_place_that_cannot_be_is_an_error(change: dict[str, object]) -> None:
    with pytest.raises(WeatherError):
        read_places(dumped(found({**KHANKENDI, **change})))


@pytest.mark.parametrize(
    "body", [b"[]", b'{"results": {}}', b'{"results": [3]}', b'{"error": true}', b"<html>", b""]
)
def test_what_is_no_search_result_is_an_error(body: bytes) -> None:
    with pytest.raises(WeatherError):
        read_places(body)


def test_names_of_places_are_clean() -> None:
    (place,) = read_places(dumped(found({**KHANKENDI, "name": "A\u202eB\n", "country_code": "aze"})))
    assert (place.place.name, place.place.country) == ("AB", "")


def test_the_search_is_asked_as_it_documents() -> None:
    url = search_url("https://geo.example/v1/search", "St. John’s & co", 5)
    assert url == ("https://geo.example/v1/search?name=St.+John%E2%80%99s+%26+co&count=5&language=en&format=json")


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
REAL = [open_meteo(NOW), met_norway(NOW, 18.0, 19.0), found(KHANKENDI)]


def _paths(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    inner = [deeper for step, part in steps for deeper in _paths(part, (*path, step))]
    return [path, *inner] if path else inner


@settings(max_examples=300)
@given(st.data())
def test_junk_anywhere_is_an_error_or_left_out(data: st.DataObject) -> None:
    copy = inner = json.loads(json.dumps(data.draw(st.sampled_from(REAL))))
    path = data.draw(st.sampled_from(_paths(copy)))
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = data.draw(JUNK)
    for read in (read_open_meteo, read_met_norway):
        try:
            known = read(dumped(copy), NOW)
        except WeatherError:
            continue
        assert -95 <= known.temperature <= 60
        assert abs(known.observed_at - NOW) <= 6 * HOUR
        assert known.code is None or 0 <= known.code <= 99
    try:
        places = read_places(dumped(copy))
    except WeatherError:
        return
    assert all(place.place.name and abs(place.place.latitude) <= 90 for place in places)


@pytest.mark.parametrize(
    ("symbol", "word", "day"),
    [
        ("clearsky_day", "clear", True),
        ("fair_night", "mainly clear", False),
        ("partlycloudy_polartwilight", "partly cloudy", False),
        ("cloudy", "overcast", None),
        ("fog", "fog", None),
        ("heavyrain", "rain", None),
        ("lightssleetshowersandthunder_day", "thunderstorm", True),
        ("sleet", "sleet", None),
        ("snowshowers_night", "snow showers", False),
        ("frogs_noon", "", None),
    ],
)
def test_symbols_become_codes_and_words(symbol: str, word: str, day: bool | None) -> None:
    known = read_met_norway(dumped(met_norway(NOW, 1, symbol=symbol)), NOW)
    assert (weather_word(known.code), known.is_day) == (word, day)


def test_every_code_of_the_list_has_a_word() -> None:
    listed = "0 1 2 3 45 48 51 53 55 56 57 61 63 65 66 67 71 73 75 77 80 81 82 85 86 95 96 99"
    assert all(weather_word(int(code)) for code in listed.split())
    assert weather_word(None) == weather_word(4) == ""
