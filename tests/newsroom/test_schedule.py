"""When a feed is asked again."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from newsreader.newsroom import schedule

NOW = datetime(2023, 3, 30, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
waits = st.none() | st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=400))


def test_the_longest_wish_counts() -> None:
    assert schedule.after_success(NOW, HOUR) == NOW + HOUR
    assert schedule.after_success(NOW, HOUR, ttl=3 * HOUR, fresh_for=2 * HOUR) == NOW + 3 * HOUR
    assert schedule.after_success(NOW, HOUR, ttl=HOUR / 2) == NOW + HOUR


def test_failures_double_the_wait_up_to_a_day() -> None:
    waited = [schedule.after_failure(NOW, HOUR, failures=n) - NOW for n in (1, 2, 3, 9, 400)]
    assert waited == [HOUR, 2 * HOUR, 4 * HOUR, 24 * HOUR, 24 * HOUR]


def test_a_server_that_asks_for_rest_gets_it() -> None:
    assert schedule.after_failure(NOW, HOUR, failures=1, retry_after=5 * HOUR) == NOW + 5 * HOUR


@given(every=st.timedeltas(min_value=timedelta(minutes=1), max_value=timedelta(days=7)), ttl=waits, fresh=waits)
def test_no_feed_is_forgotten_nor_hammered(
    every: timedelta, ttl: timedelta | None, fresh: timedelta | None
) -> None:
    wait = schedule.after_success(NOW, every, ttl=ttl, fresh_for=fresh) - NOW
    assert every <= wait <= max(every, schedule.LONGEST)
    wait = schedule.after_failure(NOW, every, failures=3, retry_after=fresh) - NOW
    assert every <= wait <= max(every, schedule.LONGEST)
