"""The mouse does what the keys do."""

import pytest
from textual import events
from textual.events import MouseScrollDown
from textual.widgets import Input

from newsreader.tui.screens.weather import WeatherScreen
from newsreader.tui.widgets.key_bar import key_at
from support.newsroom_double import NewsroomDouble, article, headline
from support.on_screen import in_article, main, reading, rows, settled


def many(number: int = 40) -> NewsroomDouble:
    made = [headline(id_) for id_ in range(1, number + 1)]
    return NewsroomDouble(made, [(one.id, article(one, *["Some words of it. " * 12] * 12)) for one in made])


def test_a_cell_of_the_footer_belongs_to_a_key_or_to_none() -> None:
    keys = [("j k", "headlines"), ("enter", "read")]
    assert key_at(keys, 0) == (keys[0], 0)
    assert key_at(keys, 2) == (keys[0], 1)
    assert key_at(keys, 12) == (keys[0], 0)
    assert key_at(keys, 13) is None
    assert key_at(keys, 16) == (keys[1], 0)
    assert key_at(keys, -1) is None
    assert key_at(keys, 99) is None


async def test_a_click_chooses_a_headline_and_a_second_one_reads_it() -> None:
    async with reading(many()) as pilot:
        await pilot.click("HeadlineList", offset=(10, 7))
        await settled(pilot)
        assert main(pilot).headlines.cursor == 2
        await pilot.click("HeadlineList", offset=(10, 7))
        await settled(pilot)
        assert in_article(pilot)


async def test_the_wheel_scrolls_what_is_under_it_and_moves_neither_cursor_nor_focus() -> None:
    async with reading(many()) as pilot:
        for pane in ("HeadlineList", "ArticleView"):
            await pilot.hover(pane, offset=(5, 5))
            await pilot._post_mouse_events([MouseScrollDown], pane, offset=(5, 5), times=3)
            await settled(pilot)
            assert pilot.app.query_one(pane).scroll_offset.y > 0
        assert main(pilot).headlines.cursor == 0
        assert not in_article(pilot)


@pytest.mark.parametrize(("word", "focused"), [("search", Input), ("keys", None)])
async def test_a_hint_of_the_footer_does_what_its_key_does(word: str, focused: type | None) -> None:
    async with reading(many()) as pilot:
        await pilot.click("#keys", offset=(rows(pilot)[-1].index(word), 0))
        await settled(pilot)
        if focused:
            assert isinstance(pilot.app.focused, focused)
            await pilot.click("#keys", offset=(rows(pilot)[-1].index("done"), 0))
            await settled(pilot)
            assert main(pilot).headlines.has_focus
        else:
            assert len(pilot.app.screen_stack) == 2


async def test_each_key_of_a_hint_of_two_can_be_clicked() -> None:
    async with reading(many()) as pilot:
        await pilot.click("#keys", offset=(1, 0))
        await pilot.click("#keys", offset=(1, 0))
        await settled(pilot)
        assert main(pilot).headlines.cursor == 2
        await pilot.click("#keys", offset=(3, 0))
        await settled(pilot)
        assert main(pilot).headlines.cursor == 1


async def test_a_click_on_the_weather_opens_its_card() -> None:
    async with reading(many()) as pilot:
        await pilot.click("#masthead", offset=(rows(pilot)[0].index("+18"), 0))
        await settled(pilot)
        assert isinstance(pilot.app.screen, WeatherScreen)


async def test_a_click_on_how_the_news_stands_looks_for_news() -> None:
    newsroom = many()
    async with reading(newsroom) as pilot:
        await pilot.click("#masthead", offset=(3, 0))
        await settled(pilot)
        assert newsroom.asked == []
        await pilot.click("#masthead", offset=(116, 0))
        await settled(pilot)
        assert ("refresh", (None, True)) in newsroom.asked


async def test_a_click_on_a_source_lists_it() -> None:
    newsroom = many()
    async with reading(newsroom, size=(160, 30)) as pilot:
        main(pilot).source_pane.fill()  # as it does after the first paint
        await settled(pilot)
        y = next(number for number, row in enumerate(rows(pilot)) if row[:28].startswith("  The Harbour Post"))
        await pilot.click("SourceList", offset=(5, y - 2))
        await settled(pilot)
        assert main(pilot).shelf.query.source_id == 1
        assert main(pilot).headlines.has_focus


async def test_the_line_between_panes_is_dragged_within_what_can_be_read_and_stays_there() -> None:
    newsroom = many()
    async with reading(newsroom) as pilot:
        before = rows(pilot)[5].index("│")
        await pilot.mouse_down("#list-hair", offset=(0, 5))
        await pilot._post_mouse_events([events.MouseMove], None, (60, 9), button=1)
        await settled(pilot)
        assert rows(pilot)[5].index("│") == 60 != before
        assert newsroom.habits.sizes == {}
        await pilot.mouse_up(None, offset=(62, 9))
        await settled(pilot)
        assert newsroom.habits.sizes == {"list wide": 62}
        await pilot.mouse_down("#list-hair", offset=(0, 5))
        await pilot.hover(None, offset=(50, 9))  # no button is down: that it was let go of went elsewhere
        await settled(pilot)
        assert rows(pilot)[5].index("│") == 62
    async with reading(newsroom) as pilot:
        assert rows(pilot)[5].index("│") == 62
