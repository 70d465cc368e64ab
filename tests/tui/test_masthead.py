"""The header bar: all of it where there is room, and what gives way first where there is not."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from newsreader.model import HeadlineQuery, View
from newsreader.newsroom import Masthead as MastheadText
from newsreader.tui.screens.front import front_of, seconds_until
from newsreader.tui.screens.listing import merged, state_words
from newsreader.tui.widgets.masthead import Front, masthead_parts
from newsreader.tui.widgets.times import age, clock_or_day, in_words
from support.newsroom_double import NOON

DATES = ("Thursday, 30 March, 2023", "Thu 30 March 2023", "Thu 30 Mar", "30 Mar")
FRONT = Front(DATES, "In Stepanakert: +18\u00a0°C", "+18\u00a0°C")
STATES = ("4 unread of 12 · refreshed 10:52", "4 unread of 12", "4 unread")


def line(front: Front, width: int, states: tuple[str, ...] = STATES) -> tuple[str, str]:
    parts, state = masthead_parts(front, states, width)
    return "".join(text for _, text in parts), state


def test_the_right_side_gives_way_first_then_the_date_then_the_weather() -> None:
    full = "Thursday, 30 March, 2023 · In Stepanakert: +18 °C"
    assert line(FRONT, 118) == (full, STATES[0])
    assert line(FRONT, 70) == (full, STATES[1])
    assert line(FRONT, 60) == (full, STATES[2])
    assert line(FRONT, 50) == (full, "")
    assert line(FRONT, 44) == ("Thu 30 March 2023 · In Stepanakert: +18 °C", "")
    assert line(FRONT, 36) == ("Thu 30 Mar · In Stepanakert: +18 °C", "")
    assert line(FRONT, 34) == ("Thu 30 Mar · +18 °C", "")
    assert line(FRONT, 15) == ("30 Mar · +18 °C", "")
    assert line(FRONT, 12) == ("Thu 30 Mar", "")
    assert line(FRONT, 6) == ("30 Mar", "")
    assert line(FRONT, 3) == ("", "")


def test_a_language_with_fewer_forms_has_its_shortest_beside_the_temperature() -> None:
    front = Front(("2023年3月30日木曜日", "3月30日"), "Stepanakert: +18 °C", "+18 °C")
    assert line(front, 60)[0] == "2023年3月30日木曜日 · Stepanakert: +18 °C"
    assert line(front, 34)[0] == "3月30日 · Stepanakert: +18 °C"
    assert line(front, 20)[0] == "3月30日 · +18 °C"


@settings(max_examples=80)
@given(st.text(max_size=30), st.text(max_size=30), st.integers(0, 120))
def test_it_never_takes_more_than_its_width(weather: str, state: str, width: int) -> None:
    left, right = line(Front(DATES, weather, "+18"), width, (state.replace("\n", " "),))
    assert cell_len(left) + cell_len(right) <= max(width, 0)


def test_what_is_uncertain_is_dim() -> None:
    stale, _ = masthead_parts(Front(DATES, "In Yerevan: +18 °C (14:05)", "+18 °C", stale=True), (), 100)
    assert ("dim", "+18 °C") in stale
    guessed = MastheadText(DATES, NOON, "Yerevan", "+18 °C", guessed=True, text="In Yerevan: +18 °C")
    guess, _ = masthead_parts(front_of(guessed), (), 100)
    assert ("dim", "In Yerevan?: ") in guess
    assert ("temperature", "+18 °C") in guess
    alone, _ = masthead_parts(front_of(guessed), (), 20)
    assert ("dim", "+18 °C") in alone, "without the place nothing else says that it is a guess"


def test_a_place_unknown_leaves_the_date_alone() -> None:
    assert line(Front(DATES), 118) == (DATES[0], STATES[0])


def test_it_waits_for_midnight_and_a_little_more() -> None:
    assert seconds_until(NOON, NOON - timedelta(seconds=1)) == 1.05
    assert seconds_until(NOON, NOON.replace(hour=23)) == 0.05


def test_the_state_of_each_view() -> None:
    assert state_words(HeadlineQuery(), 4, 12, "refreshed 10:52") == STATES
    assert state_words(HeadlineQuery(View.BOOKMARKS), 0, 3, "") == ("3 kept",)
    assert state_words(HeadlineQuery(search="lamp"), 1, 3, "") == ("3 for “lamp”", "3 found")


def test_new_headlines_come_on_top_and_gone_ones_go() -> None:
    assert merged((5, 4, 3), (7, 5, 6, 3), keep={4}) == (7, 6, 5, 4, 3)
    assert merged((5, 4, 3), (5, 3), keep=()) == (5, 3)


def test_moments_in_words() -> None:
    zone = timezone(timedelta(hours=4))
    then = datetime(2023, 3, 30, 6, 40, tzinfo=UTC)
    assert [in_words(then - timedelta(days=days), NOON) for days in (-1, 0, 1, 2, 6, 7, 366)] == [
        "31 March", "today, 10:40", "yesterday, 10:40", "Tuesday, 10:40", "Friday, 10:40", "23 March",
        "29 March 2022",
    ]  # fmt: skip
    assert clock_or_day(then, NOON) == "10:40"
    assert clock_or_day(then - timedelta(days=1), NOON) == "29 Mar"
    now = datetime(2023, 3, 30, 10, 52, tzinfo=zone)
    assert [age(now - timedelta(minutes=minutes), now) for minutes in (-5, 0, 12, 60, 1439, 1440, 9999)] == [
        "now", "now", "12 min", "1 h", "23 h", "1 d", "6 d",
    ]  # fmt: skip
    assert age(now - timedelta(days=8), now) == "22 Mar"
    assert age(now - timedelta(days=400), now) == "23 Feb 2022"
