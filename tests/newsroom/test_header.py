"""The header bar's line: asked for seldom, remembered across starts, never from somewhere else."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import tzlocal

from newsreader.config import Clock as Whose
from newsreader.config import Settings, load_settings
from newsreader.model import Place, PlaceError
from newsreader.newsroom import Newsroom
from newsreader.newsroom.places import SHOWN
from newsreader.newsroom.weather_memory import SERVICES, WEATHER
from support.clock import Clock
from support.loopback import Answer, Asked, Loopback, closed_port
from weather.standins import answer, open_meteo

OpenNewsroom = Callable[..., Newsroom]

GORIS = Place("Goris", 39.5111, 46.3417)
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
    assert newsroom.masthead_desk.last().text == UNKNOWN
    header = await newsroom.masthead_desk.current()
    assert (header.text, header.stale, header.guessed) == (WARM, False, False)
    assert header.date_forms[0] == "Thursday, 30 March, 2023"
    site.stop()
    again = open_newsroom(at_home)
    assert again.masthead_desk.last().text == WARM
    assert (await again.masthead_desk.current()).text == WARM, "it is fresh for a quarter of an hour"


async def test_the_service_is_asked_every_quarter_of_an_hour_at_most(
    open_newsroom: OpenNewsroom, at_home: Settings, site: Loopback, clock: Clock
) -> None:
    newsroom = open_newsroom(at_home)
    for _ in range(3):
        await newsroom.masthead_desk.current()
    assert site.count("/forecast") == 1
    clock.move(minutes=16)
    await open_newsroom(at_home).masthead_desk.current()
    assert site.count("/forecast") == 2


async def test_a_service_that_fails_is_asked_less_and_less_also_after_a_restart(
    open_newsroom: OpenNewsroom, at_home: Settings, site: Loopback, clock: Clock
) -> None:
    await open_newsroom(at_home).masthead_desk.current()
    site.routes["/forecast"] = Answer(b"no", 500)
    asked = []
    for _ in range(200):
        clock.move(minutes=1)
        before = site.count("/forecast")
        await open_newsroom(at_home).masthead_desk.current()
        asked.append(site.count("/forecast") - before)
    assert [minute + 1 for minute, times in enumerate(asked) if times] == [15, 30, 60, 120, 180]
    line = open_newsroom(at_home).masthead_desk.last()
    assert line.stale, "three hours old, and so told with its time"
    assert line.text.startswith(f"{WARM} (")
    assert "500" in (await open_newsroom(at_home).masthead_desk.report()).failure or site.count("/fallback")
    clock.move(hours=5)
    assert open_newsroom(at_home).masthead_desk.last().text == UNKNOWN


async def test_with_the_network_off_it_is_tried_again_soon(
    open_newsroom: OpenNewsroom, at_home: Settings, site: Loopback, clock: Clock
) -> None:
    nowhere = f"http://127.0.0.1:{closed_port()}/"
    offline = replace(at_home, weather=replace(at_home.weather, forecast_url=nowhere, fallback_url=nowhere))
    newsroom = open_newsroom(offline)
    assert (await newsroom.masthead_desk.current()).text == UNKNOWN
    assert "refused the connection" in (await newsroom.masthead_desk.report()).failure
    again = open_newsroom(at_home)
    assert (await again.masthead_desk.current()).text == UNKNOWN, "not at once"
    clock.move(minutes=1)
    assert (await again.masthead_desk.current()).text == WARM
    assert site.count("/forecast") == 1


async def test_a_program_that_is_ended_while_it_asks_does_not_ask_at_once_again(
    open_newsroom: OpenNewsroom, at_home: Settings, site: Loopback, clock: Clock
) -> None:
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()

    def slow(_: Asked) -> Answer:
        loop.call_soon_threadsafe(asked.set)
        return answer(open_meteo(clock()))

    site.routes["/forecast"] = slow
    asking = asyncio.create_task(open_newsroom(at_home).masthead_desk.current())
    await asked.wait()
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    await open_newsroom(at_home).masthead_desk.current()
    assert site.count("/forecast") == 1


async def test_a_reader_goes_from_place_to_place(
    open_newsroom: OpenNewsroom, at_home: Settings, site: Loopback
) -> None:
    newsroom = open_newsroom(at_home)
    await newsroom.masthead_desk.current()
    desk = newsroom.masthead_desk
    await desk.places.add(GORIS)
    assert newsroom.masthead_desk.last().text == UNKNOWN.replace("Stepanakert", "Goris"), "its weather is its own"
    assert (await newsroom.masthead_desk.current()).text == WARM.replace("Stepanakert", "Goris")
    await desk.places.step(1)
    assert newsroom.masthead_desk.last().text == WARM
    await desk.places.step(-1)
    again = open_newsroom(
        replace(at_home, place=HOME, places=load_settings(config_file=at_home.config_file).places)
    )
    assert again.masthead_desk.last().place == "Goris", "the place that was shown"
    assert site.count("/forecast") == 2
    await again.masthead_desk.places.remove(GORIS)
    assert again.masthead_desk.last().text == WARM
    assert load_settings(config_file=at_home.config_file).places == ()


async def test_from_noon_to_midnight_each_place_is_asked_for_every_quarter_of_an_hour_at_most(
    open_newsroom: OpenNewsroom, at_home: Settings, site: Loopback, clock: Clock
) -> None:
    asked: dict[tuple[str, str], list[datetime]] = {}

    def noting(told: Asked) -> Answer:
        path, _, query = told.path.partition("?")
        latitude = query.partition("=")[2].partition("&")[0]  # both services are told it first
        asked.setdefault((path, latitude), []).append(clock())
        in_trouble = clock().hour in {15, 16, 17}
        return Answer(b"<!DOCTYPE html>") if in_trouble else answer(open_meteo(clock()))

    site.routes["/forecast"] = site.routes["/fallback"] = noting
    several = replace(at_home, places=(GORIS, Place("Apia", -13.8333, -171.7333)))
    newsroom = open_newsroom(several)
    for minute in range(0, 12 * 60, 4):
        if minute % 120 == 0:
            newsroom = open_newsroom(several)
        await newsroom.masthead_desk.step_place(1 if minute % 28 else -1)
        await newsroom.masthead_desk.current()
        clock.move(minutes=4)
    apart = [later - before for times in asked.values() for before, later in pairwise(times)]
    assert len([place for path, place in asked if path == "/forecast"]) == 3
    assert min(apart) >= timedelta(minutes=15)
    assert sum(path == "/fallback" for path, _ in asked) >= 1, "the other service, while the first is in trouble"


async def test_the_time_of_an_old_temperature_is_that_of_the_date(
    open_newsroom: OpenNewsroom, at_home: Settings, clock: Clock
) -> None:
    far = Place("Apia", -13.8333, -171.7333, zone="Pacific/Apia")
    settings = replace(at_home, place=far, reading=replace(at_home.reading, clock=Whose.PLACE))
    await open_newsroom(settings).masthead_desk.current()
    clock.move(hours=2)
    assert open_newsroom(settings).masthead_desk.last().temperature.endswith("(01:00)")


@pytest.mark.parametrize(
    ("zone", "first", "hours"),
    [
        ("Europe/Berlin", datetime(2023, 3, 25, 23, tzinfo=UTC), 23),
        ("Europe/Berlin", datetime(2023, 10, 28, 22, tzinfo=UTC), 25),
        ("America/Sao_Paulo", datetime(2018, 11, 3, 3, tzinfo=UTC), 24),
    ],
)
async def test_a_day_ends_at_its_midnight_also_when_clocks_change(
    open_newsroom: OpenNewsroom, at_home: Settings, clock: Clock, zone: str, first: datetime, hours: int
) -> None:
    here = replace(HOME, zone=zone)
    newsroom = open_newsroom(replace(at_home, place=here, reading=replace(at_home.reading, clock=Whose.PLACE)))
    clock.moment = first
    day = newsroom.masthead_desk.last()
    assert day.next_day.astimezone(UTC) == first + timedelta(hours=hours)
    clock.moment = day.next_day.astimezone(UTC) - timedelta(seconds=1)
    assert newsroom.masthead_desk.last().date_forms == day.date_forms
    clock.move(seconds=1)
    assert newsroom.masthead_desk.last().date_forms != day.date_forms


async def test_a_place_takes_the_place_of_the_one_that_is_shown(
    open_newsroom: OpenNewsroom, at_home: Settings
) -> None:
    places = open_newsroom(at_home).masthead_desk.places
    await places.replace(GORIS)
    assert (places.all, places.shown) == ((GORIS,), GORIS)
    await places.add(HOME)
    renamed = replace(GORIS, name="Գորիս")
    await places.add(renamed)
    assert (places.all, places.shown) == ((renamed, HOME), renamed), "of one spot there is one place"


async def test_without_a_place_it_is_guessed_and_nobody_is_asked_where(
    open_newsroom: OpenNewsroom, at_home: Settings, site: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tzlocal, "get_localzone_name", lambda: "Asia/Yerevan")
    newsroom = open_newsroom(replace(at_home, place=None))
    line = newsroom.masthead_desk.last()
    assert (line.text, line.guessed) == ("In Yerevan?: —\N{NO-BREAK SPACE}°C", True)
    assert site.asked == []
    await newsroom.masthead_desk.current()
    assert [asked.path.partition("?")[0] for asked in site.asked] == ["/forecast"]


async def test_the_date_is_that_of_the_place_where_the_reader_wants_it(
    open_newsroom: OpenNewsroom, at_home: Settings, clock: Clock
) -> None:
    far = Place("Apia", -13.8333, -171.7333, zone="Pacific/Apia")
    reading = replace(at_home.reading, clock=Whose.PLACE, language="de")
    clock.move(hours=16)
    line = open_newsroom(replace(at_home, place=far, reading=reading)).masthead_desk.last()
    there = clock().astimezone(ZoneInfo("Pacific/Apia"))
    assert line.date_forms[0] == f"Freitag, {there.day}. März 2023"
    assert line.next_day == datetime(2023, 4, 1, tzinfo=ZoneInfo("Pacific/Apia"))
    assert line.text == "Apia: —\N{NO-BREAK SPACE}°C", "a name alone, where the word for in would bend it"


async def test_a_language_that_nobody_knows_is_told(open_newsroom: OpenNewsroom, at_home: Settings) -> None:
    assert open_newsroom(at_home).masthead_desk.complaint == ""
    klingon = open_newsroom(replace(at_home, reading=replace(at_home.reading, language="tlh")))
    assert "key reading.language: no dates are known in “tlh”" in klingon.masthead_desk.complaint
    assert klingon.masthead_desk.last().date_forms[0] == "Thursday, 30 March, 2023"


@pytest.mark.parametrize("kept", ["", "not JSON", "{}", "[]", "null", '{"[39.8177, 46.7528]": {}}'])
async def test_weather_kept_in_another_shape_is_as_good_as_none(
    open_newsroom: OpenNewsroom, at_home: Settings, kept: str
) -> None:
    newsroom = open_newsroom(at_home)
    for key in (WEATHER, SERVICES, SHOWN):
        await newsroom._library.remember(key, kept)
    assert newsroom.masthead_desk.last().text == UNKNOWN
    assert (await newsroom.masthead_desk.current()).text == WARM


async def test_the_report_tells_the_same_line_in_ascii_too(
    open_newsroom: OpenNewsroom, at_home: Settings, site: Loopback, clock: Clock
) -> None:
    site.routes["/forecast"] = answer(open_meteo(clock(), -4.5))
    newsroom = open_newsroom(at_home)
    report = await newsroom.masthead_desk.report(ascii_only=True)
    assert (report.text, report.unit, report.stale) == ("In Stepanakert: -5 C", "°C", False)
    assert report.conditions is not None
    assert report.conditions.temperature == -4.5
    assert (await newsroom.masthead_desk.report()).text == "In Stepanakert: −5\N{NO-BREAK SPACE}°C"


async def test_a_place_is_found_and_called_as_the_reader_wrote_it(
    open_newsroom: OpenNewsroom, at_home: Settings, site: Loopback, tmp_path: Path
) -> None:
    khankendi = {"id": 1, "name": "Khankendi", "latitude": 39.8177, "longitude": 46.7528, "country_code": "AZ"}
    site.routes["/search"] = answer({"results": [khankendi]})
    desk = open_newsroom(at_home).masthead_desk
    (found,) = await desk.find_places("  Stepanakert\x1b ")
    place = found.called("  Stepanakert\x1b ")
    assert (place.name, place.latitude, place.country) == ("Stepanakert", 39.8177, "AZ")
    site.routes["/search"] = answer({"generationtime_ms": 0.2})
    with pytest.raises(PlaceError, match="no place of this name"):
        await desk.find_places("Nowhere")
    assert not (tmp_path / "config.toml").exists(), "finding is not choosing"
