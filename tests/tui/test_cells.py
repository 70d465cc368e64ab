"""Text in cells: where lines break, and nothing drawn that acts on a terminal."""

import pytest
from rich.cells import get_character_cell_size

from newsreader.tui.widgets import cells
from newsreader.tui.widgets.cells import drawn_line, wrap


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


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("abcd \u0301efgh", 5, ["abcd", " \u0301efgh"]),
        ("abcd-\u0301efgh", 6, ["abcd-\u0301e", "fgh"]),
        ("港の\u0301町灯台", 4, ["港の\u0301", "町灯", "台"]),
    ],
)
def test_a_mark_stays_on_what_it_stands_on(text: str, width: int, lines: list[str]) -> None:
    assert broken(text, width) == lines


def test_japanese_breaks_between_characters_but_not_before_a_full_stop() -> None:
    assert broken("灯台の明かり。静か", 12) == ["灯台の明か", "り。静か"]


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("A\x1b]52;c;UFdORUQ=\x1b\\B", "A]52;c;UFdORUQ=\\B"),
        ("a\u202egpj.exe", "agpj.exe"),
        ("❤\ufe0f 1\ufe0f\u20e3 👍\U0001f3fd", "❤ 1 👍"),
        ("👨\u200d👩\u200d👧", "👨👩👧"),
        ("🇦🇲 🇫🇷", "AM FR"),
        ("☰ \u3248 \u3164x", "▯ 10 x"),
        ("\U0003fffd new", "▯ new"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_terminals_disagree_about_is_not_drawn(text: str, drawn: str) -> None:
    assert drawn_line(text) == drawn
