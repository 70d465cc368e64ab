"""In which order each view is listed, from one run to the next."""

import json
from collections.abc import Mapping

from newsreader.library import Library
from newsreader.model import Order, View

SETTING = "orders"
"""The setting that holds the order of each view, as JSON."""


def known(library: Library) -> dict[View, Order]:
    """Return the orders by view, of those views that the reader sorted."""
    stored = json.loads(library.setting(SETTING) or "{}")
    return {view: Order(stored[view]) for view in View if stored.get(view) in list(Order)}


async def remember(library: Library, orders: Mapping[View, Order]) -> None:
    """Remember the orders of all views in place of those known before."""
    await library.remember(SETTING, json.dumps(orders))
