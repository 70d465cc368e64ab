"""A temperature as the header writes it."""

import re
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.model import Units
from newsreader.weather import COLDEST, HOTTEST, shown_degrees, shown_unit, shown_units, temperature_text

CELSIUS = st.floats(COLDEST, HOTTEST)


@pytest.mark.parametrize(
    ("celsius", "text"),
    [
        (18.0, "+18\u00a0°C"),
        (0.0, "0\u00a0°C"),
        (-0.0, "0\u00a0°C"),
        (0.4, "0\u00a0°C"),
        (-0.4, "0\u00a0°C"),
        (0.5, "+1\u00a0°C"),
        (-0.5, "\u22121\u00a0°C"),
        (1.5, "+2\u00a0°C"),
        (2.5, "+3\u00a0°C"),
        (-2.5, "\u22123\u00a0°C"),
        (-17.49, "\u221217\u00a0°C"),
        (None, "—\u00a0°C"),
        (float("nan"), "—\u00a0°C"),
        (float("inf"), "—\u00a0°C"),
    ],
)
def test_degrees_celsius(celsius: float | None, text: str) -> None:
    assert temperature_text(celsius, Units.METRIC, "") == text


@pytest.mark.parametrize(
    ("celsius", "text"),
    [
        (18.0, "+64\u00a0°F"),
        (-17.5, "+1\u00a0°F"),
        (-17.8, "0\u00a0°F"),
        (-40, "\u221240\u00a0°F"),
        (2.5, "+37\u00a0°F"),
    ],
)
def test_degrees_fahrenheit(celsius: float, text: str) -> None:
    assert temperature_text(celsius, Units.IMPERIAL, "AM") == text


def test_ascii_for_a_terminal_that_knows_nothing_else() -> None:
    assert temperature_text(18, Units.METRIC, "", ascii_only=True) == "+18 C"
    assert temperature_text(-5, Units.METRIC, "", ascii_only=True) == "-5 C"
    assert temperature_text(0, Units.IMPERIAL, "", ascii_only=True) == "+32 F"
    assert temperature_text(None, Units.METRIC, "", ascii_only=True) == "-- C"


@pytest.mark.parametrize("country", ["US", "BS", "BZ", "KY", "PR", "PW"])
def test_fahrenheit_where_people_are_used_to_it(country: str) -> None:
    assert shown_units(Units.AUTO, country) is Units.IMPERIAL
    assert shown_unit(Units.AUTO, country) == "°F"
    assert shown_unit(Units.METRIC, country) == "°C"


@pytest.mark.parametrize("country", ["AM", "GB", "LR", "MM", "CA", "", "us"])
def test_celsius_everywhere_else(country: str) -> None:
    assert shown_unit(Units.AUTO, country) == "°C"
    assert shown_unit(Units.IMPERIAL, country) == "°F"


@settings(max_examples=200)
@given(
    celsius=CELSIUS, units=st.sampled_from(Units), country=st.sampled_from(["", "US", "AM"]), plain=st.booleans()
)
def test_every_temperature_has_its_one_form(celsius: float, units: Units, country: str, plain: bool) -> None:
    text = temperature_text(celsius, units, country, ascii_only=plain)
    form = r"(0|[+-][1-9][0-9]{0,2}) [CF]" if plain else r"(0|[+\u2212][1-9][0-9]{0,2})\u00a0°[CF]"
    match = re.fullmatch(form, text)
    assert match
    assert text.isascii() == plain
    assert text.endswith(shown_unit(units, country)[1:])
    assert int(match[1].replace("\u2212", "-")) == shown_degrees(celsius, units, country)


@settings(max_examples=200)
@given(st.integers(int(COLDEST * 10), int(HOTTEST * 10)))
def test_rounding_is_half_away_from_zero(tenths: int) -> None:
    celsius = tenths / 10
    assert shown_degrees(celsius, Units.METRIC, "") == (abs(tenths) + 5) // 10 * (1 if tenths > 0 else -1)
    fahrenheit = (Decimal(tenths) * 18 / 100 + 32).to_integral_value(ROUND_HALF_UP)
    assert shown_degrees(celsius, Units.IMPERIAL, "") == fahrenheit


@settings(max_examples=100)
@given(CELSIUS)
def test_warmer_is_never_shown_as_colder(celsius: float) -> None:
    for units in (Units.METRIC, Units.IMPERIAL):
        assert shown_degrees(-celsius, Units.METRIC, "") == -shown_degrees(celsius, Units.METRIC, "")
        assert shown_degrees(celsius, units, "") <= shown_degrees(celsius + 0.1, units, "")
