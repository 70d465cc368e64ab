"""The weather card: what it draws at every width, and the way from place to place."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from newsreader.model import (
    DayShown,
    FoundPlace,
    HourShown,
    Place,
    WeatherCard,
)
from newsreader.tui.screens import place_search
from newsreader.tui.screens.place_search import by_hand, called, label
from newsreader.tui.terminal.filters import Characters
from newsreader.tui.terminal.nearest import ascii_only, console_font
from newsreader.tui.widgets.weather_lines import BAR, EIGHTHS, GROUND, weather_lines
from support.newsroom_double import NewsroomDouble, headline
from support.on_screen import press, reading, settled, shown
from support.weather_double import CARD, GORIS, HOURS, WeatherDouble

LOWS, HIGHS = st.integers(-90, 0), st.integers(0, 60)


def text(card: WeatherCard, width: int) -> str:
    return "\n".join("".join(part.text for part in line) for line in weather_lines(card, width))


def test_all_of_it_stands_on_the_card() -> None:
    drawn = text(CARD, 88)
    for words in (
        "Stepanakert", "+18 °C  partly cloudy", "feels like +17 °C · wind 10 km/h", "sun 06:56 to 19:24",
        "The next 24 hours", "▁", "█", "The next days", "Thu 6 Mar", "+16", "light rain 40%", "CC BY 4.0",
        "https://open-meteo.com/", "measured 14:00",
    ):  # fmt: skip
        assert words in drawn


@settings(max_examples=100)
@given(
    st.integers(20, 130),
    st.builds(
        WeatherCard,
        place=st.text(max_size=30),
        others=st.lists(st.text(max_size=20), max_size=5).map(tuple),
        shown=st.integers(0, 4),
        temperature=st.sampled_from(["+18 °C", "−5 °C (14:05)", "— °C"]),
        details=st.lists(st.text(max_size=60), max_size=4).map(tuple),
        hours=st.lists(st.sampled_from([*HOURS, HourShown("03", -40, "−40")]), max_size=24).map(tuple),
        days=st.lists(
            st.builds(DayShown, st.text(max_size=30), LOWS, HIGHS, st.just("−9"), st.just("+9")),
            max_size=7,
        ).map(tuple),
        failure=st.text(max_size=90),
    ),
)  # fmt: skip
def test_no_line_is_wider_than_the_card(width: int, card: WeatherCard) -> None:
    for line in weather_lines(card, width):
        assert sum(cell_len(part.text) for part in line) <= width


@pytest.mark.parametrize(
    ("has", "eighths", "bar"), [(ascii_only, " ..:::###", "-="), (console_font, " ..▄▄▄███", "─═")]
)
def test_a_poor_terminal_draws_the_charts_too(has: Callable[[str], bool], eighths: str, bar: str) -> None:
    nearest = Characters(has)

    def drawn(text: str) -> str:
        return "".join(segment.text for segment in nearest.apply([Segment(text)], Color(0, 0, 0)))

    assert (drawn(EIGHTHS), drawn(GROUND + BAR)) == (eighths, bar), "higher is never lower, a bar is no ground"
    assert drawn("+18\u00a0°C") == ("+18 C " if has is ascii_only else "+18\u00a0°C")
    assert drawn("−5 °F · — °C") == ("-5 F  - - C " if has is ascii_only else "-5 °F · - °C")


async def test_it_comes_and_goes_and_asks_once() -> None:
    newsroom = NewsroomDouble([headline(1)])
    newsroom.masthead_desk = desk = WeatherDouble("Stepanakert")
    async with reading(newsroom) as pilot:
        await press(pilot, "w")
        assert "The next 24 hours" in shown(pilot)
        assert desk.asked == ["card"]
        await press(pilot, "w")
        assert "The next 24 hours" not in shown(pilot)


async def test_from_place_to_place() -> None:
    newsroom = NewsroomDouble([headline(1)])
    newsroom.masthead_desk = desk = WeatherDouble("Stepanakert", "Yerevan")
    async with reading(newsroom) as pilot:
        await press(pilot, "w", "right_square_bracket")
        assert desk.at == 1
        await press(pilot, "left_square_bracket", "d")
        assert desk.names == ["Yerevan"]
        assert "Stepanakert" not in "\n".join(shown(pilot).splitlines()[1:])


async def test_a_key_is_named_where_it_does_something() -> None:
    newsroom = NewsroomDouble([headline(1)])
    newsroom.masthead_desk = WeatherDouble("Stepanakert")
    async with reading(newsroom) as pilot:
        await press(pilot, "w")
        assert "d take this one away" in shown(pilot)
        assert "from place to place" not in shown(pilot)
        await press(pilot, "d")
        assert "take this one away" not in shown(pilot)


async def test_a_place_is_looked_up_as_it_is_typed_and_taken() -> None:
    newsroom = NewsroomDouble([headline(1)])
    newsroom.masthead_desk = desk = WeatherDouble()
    async with reading(newsroom) as pilot:
        await press(pilot, "w")
        assert "Press / and type" in shown(pilot)
        await press(pilot, "slash", *"gori")
        assert [one for one in desk.asked if one != "card"] == ["gori"], "once, when the typing rests"
        assert "Goris · Syunik, Armenia" in shown(pilot)
        await press(pilot, "down", "up", "enter")
        assert desk.names == ["Goris"]
        assert "The next 24 hours" in shown(pilot)


async def test_enter_looks_at_once_and_a_second_one_takes_it() -> None:
    newsroom = NewsroomDouble([headline(1)])
    newsroom.masthead_desk = desk = WeatherDouble("Stepanakert")
    async with reading(newsroom) as pilot:
        await press(pilot, "w", "slash")
        await pilot.press(*"gori", "enter", "enter")
        await settled(pilot)
        assert desk.names == ["Stepanakert", "Goris"]


async def test_what_is_not_wanted_any_more_is_not_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place_search, "TYPED", 5.0)  # longer than any machine takes for the keys
    newsroom = NewsroomDouble([headline(1)])
    newsroom.masthead_desk = desk = WeatherDouble("Stepanakert")
    async with reading(newsroom) as pilot:
        await press(pilot, "w", "slash")
        await pilot.press(*"39.5 46.3")
        await settled(pilot)
        assert "39.5, 46.3, at 39.5, 46.3" in shown(pilot)
        assert set(desk.asked) == {"card"}
        await pilot.press("home", *["delete"] * 9, *"go", "backspace")
        await settled(pilot)
        assert set(desk.asked) == {"card"}


async def test_what_is_not_found_is_told_and_escape_leads_back() -> None:
    newsroom = NewsroomDouble([headline(1)])
    newsroom.masthead_desk = WeatherDouble("Stepanakert")
    async with reading(newsroom) as pilot:
        await press(pilot, "w", "slash", *"nowhere")
        assert "nowhere: no place of this name is known" in shown(pilot)
        await press(pilot, "enter", "escape")
        assert "The next 24 hours" in shown(pilot)
        await press(pilot, "escape")
        assert "The next 24 hours" not in shown(pilot)


async def test_settings_that_cannot_be_written_are_told() -> None:
    newsroom = NewsroomDouble([headline(1)])
    newsroom.masthead_desk = desk = WeatherDouble("Stepanakert")
    desk.refuse = "cannot be written (No space left on device)"
    async with reading(newsroom) as pilot:
        await press(pilot, "w", "slash", *"39.5,46.3", "enter")
        assert "No space left on device" in shown(pilot)


@pytest.mark.parametrize(
    ("typed", "name", "latitude", "longitude"),
    [
        ("39.82, 46.75", "39.82, 46.75", 39.82, 46.75),
        ("39.82 46.75 Stepanakert", "Stepanakert", 39.82, 46.75),
        ("-33,151,Sydney", "Sydney", -33, 151),
    ],
)
def test_coordinates_by_hand(typed: str, name: str, latitude: float, longitude: float) -> None:
    assert by_hand(typed) == Place(name, latitude, longitude)


@pytest.mark.parametrize("typed", ["", "39.82", "91, 0", "0, 181", "Paris, 75", "1,2,3", "٣, ٤"])
def test_what_is_no_place_on_the_globe_is_looked_up(typed: str) -> None:
    assert by_hand(typed) is None


@pytest.mark.parametrize(
    ("typed", "name"),
    [("Stepanakert", "Stepanakert"), ("gor", "Goris"), ("goris", "Goris"), ("GORIS", "GORIS"), ("Գորիս", "Գորիս")],
)
def test_the_readers_spelling_is_kept(typed: str, name: str) -> None:
    assert called(FoundPlace(GORIS), typed).name == name


def test_namesakes_are_told_apart() -> None:
    assert label(FoundPlace(GORIS, "Syunik, Armenia")) == "Goris · Syunik, Armenia"
