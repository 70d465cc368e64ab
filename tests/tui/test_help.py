"""The help: complete, in columns, looked through by typing, open at what one is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newsreader.model.search import read_search
from newsreader.tui.commands import COMMANDS
from newsreader.tui.help_page import SEARCHES, Section, filtered, help_sections, in_columns, line_of
from newsreader.tui.screens.reading import ReadingScreen
from support.newsroom_double import NOON, NewsroomDouble, article, headline
from support.on_screen import press, reading, rows, shown


def three() -> NewsroomDouble:
    made = [headline(number) for number in (1, 2, 3)]
    return NewsroomDouble(made, [(one.id, article(one)) for one in made])


def words_of(sections: list[Section], width: int) -> list[str]:
    """Return the lines of some sections as they are read."""
    return ["".join(text for text, _ in line) for line in in_columns(sections, width)]


def test_it_names_every_key_once_in_its_group_as_it_is_mapped() -> None:
    told = {words: keys for section in help_sections({"undo": "U"}) for keys, words in section.rows}
    assert told["undo the last change"] == "U"
    assert told["keep for offline, or no longer"] == "b  s"
    assert {command.says for command in COMMANDS if command.keys} <= set(told)


def test_what_it_says_a_search_understands_is_understood() -> None:
    for typed, _ in SEARCHES.rows:
        assert read_search(typed, NOON), typed
    assert read_search("is:unread after:7d", NOON).filters


@given(st.integers(0, 250))
def test_every_row_is_there_in_any_width_and_no_line_is_wider(width: int) -> None:
    sections = help_sections({})
    lines = words_of(sections, width)
    assert all(cell_len(line) <= max(width, 36) for line in lines)
    text = " ".join("".join(lines).split())
    for section in sections:
        assert section.title in text
        assert all(keys in " ".join(lines) for keys, _ in section.rows)


def test_wide_screens_have_up_to_three_columns() -> None:
    tall, middling, short = (len(words_of(help_sections({}), width)) for width in (60, 76, 116))
    assert short < middling < tall
    assert len(words_of(help_sections({}), 196)) <= short


def test_what_is_looked_for_is_found_in_titles_keys_and_words() -> None:
    sections = help_sections({})
    assert [row for section in filtered(sections, "UNDO last") for row in section.rows] == [
        ("u", "undo the last change")
    ]
    assert [section.title for section in filtered(sections, "mouse")] == ["The mouse"]
    assert filtered(sections, "qqq") == []
    assert filtered(sections, "") == sections


def test_a_title_is_found_again_among_the_lines() -> None:
    sections = help_sections({})
    lines = in_columns(sections, 60)
    assert "The article" in words_of(sections, 60)[line_of("The article", lines)]
    assert line_of("nowhere", lines) == 0


async def test_it_opens_at_the_pane_one_is_in_and_is_scrolled_and_left() -> None:
    async with reading(three(), size=(60, 20)) as pilot:
        await press(pilot, "question_mark")
        assert "Headlines" in rows(pilot)[1]
        await press(pilot, "j", "space", "pageup", "k", "question_mark")
        assert isinstance(pilot.app.screen, ReadingScreen)
        await press(pilot, "enter", "question_mark")
        assert "The article" in rows(pilot)[1]
        assert "esc close" in rows(pilot)[-1]
        await press(pilot, "escape", "0", "question_mark")
        assert "Sources" in rows(pilot)[1]


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_a_line_of_words_finds_a_key(size: tuple[int, int]) -> None:
    async with reading(three(), size=size) as pilot:
        await press(pilot, "question_mark", "slash", *"begun")
        assert "what was begun" in shown(pilot)
        assert "next headline" not in shown(pilot)
        await press(pilot, "enter", "j", "escape")
        assert isinstance(pilot.app.screen, ReadingScreen)
        await press(pilot, "question_mark", "slash", *"qqq")
        assert "No key is told of in these words." in shown(pilot)
