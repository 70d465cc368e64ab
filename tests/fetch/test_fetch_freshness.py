"""How long servers ask to be left alone."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.fetch import Response
from newsreader.fetch.freshness import http_date, retry_after

NOW = datetime(2023, 3, 30, 12, 0, tzinfo=UTC)
DATE = "Thu, 30 Mar 2023 12:00:00 GMT"
LATER = "Thu, 30 Mar 2023 13:00:00 GMT"


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, None),
        ({"cache-control": "max-age=60"}, timedelta(minutes=1)),
        ({"cache-control": "public,MAX-AGE = 60", "age": "20"}, timedelta(seconds=40)),
        ({"cache-control": "max-age=60", "age": "90"}, timedelta(0)),
        ({"cache-control": 'max-age="60"'}, timedelta(minutes=1)),
        ({"cache-control": "s-maxage=60"}, None),
        ({"cache-control": "no-cache, max-age=60"}, timedelta(0)),
        ({"cache-control": "no-store"}, timedelta(0)),
        ({"cache-control": "max-age=99999999999999"}, timedelta(days=365)),
        ({"cache-control": "max-age=-5"}, None),
        ({"cache-control": "max-age=60", "expires": LATER, "date": DATE}, timedelta(minutes=1)),
        ({"expires": LATER, "date": DATE}, timedelta(hours=1)),
        ({"expires": DATE, "date": LATER}, timedelta(0)),
        ({"expires": "0", "date": DATE}, timedelta(0)),
        ({"expires": LATER}, None),
    ],
)
def test_freshness(headers: dict[str, str], expected: timedelta | None) -> None:
    assert Response("https://example.org/", 200, headers).fresh_for == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("120", timedelta(minutes=2)),
        (LATER, timedelta(hours=1)),
        ("Thu, 30 Mar 2023 11:00:00 GMT", timedelta(0)),
        ("9" * 50, timedelta(days=7)),
        ("soon", None),
        ("-5", None),
        ("²", None),
        ("", None),
    ],
)
def test_retry_after(value: str, expected: timedelta | None) -> None:
    assert retry_after({"retry-after": value}, NOW) == expected


@settings(max_examples=100)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_header_gives_a_time_in_bounds_or_none(one: str, other: str) -> None:
    headers = {"cache-control": f"max-age={one}", "age": other, "expires": one, "date": other, "retry-after": one}
    for time in (Response("", 200, headers).fresh_for, retry_after(headers, NOW)):
        assert time is None or timedelta(0) <= time <= timedelta(days=365)


def test_dates_without_a_zone_are_utc() -> None:
    assert http_date("Thu, 30 Mar 2023 12:00:00") == NOW
    assert http_date("Thu, 30 Mar 2023 14:00:00 +0200") == NOW
    assert http_date("Thu, 30 Mar 99999 14:00:00 GMT") is None
