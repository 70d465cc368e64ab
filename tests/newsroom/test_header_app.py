"""The header bar in the app, on a real newsroom: true and out of the way, whatever the weather service does."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from newsreader.config import Settings, load_settings
from newsreader.model import Place
from newsreader.newsroom import Newsroom
from newsreader.tui.screens.weather import WeatherScreen
from support.clock import Clock
from support.loopback import Answer, Asked, Loopback
from support.on_screen import delivered, press, reading, rows, settled, shown
from weather.standins import answer, open_meteo

OpenNewsroom = Callable[..., Newsroom]

HOME = Place("Stepanakert", 39.8177, 46.7528, "AZ")


@pytest.fixture
def held() -> Iterator[threading.Event]:
    """Return what the weather service waits for; it is let go in the end."""
    event = threading.Event()
    yield event
    event.set()


@pytest.fixture
def slow(settings: Settings, site: Loopback, clock: Clock, held: threading.Event) -> Settings:
    """Return settings with a place, and a weather service that hangs."""

    def hanging(_: Asked) -> Answer:
        held.wait()
        return answer(open_meteo(clock(), -7))

    site.routes["/forecast"] = hanging
    return replace(settings, place=HOME, weather=replace(settings.weather, forecast_url=site.url("/forecast")))


async def seen(pilot: Pilot[None], words: str) -> bool:
    """Wait until the screen shows ``words``; work may be under way."""
    async with asyncio.timeout(20):
        while words not in shown(pilot):
            await delivered(pilot)
            pilot.app.screen._on_timer_update()
    return True


async def test_while_the_service_hangs_keys_answer_and_a_place_is_chosen(
    open_newsroom: OpenNewsroom, slow: Settings, site: Loopback, held: threading.Event, clock: Clock
) -> None:
    async with reading(open_newsroom(slow), wait=False, now=clock) as pilot:
        assert await seen(pilot, "Thursday, 30 March, 2023 · In Stepanakert: — °C")
        await pilot.press("w")
        assert await seen(pilot, "Nothing recent is known · asking …"), "and not that it will be asked later"
        await pilot.press("slash", *"39.5111 46.3417 Goris", "enter")
        assert await seen(pilot, "Stepanakert · Goris")
        await pilot.press("escape")
        assert await seen(pilot, "Thursday, 30 March, 2023 · In Goris: — °C"), "at once"
        assert load_settings(config_file=slow.config_file).places == (Place("Goris", 39.5111, 46.3417),)
        assert site.count("/forecast") == 1
        held.set()
        await settled(pilot)
        assert "In Goris: −7 °C" in rows(pilot)[0], "though its card was left before it was known"


async def test_a_card_that_stays_open_grows_old_with_its_weather(
    open_newsroom: OpenNewsroom, slow: Settings, site: Loopback, held: threading.Event, clock: Clock
) -> None:
    held.set()
    async with reading(open_newsroom(slow), now=clock) as pilot:
        await press(pilot, "w")
        assert "measured" in shown(pilot)
        pilot.app.app_focus = False
        clock.move(hours=7)
        assert isinstance(pilot.app.screen, WeatherScreen)
        pilot.app.screen._ask()
        await settled(pilot)
        assert "Nothing recent is known" in shown(pilot)
        assert site.count("/forecast") == 1, "nobody looks"
