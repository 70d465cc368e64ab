"""The places whose weather the reader looks at: those of the settings, one of them shown, else a guess."""

import json
from collections.abc import Sequence

from newsreader.config import Settings, save_places
from newsreader.library import Library
from newsreader.model import Place
from newsreader.weather import place_from_zone

SHOWN = "place shown"
"""The setting that holds the coordinates of the place that is shown, as JSON."""

_DECIMALS = 4
"""Of degrees that tell two places apart: 11 m."""


class Places:
    """Holds the places in their order; what changes is in the settings file at once."""

    def __init__(self, settings: Settings, library: Library) -> None:
        self._settings = settings
        self._library = library
        self._chosen = ((settings.place,) if settings.place else ()) + settings.places
        self._at: tuple[float, float] | None = None  # of the one shown, once that is known

    @property
    def all(self) -> tuple[Place, ...]:
        """Every place: those that were chosen, else the one that the time zone makes likely, else none."""
        if not self._chosen and (guess := place_from_zone()):
            return (guess,)
        return self._chosen

    @property
    def shown(self) -> Place | None:
        """The place that is shown, the first until another was gone to; None when none is known."""
        places = self.all
        at = self._at or self._remembered()
        return next((place for place in places if spot(place) == at), places[0] if places else None)

    async def step(self, step: int) -> None:
        """Show the next place, or the one before; after the last comes the first."""
        places, shown = self.all, self.shown
        if shown is not None:
            await self._show(places[(places.index(shown) + step) % len(places)])

    async def add(self, place: Place) -> None:
        """Add a place, in place of one at the same spot, and show it.

        Raises:
            ConfigError: the settings cannot be written.
            PlaceError: it is not on the globe.
        """
        others = [other for other in self._chosen if spot(other) != spot(place)]
        where = next((n for n, other in enumerate(self._chosen) if spot(other) == spot(place)), len(others))
        self._write((*others[:where], place, *others[where:]))
        await self._show(place)

    async def replace(self, place: Place) -> None:
        """Put a place where the shown one is, and show it. Raises as ``add``."""
        shown = self.shown
        others = [other for other in self._chosen if spot(other) != spot(place)]
        where = others.index(shown) if shown in others else len(others)
        self._write((*others[:where], place, *others[where + 1 :]))
        await self._show(place)

    async def remove(self, place: Place) -> None:
        """Remove a place; the one after it is shown. Raises as ``add``."""
        if place in self._chosen:
            where = self._chosen.index(place)
            self._write(self._chosen[:where] + self._chosen[where + 1 :])
            if left := self.all:
                await self._show(left[where % len(left)])

    def _write(self, places: Sequence[Place]) -> None:
        save_places(self._settings, places)
        self._chosen = tuple(places)

    async def _show(self, place: Place) -> None:
        self._at = spot(place)
        if not self._library.read_only:
            await self._library.remember(SHOWN, json.dumps(self._at))

    def _remembered(self) -> tuple[float, float] | None:
        try:
            latitude, longitude = json.loads(self._library.setting(SHOWN) or "null")
        except (ValueError, TypeError):
            return None
        return latitude, longitude


def spot(place: Place) -> tuple[float, float]:
    """Return the coordinates of a place as they tell it from others."""
    return round(place.latitude, _DECIMALS), round(place.longitude, _DECIMALS)
