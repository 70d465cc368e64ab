"""The date of the header, in words."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.weather import date_forms, date_text


def test_the_date_of_the_masthead() -> None:
    assert date_text(datetime(2023, 3, 30, 12, tzinfo=UTC)) == "Thursday, 30 March, 2023"


def test_shorter_forms_for_narrow_headers() -> None:
    assert date_forms(date(2023, 3, 5)) == ("Sunday, 5 March, 2023", "Sun 5 March 2023", "Sun 5 Mar", "5 Mar")


def test_a_moment_is_drawn_in_its_own_zone() -> None:
    evening = datetime(2023, 3, 30, 22, 30, tzinfo=UTC)
    assert date_text(evening.astimezone(timezone(timedelta(hours=4)))) == "Friday, 31 March, 2023"


@settings(deadline=None, max_examples=100)
@given(st.dates() | st.datetimes())
def test_every_shorter_form_is_shorter(moment: date) -> None:
    lengths = [len(form) for form in date_forms(moment)]
    assert lengths == sorted(set(lengths), reverse=True)


@settings(deadline=None, max_examples=100)
@given(st.dates(min_value=date(1000, 1, 1)))
def test_the_words_are_those_of_the_c_locale(day: date) -> None:
    assert date_forms(day) == (
        f"{day:%A}, {day.day} {day:%B}, {day.year}",
        f"{day:%a} {day.day} {day:%B} {day.year}",
        f"{day:%a} {day.day} {day:%b}",
        f"{day.day} {day:%b}",
    )


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="hy"):
        date_text(date(2023, 3, 30), "hy")
