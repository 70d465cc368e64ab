"""What was last known of the weather at each place, and when it was asked for, kept from one start to the next."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from newsreader.library import Library
from newsreader.model import Place, Weather
from newsreader.newsroom.places import spot
from newsreader.weather import Freshness, weather_from_json, weather_to_json

WEATHER, SERVICES = "weather", "weather services"
"""The settings that hold the weather by place, and what the services are to be spared."""

_PLACES = 12
"""How many places the weather is kept of; the one asked for longest ago goes first."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the weather at one place; both may be empty."""

    weather: Weather | None = None
    freshness: Freshness = field(default_factory=Freshness)


class WeatherMemory:
    """Keeps what is known in the library, or where nothing can be written, for as long as the program runs.

    What another version of the program kept in another shape is as good as nothing.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._heard: dict[str, str] = {}

    def known(self, place: Place) -> Known:
        """Return what is known of a place."""
        try:
            return _read(self._places()[_name(place)])
        except (ValueError, KeyError, TypeError, AttributeError):
            return Known()

    async def remember(self, place: Place, known: Known) -> None:
        """Keep what is known of a place."""
        places = self._places()
        places.pop(_name(place), None)
        places[_name(place)] = _plain(known)
        await self._keep(WEATHER, dict(list(places.items())[-_PLACES:]))

    def restore_services(self, restore: Callable[[Mapping[str, Any]], None]) -> None:
        """Give ``restore`` what ``remember_services`` was given."""
        try:
            restore(self._value(SERVICES))
        except (ValueError, KeyError, TypeError, AttributeError):
            return

    async def remember_services(self, value: Mapping[str, Any]) -> None:
        """Keep what the services are to be spared."""
        await self._keep(SERVICES, value)

    def _places(self) -> dict[str, Any]:
        try:
            places = self._value(WEATHER)
        except ValueError:
            return {}
        return places if isinstance(places, dict) else {}

    def _value(self, key: str) -> Any:
        return json.loads(self._heard.get(key) or self._library.setting(key) or "{}")

    async def _keep(self, key: str, value: Mapping[str, Any]) -> None:
        text = json.dumps(value)
        if self._library.read_only:
            self._heard[key] = text
        else:
            await self._library.remember(key, text)


def _name(place: Place) -> str:
    return json.dumps(spot(place))


def _plain(known: Known) -> dict[str, Any]:
    fresh = known.freshness
    return {
        "asked_at": fresh.asked_at and fresh.asked_at.isoformat(),
        "failures": fresh.failures,
        "sent": fresh.sent,
        "weather": known.weather and weather_to_json(known.weather),
    }


def _read(kept: Mapping[str, Any]) -> Known:
    asked_at = kept["asked_at"] and datetime.fromisoformat(kept["asked_at"])
    weather = kept["weather"] and weather_from_json(kept["weather"])
    return Known(weather, Freshness(asked_at, kept["failures"], kept["sent"]))
