"""In which order each view stands: the reader's choice, remembered from one run to the next."""

from collections.abc import Mapping
from typing import Any

from textual.screen import Screen

from newsreader.model import Order, View
from newsreader.tui.asked import News
from newsreader.tui.screens.marks import GROUP
from newsreader.tui.screens.telling import told

ORDER_WORDS = {
    Order.NEWEST: "newest first",
    Order.OLDEST: "oldest first",
    Order.SOURCE: "source by source",
    Order.SHORTEST: "shortest first",
    Order.LONGEST: "longest first",
}


class Orders:
    """Knows the order of each view, and writes down what changes."""

    def __init__(self, host: Screen[Any], news: News) -> None:
        self._host = host
        self._news = news
        self._known: dict[View, Order] | None = None

    def of(self, view: View) -> Order:
        """Return the order of a view."""
        if self._known is None:
            self._known = dict(self._news.orders())
        return self._known.get(view, Order.NEWEST)

    def choose(self, view: View, order: Order) -> None:
        """Put a view in an order from now on."""
        if self.of(view) is not order:
            self._known = {**(self._known or {}), view: order}
            self._host.run_worker(self._write(self._known), group=GROUP)

    async def _write(self, orders: Mapping[View, Order]) -> None:
        with told(self._host.app):
            await self._news.remember_orders(orders)


def next_order(order: Order) -> Order:
    """Return the order that comes after ``order``, round the end."""
    orders = list(Order)
    return orders[(orders.index(order) + 1) % len(orders)]
