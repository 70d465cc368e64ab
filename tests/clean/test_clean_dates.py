"""When an article was published and updated."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.clean import clean_page
from newsreader.clean.metadata.moments import read_date
from support.metadata_pages import BODY, NODE, article_of, json_ld


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2023-03-30T08:15:00+02:00", datetime(2023, 3, 30, 6, 15, tzinfo=UTC)),
        ("2023-03-30 08:15", datetime(2023, 3, 30, 8, 15, tzinfo=UTC)),
        ("Thu, 30 Mar 2023 08:15:00 +0200", datetime(2023, 3, 30, 6, 15, tzinfo=UTC)),
        ("1680164100", datetime(2023, 3, 30, 8, 15, tzinfo=UTC)),
        ("30. März 2023", datetime(2023, 3, 30, tzinfo=UTC)),
        ("le 30 mars 2023 à 8 h", datetime(2023, 3, 30, tzinfo=UTC)),
        ("30 de marzo de 2023", datetime(2023, 3, 30, tzinfo=UTC)),
        ("March 30, 2023", datetime(2023, 3, 30, tzinfo=UTC)),
        ("30.03.2023", datetime(2023, 3, 30, tzinfo=UTC)),
        ("Do 30.03.23 | 14:07", datetime(2023, 3, 30, tzinfo=UTC)),
        ("2023年3月30日", datetime(2023, 3, 30, tzinfo=UTC)),
        ("2023-03-30T08:15:00+0200", datetime(2023, 3, 30, 6, 15, tzinfo=UTC)),
        ("2023-03-30T08:15:00.5+02:00[Europe/Berlin]", datetime(2023, 3, 30, 6, 15, tzinfo=UTC)),
        ("2023-03-30T08:15:00&#43;02:00", datetime(2023, 3, 30, 6, 15, tzinfo=UTC)),
        ("2023-03-30 08:15:00 CET", datetime(2023, 3, 30, 7, 15, tzinfo=UTC)),
        ("2023-03-30 8:15 PM EST", datetime(2023, 3, 31, 1, 15, tzinfo=UTC)),
        ("20230330081500", datetime(2023, 3, 30, 8, 15, tzinfo=UTC)),
        ("Thu, 30 Mar 2023 08:15:00 CEST", datetime(2023, 3, 30, 6, 15, tzinfo=UTC)),
        ("March 30, 2023 at 8:15 a.m. EDT", datetime(2023, 3, 30, 12, 15, tzinfo=UTC)),
        ("30 mars 2023 à 12h05 (UTC+2)", datetime(2023, 3, 30, 10, 5, tzinfo=UTC)),
        ("22nd of January 2019", datetime(2019, 1, 22, tzinfo=UTC)),
        ("30-Mar-2023", datetime(2023, 3, 30, tzinfo=UTC)),
        ("30. marts 2023", datetime(2023, 3, 30, tzinfo=UTC)),
        ("2023. március 30.", datetime(2023, 3, 30, tzinfo=UTC)),
        ("30 березня 2023", datetime(2023, 3, 30, tzinfo=UTC)),
        ("30 Μαρτίου 2023", datetime(2023, 3, 30, tzinfo=UTC)),
        ("30 մարտի 2023", datetime(2023, 3, 30, tzinfo=UTC)),
        ("30 مارس 2023", datetime(2023, 3, 30, tzinfo=UTC)),
        ("30 marca 2023", datetime(2023, 3, 30, tzinfo=UTC)),
        ("30. maaliskuuta 2023", datetime(2023, 3, 30, tzinfo=UTC)),
        ("2023년 3월 30일", datetime(2023, 3, 30, tzinfo=UTC)),
        ("3/30/2023", datetime(2023, 3, 30, tzinfo=UTC)),
        ("3 hours ago", None),
        ("1970-01-01T00:00:00Z", None),
        ("3023-03-30", None),
        ("0", None),
        ("tomorrow", None),
        ("99999999999999999999", None),
        ("2023-13-45", None),
        ("0001-01-01T00:00:00+23:59", None),
    ],
)
def test_dates_are_read_in_many_forms(text: str, moment: datetime | None) -> None:
    assert read_date(text) == moment


def test_the_address_tells_the_day_when_nothing_else_does() -> None:
    assert article_of("").published == datetime(2023, 3, 30, tzinfo=UTC)


def test_a_line_below_the_heading_tells_the_day_when_nothing_else_does() -> None:
    page = f"<h1>Harbour to become a park</h1><p>Ada Sandell</p><div>May 4, 2021</div>{BODY}"
    article = clean_page(f"<html><body>{page}</body></html>".encode(), "https://quay.example/park")
    assert article.published == datetime(2021, 5, 4, tzinfo=UTC)


@given(
    st.datetimes(datetime.fromisoformat("1980-01-02"), datetime.fromisoformat("2099-12-30")),
    st.integers(-14 * 60, 14 * 60),
)
def test_a_moment_with_an_offset_is_read_as_that_moment(moment: datetime, minutes: int) -> None:
    there = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    assert read_date(there.isoformat()) == there
    assert read_date(there.strftime("%a, %d %b %Y %H:%M:%S %z")) == there


@given(st.text() | st.from_regex(r"[\d/.:, -]{1,30}(?:am|pm|CET|Z)?", fullmatch=True))
def test_no_text_breaks_the_reading_of_dates(text: str) -> None:
    moment = read_date(text)
    assert moment is None or moment.tzinfo is UTC


@pytest.mark.parametrize(("lang", "day"), [("en-US", (3, 4)), ("en", (3, 4)), ("en-GB", (4, 3)), ("fr", (4, 3))])
def test_the_language_tells_whether_the_month_comes_first(lang: str, day: tuple[int, int]) -> None:
    page = f"<h1>Harbour to become a park</h1><p>3/4/2021</p>{BODY}"
    article = article_of("", page, url="https://quay.example/park", lang=lang)
    assert article.published == datetime(2021, *day, tzinfo=UTC)


@pytest.mark.parametrize(
    ("told", "elsewhere", "published"),
    [
        ("2023-03-30T08:15:00", "2023-03-30T10:00:00+02:00", datetime(2023, 3, 30, 6, 15, tzinfo=UTC)),
        ("2023-03-30T08:15:00", "2023-03-30T10:15:00+02:00", datetime(2023, 3, 30, 8, 15, tzinfo=UTC)),
        ("2023-03-30", "2023-03-30T08:15:00+02:00", datetime(2023, 3, 30, 6, 15, tzinfo=UTC)),
        ("2023-03-30", "2023-04-02T08:15:00+02:00", datetime(2023, 3, 30, tzinfo=UTC)),
    ],
    ids=["local time", "in truth UTC", "day with its time elsewhere", "day"],
)
def test_what_a_date_leaves_out_is_told_elsewhere(told: str, elsewhere: str, published: datetime) -> None:
    meta = f"<meta property='article:published_time' content='{elsewhere}'>"
    assert article_of(meta + json_ld({"@type": "Article", "datePublished": told})).published == published


def test_an_update_is_never_before_the_first_version() -> None:
    node = {"@type": "Article", "datePublished": "2023-03-30T08:15Z", "dateModified": "2023-03-29T08:15Z"}
    assert article_of(json_ld(node)).updated is None
    assert article_of(json_ld(node | {"dateModified": "2023-03-30T08:15Z"})).updated == datetime(
        2023, 3, 30, 8, 15, tzinfo=UTC
    )


def test_the_date_of_a_later_version_is_not_that_of_the_first() -> None:
    dates = (
        "<p>Updated: <span>May 6, 2021</span></p><p>Published <time datetime='2021-05-04T10:00+02:00'>4 May</time>"
    )
    article = article_of("", f"<h1>Harbour park</h1>{dates}{BODY}", url="https://quay.example/park")
    assert article.published == datetime(2021, 5, 4, 8, tzinfo=UTC)
    assert article.updated == datetime(2021, 5, 6, tzinfo=UTC)


def test_a_page_that_dates_its_last_version_only_was_published_then() -> None:
    article = article_of(
        "", f"<h1>Harbour park</h1><p>Updated 6 May 2021</p>{BODY}", url="https://quay.example/park"
    )
    assert article.published == article.updated == datetime(2021, 5, 6, tzinfo=UTC)


def test_data_is_believed_before_what_the_page_shows() -> None:
    page = f"<h1>Harbour park</h1><time datetime='2021-05-04'>4 May</time>{BODY}"
    assert article_of(json_ld(NODE), page).published == datetime(2023, 3, 30, 6, 15, tzinfo=UTC)
