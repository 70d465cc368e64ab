"""The header bar: the day, the place and how warm it is there; on the right how the news stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from newsreader.tui.widgets.cells import cell_len, drawn_line

BETWEEN = " · "
EDGE = 1
"""Cells left free at either end."""
APART = 2
"""Cells between the left and the right side at least."""

PARTS = ("date", "weather", "temperature", "dim", "state")


@dataclass(frozen=True, slots=True)
class Front:
    """The left side.

    Attributes:
        dates: today's date, the longest form first.
        weather: such as ``In Stepanakert: +18 °C``, empty when the place is unknown.
        temperature: the part of ``weather`` that stands out, such as ``+18 °C``.
        stale: True when the temperature is old; ``guessed`` when the place is a guess.
    """

    dates: tuple[str, ...] = ()
    weather: str = ""
    temperature: str = ""
    stale: bool = False
    guessed: bool = False


Part = tuple[str, str]
"""Some text and the name of its style: date, weather, temperature, dim, state."""


def masthead_parts(front: Front, states: Sequence[str], width: int) -> tuple[list[Part], str]:
    """Return the left side's parts and the right side that fit in ``width`` cells.

    The right side, given as ``states`` from the longest to the shortest, gives way first; then the date takes a
    shorter form, then the place goes, and at last the temperature.
    """
    weather, bare = _weather_parts(front), _bare(front)
    shortest = front.dates[2:] or front.dates[-1:]
    for state in (*map(drawn_line, states), ""):
        for parts in _lefts(front.dates[:1], weather):
            if _cells(parts) + (APART + cell_len(state) if state else 0) <= width:
                return parts, state
    shorter = _lefts(front.dates[: -len(shortest) + 1 or None], weather) if weather else []
    for parts in (*shorter, *_lefts(shortest, bare), *_lefts(front.dates, [])):
        if _cells(parts) <= width:
            return parts, ""
    return [], ""


def _lefts(dates: Sequence[str], weather: list[Part]) -> list[list[Part]]:
    return [[("date", date), *([("dim", BETWEEN), *weather] if weather else [])] for date in map(drawn_line, dates)]


def _weather_parts(front: Front) -> list[Part]:
    text, temperature = drawn_line(front.weather), drawn_line(front.temperature)  # in cells, a space is a space
    before, found, after = text.rpartition(temperature) if temperature else (text, "", "")
    parts = [
        ("dim" if front.guessed else "weather", before),
        ("dim" if front.stale else "temperature", found),
        ("dim", after),
    ]
    return [part for part in parts if part[1]]


def _bare(front: Front) -> list[Part]:
    """Return the temperature alone; that of a guess is dim, for nothing else says then that it is one."""
    temperature = drawn_line(front.temperature)
    return [("dim" if front.stale or front.guessed else "temperature", temperature)] if temperature else []


def _cells(parts: Sequence[Part]) -> int:
    return sum(cell_len(text) for _, text in parts)


class Masthead(Widget):
    """One line that nothing pushes about."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"masthead--{part}" for part in ("date", "weather", "temperature", "dim", "state")
    }

    class StateClicked(Message):
        """The reader clicked on the right side, which says how the news stands."""

    class WeatherClicked(Message):
        """The reader clicked on the place or its temperature."""

    front: reactive[Front] = reactive(Front())
    states: reactive[tuple[str, ...]] = reactive(())

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        base = self.rich_style
        if y:
            return Strip.blank(width, base)
        parts, state = masthead_parts(self.front, self.states, width - 2 * EDGE)
        segments = [Segment(" " * EDGE, base), *(Segment(text, self._style(part)) for part, text in parts)]
        gap = width - EDGE - _cells(parts) - cell_len(state) - EDGE
        segments += [
            Segment(" " * max(0, gap), base),
            Segment(state, self._style("state")),
            Segment(" " * EDGE, base),
        ]
        return Strip(segments).adjust_cell_length(width, base)

    def on_click(self, event: events.Click) -> None:
        """Tell what was clicked on: the right side, or on the left what follows the date."""
        parts, state = masthead_parts(self.front, self.states, self.size.width - 2 * EDGE)
        weather = EDGE + _cells(parts[:1]) + cell_len(BETWEEN)
        if 0 <= event.x - (self.size.width - EDGE - cell_len(state)) < cell_len(state):
            self.post_message(self.StateClicked())
        elif weather <= event.x < EDGE + _cells(parts):
            self.post_message(self.WeatherClicked())

    def _style(self, part: str) -> Style:
        return self.get_component_rich_style(f"masthead--{part}")
