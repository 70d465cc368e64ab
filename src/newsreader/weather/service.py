"""The weather of a place over the network: Open-Meteo first, MET Norway when that fails."""

from collections.abc import Callable
from datetime import datetime

from newsreader.fetch import Fetcher
from newsreader.model import Conditions, Place, PlaceError, WeatherError, clean_line
from newsreader.weather.answers import (
    MET_NORWAY,
    OPEN_METEO,
    met_norway_url,
    open_meteo_url,
    read_met_norway,
    read_open_meteo,
)
from newsreader.weather.places import SHORTEST_NAME, FoundPlace, read_places, search_url
from newsreader.weather.source import Source


class WeatherService:
    """Asks the weather services through the one fetcher, and believes nothing that is not as documented.

    When the weather should be asked for at all is ``Freshness``'s to say.
    """

    def __init__(
        self,
        fetcher: Fetcher,
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
        for url in (forecast_url, geocoding_url, fallback_url):
            fetcher.trust(url)  # the reader's own settings: a service on the reader's own network is meant

    async def conditions(self, place: Place) -> Conditions:
        """Return the weather now at ``place``, from the first service that can tell.

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
            raise WeatherError(f"{first.what}; {second.what}", advice="try again later") from second

    async def search(self, name: str, count: int = 10) -> tuple[Place, ...]:
        """Return up to ``count`` places called ``name``, the likeliest first; at least one. Raises as ``find``."""
        return tuple(found.place for found in await self.find(name, count))

    async def find(self, name: str, count: int = 10) -> tuple[FoundPlace, ...]:
        """Return what ``search`` does, each place with the region that tells it from its namesakes.

        Raises:
            PlaceError: no place is called so.
            WeatherError: the search could not be asked, or answered nonsense.
        """
        wanted = clean_line(name, 100)
        if len(wanted) < SHORTEST_NAME:
            raise PlaceError("the name of a place has two letters at least", wanted)
        url = search_url(self._geocoding_url, wanted, count)
        found = (await self._geocoding.ask(url, read_places))[:count]
        if not found:
            raise PlaceError("no place of this name is known", wanted, "try its English name, or its coordinates")
        return found

    async def _from_open_meteo(self, place: Place) -> Conditions:
        url = open_meteo_url(self._forecast_url, place)
        return await self._forecast.ask(url, lambda body: read_open_meteo(body, self._now()))

    async def _from_met_norway(self, place: Place) -> Conditions:
        url = met_norway_url(self._fallback_url, place)
        return await self._fallback.ask(url, lambda body: read_met_norway(body, self._now()))
