"""Names of files out of any title."""

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.formats.clipping import Clipping
from newsreader.formats.naming import LONGEST, clipping_names, slug
from newsreader.model import Article, Headline

NOW = datetime(2023, 3, 30, 12, 0, tzinfo=UTC)


def names(title: str, url: str | None = "https://a.example/") -> tuple[str, str]:
    return clipping_names(Clipping(Headline(1, title, "s", 1, url, NOW), Article("", title, ())))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("/etc/passwd", "etc-passwd"),
        ("..", ""),
        ("-rf", "rf"),
        ("..\\..\\x", "x"),
        ("Fog over the mole: a report", "Fog-over-the-mole-a-report"),
        ("ﬁne № 5", "fine-No-5"),
        ("提灯の灯りで", "提灯の灯りで"),
        ("a\x00b\n", "a-b"),
        ("e\u0301té", "été"),
    ],
)
def test_a_title_becomes_a_name(title: str, name: str) -> None:
    assert slug(title) == name


@given(st.text())
def test_any_title_is_safe_in_any_folder(title: str) -> None:
    assert re.fullmatch(r"(?:(?![.-])[\w.-]+)?", slug(title))
    for name in names(title):
        assert re.fullmatch(r"2023-03-30-[\w.-]+", name)
        assert len(name.encode()) <= LONGEST


def test_where_a_name_is_taken_a_hash_of_the_address_tells_two_apart() -> None:
    (plain, one), (same, other) = names("Morning"), names("Morning", "https://b.example/")
    assert plain == same == "2023-03-30-Morning"
    assert one != other
    assert names("Morning") == (plain, one)
