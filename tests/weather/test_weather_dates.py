"""The date of the header, in words."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.weather import date_forms, date_text, day_name, is_language


def test_the_date_of_the_masthead() -> None:
    assert date_text(datetime(2023, 3, 30, 12, tzinfo=UTC)) == "Thursday, 30 March, 2023"


def test_shorter_forms_for_narrow_headers() -> None:
    assert date_forms(date(2023, 3, 5)) == ("Sunday, 5 March, 2023", "Sun 5 March 2023", "Sun 5 Mar", "5 Mar")


def test_a_moment_is_drawn_in_its_own_zone() -> None:
    evening = datetime(2023, 3, 30, 22, 30, tzinfo=UTC)
    assert date_text(evening.astimezone(timezone(timedelta(hours=4)))) == "Friday, 31 March, 2023"


@settings(max_examples=100)
@given(st.dates() | st.datetimes())
def test_every_shorter_form_is_shorter(moment: date) -> None:
    lengths = [len(form) for form in date_forms(moment)]
    assert lengths == sorted(set(lengths), reverse=True)


@settings(max_examples=100)
@given(st.dates(min_value=date(1000, 1, 1)))
def test_the_words_are_those_of_the_c_locale(day: date) -> None:
    assert date_forms(day) == (
        f"{day:%A}, {day.day} {day:%B}, {day.year}",
        f"{day:%a} {day.day} {day:%B} {day.year}",
        f"{day:%a} {day.day} {day:%b}",
        f"{day.day} {day:%b}",
    )


LONGEST_FORMS = {
    "hy": ("2023 թ. մարտի 30, հինգշաբթի", "30 մրտ"),
    "ru": ("Четверг, 30 марта 2023 г.", "30 мар."),
    "fr": ("Jeudi 30 mars 2023", "30 mars"),
    "de": ("Donnerstag, 30. März 2023", "30. März"),
    "ar": ("الخميس، 30 مارس 2023", "30 مارس"),
    "ja": ("2023年3月30日木曜日", "3月30日"),
    "pt-BR": ("Quinta-feira, 30 de março de 2023", "30 de mar."),
    "zh_Hant": ("2023年3月30日 星期四", "3月30日"),
}


@pytest.mark.parametrize(("language", "forms"), LONGEST_FORMS.items(), ids=LONGEST_FORMS)
def test_other_languages_write_it_as_they_do(language: str, forms: tuple[str, str]) -> None:
    found = date_forms(datetime(2023, 3, 30, 22, 30, tzinfo=UTC), language)
    assert is_language(language)
    assert (found[0].replace("\N{NARROW NO-BREAK SPACE}", " "), found[-1]) == forms


@settings(max_examples=100)
@given(st.dates(), st.sampled_from([*LONGEST_FORMS, "fa", "he", "th", "fi"]))
def test_in_every_language_every_shorter_form_is_shorter(day: date, language: str) -> None:
    lengths = [len(form) for form in date_forms(day, language)]
    assert lengths == sorted(set(lengths), reverse=True)
    assert day_name(day, language)


@pytest.mark.parametrize("tag", ["xx", "tlh", "", "en-XX-YY-ZZ", "../en", "0"])
def test_a_language_that_nobody_knows_is_english(tag: str) -> None:
    assert not is_language(tag)
    assert date_text(date(2023, 3, 30), tag) == "Thursday, 30 March, 2023"
    assert day_name(date(2023, 3, 30), tag) == "Thu"
