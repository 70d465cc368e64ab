"""Code on the page: nothing of it lost, comments, strings and words told apart, and no text that takes long."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.model import Code
from newsreader.tui.widgets.code_inks import LONGEST, inked
from newsreader.tui.widgets.code_lines import code_lines
from newsreader.tui.widgets.code_words import FAMILIES, WORDS
from newsreader.tui.widgets.lines import Look

LANGUAGES = st.sampled_from([*FAMILIES, "brainfuck", None])
HOSTILE = [
    '"\\',
    "'",
    "/*",
    "<!--",
    '"""',
    "`\\",
    "#",
    "--",
    "1.",
    "a" * 9,
    "/",
    "<",
    "a ",
    "\n ",
    "{",
    "&",
    "<<a",
    "\\",
]
TEXTS = st.text(st.sampled_from("ab12 \n\t\"'`#/*-;<!>\\港def "), max_size=80)


def looks(code: str, language: str | None) -> list[tuple[str, Look]]:
    return [(code[ink.start : ink.end], ink.look) for ink in inked(code, language)]


@settings(max_examples=150)
@given(TEXTS, LANGUAGES, st.integers(8, 40), st.integers(0, 60))
def test_all_of_the_code_is_there_on_its_ground(text: str, language: str | None, width: int, room: int) -> None:
    lines = code_lines(Code(text, language), width, room)
    copied = "".join(line.text + line.glue for line in lines)
    kept = "\n".join(row.rstrip() for row in text.replace("\t", "    ").rstrip("\n").split("\n"))
    assert copied.rstrip("\n") == kept.rstrip("\n")
    assert {line.ground for line in lines} == {lines[0].ground}
    assert all(line.width <= line.ground <= max(width, room) for line in lines)


def test_comments_strings_and_words_are_told_apart() -> None:
    assert looks('def f(x):  # def "x"\n    return "#" + x1 + 12', "python") == [
        ("def", Look.WORD), ('# def "x"', Look.COMMENT), ("return", Look.WORD),
        ('"#"', Look.STRING), ("12", Look.STRING),
    ]  # fmt: skip
    assert looks("let a: &'a str; // 'x'\n/* not\nclosed", "rust") == [
        ("let", Look.WORD), ("// 'x'", Look.COMMENT), ("/* not\nclosed", Look.COMMENT),
    ]  # fmt: skip
    assert looks("SELECT x -- all\n", "sql") == [("SELECT", Look.WORD), ("-- all", Look.COMMENT)]
    assert looks('<a href="x">y</a>', "html") == [
        ("<a", Look.WORD), ('"x"', Look.STRING), (">", Look.WORD), ("</a", Look.WORD), (">", Look.WORD),
    ]  # fmt: skip
    assert looks("wget http://a.example/#x", "bash") == []


def test_what_is_not_known_or_is_very_long_has_one_ink() -> None:
    assert looks("def f(): return 'x'", None) == looks("def f()", "klingon") == []
    assert looks("1 " * LONGEST, "python") == []


@pytest.mark.parametrize("language", {family: name for name, family in FAMILIES.items()}.values())
def test_a_hostile_text_is_gone_through_once(language: str) -> None:
    for part in HOSTILE:  # where an expression starts again at each sign, this hangs
        found = list(inked(part * (LONGEST // len(part)), language))
        assert all(before.end <= after.start for before, after in pairwise(found))


def test_every_language_is_of_a_kind_that_is_known() -> None:
    assert {words for _, _, words in FAMILIES.values()} - {*WORDS, "tags", "none"} == set()


def test_a_long_line_is_broken_at_a_space_and_says_so() -> None:
    lines = code_lines(Code("grep --color 'north-west, falling' log"), 24, 24)
    assert [line.lead + line.text for line in lines] == ["  grep --color ", "↳ 'north-west, ", "↳ falling' log"]


def test_code_takes_the_room_beside_the_column_where_it_needs_it() -> None:
    assert [line.ground for line in code_lines(Code("x" * 50), 40, 60)] == [54]
    assert [line.ground for line in code_lines(Code("x" * 60), 40, 60)] == [40, 40]
    assert [line.ground for line in code_lines(Code("x"), 40, 60)] == [40]
