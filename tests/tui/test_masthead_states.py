"""Every state of the header bar at every width, as a table that a reader of it can judge.

What is dim stands in braces. ``PYTHONPATH=tests python tests/tui/test_masthead_states.py`` writes it anew.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from newsreader.model import Conditions, Place, Units
from newsreader.newsroom import Masthead
from newsreader.tui.screens.front import front_of
from newsreader.tui.widgets.masthead import masthead_parts
from newsreader.weather import date_forms, weather_line

TABLE = Path(__file__).with_name("golden") / "masthead.txt"
WIDTHS = (120, 80, 60, 44, 36, 24, 12)
THERE = ZoneInfo("Asia/Yerevan")
NOW = datetime(2023, 3, 30, 12, 0, tzinfo=UTC)
HOME = Place("Stepanakert", 39.8177, 46.7528, "AZ", zone="Asia/Baku")
GUESS = Place("Yerevan", 40.1833, 44.5, "AM", guessed=True)
STATES = ("14 unread of 120 · refreshed 15:42", "14 unread of 120", "14")


def masthead(place: Place | None, celsius: float | None, age: timedelta, language: str, units: Units) -> Masthead:
    """Return the line as the newsroom draws it."""
    seen = None if celsius is None else Conditions(celsius, NOW - age, NOW - age, "Open-Meteo")
    line = weather_line(place, seen, NOW, units, zone=THERE, language=language)
    here = NOW.astimezone(THERE)
    return Masthead(
        date_forms(here, language), here, line.place, line.temperature, line.stale, line.guessed, line.text
    )


FRESH = timedelta(minutes=5)
DRAWN = {
    "fresh": (HOME, 18.0, FRESH, "en", Units.METRIC),
    "zero": (HOME, -0.4, FRESH, "en", Units.METRIC),
    "half below zero": (HOME, -0.5, FRESH, "en", Units.METRIC),
    "below zero": (HOME, -17.5, FRESH, "en", Units.METRIC),
    "fahrenheit": (HOME, 18.0, FRESH, "en", Units.IMPERIAL),
    "old": (HOME, 18.0, timedelta(hours=2), "en", Units.METRIC),
    "too old": (HOME, 18.0, timedelta(hours=7), "en", Units.METRIC),
    "never known": (HOME, None, FRESH, "en", Units.METRIC),
    "a guess": (GUESS, 18.0, FRESH, "en", Units.METRIC),
    "a guess, nothing known": (GUESS, None, FRESH, "en", Units.METRIC),
    "no place": (None, None, FRESH, "en", Units.METRIC),
    **{language: (HOME, 18.0, FRESH, language, Units.METRIC) for language in ("hy", "ru", "fr", "de", "ar", "ja")},
}


def table() -> Iterator[str]:
    """Yield the lines of the table."""
    for name, state in DRAWN.items():
        yield f"{name}:"
        front = front_of(masthead(*state))
        for width in WIDTHS:
            parts, right = masthead_parts(front, STATES, width)
            left = "".join(f"{{{text}}}" if part == "dim" and text != " · " else text for part, text in parts)
            yield f"  {width:>3} |{left}{' ... ' if right else ''}{right}|"


def test_every_state_is_drawn_as_it_was() -> None:
    assert list(table()) == TABLE.read_text("utf-8").splitlines()


ZONES = st.sampled_from(["UTC", "Asia/Yerevan", "Pacific/Apia", "Asia/Kathmandu", "America/St_Johns"])
LANGUAGES = st.sampled_from(["en", "hy", "ru", "fr", "de", "ar", "ja", "fa", "th", "pt-BR"])


@settings(max_examples=200)
@given(
    celsius=st.none() | st.floats(-95, 60),
    width=st.integers(0, 200),
    language=LANGUAGES,
    zone=ZONES,
    age=st.timedeltas(timedelta(days=-1), timedelta(days=2)),
    units=st.sampled_from(Units),
    now=st.datetimes(datetime(1971, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001 - the zone is drawn beside it
    guessed=st.booleans(),
)
def test_whatever_is_known_the_line_fits_and_is_true(
    celsius: float | None,
    width: int,
    language: str,
    zone: str,
    age: timedelta,
    units: Units,
    now: datetime,
    guessed: bool,
) -> None:
    moment = now.replace(tzinfo=ZoneInfo(zone))
    place = Place("Stepanakert", 39.8177, 46.7528, guessed=guessed)
    seen = None if celsius is None else Conditions(celsius, moment - age, moment, "Open-Meteo")
    drawn = weather_line(place, seen, moment, units, language=language)
    forms = date_forms(moment, language)
    line = Masthead(forms, moment, drawn.place, drawn.temperature, drawn.stale, guessed, drawn.text)
    parts, right = masthead_parts(front_of(line), STATES, width)
    left = "".join(text for _, text in parts)
    assert cell_len(left) + cell_len(right) + 2 * bool(right) <= max(width, 0)
    assert "-0" not in left
    assert "nan" not in left
    if not -timedelta(minutes=90) <= age <= timedelta(hours=6) or celsius is None:
        assert "—" in drawn.temperature, "what is too old, or of the future, is not shown"
    if drawn.stale or guessed:
        assert not any(part == "temperature" for part, _ in parts) or not drawn.stale
    if width >= 120:
        assert left.startswith(forms[0])


def test_the_states_on_the_right_never_push_the_line_about() -> None:
    front = front_of(masthead(*DRAWN["fresh"]))
    for width in range(121):
        lefts = {tuple(masthead_parts(front, states, width)[0]) for states in (STATES, ("refreshing",), ())}
        assert len(lefts) == 1


if __name__ == "__main__":
    TABLE.write_text("\n".join(table()) + "\n", "utf-8")
