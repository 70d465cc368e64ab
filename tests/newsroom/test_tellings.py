"""Tellings of one story are found in several languages, and hardly ever one that is none."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.library import Library
from newsreader.newsroom.likeness import Told, beginning, found_in, one_event, same_word, weight_of
from newsreader.newsroom.tellings import Tellings
from support.events import EVENTS
from support.libraries import CHECK, Clock, entry, feed

WORDS = st.text("abcdeé1東京", min_size=1, max_size=9)


@pytest.fixture
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    opened = Library.open(tmp_path_factory.mktemp("library"), now=Clock())
    yield opened
    opened.close()


async def stock(library: Library, days_apart: int = 0) -> None:
    """Put the events on the shelves: of each its first telling by the first source, and so on."""
    for number in range(max(map(len, EVENTS))):
        source = await library.subscribe(f"https://s{number}.example/feed", f"Source {number}")
        entries = [
            entry(
                f"{number}-{at}",
                hours_ago=at + 24 * days_apart * number,
                title=event[number][0],
                content=event[number][1],
            )
            for at, event in enumerate(EVENTS)
            if number < len(event)
        ]
        await library.store_feed(source.id, feed(*entries), CHECK)
    await library.catch_up()


async def pairs(library: Library) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Return the pairs of headlines that are found to be tellings of one story, and those that are."""
    everything = library.headlines(range(1, library.titles() + 1))
    event_of = {title: number for number, event in enumerate(EVENTS) for title, _ in event}
    true = {
        (one.id, other.id)
        for one in everything
        for other in everything
        if one.id != other.id and event_of[one.title] == event_of[other.title]
    }
    tellings = Tellings(library)
    found = {(one.id, other.id) for one in everything for other in await tellings.of(one.id)}
    return found, true


async def test_what_is_found_is_right_and_most_is_found(library: Library) -> None:
    await stock(library)
    found, true = await pairs(library)
    assert found <= true, "a wrong telling is worse than a missing one"
    assert len(found) >= 0.7 * len(true)


async def test_what_lies_days_apart_is_another_story(library: Library) -> None:
    await stock(library, days_apart=4)
    found, _ = await pairs(library)
    assert not found


async def test_a_source_does_not_retell_itself_nor_one_page_in_two_feeds(library: Library) -> None:
    await stock(library)
    first = library.titles() + 1
    for number in range(2):
        source = await library.subscribe(f"https://wire{number}.example/feed", f"Wire {number}")
        title = "Lighthouse keeper of Grey Rock retires after forty winters"
        told = [entry(f"{number}-{n}", hours_ago=n, title=title, url=f"https://wire.example/{n}") for n in range(2)]
        await library.store_feed(source.id, feed(*told), CHECK)
    await library.catch_up()
    (other,) = await Tellings(library).of(first)
    assert other.id == first + 3
    assert await Tellings(library).of(999) == ()


def test_titles_that_say_too_little_are_no_tellings_of_each_other() -> None:
    few = Told(frozenset({"privacy", "policy"}))
    assert not one_event(few, few, {"privacy": 9.0, "policy": 9.0}, 1000)


def test_a_title_is_a_telling_of_itself_and_not_of_what_shares_only_common_words() -> None:
    one = Told(frozenset("ferry runs aground off sandhead lighthouse".split()))
    other = Told(frozenset("ferry runs late off season".split()))
    weight = {
        word: weight_of(500 if word in {"ferry", "runs", "off"} else 1, 1000) for word in one.title | other.title
    }
    assert one_event(one, one, weight, 1000)
    assert not one_event(one, other, weight, 1000)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("earthquake", "earthquakes", True),
        ("землетрясение", "землетрясения", True),
        ("harbour", "harbours", True),
        ("iran", "iraq", False),
        ("government", "governor", False),
        ("2023", "2024", False),
        ("senate", "senator", True),
    ],
)
def test_forms_of_a_word_are_one_word(one: str, other: str, same: bool) -> None:
    assert same_word(one, other) is same


@given(WORDS, WORDS)
def test_sameness_goes_both_ways_and_is_looked_for_by_a_beginning(one: str, other: str) -> None:
    assert same_word(one, other) == same_word(other, one)
    assert one.startswith(beginning(one))
    assert found_in({one}, {one, other}) == {one}
