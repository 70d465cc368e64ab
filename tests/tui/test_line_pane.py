"""Panes of lines: their number changes, and what a key changed in them is painted first."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip

from newsreader.tui.screens.at_once import AtOnce
from newsreader.tui.widgets.line_pane import LinePane
from support.newsroom_double import NewsroomDouble, article, headline
from support.on_screen import burst, main, press, reading, settled

HEIGHT = 6


class Numbers(LinePane):
    """Shows the numbers of its lines, and notes which were drawn."""

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self.drawn: list[int] = []
        self.styles.height = HEIGHT

    def render_line(self, y: int) -> Strip:
        self.drawn.append(y)
        return Strip.blank(self.size.width)


class TwoPanes(AtOnce):
    """One pane above the other."""

    def compose(self) -> ComposeResult:
        for name in ("above", "below"):
            with Vertical():
                yield Numbers(name)


class Panes(App[None]):
    def get_default_screen(self) -> Screen[Any]:
        return TwoPanes()


@asynccontextmanager
async def panes() -> AsyncIterator[tuple[Pilot[None], Numbers, Numbers]]:
    async with Panes().run_test(size=(20, 2 * HEIGHT)) as pilot:
        await settled(pilot)
        above, below = pilot.app.screen.query(Numbers)
        above.drawn.clear()
        below.drawn.clear()
        yield pilot, above, below


@pytest.mark.parametrize(("before", "after"), [(0, 4), (4, 5), (40, 50), (50, 40)])
async def test_another_number_of_lines_has_nothing_else_laid_out(before: int, after: int) -> None:
    async with panes() as (pilot, above, _):
        above.set_line_count(before)
        await pilot.pause(0.1)
        laid_out: list[object] = []
        pilot.app.screen.screen_layout_refresh_signal.subscribe(pilot.app.screen, laid_out.append, immediate=True)
        above.set_line_count(after)
        await settled(pilot)
        assert laid_out == []
        assert above.virtual_size.height == after
        assert above.max_scroll_y == max(0, after - HEIGHT)


@pytest.mark.parametrize(("many", "is_there"), [(HEIGHT, False), (HEIGHT + 1, True)])
async def test_the_scroll_bar_is_there_where_not_all_lines_fit(many: int, *, is_there: bool) -> None:
    async with panes() as (pilot, above, _):
        for before in (HEIGHT, 40):
            above.set_line_count(before)
            await settled(pilot)
            above.set_line_count(many)
            await settled(pilot)
            assert above.show_vertical_scrollbar is is_there
            assert above.vertical_scrollbar.display is is_there


async def test_what_is_scrolled_past_the_last_line_comes_back() -> None:
    async with panes() as (pilot, above, _):
        above.set_line_count(40)
        above.scroll_to(y=34, animate=False, force=True)
        above.set_line_count(10)
        await settled(pilot)
        assert above.scroll_offset.y == 10 - HEIGHT
        assert above.vertical_scrollbar.window_virtual_size == 10


@pytest.mark.parametrize(("y", "top"), [(0, 0), (7, 7), (99, 40 - HEIGHT)])
async def test_lines_that_come_above_need_not_be_drawn(y: int, top: int) -> None:
    async with panes() as (pilot, above, _):
        above.set_line_count(40)
        await settled(pilot)
        above.drawn.clear()
        above.stand_at(y)
        await settled(pilot)
        assert above.drawn == []
        assert above.scroll_offset.y == above.vertical_scrollbar.position == top
        above.scroll_to(y=top + 1, animate=False, force=True, immediate=True)
        assert above.scroll_offset.y == min(top + 1, 40 - HEIGHT)


async def test_the_bar_is_painted_with_its_pane() -> None:
    async with panes() as (pilot, above, _):
        above.set_line_count(40)
        await settled(pilot)
        await pilot.pause(0.1)  # the bar, which is new, is laid out
        painted: list[str] = []
        noting(painted, "bar", above.vertical_scrollbar, "render_lines")
        screen = pilot.app.screen
        assert isinstance(screen, TwoPanes)
        above.scroll_to(y=20, animate=False, force=True, immediate=True)
        screen.paint(above)
        assert painted == ["bar"]
        await settled(pilot)
        assert painted == ["bar"]


async def test_a_pane_is_painted_at_once_and_the_other_when_it_is_its_turn() -> None:
    async with panes() as (pilot, above, below):
        above.refresh_lines(2, 1)
        below.refresh_lines(3, 1)
        screen = pilot.app.screen
        assert isinstance(screen, TwoPanes)
        screen.paint(above)
        assert (above.drawn, below.drawn) == ([2], [])
        await settled(pilot)
        assert (above.drawn, below.drawn) == ([2], [3])


async def test_what_waits_to_be_painted_is_not_forgotten() -> None:
    async with panes() as (pilot, above, below):
        with pilot.app.batch_update():
            below.refresh_lines(3, 1)
            await pilot.pause()
            above.refresh_lines(2, 1)
            screen = pilot.app.screen
            assert isinstance(screen, TwoPanes)
            screen.paint(above)
            assert below.drawn == []
        await settled(pilot)
        assert below.drawn == [3]


async def test_the_cursor_is_painted_before_its_article_is_looked_for() -> None:
    made = [headline(number) for number in range(1, 6)]
    newsroom = NewsroomDouble(made, [(one.id, article(one)) for one in made])
    async with reading(newsroom) as pilot:
        happened: list[str] = []
        lists = main(pilot).headlines
        noting(happened, "painted", lists, "render_lines")
        noting(happened, "looked for", newsroom, "stored_reading")
        await press(pilot, "j")
        assert happened[:2] == ["painted", "looked for"]
        happened.clear()
        burst(pilot, "jj")
        await settled(pilot)
        assert lists.cursor == 3
        assert "painted" in happened


def noting(happened: list[str], what: str, on: object, name: str) -> None:
    """Have every call of a method noted."""
    method: Callable[..., Any] = getattr(on, name)

    def noted(*args: Any, **options: Any) -> Any:
        happened.append(what)
        return method(*args, **options)

    setattr(on, name, noted)
