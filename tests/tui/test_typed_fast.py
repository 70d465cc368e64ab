"""Keys that come faster than a screen can answer each."""

import pytest
from textual.events import Paste
from textual.widgets import Input

from support.newsroom_double import NewsroomDouble, article, headline
from support.on_screen import burst, in_article, main, reading, settled, shown


def some() -> NewsroomDouble:
    made = [headline(number) for number in range(1, 6)]
    return NewsroomDouble(made, [(one.id, article(one)) for one in made])


@pytest.mark.parametrize(
    ("keys", "typed"),
    [("/flood", "flood"), ("lquote #flood", "quote #flood"), ("ajab.example", "jab.example"), (":quiet", "quiet")],
)
async def test_a_burst_lands_whole_in_the_line_its_first_key_opens(keys: str, typed: str) -> None:
    async with reading(some()) as pilot:
        burst(pilot, keys)
        await settled(pilot)
        line = pilot.app.focused
        assert isinstance(line, Input)
        assert line.value == typed


async def test_what_is_typed_and_then_pasted_stays_in_order() -> None:
    async with reading(some()) as pilot:
        burst(pilot, "/fl")
        driver = pilot.app._driver
        assert driver is not None
        driver.send_message(Paste("oo"))
        burst(pilot, "d")
        await settled(pilot)
        line = pilot.app.focused
        assert isinstance(line, Input)
        assert line.value == "flood"


async def test_a_key_that_leaves_a_card_waits_until_the_card_is_there() -> None:
    async with reading(some()) as pilot:
        burst(pilot, "?qj")
        await settled(pilot)
        assert pilot.app.is_running
        assert "The text of Headline number 2." in shown(pilot)


async def test_a_key_after_enter_is_for_the_article_that_enter_opened() -> None:
    newsroom = some()
    async with reading(newsroom) as pilot:
        burst(pilot, "\rjj")
        await settled(pilot)
        assert in_article(pilot)
        assert main(pilot).headlines.cursor == 0
        assert newsroom.read_at == [1]


async def test_a_key_after_a_search_is_for_what_was_found() -> None:
    async with reading(some()) as pilot:
        burst(pilot, "/number\rj")
        await settled(pilot)
        assert main(pilot).headlines.has_focus
        assert main(pilot).searching.query == "number*"
        assert main(pilot).headlines.cursor == 1
