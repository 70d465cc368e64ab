"""In which order each view stands: the reader's choice, remembered from one run to the next."""

from functools import partial
from typing import Any

from textual.screen import Screen

from newsreader.model import Order, View
from newsreader.tui.asked import Habits
from newsreader.tui.screens.on_disk import write_down

ORDER_WORDS = {
    Order.NEWEST: "newest first",
    Order.OLDEST: "oldest first",
    Order.SOURCE: "source by source",
    Order.SHORTEST: "shortest first",
    Order.LONGEST: "longest first",
}


class Orders:
    """Knows the order of each view, and writes down what changes."""

    def __init__(self, host: Screen[Any], habits: Habits) -> None:
        self._host = host
        self._habits = habits
        self._known: dict[View, Order] | None = None

    def of(self, view: View) -> Order:
        """Return the order of a view."""
        if self._known is None:
            self._known = dict(self._habits.orders())
        return self._known.get(view, Order.NEWEST)

    def choose(self, view: View, order: Order) -> None:
        """Put a view in an order from now on."""
        if self.of(view) is not order:
            self._known = {**(self._known or {}), view: order}
            write_down(self._host, partial(self._habits.remember_orders, self._known))


def next_order(order: Order) -> Order:
    """Return the order that comes after ``order``, round the end."""
    orders = list(Order)
    return orders[(orders.index(order) + 1) % len(orders)]
