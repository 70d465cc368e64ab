"""Dates, in every way that feeds have been seen to write them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.feeds.dates import parse_date


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        # RFC 822 and 2822
        ("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01 19:48:21"),
        ("Thu, 01 Jan 2004 19:48:21 +0530", "2004-01-01 14:18:21"),
        ("Thu, 01 Jan 04 19:48 EST", "2004-01-02 00:48:00"),
        ("01 Jan 99 19:48 PDT", "1999-01-02 02:48:00"),
        ("1 Jan 2004", "2004-01-01 00:00:00"),
        ("Thu, 01 Jan 2004 19:48:21", "2004-01-01 19:48:21"),
        ("THU, 1 JANUARY 2004 19:48 Z", "2004-01-01 19:48:00"),
        ("Sunday, 1-Feb-2004 10:00:00 CET", "2004-02-01 09:00:00"),
        ("Fri, 12 Feb 2016 16:08:22 GMT+1", "2016-02-12 15:08:22"),
        ("Fri, 12 Feb 2016 16:08:22 +0200 (EET)", "2016-02-12 14:08:22"),
        ("Fri, 12 Feb 2016 16:08:22 NOWHERE", "2016-02-12 16:08:22"),
        ("Thu, 01 Jan 2004 23:59:60 GMT", "2004-01-01 23:59:59"),
        ("Mon, 3rd of June 2024 07:05 am", "2024-06-03 07:05:00"),
        # asctime and Unix
        ("Thu Jan  1 19:48:21 2004", "2004-01-01 19:48:21"),
        ("Sun Jan  4 16:29:06 PST 2004", "2004-01-05 00:29:06"),
        # ISO 8601 and W3CDTF
        ("2003", "2003-01-01 00:00:00"),
        ("2003-12", "2003-12-01 00:00:00"),
        ("2003-12-31", "2003-12-31 00:00:00"),
        ("20031231", "2003-12-31 00:00:00"),
        ("2003-335", "2003-12-01 00:00:00"),
        ("2003-12-31T10:14Z", "2003-12-31 10:14:00"),
        ("2003-12-31T10:14:55.75-08:00", "2003-12-31 18:14:55"),
        ("2003-12-31 10:14:55 +0100", "2003-12-31 09:14:55"),
        ("20031231T101455Z", "2003-12-31 10:14:55"),
        ("2003-12-31t10:14:55z", "2003-12-31 10:14:55"),
        ("2023-03-30T24:00:00Z", "2023-03-31 00:00:00"),
        ("2023/03/30 12:11", "2023-03-30 12:11:00"),
        # in words
        ("Thursday, March 30, 2023", "2023-03-30 00:00:00"),
        ("March 30, 2023 5:07 pm", "2023-03-30 17:07:00"),
        ("March 30, 2023 12:07 a.m.", "2023-03-30 00:07:00"),
        ("jeu. 30 mars 2023 10:00", "2023-03-30 10:00:00"),
        ("1er août 2023", "2023-08-01 00:00:00"),
        ("20 de marzo de 2023", "2023-03-20 00:00:00"),
        ("3. März 2023, 14:30 Uhr", "2023-03-03 14:30:00"),
        ("Чт, 30 марта 2023 15:00 MSK", "2023-03-30 12:00:00"),
        ("30 մարտի 2023", "2023-03-30 00:00:00"),
        ("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11 17:00:00"),
        ("2004-július-13T9:15-05:00", "2004-07-13 14:15:00"),
        ("2004년 05월 28일  오후 11:31", "2004-05-28 23:31:00"),
        ("2004年5月28日 11:31", "2004-05-28 11:31:00"),
        # in figures
        ("30.03.2023 12:00", "2023-03-30 12:00:00"),
        ("31/12/2023", "2023-12-31 00:00:00"),
        ("12/31/2023 10:00 PM", "2023-12-31 22:00:00"),
        ("1072915200", "2004-01-01 00:00:00"),
        ("1072915200123", "2004-01-01 00:00:00"),
        # what callers judge
        ("Sat, 01 Jan 2950 00:00:00 GMT", "2950-01-01 00:00:00"),
        ("1970-01-01T00:00:00Z", "1970-01-01 00:00:00"),
    ],
)
def test_a_date(text: str, moment: str) -> None:
    assert parse_date(f"\n {text} ") == datetime.fromisoformat(moment).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        None, "", "  ", "soon", "garbage", "Thu, 31 Jun 2004 19:48:21 GMT", "2004-13-01", "2004-01-01T25:00:00Z",
        "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-12:00", "03/04/2023", "12", "2023 was good", "32 Jan 2004",
        "Thu, 01 Foo 2004 10:00:00 GMT", "99999999999999999999", "-1", "{{ date }}", "2003-366", "2003-000",
    ],
)  # fmt: skip
def test_no_date(text: str | None) -> None:
    assert parse_date(text) is None


@settings(max_examples=200)
@given(st.text(max_size=150) | st.from_regex(r"[0-9TZ:+ ./-]{1,30}", fullmatch=True))
def test_any_text_is_a_moment_in_utc_or_none(text: str) -> None:
    found = parse_date(text)
    assert found is None or found.utcoffset() == timedelta(0)


@settings(max_examples=100)
@given(
    st.datetimes(timezones=st.just(UTC)).filter(lambda moment: 1901 < moment.year < 9998),
    st.integers(-14 * 60, 14 * 60),
)
def test_what_is_written_is_read(moment: datetime, minutes: int) -> None:
    moment = moment.replace(microsecond=0)
    zone = f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}{abs(minutes) % 60:02}"
    there = moment + timedelta(minutes=minutes)
    names = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    rfc = f"{there.day:02} {names[there.month - 1]} {there.year:04} {there:%H:%M:%S} {zone}"
    iso = f"{there.year:04}-{there:%m-%dT%H:%M:%S}{zone[:3]}:{zone[3:]}"
    assert parse_date(rfc) == parse_date(iso) == moment
