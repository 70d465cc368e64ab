"""The weather of a place over the network: Open-Meteo first, MET Norway when that fails."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from newsreader.fetch import Client
from newsreader.model import FoundPlace, Place, PlaceError, Weather, WeatherError, clean_line
from newsreader.weather.met_norway import MET_NORWAY, met_norway_url, read_met_norway
from newsreader.weather.open_meteo import OPEN_METEO, open_meteo_url, read_open_meteo
from newsreader.weather.places import SHORTEST_NAME, read_places, search_url
from newsreader.weather.source import Source
from newsreader.weather.zones import zone_of


class WeatherService:
    """Asks the weather services through the one fetcher, and believes nothing that is not as documented.

    When the weather should be asked for at all is ``Freshness``'s to say.
    """

    def __init__(
        self,
        fetcher: Client,
        forecast_url: str,
        geocoding_url: str,
        fallback_url: str,
        now: Callable[[], datetime],
    ) -> None:
        self._forecast_url = forecast_url
        self._geocoding_url = geocoding_url
        self._fallback_url = fallback_url
        self._now = now
        self._forecast = Source(OPEN_METEO, fetcher, now)
        self._geocoding = Source(f"{OPEN_METEO}'s search", fetcher, now)
        self._fallback = Source(MET_NORWAY, fetcher, now)
        self._lasting = {OPEN_METEO: self._forecast, MET_NORWAY: self._fallback}
        for url in (forecast_url, geocoding_url, fallback_url):
            fetcher.trust(url)  # the reader's own settings: a service on the reader's own network is meant

    async def weather(self, place: Place) -> Weather:
        """Return the weather at ``place``, now and to come, from the first service that can tell.

        Raises:
            WeatherError: neither service could; it says why of both.
        """
        try:
            return await self._from_open_meteo(place)
        except WeatherError as error:
            first = error
        try:
            return await self._from_met_norway(place)
        except WeatherError as second:
            sent = first.sent or second.sent
            raise WeatherError(f"{first.what}; {second.what}", advice="try again later", sent=sent) from second

    def to_json(self) -> dict[str, Any]:
        """Return what the services are to be spared at the next start, as JSON values."""
        return {name: source.to_json() for name, source in self._lasting.items()}

    def restore(self, value: Mapping[str, Any]) -> None:
        """Take in what ``to_json`` returned.

        Raises:
            ValueError, KeyError, TypeError, AttributeError: it is something else.
        """
        for name, source in self._lasting.items():
            source.restore(value[name])

    async def find(self, name: str, count: int = 10, language: str = "en") -> tuple[FoundPlace, ...]:
        """Return up to ``count`` places called ``name``, the likeliest first; at least one.

        Raises:
            PlaceError: no place is called so.
            WeatherError: the search could not be asked, or answered nonsense.
        """
        wanted = clean_line(name, 100)
        if len(wanted) < SHORTEST_NAME:
            raise PlaceError("the name of a place has two letters at least", wanted)
        url = search_url(self._geocoding_url, wanted, count, language)
        found = (await self._geocoding.ask(url, read_places))[:count]
        if not found:
            raise PlaceError("no place of this name is known", wanted, "try its English name, or its coordinates")
        return found

    async def _from_open_meteo(self, place: Place) -> Weather:
        url = open_meteo_url(self._forecast_url, place)
        return await self._forecast.ask(url, lambda body: read_open_meteo(body, self._now()))

    async def _from_met_norway(self, place: Place) -> Weather:
        url = met_norway_url(self._fallback_url, place)
        zone = zone_of(place) or self._now().astimezone().tzinfo or UTC
        return await self._fallback.ask(url, lambda body: read_met_norway(body, self._now(), zone))
