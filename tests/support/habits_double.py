"""What the reader is used to, in dictionaries."""

from collections.abc import Mapping

from newsreader.model import Order, View


class HabitsDouble:
    """Answers as the newsroom's does, and counts how often places were written."""

    def __init__(self) -> None:
        self.places: dict[View, tuple[int, ...]] = {}
        self.places_written = 0
        self.sorted: dict[View, Order] = {}
        self.sizes: dict[str, int] = {}
        self.new = False

    def list_places(self) -> Mapping[View, tuple[int, ...]]:
        return self.places

    async def remember_list_places(self, places: Mapping[View, tuple[int, ...]]) -> None:
        self.places_written += 1
        self.places = dict(places)

    def orders(self) -> Mapping[View, Order]:
        return self.sorted

    async def remember_orders(self, chosen: Mapping[View, Order]) -> None:
        self.sorted = dict(chosen)

    def pane_sizes(self) -> Mapping[str, int]:
        return self.sizes

    async def remember_pane_sizes(self, sizes: Mapping[str, int]) -> None:
        self.sizes = dict(sizes)

    def is_new(self) -> bool:
        return self.new

    async def welcomed(self) -> None:
        self.new = False
