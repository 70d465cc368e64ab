"""Small and large terminals, and those with few colours or none."""

from dataclasses import replace
from pathlib import Path

import pytest
from rich.style import Style
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Input

from newsreader.config.theme_files import Themes
from newsreader.model import Paragraph, Span
from newsreader.tui import NewsreaderApp
from newsreader.tui.abilities import Abilities
from newsreader.tui.terminal.driver import TerminalAnswered
from support.newsroom_double import NewsroomDouble, article, headline
from support.on_screen import in_article, main, press, reading, rows, settled, shown, toasts


def three() -> NewsroomDouble:
    """Return a newsroom of three unread headlines, all in the library."""
    made = [headline(number) for number in (1, 2, 3)]
    return NewsroomDouble(made, [(one.id, article(one)) for one in made])


async def test_under_80_columns_there_is_one_pane_at_a_time() -> None:
    newsroom = three()
    async with reading(newsroom, size=(60, 24)) as pilot:
        assert "Headline number 3" in shown(pilot)
        assert "The text of" not in shown(pilot)
        await press(pilot, "j", "enter")
        assert "The text of Headline number 2." in shown(pilot)
        assert "Headline number 3" not in shown(pilot)
        assert newsroom.read_at == [2]
        await press(pilot, "J")
        assert "The text of Headline number 3." in shown(pilot)
        await press(pilot, "escape")
        assert not in_article(pilot)
        assert rows(pilot)[2 + 6].startswith("▌")
        await press(pilot, "space")
        assert in_article(pilot)


async def test_a_terminal_that_grows_gets_its_second_pane() -> None:
    async with reading(three(), size=(60, 24)) as pilot:
        await pilot.resize_terminal(100, 24)
        await press(pilot, "j")
        assert "The text of Headline number 2." in shown(pilot)


async def test_every_size_is_filled_row_by_row() -> None:
    async with reading(three()) as pilot:
        for width, height in [(20, 6), (40, 10), (80, 24), (200, 60)]:
            await pilot.resize_terminal(width, height)
            await press(pilot, "enter", "space", "escape", "slash", "a", "escape", "question_mark", "escape")
            assert [len(row) for row in rows(pilot)] == [width] * height


async def test_the_cursor_row_stands_out_in_every_theme() -> None:
    async with reading(three()) as pilot:
        for theme in ("night", "day", "terminal", "nord"):
            wear(pilot, theme)
            await settled(pilot)
            here, there = title_styles(pilot)
            assert (here.bgcolor, here.reverse) != (there.bgcolor, there.reverse), theme


def wear(pilot: Pilot[None], theme: str) -> None:
    """Put a theme on, as a command of the palette does."""
    assert isinstance(pilot.app, NewsreaderApp)
    assert pilot.app.wardrobe.choose(theme)


def title_styles(pilot: Pilot[None]) -> list[Style]:
    """Return the styles of the first two titles."""
    strips = pilot.app.screen._compositor.render_strips(pilot.app.size)
    return [next(s.style for s in strips[row] if s.style and "Headline" in s.text) for row in (2, 5)]


async def test_no_color_means_no_colour_and_a_cursor_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(three(), theme="day") as pilot:
        await press(pilot, "b", "question_mark", "escape")
        strips = pilot.app.screen._compositor.render_strips(pilot.app.size)
        assert not [s for strip in strips for s in strip if s.style and (s.style.color or s.style.bgcolor)]
        here, there = title_styles(pilot)
        assert (bool(here.reverse), bool(there.reverse)) == (True, False)


async def test_the_theme_is_chosen_in_the_palette_and_an_unknown_one_is_told() -> None:
    async with reading(three(), theme="rainbow") as pilot:
        assert pilot.app.theme == "night"
        assert toasts(pilot) == ["There is no theme “rainbow”; this is the night page"]
        await press(pilot, "colon", *"day page", "enter")
        assert pilot.app.theme == "day"
        assert main(pilot).headlines.has_focus


async def test_the_ground_of_the_terminal_chooses_the_page_unless_the_reader_did(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    async with reading(three()) as pilot:
        assert pilot.app.theme == "night"
        for ground, theme in [((250, 250, 240), "day"), ((0, 0, 40), "night"), (None, "night")]:
            pilot.app.post_message(TerminalAnswered(Abilities(background=ground)))
            await settled(pilot)
            assert pilot.app.theme == theme
        await press(pilot, "colon", *"sepia", "enter")
        assert toasts(pilot) == ['Until you quit; theme = "sepia" in the settings keeps it']
        pilot.app.post_message(TerminalAnswered(Abilities(background=(255, 255, 255))))
        await settled(pilot)
        assert pilot.app.theme == "sepia"


async def test_a_theme_of_the_readers_own_is_worn_and_what_is_wrong_with_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[colours]\nground = "#102030"\ntext = "#304050"\naccent = "#ffffff"\n')
    (tmp_path / "broken.toml").write_text('[colours]\nground = "blue"\n')
    async with reading(three(), theme="mine", themes=Themes(tmp_path)) as pilot:
        assert pilot.app.theme == "mine"
        assert toasts(pilot) == ["Theme mine: text, read, quiet can hardly be read on its ground"]
        assert {s.style.bgcolor.name for s in cells(pilot, 20) if s.style and s.style.bgcolor} == {"#102030"}
        await press(pilot, "colon", *"day page", "enter", "colon", *"your theme mine", "enter")
        assert toasts(pilot)[-1].startswith("Theme mine: text")
        await press(pilot, "colon", *"your theme broken", "enter")
        assert pilot.app.theme == "mine"
        assert "broken.toml, line 2, key colours.ground" in toasts(pilot)[-1]
    (tmp_path / "night.toml").write_text("[colours]\n")
    async with reading(three(), theme="broken", themes=Themes(tmp_path)) as pilot:
        assert pilot.app.theme == "terminal"
        assert [words.rpartition("/")[2].split(",")[0] for words in toasts(pilot)] == ["broken.toml", "night.toml"]


def cells(pilot: Pilot[None], row: int) -> Strip:
    """Return a row of the screen."""
    return pilot.app.screen._compositor.render_strips(pilot.app.size)[row]


async def test_without_colours_one_sees_which_pane_has_the_keys_what_was_found_and_what_is_a_link(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    linked = article(headline(1), "Somewhere in this text is a word.")
    spans = (Span("a "), Span("link", href="https://example.org/"))
    newsroom = NewsroomDouble([headline(1)], [(1, replace(linked, blocks=(*linked.blocks, Paragraph(spans))))])
    async with reading(newsroom) as pilot:
        assert title_style(pilot, "Headline").reverse
        await press(pilot, "enter", "slash", *"word", "enter")
        assert not title_style(pilot, "Headline").reverse
        assert rows(pilot)[2].startswith("▌")
        assert title_style(pilot, "word").reverse
        assert title_style(pilot, "link").underline


def title_style(pilot: Pilot[None], words: str) -> Style:
    """Return the style of the first words on the screen below the header bar that begin so."""
    strips = pilot.app.screen._compositor.render_strips(pilot.app.size)
    return next(s.style for strip in strips[1:] for s in strip if s.style and s.text.startswith(words))


@pytest.mark.parametrize("motion", [True, False])
async def test_nothing_moves_by_itself_where_motion_is_not_wanted(*, motion: bool) -> None:
    async with reading(three(), motion=motion) as pilot:
        await press(pilot, "slash")
        assert isinstance(pilot.app.focused, Input)
        assert pilot.app.focused.cursor_blink == motion
        assert (pilot.app.animation_level == "none") != motion
