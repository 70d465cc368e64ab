"""What the reader is used to, from one run to the next: places in lists, orders, sizes, a welcome."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from newsreader.library import Library
from newsreader.model import HeadlineQuery, Order, View

LIST_PLACES = "list places"
"""The setting that holds, of each view, ids of headlines from the cursor on, as JSON."""
ORDERS = "orders"
"""The setting that holds the order of each view, as JSON."""
PANE_SIZES = "pane sizes"
"""The setting that holds cells by the name of what is so wide, as JSON."""
WELCOMED = "welcomed"
"""The setting that holds when the reader was welcomed, in ISO 8601."""


class Habits:
    """Reads them at once; writes each in place of what was known before, where anything may be changed."""

    def __init__(self, library: Library, now: Callable[[], datetime]) -> None:
        self._library = library
        self._now = now

    def list_places(self) -> dict[View, tuple[int, ...]]:
        """Return where in each view that was left the reader was: the headline at the cursor, and some after it."""
        stored = self._stored(LIST_PLACES)
        return {view: tuple(stored[view]) for view in View if view in stored}

    async def remember_list_places(self, places: Mapping[View, tuple[int, ...]]) -> None:
        """Remember where in each view the reader is."""
        await self._remember(LIST_PLACES, json.dumps(places))

    def orders(self) -> dict[View, Order]:
        """Return the order of each view that the reader sorted."""
        stored = self._stored(ORDERS)
        return {view: Order(stored[view]) for view in View if stored.get(view) in list(Order)}

    async def remember_orders(self, chosen: Mapping[View, Order]) -> None:
        """Remember the order of each view."""
        await self._remember(ORDERS, json.dumps(chosen))

    def pane_sizes(self) -> dict[str, int]:
        """Return how wide the reader made panes and text, in cells by the name of each."""
        return self._stored(PANE_SIZES)

    async def remember_pane_sizes(self, sizes: Mapping[str, int]) -> None:
        """Remember how wide the reader made panes and text."""
        await self._remember(PANE_SIZES, json.dumps(sizes))

    def is_new(self) -> bool:
        """Tell whether nothing was ever read or kept, nor a welcome given."""
        if self._library.setting(WELCOMED) is not None:
            return False
        known = (View.HISTORY, View.BOOKMARKS)
        return not any(self._library.headline_ids(HeadlineQuery(view, limit=1)) for view in known)

    async def welcomed(self) -> None:
        """Remember that the reader was welcomed."""
        await self._remember(WELCOMED, self._now().isoformat())

    def _stored(self, setting: str) -> dict[str, Any]:
        stored: dict[str, Any] = json.loads(self._library.setting(setting) or "{}")
        return stored

    async def _remember(self, setting: str, value: str) -> None:
        if not self._library.read_only:
            await self._library.remember(setting, value)
