"""The weather over real sockets: two services on loopback, and everything they may do wrong."""

import json
import time
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from newsreader.fetch import USER_AGENT, Fetcher, Kind, Limits
from newsreader.model import FoundPlace, Place, PlaceError, WeatherError
from newsreader.weather import WeatherService
from support.loopback import Answer, Asked, Loopback, Route, closed_port
from weather.standins import KHANKENDI, answer, found, met_norway, open_meteo

NOW = datetime(2023, 3, 30, 12, 0, tzinfo=UTC)
STEPANAKERT = Place("Stepanakert", 39.8177, 46.7528)
FIRST, SECOND, SEARCH = "/v1/forecast", "/compact", "/v1/search"


class Clock:
    """A clock that a test moves on."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Loopback]:
    monkeypatch.delenv("http_proxy", raising=False)
    monkeypatch.delenv("HTTP_PROXY", raising=False)
    routes = {
        FIRST: answer(open_meteo(NOW, 18)),
        SECOND: answer(met_norway(NOW, 17)),
        SEARCH: answer(found(KHANKENDI)),
    }
    with Loopback({**routes}) as loopback:
        yield loopback


@pytest.fixture
async def service(server: Loopback, clock: Clock) -> AsyncIterator[WeatherService]:
    fetcher = Fetcher(limits={Kind.DATA: Limits(1_000_000, 0.5, 8)})
    yield WeatherService(fetcher, server.url(FIRST), server.url(SEARCH), server.url(SECOND), clock)
    await fetcher.close()


async def test_the_first_service_is_asked_and_no_other(service: WeatherService, server: Loopback) -> None:
    known = (await service.weather(STEPANAKERT)).conditions
    assert (known.temperature, known.source, known.observed_at, known.fetched_at) == (18, "Open-Meteo", NOW, NOW)
    (asked,) = server.asked
    query = parse_qs(urlsplit(asked.path).query)
    assert (query["latitude"], query["longitude"]) == (["39.8177"], ["46.7528"])
    assert "temperature_2m" in query["current"][0]
    assert "sunrise" in query["daily"][0]


def late(asked: Asked) -> Answer:
    """Answer after everybody has stopped waiting."""
    time.sleep(1)
    return answer(open_meteo(NOW, 18))


BROKEN: dict[str, Route] = {
    "400 with a reason": answer({"error": True, "reason": "Latitude must be in range"}, 400),
    "200 with an error": answer({"error": True, "reason": "Daily limit exceeded"}),
    "403": Answer(b"Forbidden", 403),
    "429": Answer(b"", 429, {"Retry-After": "60"}),
    "500": Answer(b"", 500),
    "a page": Answer(b"<!DOCTYPE html><title>Sign in to the Wi-Fi</title>", 200, {"Content-Type": "text/html"}),
    "nothing": Answer(b""),
    "not a number": answer(open_meteo(NOW, float("nan"))),
    "text for a number": answer(open_meteo(NOW, "18.0")),
    "nothing for a number": answer(open_meteo(NOW, None)),
    "beyond the records": answer(open_meteo(NOW, 61)),
    "the weather of yesterday": answer(open_meteo(NOW - timedelta(days=1))),
    "an empty object": answer({}),
    "half an answer": Answer(b'{"current": {"temp'),
    "no HTTP": Answer(raw=b"\x00\x01\x02\r\n\r\n"),
    "hanging up": Answer(raw=b""),
    "a redirect in a circle": Answer(b"", 302, {"Location": FIRST}),
    "too much": Answer(b" " * 1_000_001),
    "too late": late,
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
async def test_when_the_first_fails_the_second_is_asked(
    service: WeatherService, server: Loopback, broken: Route
) -> None:
    server.routes[FIRST] = broken
    known = (await service.weather(STEPANAKERT)).conditions
    assert (known.temperature, known.source) == (17, "MET Norway")
    assert parse_qs(urlsplit(server.asked[-1].path).query) == {"lat": ["39.8177"], "lon": ["46.7528"]}
    assert server.asked[-1].headers["user-agent"] == USER_AGENT


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
async def test_when_both_fail_it_is_told_of_both(service: WeatherService, server: Loopback, broken: Route) -> None:
    server.routes[FIRST] = Answer(b"", 500)
    server.routes[SECOND] = broken
    with pytest.raises(WeatherError, match=r"Open-Meteo.*; .*MET Norway"):
        await service.weather(STEPANAKERT)


async def test_offline_is_a_weather_error(clock: Clock) -> None:
    nowhere = f"http://127.0.0.1:{closed_port()}/?key=secret"
    fetcher = Fetcher()
    service = WeatherService(fetcher, nowhere, nowhere, nowhere, clock)
    with pytest.raises(WeatherError, match="refused the connection") as raised:
        await service.weather(STEPANAKERT)
    assert "secret" not in str(raised.value)
    with pytest.raises(WeatherError, match="refused the connection"):
        await service.find("Stepanakert")
    await fetcher.close()


async def test_203_from_met_norway_is_still_an_answer(service: WeatherService, server: Loopback) -> None:
    server.routes[FIRST] = Answer(b"", 503)
    server.routes[SECOND] = answer(met_norway(NOW, -0.4), 203)
    assert (await service.weather(STEPANAKERT)).conditions.temperature == -0.4


def expiring_forecast() -> Answer:
    """Return MET Norway's answer as it comes, good for half an hour by the server's clock; three hours in it."""
    expires = datetime.now(UTC) + timedelta(minutes=30)
    return answer(
        met_norway(NOW, 17, 16, 15),
        Expires=f"{expires:%a, %d %b %Y %H:%M:%S GMT}",
        Last_Modified="Thu, 30 Mar 2023 11:20:45 GMT",
    )


async def test_met_norway_is_not_asked_before_its_answer_expires(
    service: WeatherService, server: Loopback, clock: Clock
) -> None:
    server.routes[FIRST] = Answer(b"", 500)
    server.routes[SECOND] = expiring_forecast()
    await service.weather(STEPANAKERT)
    clock.now += timedelta(minutes=29)
    assert (await service.weather(STEPANAKERT)).conditions.fetched_at == clock.now
    assert server.count(SECOND) == 1


async def test_after_that_it_is_asked_whether_anything_has_changed(
    service: WeatherService, server: Loopback, clock: Clock
) -> None:
    def second(asked: Asked) -> Answer:
        if asked.headers.get("if-modified-since") == "Thu, 30 Mar 2023 11:20:45 GMT":
            return Answer(b"", 304)
        return expiring_forecast()

    server.routes[FIRST] = Answer(b"", 500)
    server.routes[SECOND] = second
    assert (await service.weather(STEPANAKERT)).conditions.temperature == 17
    clock.now += timedelta(minutes=65)
    assert (
        await service.weather(STEPANAKERT)
    ).conditions.temperature == 16  # the next hour of the forecast that was kept
    assert server.count(SECOND) == 2


async def test_what_a_service_asked_for_holds_after_a_restart(
    service: WeatherService, server: Loopback, clock: Clock
) -> None:
    server.routes[FIRST] = Answer(b"", 429, {"Retry-After": "7200"})
    server.routes[SECOND] = expiring_forecast()
    await service.weather(STEPANAKERT)
    kept = json.loads(json.dumps(service.to_json()))
    again = WeatherService(
        service._forecast._fetcher, server.url(FIRST), server.url(SEARCH), server.url(SECOND), clock
    )
    again.restore(kept)
    clock.now += timedelta(minutes=20)
    assert (await again.weather(STEPANAKERT)).conditions.temperature == 17
    assert (server.count(FIRST), server.count(SECOND)) == (1, 1), "neither is asked before it wants to be"
    clock.now += timedelta(minutes=45)
    await again.weather(STEPANAKERT)
    assert server.asked[-1].headers["if-modified-since"] == "Thu, 30 Mar 2023 11:20:45 GMT"


async def test_an_answer_that_never_expires_is_kept_an_hour_at_most(
    service: WeatherService, server: Loopback, clock: Clock
) -> None:
    server.routes[FIRST] = answer(open_meteo(NOW), Cache_Control="max-age=31536000")
    await service.weather(STEPANAKERT)
    clock.now += timedelta(minutes=61)
    await service.weather(STEPANAKERT)
    assert server.count(FIRST) == 2


async def test_another_place_is_asked_for_at_once(service: WeatherService, server: Loopback) -> None:
    server.routes[FIRST] = answer(open_meteo(NOW), Cache_Control="max-age=900")
    await service.weather(STEPANAKERT)
    await service.weather(Place("Shushi", 39.7586, 46.7483))
    assert server.count(FIRST) == 2


async def test_a_kept_answer_that_cannot_be_read_is_forgotten(service: WeatherService, server: Loopback) -> None:
    server.routes[FIRST] = answer({}, Cache_Control="max-age=900")
    await service.weather(STEPANAKERT)
    server.routes[FIRST] = answer(open_meteo(NOW))
    assert (await service.weather(STEPANAKERT)).conditions.source == "Open-Meteo"


async def test_a_service_that_asks_to_be_left_alone_is(
    service: WeatherService, server: Loopback, clock: Clock
) -> None:
    server.routes[FIRST] = Answer(b"", 429, {"Retry-After": "600"})
    await service.weather(STEPANAKERT)
    server.routes[FIRST] = answer(open_meteo(NOW))
    clock.now += timedelta(minutes=9)
    assert (await service.weather(STEPANAKERT)).conditions.source == "MET Norway"
    assert server.count(FIRST) == 1
    clock.now += timedelta(minutes=1)
    assert (await service.weather(STEPANAKERT)).conditions.source == "Open-Meteo"


async def test_a_place_is_found(service: WeatherService, server: Loopback) -> None:
    (found,) = await service.find("  Stepanakert\n", 3)
    assert found == FoundPlace(
        Place("Khankendi", 39.8177, 46.7528, "AZ", zone="Asia/Baku"), region="Xankəndi, Azerbaijan"
    )
    assert parse_qs(urlsplit(server.asked[0].path).query)["name"] == ["Stepanakert"]


async def test_no_more_places_than_asked_for(service: WeatherService, server: Loopback) -> None:
    server.routes[SEARCH] = answer(found(*[KHANKENDI] * 20))
    assert len(await service.find("Stepanakert", 3)) == 3


async def test_a_place_that_nobody_knows_is_told(service: WeatherService, server: Loopback) -> None:
    server.routes[SEARCH] = answer(found())
    with pytest.raises(PlaceError, match="Nowhere: no place of this name is known"):
        await service.find("Nowhere")


@pytest.mark.parametrize("name", ["", " ", "A", "\x1b\x1b"])
async def test_a_name_too_short_is_not_even_asked(service: WeatherService, server: Loopback, name: str) -> None:
    with pytest.raises(PlaceError, match="two letters"):
        await service.find(name)
    assert server.asked == []


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
async def test_a_search_that_fails_is_a_weather_error(
    service: WeatherService, server: Loopback, broken: Route
) -> None:
    server.routes[SEARCH] = broken
    with pytest.raises((WeatherError, PlaceError)):
        await service.find("Stepanakert")
