"""The welcome: there on the very first start only, with five keys that are mapped, gone with the first key."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from newsreader.config import load_settings
from newsreader.tui.widgets.welcome_card import WelcomeCard
from newsreader.wiring import open_newsroom
from support.newsroom_double import NewsroomDouble, article, headline
from support.on_screen import delivered, main, press, reading, rows, settled, shown


def new() -> NewsroomDouble:
    made = [headline(number) for number in (1, 2, 3)]
    newsroom = NewsroomDouble(made, [(one.id, article(one)) for one in made])
    newsroom.habits.new = True
    return newsroom


async def greeted(pilot: Pilot[None]) -> None:
    """Wait until the welcome is there; the first paint does not wait for it."""
    while not pilot.app.screen.query(WelcomeCard):
        await delivered(pilot)
    await settled(pilot)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 16)])
async def test_it_names_the_keys_as_they_are_mapped_and_hides_no_headline(size: tuple[int, int]) -> None:
    async with reading(new(), size=size, keys={"bookmark.toggle": "*"}) as pilot:
        await greeted(pilot)
        assert "Welcome. Any key" in shown(pilot)
        assert "*             keep it" in shown(pilot)
        assert "? :           all keys" in shown(pilot)
        assert rows(pilot)[2].startswith("▌● Headline number 1")
        assert "? keys" in rows(pilot)[-1]


async def test_any_key_puts_it_away_and_does_what_it_does_and_it_does_not_come_back() -> None:
    newsroom = new()
    async with reading(newsroom) as pilot:
        await greeted(pilot)
        await press(pilot, "j")
        assert "Welcome." not in shown(pilot)
        assert main(pilot).headlines.cursor == 1
    assert not newsroom.habits.is_new()


async def test_a_click_puts_it_away() -> None:
    newsroom = new()
    async with reading(newsroom) as pilot:
        await greeted(pilot)
        await pilot.click(WelcomeCard)
        await settled(pilot)
        assert "Welcome." not in shown(pilot)


async def test_a_library_is_new_until_something_is_read_or_the_reader_was_welcomed(tmp_path: Path) -> None:
    settings = load_settings(config_file=tmp_path / "none.toml", library=tmp_path / "library", environ={})
    newsroom = open_newsroom(settings)
    assert newsroom.habits.is_new()
    await newsroom.habits.welcomed()
    assert not newsroom.habits.is_new()
    await newsroom.close()
    again = open_newsroom(settings)
    assert not again.habits.is_new()
    await again.close()
