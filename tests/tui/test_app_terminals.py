"""Small and large terminals, and those with few colours or none."""

import pytest
from rich.color import ColorType
from support.newsroom_double import NewsroomDouble, article, headline
from support.on_screen import main, press, reading, rows, shown, toasts

from newsreader.tui.widgets.article_view import ArticleView
from newsreader.tui.widgets.headline_list import HeadlineList


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
        assert isinstance(pilot.app.focused, HeadlineList)
        assert rows(pilot)[2 + 6].startswith("▌")
        await press(pilot, "space")
        assert isinstance(pilot.app.focused, ArticleView)


async def test_a_terminal_that_grows_gets_its_second_pane() -> None:
    async with reading(three(), size=(60, 24)) as pilot:
        await pilot.resize_terminal(100, 24)
        await press(pilot, "j")
        assert "The text of Headline number 2." in shown(pilot)


@pytest.mark.parametrize("size", [(20, 6), (40, 10), (80, 24), (120, 40), (200, 60)])
async def test_every_size_is_filled_row_by_row(size: tuple[int, int]) -> None:
    async with reading(three(), size=size) as pilot:
        await press(pilot, "enter", "space", "escape", "slash", "a", "escape", "question_mark", "escape")
        assert [len(row) for row in rows(pilot)] == [size[0]] * size[1]


@pytest.mark.parametrize("theme", ["night", "day", "plain", "nord", "auto"])
async def test_the_cursor_row_stands_out_in_every_theme(theme: str) -> None:
    async with reading(three(), theme=theme) as pilot:
        strips = pilot.app.screen._compositor.render_strips(pilot.app.size)
        title = [next(s.style for s in strips[row] if "Headline" in s.text) for row in (2, 5)]
        assert (title[0].bgcolor, title[0].reverse) != (title[1].bgcolor, title[1].reverse)
        assert toasts(pilot) == []


async def test_no_color_means_no_colour_and_a_cursor_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(three(), theme="day") as pilot:
        await press(pilot, "b", "question_mark", "escape")
        strips = pilot.app.screen._compositor.render_strips(pilot.app.size)
        colours = {c for strip in strips for s in strip for c in (s.style.color, s.style.bgcolor) if s.style and c}
        assert {colour.type for colour in colours} <= {ColorType.DEFAULT}
        titles = [next(s.style for s in strips[row] if "Headline" in s.text) for row in (2, 5)]
        assert [style.reverse for style in titles] == [True, None] or titles[0].reverse


async def test_the_theme_is_chosen_in_the_palette_and_an_unknown_one_is_told() -> None:
    async with reading(three(), theme="rainbow") as pilot:
        assert pilot.app.theme == "night"
        assert toasts(pilot) == ["There is no theme “rainbow”; this is the night page"]
        await press(pilot, "colon", *"day page", "enter")
        assert pilot.app.theme == "day"
        assert main(pilot)._list.has_focus
