"""What is asked for by the names of filters, well written and not."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.model.search import By, Filter, Search, State, Term, Where, read_search

NOW = datetime(2023, 3, 30, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize("name", [*filter(None, Where), *By])
@pytest.mark.parametrize("form", ["{}:", "-{}:", '{}:""', "{}:*", "{}:-"])
def test_a_name_alone_asks_for_nothing(name: str, form: str) -> None:
    alone = form.format(name)
    assert not [term for term in read_search(alone, NOW).terms if name in term.words]
    assert Term("flood") in read_search(f"{alone} flood", NOW).terms


def test_a_name_may_be_written_large() -> None:
    asked = read_search("Title:flood SOURCE:Mole Is:Read", NOW)
    assert asked == read_search("title:flood source:mole is:read", NOW)
    assert asked.terms == (Term("flood", Where.TITLE),)


@pytest.mark.parametrize("by", [By.SOURCE, By.FOLDER, By.TAG])
def test_an_asterisk_after_the_value_of_a_filter_is_none_of_it(by: By) -> None:
    assert read_search(f"{by}:mo*", NOW) == Search(filters=(Filter(by, "mo"),))
    assert read_search("is:read*", NOW) == Search(filters=(Filter(By.IS, State.READ),))


def test_words_that_only_look_like_names_are_words() -> None:
    assert read_search('flood: titles: "title:" after:soon', NOW).terms == (
        Term("flood:"),
        Term("titles:"),
        Term("title:"),
        Term("after:soon"),
    )


@given(st.text(st.sampled_from("aT:*-\" '#é") | st.characters()))
def test_no_query_is_an_error(query: str) -> None:
    for term in read_search(query, NOW).terms:
        assert any(character.isalnum() for character in term.words)
