"""Where in each view the reader was: in memory while the program runs, on disk from one run to the next."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from textual.screen import Screen

from newsreader.model import View
from newsreader.tui.asked import Habits
from newsreader.tui.screens.on_disk import write_down

NEAR = 32
"""Headlines remembered from the cursor on: where the first is gone, the reader comes back to the next."""


class ListPlaces:
    """Remembers of each view the headline at the cursor and some after it."""

    def __init__(self, host: Screen[Any], habits: Habits) -> None:
        self._host = host
        self._habits = habits
        self._known: dict[View, tuple[int, ...]] | None = None

    def at(self, view: View, ids: Sequence[int]) -> int | None:
        """Return the headline to come back to among the ``ids`` that the view has now, or None."""
        there = set(ids)
        return next((id_ for id_ in self._places.get(view, ()) if id_ in there), None)

    def leave(self, view: View, ids: Sequence[int]) -> None:
        """Remember a view that is left; ``ids`` are its headlines from the cursor on."""
        near = tuple(ids[:NEAR])
        if self._places.get(view, ()) != near:
            self._places[view] = near
            write_down(self._host, partial(self._habits.remember_list_places, dict(self._places)))

    @property
    def _places(self) -> dict[View, tuple[int, ...]]:
        if self._known is None:  # the first paint does not ask for them
            self._known = dict(self._habits.list_places())
        return self._known
