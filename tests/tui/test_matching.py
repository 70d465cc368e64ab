"""What is meant by a few letters: words in any order, case and accents aside, in any script."""

import pytest

from newsreader.model.folding import folded
from newsreader.tui.matching import best

NAMES = (
    "Mark all in this view read",
    "Go to Harbour Mole",
    "Go to Übersee-Club",
    "Go to 東京新聞",
    "Go to Эхо Москвы",
    "Read the article",
    "The shelf",
)


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("mole", "Go to Harbour Mole"),
        ("mole go", "Go to Harbour Mole"),
        ("uber", "Go to Übersee-Club"),
        ("ÜBER", "Go to Übersee-Club"),
        ("新聞", "Go to 東京新聞"),
        ("москвы", "Go to Эхо Москвы"),
        ("read", "Read the article"),
        ("all read", "Mark all in this view read"),
        ("he", "The shelf"),
    ],
)
def test_the_best_is_first(query: str, meant: str) -> None:
    assert NAMES[best(query, map(folded, NAMES))[0]] == meant


def test_what_lacks_a_word_is_left_out() -> None:
    assert best("harbour view", map(folded, NAMES)) == []


def test_nothing_typed_leaves_all_in_their_order() -> None:
    assert best(" ", map(folded, NAMES)) == list(range(len(NAMES)))
