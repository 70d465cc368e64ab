"""The header bar's line: asked for seldom, remembered across starts, never from somewhere else."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from newsreader.config import Settings, load_settings
from newsreader.model import Place, PlaceError
from newsreader.newsroom import Newsroom
from newsreader.newsroom.masthead import WEATHER
from support.clock import Clock
from support.loopback import Answer, Loopback
from weather.standins import answer, open_meteo

OpenNewsroom = Callable[..., Newsroom]

HOME = Place("Stepanakert", 39.8177, 46.7528, "AZ")
UNKNOWN = "In Stepanakert: —\N{NO-BREAK SPACE}°C"
WARM = "In Stepanakert: +18\N{NO-BREAK SPACE}°C"


@pytest.fixture
def at_home(settings: Settings, site: Loopback, clock: Clock) -> Settings:
    """Return settings with a place, and weather services that answer."""
    site.routes["/forecast"] = answer(open_meteo(clock()))
    weather = replace(
        settings.weather,
        forecast_url=site.url("/forecast"),
        geocoding_url=site.url("/search"),
        fallback_url=site.url("/fallback"),
    )
    return replace(settings, place=HOME, weather=weather)


async def test_the_line_is_unknown_then_known_then_remembered(
    open_newsroom: OpenNewsroom, at_home: Settings, site: Loopback
) -> None:
    newsroom = open_newsroom(at_home)
    assert newsroom.last_masthead().text == UNKNOWN
    header = await newsroom.masthead()
    assert (header.text, header.stale, header.guessed) == (WARM, False, False)
    assert header.date_forms[0] == "Thursday, 30 March, 2023"
    site.stop()
    again = open_newsroom(at_home)
    assert again.last_masthead().text == WARM
    assert (await again.masthead()).text == WARM, "it is fresh for a quarter of an hour"


async def test_the_service_is_asked_every_quarter_of_an_hour_at_most(
    open_newsroom: OpenNewsroom, at_home: Settings, site: Loopback, clock: Clock
) -> None:
    newsroom = open_newsroom(at_home)
    for _ in range(3):
        await newsroom.masthead()
    assert site.count("/forecast") == 1
    clock.move(minutes=16)
    await open_newsroom(at_home).masthead()
    assert site.count("/forecast") == 2


async def test_a_service_that_fails_is_asked_less_and_less_also_after_a_restart(
    open_newsroom: OpenNewsroom, at_home: Settings, site: Loopback, clock: Clock
) -> None:
    await open_newsroom(at_home).masthead()
    site.routes["/forecast"] = Answer(b"no", 500)
    asked = []
    for _ in range(120):
        clock.move(minutes=1)
        before = site.count("/forecast")
        await open_newsroom(at_home).masthead()
        asked.append(site.count("/forecast") - before)
    assert [minute + 1 for minute, times in enumerate(asked) if times] == [15, 16, 18, 22, 30, 46, 78]
    line = open_newsroom(at_home).last_masthead()
    assert line.stale, "two hours old, and so told with its time"
    assert line.text.startswith(f"{WARM} (")
    clock.move(hours=5)
    assert open_newsroom(at_home).last_masthead().text == UNKNOWN


async def test_whoever_moves_does_not_take_the_weather_along(
    open_newsroom: OpenNewsroom, at_home: Settings, site: Loopback
) -> None:
    newsroom = open_newsroom(at_home)
    await newsroom.masthead()
    newsroom.masthead_desk.choose_place(Place("Goris", 39.51, 46.34))
    assert newsroom.last_masthead().text == WARM, "the place holds from the next start on"
    moved = replace(at_home, place=load_settings(config_file=at_home.config_file).place)
    again = open_newsroom(moved)
    assert again.last_masthead().text == UNKNOWN.replace("Stepanakert", "Goris")
    assert (await again.masthead()).text == WARM.replace("Stepanakert", "Goris")
    assert site.count("/forecast") == 2


@pytest.mark.parametrize("kept", ["", "not JSON", "{}", "[]", "null", '{"at": [39.8177, 46.7528]}'])
async def test_weather_kept_in_another_shape_is_as_good_as_none(
    open_newsroom: OpenNewsroom, at_home: Settings, kept: str
) -> None:
    newsroom = open_newsroom(at_home)
    await newsroom._library.remember(WEATHER, kept)
    assert newsroom.last_masthead().text == UNKNOWN
    assert (await newsroom.masthead()).text == WARM


async def test_the_report_tells_the_same_line_in_ascii_too(
    open_newsroom: OpenNewsroom, at_home: Settings, site: Loopback, clock: Clock
) -> None:
    site.routes["/forecast"] = answer(open_meteo(clock(), -4.5))
    newsroom = open_newsroom(at_home)
    report = await newsroom.weather(ascii_only=True)
    assert (report.text, report.unit, report.stale) == ("In Stepanakert: -5 C", "°C", False)
    assert report.conditions is not None
    assert report.conditions.temperature == -4.5
    assert (await newsroom.weather()).text == "In Stepanakert: −5\N{NO-BREAK SPACE}°C"


async def test_a_place_is_found_and_called_as_the_reader_wrote_it(
    open_newsroom: OpenNewsroom, at_home: Settings, site: Loopback, tmp_path: Path
) -> None:
    khankendi = {"id": 1, "name": "Khankendi", "latitude": 39.8177, "longitude": 46.7528, "country_code": "AZ"}
    site.routes["/search"] = answer({"results": [khankendi]})
    desk = open_newsroom(at_home).masthead_desk
    found = await desk.find_place("  Stepanakert\x1b ")
    assert (found.name, found.latitude, found.country) == ("Stepanakert", 39.8177, "AZ")
    site.routes["/search"] = answer({"generationtime_ms": 0.2})
    with pytest.raises(PlaceError, match="no place of this name"):
        await desk.find_place("Nowhere")
    assert not (tmp_path / "config.toml").exists(), "finding is not choosing"
