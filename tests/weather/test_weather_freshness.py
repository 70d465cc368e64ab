"""When the weather may be asked for again."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.weather import Freshness

NOW = datetime(2023, 3, 30, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def after_failures(count: int, *, sent: bool = True) -> Freshness:
    state = Freshness()
    for _ in range(count):
        state = state.failed(NOW, sent=sent)
    return state


def test_at_first_it_may_be_asked_at_once() -> None:
    assert Freshness().may_ask(NOW)
    assert Freshness().next_ask(NOW) == NOW


def test_an_answer_is_fresh_for_15_minutes() -> None:
    state = Freshness().succeeded(NOW)
    assert not state.may_ask(NOW + 14.9 * MINUTE)
    assert state.next_ask(NOW + MINUTE) == NOW + 15 * MINUTE
    assert state.may_ask(NOW + 15 * MINUTE)


@pytest.mark.parametrize(
    ("failures", "sent", "minutes"),
    [
        *((count, True, minutes) for count, minutes in enumerate((15, 30, 60, 60, 60), 1)),
        *((count, False, minutes) for count, minutes in enumerate((1, 2, 4, 8, 16, 32, 60, 60), 1)),
        (500, True, 60),
        (500, False, 60),
    ],
)
def test_failures_double_the_pause_up_to_an_hour(failures: int, sent: bool, minutes: int) -> None:
    state = after_failures(failures, sent=sent)
    assert state.pause == minutes * MINUTE
    assert not state.may_ask(NOW + (minutes - 0.1) * MINUTE)
    assert state.may_ask(NOW + minutes * MINUTE)


def test_a_service_in_trouble_is_left_alone_as_long_as_ever_after_a_time_offline() -> None:
    assert after_failures(7, sent=False).failed(NOW).pause == 15 * MINUTE


def test_an_answer_ends_the_failures() -> None:
    assert after_failures(5).succeeded(NOW) == Freshness().succeeded(NOW)


def test_a_clock_that_was_set_back_does_not_silence_it() -> None:
    assert Freshness().succeeded(NOW + timedelta(days=400)).may_ask(NOW)


@settings(max_examples=100)
@given(st.integers(0, 20), st.booleans(), st.timedeltas(-timedelta(days=3), timedelta(days=3)))
def test_what_is_said_of_the_next_time_holds(failures: int, sent: bool, later: timedelta) -> None:
    state, now = after_failures(failures, sent=sent), NOW + later
    at = state.next_ask(now)
    assert now <= at <= now + timedelta(minutes=60)
    assert state.may_ask(at)
    assert state.may_ask(now) == (at == now)
