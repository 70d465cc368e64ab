"""Text in cells: nothing wider than its place, nothing lost, nothing that acts on a terminal."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import get_character_cell_size

from newsreader.tui.widgets import cells
from newsreader.tui.widgets.cells import cell_len, chop, drawn_line, drawn_text, fit, wrap

TEXTS = st.text(
    st.one_of(
        st.sampled_from("abc defghij klm-nop/ \n\t"),
        st.sampled_from("港の町、「灯台」。ー한국어🙂👨\u200d👩é\u0301\u200c🇦🇲"),
        st.characters(codec="utf-8"),
    ),
    max_size=200,
)


@settings(deadline=None, max_examples=150)
@given(TEXTS, st.integers(2, 40))
def test_no_line_is_wider_than_it_may_be(text: str, width: int) -> None:
    clean = drawn_text(text)
    assert all(cell_len(clean[start:end]) <= width for start, end in wrap(clean, width))


@settings(deadline=None, max_examples=150)
@given(TEXTS, st.integers(2, 40))
def test_wrapping_loses_nothing_but_spaces(text: str, width: int) -> None:
    clean = drawn_text(text)
    kept = "".join(clean[start:end] for start, end in wrap(clean, width))
    assert kept.replace(" ", "") == clean.replace(" ", "").replace("\n", "")


@settings(deadline=None, max_examples=100)
@given(TEXTS, st.integers(2, 40))
def test_chopping_keeps_every_character(text: str, width: int) -> None:
    line = drawn_line(text)
    parts = list(chop(line, width))
    assert "".join(parts) == line
    assert all(cell_len(part) <= width for part in parts)


@settings(deadline=None, max_examples=100)
@given(TEXTS, st.integers(0, 40))
def test_fitting_never_takes_more_than_its_width(text: str, width: int) -> None:
    assert cell_len(fit(drawn_line(text), width)) <= width


def test_every_character_of_the_fast_way_is_one_cell_wide() -> None:
    narrow = [chr(code) for code in range(0x20, 0x3000) if cells._NARROW.fullmatch(chr(code))]
    assert len(narrow) > 800
    assert [char for char in narrow if get_character_cell_size(char) != 1] == []


def broken(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


def test_lines_break_at_spaces() -> None:
    assert broken("the pilots had waited", 10) == ["the pilots", "had waited"]


def test_a_newline_breaks_and_an_empty_line_stays() -> None:
    assert broken("one\n\ntwo", 10) == ["one", "", "two"]


def test_a_long_word_breaks_after_a_slash() -> None:
    assert broken("https://example.org/a/long/path", 20) == ["https://example.org/", "a/long/path"]


def test_japanese_breaks_between_characters_but_not_before_a_full_stop() -> None:
    assert broken("灯台の明かり。静か", 12) == ["灯台の明か", "り。静か"]


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("A\x1b]52;c;UFdORUQ=\x1b\\B", "A]52;c;UFdORUQ=\\B"),
        ("a\u202egpj.exe", "agpj.exe"),
        ("❤\ufe0f 1\ufe0f\u20e3 👍\U0001f3fd", "❤ 1 👍"),
        ("👨\u200d👩\u200d👧", "👨👩👧"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_terminals_disagree_about_is_not_drawn(text: str, drawn: str) -> None:
    assert drawn_line(text) == drawn
