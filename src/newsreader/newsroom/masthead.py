"""The header bar's line: today's date, the place and its temperature, asked for seldom and never waited for."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta, timezone, tzinfo
from functools import cached_property

from newsreader.config import Clock, Settings
from newsreader.fetch import Client
from newsreader.library import Library
from newsreader.model import Conditions, Forecast, FoundPlace, Place, WeatherCard, WeatherError
from newsreader.newsroom.places import Places
from newsreader.newsroom.values import Masthead, WeatherReport
from newsreader.newsroom.weather_card import weather_card
from newsreader.newsroom.weather_memory import Known, WeatherMemory
from newsreader.weather import (
    WeatherLine,
    WeatherService,
    credit_for,
    date_forms,
    is_language,
    shown_unit,
    shown_units,
    weather_line,
    zone_country,
    zone_of,
)


class MastheadDesk:
    """Draws the line from what is known, and asks the weather service when it is time.

    Attributes:
        places: those whose weather is looked at, one of them shown.
    """

    def __init__(
        self, settings: Settings, library: Library, fetcher: Client, *, now: Callable[[], datetime]
    ) -> None:
        self._settings = settings
        self._fetcher = fetcher
        self._now = now
        self._asking = asyncio.Lock()
        self._memory = WeatherMemory(library)
        self._failure = ""  # why the last asking came to nothing
        self.places = Places(settings, library)

    @property
    def complaint(self) -> str:
        """A sentence on what the settings want of the header and cannot have; empty when all is well."""
        language = self._settings.reading.language
        if is_language(language):
            return ""
        where = f"{self._settings.config_file}, key reading.language"
        return f"{where}: no dates are known in “{language}”; they are in English"

    def last(self) -> Masthead:
        """Return the line as far as it is known now; no network."""
        place = self.places.shown
        known = self._memory.known(place) if place else Known()
        line = self._line(place, known)
        here = self._now().astimezone(self._zone(place, known) if self._by_place else None)
        return Masthead(
            date_forms=date_forms(here, self._settings.reading.language),
            next_day=_midnight_after(here),
            place=line.place,
            temperature=line.temperature,
            stale=line.stale,
            guessed=line.guessed,
            text=line.text,
        )

    async def current(self) -> Masthead:
        """Return the line, the service asked first if it is time; when it fails, the last good value stands."""
        await self._ask_if_due()
        return self.last()

    def last_report(self, *, ascii_only: bool = False) -> WeatherReport:
        """Return the weather in full as far as it is known now; ``ascii_only`` where UTF-8 is not spoken."""
        place = self.places.shown
        known = self._memory.known(place) if place else Known()
        line = self._line(place, known, ascii_only=ascii_only)
        units, country = self._settings.weather.units, _country(place)
        return WeatherReport(
            place=place,
            conditions=_conditions(known) if line.known else None,
            unit=shown_unit(units, country),
            stale=line.stale,
            text=line.text,
            units=shown_units(units, country),
            forecast=known.weather.forecast if known.weather else Forecast(),
            zone=self._zone(place, known),
            next_ask=known.freshness.next_ask(self._now()),
            credit=credit_for(known.weather.conditions.source if known.weather else ""),
            failure=self._failure if known.freshness.failures and not self._asking.locked() else "",
            places=self.places.all,
            asking=self._asking.locked(),
        )

    async def report(self, *, ascii_only: bool = False) -> WeatherReport:
        """Return the weather in full, the service asked if it is time; ``ascii_only`` as for ``last_report``."""
        await self._ask_if_due()
        return self.last_report(ascii_only=ascii_only)

    def last_card(self) -> WeatherCard:
        """Return the weather card as far as it is known now; no network."""
        return self._card(self.last_report())

    async def card(self) -> WeatherCard:
        """Return the weather card, the service asked if it is time."""
        return self._card(await self.report())

    def _card(self, report: WeatherReport) -> WeatherCard:
        language = self._settings.reading.language
        return weather_card(report, self._now(), language=language, country=zone_country())

    async def find_places(self, name: str) -> tuple[FoundPlace, ...]:
        """Return the places called ``name``, the likeliest first; at least one.

        Raises:
            PlaceError: no place is called so.
            WeatherError: the search cannot be reached.
        """
        return await self.service.find(name, language=self._settings.reading.language)

    async def add_place(self, place: Place) -> None:
        """Add a place, and show it. Raises as ``Places.add``."""
        await self.places.add(place)

    async def remove_place(self) -> None:
        """Remove the place that is shown. Raises as ``Places.add``."""
        if place := self.places.shown:
            await self.places.remove(place)

    async def step_place(self, step: int) -> None:
        """Show the next place, or the one before."""
        await self.places.step(step)

    @cached_property
    def service(self) -> WeatherService:
        """The services, at the addresses of the settings."""
        weather = self._settings.weather
        service = WeatherService(
            self._fetcher, weather.forecast_url, weather.geocoding_url, weather.fallback_url, now=self._now
        )
        self._memory.restore_services(service.restore)
        return service

    async def _ask_if_due(self) -> None:
        """Ask for the weather of the place that is shown, if it is time."""
        async with self._asking:
            place = self.places.shown
            if place is None:
                return
            known, now = self._memory.known(place), self._now()
            if known.freshness.may_ask(now):
                # Whatever ends the program meanwhile, the next one does not ask at once again.
                await self._memory.remember(place, Known(known.weather, known.freshness.failed(now)))
                await self._memory.remember(place, await self._asked(place, known))
                await self._memory.remember_services(self.service.to_json())

    async def _asked(self, place: Place, known: Known) -> Known:
        try:
            weather = await self.service.weather(place)
        except WeatherError as error:  # the header shows how old its value is, the weather card says why
            self._failure = str(error)
            return Known(known.weather, known.freshness.failed(self._now(), sent=error.sent))
        return Known(weather, known.freshness.succeeded(self._now()))

    @property
    def _by_place(self) -> bool:
        return self._settings.reading.clock is Clock.PLACE

    def _zone(self, place: Place | None, known: Known) -> tzinfo | None:
        """Return the zone of the place: by its name, else as the service told it, else None for the system's."""
        zone = zone_of(place) if place else None
        offset = known.weather.forecast.offset if known.weather else None
        return zone or (None if offset is None else timezone(offset))

    def _line(self, place: Place | None, known: Known, *, ascii_only: bool = False) -> WeatherLine:
        return weather_line(
            place,
            _conditions(known),
            self._now(),
            self._settings.weather.units,
            zone=self._zone(place, known) if self._by_place else None,
            home_country=_country(place),
            ascii_only=ascii_only,
            language=self._settings.reading.language,
        )


def _conditions(known: Known) -> Conditions | None:
    return known.weather.conditions if known.weather else None


def _country(place: Place | None) -> str:
    return (place.country if place else "") or zone_country()


def _midnight_after(here: datetime) -> datetime:
    """Return the next midnight of the zone of ``here``; where clocks skip it, the first moment of the day."""
    return datetime.combine(here.date() + timedelta(days=1), datetime.min.time(), here.tzinfo)
