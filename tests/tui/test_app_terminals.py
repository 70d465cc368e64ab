"""Small and large terminals, and those with few colours or none."""

import pytest
from rich.color import ColorType
from rich.style import Style
from textual.pilot import Pilot

from newsreader.tui import NewsreaderApp
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
        colours = {c for strip in strips for s in strip if s.style for c in (s.style.color, s.style.bgcolor) if c}
        assert {colour.type for colour in colours} <= {ColorType.DEFAULT}
        here, there = title_styles(pilot)
        assert (bool(here.reverse), bool(there.reverse)) == (True, False)


async def test_the_theme_is_chosen_in_the_palette_and_an_unknown_one_is_told() -> None:
    async with reading(three(), theme="rainbow") as pilot:
        assert pilot.app.theme == "night"
        assert toasts(pilot) == ["There is no theme “rainbow”; this is the night page"]
        await press(pilot, "colon", *"day page", "enter")
        assert pilot.app.theme == "day"
        assert main(pilot)._list.has_focus
