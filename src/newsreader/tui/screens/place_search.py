"""Looking for a place: what is typed is looked up, or read as coordinates; arrows choose, Enter takes."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newsreader.model import FoundPlace, NewsreaderError, Place, clean_line
from newsreader.model.folding import folded
from newsreader.model.weather import LONGEST_NAME
from newsreader.tui.widgets.cells import drawn_line
from newsreader.tui.widgets.typed_line import TypedLine

TYPED = 0.35
"""Seconds after the last key before a service is asked: nobody wants what is half typed."""
FEWEST = 2
"""Letters that are looked up at least; the service knows none shorter."""
ASKING = "The name of a town, or coordinates such as 39.82, 46.75; a name of your own may follow them."
FOUND = "↑ ↓ from one to the next, Enter takes it."

_DEGREES = r"([+-]?\d{1,3}(?:\.\d{1,9})?)"
_COORDINATES = re.compile(rf"{_DEGREES}\s*[,; ]\s*{_DEGREES}(?:[,;\s]+(\D.*))?", re.ASCII)


class PlaceSearch(Vertical):
    """A line to type into, and the places found; ``find`` asks the service."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]

    class Chosen(Message):
        """The reader chose ``place``."""

        def __init__(self, place: Place) -> None:
            self.place = place
            super().__init__()

    def __init__(self, find: Callable[[str], Awaitable[tuple[FoundPlace, ...]]]) -> None:
        super().__init__(id="place-search")
        self._find = find
        self._found: tuple[Place, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out the line, the list and a word on how it goes."""
        yield TypedLine(id="place-name", placeholder="Stepanakert", compact=True)
        yield OptionList(id="place-list", markup=False, compact=True)
        yield Static(ASKING, id="place-line", markup=False)

    @property
    def is_open(self) -> bool:
        """True while it is there."""
        return self.has_class("-open")

    def open(self) -> None:
        """Come into view, with nothing typed yet."""
        self.add_class("-open")
        field = self.query_one(Input)
        field.value = ""
        field.focus()

    def close(self) -> None:
        """Go out of view; what is asked for is not waited for any more."""
        self.workers.cancel_group(self, "find")
        self.remove_class("-open")

    def action_move(self, step: int) -> None:
        """Go from one found place to the next."""
        options = self.query_one(OptionList)
        if options.option_count:
            options.highlighted = ((options.highlighted or 0) + step) % options.option_count

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """Look up what is typed, once the typing rests."""
        event.stop()
        self._forget()
        if place := by_hand(event.value):
            self._list((place,), (f"{place.name}, at {place.latitude:g}, {place.longitude:g}",))
            self._say(FOUND)
        elif len(event.value.strip()) >= FEWEST:
            self._find_soon(event.value.strip(), TYPED)

    @on(Input.Submitted)
    def submitted(self, event: Input.Submitted) -> None:
        """Take the place that is chosen, the likeliest unless the reader went to another; look at once for one."""
        event.stop()
        if self._found:
            self._choose(self.query_one(OptionList).highlighted)
        elif len(event.value.strip()) >= FEWEST:
            self._find_soon(event.value.strip(), 0)

    @on(OptionList.OptionSelected)
    def selected(self, event: OptionList.OptionSelected) -> None:
        """Take the place that was clicked on."""
        event.stop()
        self._choose(event.option_index)

    def _choose(self, number: int | None) -> None:
        if number is not None and number < len(self._found):
            self.post_message(self.Chosen(self._found[number]))

    def _forget(self) -> None:
        """Let go of what was found, and of what is being asked for."""
        self.workers.cancel_group(self, "find")
        self._list((), ())
        self._say(ASKING)

    def _find_soon(self, name: str, seconds: float) -> None:
        self.run_worker(self._look_up(name, seconds), group="find", exclusive=True)

    async def _look_up(self, name: str, seconds: float) -> None:
        await asyncio.sleep(seconds)
        self._say("Looking …")
        try:
            found = await self._find(name)
        except NewsreaderError as error:
            self._say(str(error), failed=True)
            return
        self._list([called(one, name) for one in found], [label(one) for one in found])
        self._say(FOUND)

    def _list(self, places: Sequence[Place], words: Sequence[str]) -> None:
        self._found = tuple(places)
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(Content(drawn_line(text))) for text in words)
        options.highlighted = 0 if words else None

    def _say(self, words: str, *, failed: bool = False) -> None:
        line = self.query_one("#place-line", Static)
        line.set_class(failed, "-failed")
        line.update(Content(drawn_line(words, 240)))


def by_hand(text: str) -> Place | None:
    """Return the place that coordinates on the globe, and perhaps a name after them, say; None for other text."""
    said = _COORDINATES.fullmatch(text.strip())
    if said is None:
        return None
    latitude, longitude = float(said[1]), float(said[2])
    if abs(latitude) > 90 or abs(longitude) > 180:
        return None
    return Place(clean_line(said[3] or "", LONGEST_NAME) or f"{latitude:g}, {longitude:g}", latitude, longitude)


def called(found: FoundPlace, typed: str) -> Place:
    """Return a place under the name that was typed, or where that was only the beginning of its name, the whole."""
    name, begun = found.place.name, typed.strip()
    if folded(name).startswith(folded(begun)) and (len(begun) < len(name) or begun == begun.lower()):
        return found.place
    return found.called(begun)


def label(found: FoundPlace) -> str:
    """Return what tells a place from its namesakes, such as "Shushi · Azerbaijan"."""
    return " · ".join(filter(None, (found.place.name, found.region)))
