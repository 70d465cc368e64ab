"""The line of place and temperature, by the age of what is known."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.model import Conditions, Place, Units
from newsreader.weather import WeatherLine, weather_line

NOW = datetime(2023, 3, 30, 12, 0, tzinfo=UTC)
STEPANAKERT = Place("Stepanakert", 39.8177, 46.7528)
YEREVAN = Place("Yerevan", 40.18, 44.51, "AM", guessed=True)
KARABAKH = timezone(timedelta(hours=4))
SP = "\u00a0"


def conditions(age: timedelta, celsius: float = 18.0) -> Conditions:
    return Conditions(celsius, NOW - age, NOW - age, "Open-Meteo")


def line(place: Place | None, known: Conditions | None, units: Units = Units.AUTO, home: str = "") -> WeatherLine:
    return weather_line(place, known, NOW, units, zone=KARABAKH, home_country=home)


def test_fresh() -> None:
    assert line(STEPANAKERT, conditions(timedelta(minutes=90))) == WeatherLine(
        f"In Stepanakert: +18{SP}°C", "Stepanakert", f"+18{SP}°C", stale=False, guessed=False, known=True
    )


def test_older_than_90_minutes_it_has_its_time_in_the_readers_zone() -> None:
    found = line(STEPANAKERT, conditions(timedelta(hours=1, minutes=55)))
    assert found.text == f"In Stepanakert: +18{SP}°C (14:05)"
    assert (found.stale, found.known) == (True, True)


def test_without_a_zone_the_time_is_in_that_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    known = conditions(timedelta(hours=2))
    local = known.observed_at.astimezone()
    assert weather_line(STEPANAKERT, known, NOW, Units.AUTO).temperature == f"+18{SP}°C ({local:%H:%M})"


@pytest.mark.parametrize(
    "known", [None, conditions(timedelta(hours=6, seconds=1)), conditions(-timedelta(hours=2))]
)
def test_older_than_six_hours_or_never_known(known: Conditions | None) -> None:
    found = line(STEPANAKERT, known)
    assert found.text == f"In Stepanakert: —{SP}°C"
    assert (found.stale, found.known) == (True, False)


def test_an_unknown_place_says_nothing() -> None:
    assert line(None, conditions(timedelta())) == WeatherLine()
    assert line(None, None).text == ""


def test_a_guess_is_shown_as_one() -> None:
    found = line(YEREVAN, conditions(timedelta()))
    assert (found.text, found.place, found.guessed) == (f"In Yerevan?: +18{SP}°C", "Yerevan", True)


def test_the_unit_goes_by_the_country_of_the_place_then_of_the_reader() -> None:
    assert line(replace(STEPANAKERT, country="US"), conditions(timedelta())).temperature == f"+64{SP}°F"
    assert line(STEPANAKERT, conditions(timedelta()), home="US").temperature == f"+64{SP}°F"
    assert line(YEREVAN, conditions(timedelta()), home="US").temperature == f"+18{SP}°C"
    assert line(STEPANAKERT, conditions(timedelta()), Units.IMPERIAL).temperature == f"+64{SP}°F"
    assert line(STEPANAKERT, None, Units.IMPERIAL).temperature == f"—{SP}°F"


def test_a_name_cannot_act_on_the_terminal() -> None:
    assert line(Place("A\x1b]0;x\x07\nB", 0, 0), None).place == "A]0;x B"


def test_ascii() -> None:
    found = weather_line(STEPANAKERT, conditions(timedelta(), -3), NOW, Units.AUTO, ascii_only=True)
    assert found.text == "In Stepanakert: -3 C"


@settings(max_examples=200)
@given(
    age=st.timedeltas(-timedelta(days=2), timedelta(days=2)),
    celsius=st.floats(-95, 60),
    guessed=st.booleans(),
    offset=st.integers(-12, 14),
)
def test_every_age_follows_the_rule(age: timedelta, celsius: float, guessed: bool, offset: int) -> None:
    zone = timezone(timedelta(hours=offset))
    known = conditions(age, celsius)
    found = weather_line(replace(STEPANAKERT, guessed=guessed), known, NOW, Units.AUTO, zone=zone)
    assert found.text == f"In Stepanakert{'?' * guessed}: {found.temperature}"
    assert (found.guessed, found.place) == (guessed, "Stepanakert")
    assert found.known == (-timedelta(minutes=90) <= age <= timedelta(hours=6))
    assert found.stale == (not found.known or age > timedelta(minutes=90))
    assert ("(" in found.temperature) == (found.known and found.stale)
    if found.known and found.stale:
        assert found.temperature.endswith(f"({known.observed_at.astimezone(zone):%H:%M})")
