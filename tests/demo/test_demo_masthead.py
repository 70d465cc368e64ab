"""The edition's weather reaches the header by the way that all weather takes."""

from datetime import timedelta

from demo.asking import NOON
from newsreader.demo import PLACE, Edition
from newsreader.fetch import Fetcher
from newsreader.model import Units
from newsreader.weather import WeatherService, weather_line


async def test_the_header_says_eighteen_degrees_in_stepanakert(edition: Edition) -> None:
    fetcher = Fetcher()
    fetcher.trust(edition.url)
    service = WeatherService(
        fetcher, edition.forecast_url, edition.geocoding_url, f"{edition.url}nowhere", lambda: NOON
    )
    try:
        conditions = await service.conditions(PLACE)
        found = await service.search("Stepanakert")
    finally:
        await fetcher.close()
    assert conditions.temperature == 18.0
    assert timedelta(0) <= NOON - conditions.observed_at < timedelta(minutes=15)
    assert weather_line(PLACE, conditions, NOON, Units.AUTO).text == "In Stepanakert: +18\u00a0°C"
    assert (found[0].name, found[0].latitude, found[0].longitude) == (PLACE.name, PLACE.latitude, PLACE.longitude)
