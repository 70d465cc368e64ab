"""The header bar's line: today's date, the place and its temperature, asked for seldom and never waited for."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from newsreader.config import Settings, save_place
from newsreader.fetch import Fetcher
from newsreader.library import Library
from newsreader.model import Conditions, Place, Units, WeatherError, clean_line
from newsreader.newsroom.values import Masthead, WeatherReport
from newsreader.weather import (
    Freshness,
    WeatherLine,
    WeatherService,
    date_forms,
    place_from_zone,
    shown_unit,
    weather_line,
    zone_country,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

WEATHER = "weather"
"""The setting that keeps what was last known of the weather, and when it was asked for."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the weather at one place; both may be empty."""

    conditions: Conditions | None = None
    freshness: Freshness = field(default_factory=Freshness)


class MastheadDesk:
    """Draws the line from what is known, and asks the weather service when it is time."""

    def __init__(
        self, settings: Settings, library: Library, fetcher: Fetcher, *, now: Callable[[], datetime]
    ) -> None:
        self._settings = settings
        self._library = library
        self._fetcher = fetcher
        self._now = now
        self._asking = asyncio.Lock()
        self._heard = ""  # as the setting, where none can be written

    @cached_property
    def place(self) -> Place | None:
        """Where the reader is: as the settings say, else guessed from the time zone, else None."""
        return self._settings.place or place_from_zone()

    def last(self) -> Masthead:
        """Return the line as far as it is known now; no network."""
        return self._draw(self._known())

    async def current(self) -> Masthead:
        """Return the line, the service asked first if it is time; when it fails, the last good value stands."""
        async with self._asking:
            return self._draw(await self._ask_if_due())

    async def report(self, *, ascii_only: bool = False) -> WeatherReport:
        """Return the weather in full, the service asked if it is time; ``ascii_only`` where UTF-8 is not spoken."""
        async with self._asking:
            known = await self._ask_if_due()
        line, place, conditions = self._line(known, ascii_only=ascii_only), self.place, known.conditions
        return WeatherReport(
            place=place,
            conditions=conditions if line.known else None,
            unit=shown_unit(self._settings.weather.units, self._country),
            stale=line.stale,
            text=line.text,
        )

    async def find_place(self, name: str) -> Place:
        """Return the best match for ``name``, called as the reader wrote it.

        Raises:
            PlaceError: no place is called so.
            WeatherError: the search cannot be reached.
        """
        return replace((await self.service.search(name))[0], name=clean_line(name))

    def choose_place(self, place: Place) -> None:
        """Write the place into the settings; it holds from the next start on.

        Raises:
            ConfigError: the settings cannot be written.
        """
        save_place(self._settings, place)

    @cached_property
    def service(self) -> WeatherService:
        """The services, at the addresses of the settings."""
        weather = self._settings.weather
        return WeatherService(
            self._fetcher, weather.forecast_url, weather.geocoding_url, weather.fallback_url, now=self._now
        )

    async def _ask_if_due(self) -> Known:
        known, now = self._known(), self._now()
        if self.place is None or not known.freshness.may_ask(now):
            return known
        try:
            conditions = await self.service.conditions(self.place)
        except WeatherError:  # the header shows how old its value is; that is all a reader need be told
            known = Known(known.conditions, known.freshness.failed(self._now()))
        else:
            known = Known(conditions, known.freshness.succeeded(self._now()))
        self._heard = _to_json(self.place, known)
        if not self._library.read_only:
            await self._library.remember(WEATHER, self._heard)
        return known

    def _known(self) -> Known:
        text = (self._library.read_only and self._heard) or self._library.setting(WEATHER)
        return _from_json(text, self.place) if text and self.place else Known()

    @property
    def _units(self) -> Units:
        return self._settings.weather.units

    @property
    def _country(self) -> str:
        return (self.place.country if self.place else "") or zone_country()

    def _line(self, known: Known, *, ascii_only: bool = False) -> WeatherLine:
        return weather_line(
            self.place,
            known.conditions,
            self._now(),
            self._units,
            home_country=self._country,
            ascii_only=ascii_only,
        )

    def _draw(self, known: Known) -> Masthead:
        line = self._line(known)
        return Masthead(
            date_forms=date_forms(self._now().astimezone(), self._settings.reading.language),
            place=line.place,
            temperature=line.temperature,
            stale=line.stale,
            guessed=line.guessed,
            text=line.text,
        )


def _to_json(place: Place, known: Known) -> str:
    seen, fresh = known.conditions, known.freshness
    return json.dumps(
        {
            "at": [place.latitude, place.longitude],
            "asked_at": fresh.asked_at.isoformat() if fresh.asked_at else None,
            "failures": fresh.failures,
            "conditions": seen
            and {
                "temperature": seen.temperature,
                "observed_at": seen.observed_at.isoformat(),
                "fetched_at": seen.fetched_at.isoformat(),
                "source": seen.source,
                "code": seen.code,
                "is_day": seen.is_day,
            },
        }
    )


def _from_json(text: str, place: Place) -> Known:
    """Return what was kept, if it is of ``place``: a reader who moves does not take the weather along.

    What another version of the program kept in another shape is as good as nothing.
    """
    try:
        return _read(json.loads(text), place)
    except (ValueError, KeyError, TypeError, AttributeError):
        return Known()


def _read(kept: "Mapping[str, Any]", place: Place) -> Known:
    if kept["at"] != [place.latitude, place.longitude]:
        return Known()
    asked_at = kept["asked_at"] and datetime.fromisoformat(kept["asked_at"])
    seen = kept["conditions"]
    conditions = seen and Conditions(
        temperature=seen["temperature"],
        observed_at=datetime.fromisoformat(seen["observed_at"]),
        fetched_at=datetime.fromisoformat(seen["fetched_at"]),
        source=seen["source"],
        code=seen["code"],
        is_day=seen["is_day"],
    )
    return Known(conditions, Freshness(asked_at, kept["failures"]))
