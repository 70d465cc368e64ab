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
        weather = await service.weather(PLACE)
        found = await service.find("Stepanakert")
    finally:
        await fetcher.close()
    conditions, forecast = weather.conditions, weather.forecast
    assert (conditions.temperature, conditions.wind, conditions.humidity) == (18.0, 2.7, 46)
    assert (len(forecast.days), forecast.days[0].high) == (7, 18.1)
    assert forecast.days[0].sunrise is not None
    assert len(forecast.hours) == 49
    assert forecast.hours[0].temperature == 18.0, "the hour that has begun is as warm as now"
    assert timedelta(0) <= NOON - conditions.observed_at < timedelta(minutes=15)
    assert weather_line(PLACE, conditions, NOON, Units.AUTO).text == "In Stepanakert: +18\u00a0°C"
    (place,) = (one.place for one in found)
    assert (place.name, place.latitude, place.longitude) == (PLACE.name, PLACE.latitude, PLACE.longitude)
