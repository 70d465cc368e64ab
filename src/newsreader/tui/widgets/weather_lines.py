"""The weather card as lines in a few looks (pure): now, the next hours as a chart, the next days as bars."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsreader.model import DayShown, HourShown, WeatherCard
from newsreader.tui.widgets.cells import cell_len, drawn_line, fit, wrap

HEIGHT = 4
"""Lines of the chart of hours."""
WIDEST_HOUR = 4
"""Cells of an hour in the chart at most."""
WORTH_TELLING = 10
"""Per cent of chance from which rain is told of at all."""
SHORTEST_BAR = 8
"""Cells of the bar from a day's low to its high; with less room for it, the words beside it go."""
BETWEEN = " · "
EIGHTHS = " ▁▂▃▄▅▆▇█"
"""Of a cell, from below."""
BAR, GROUND = "━", "─"
"""A day's bar from its low to its high, and what it lies on."""


class Part(NamedTuple):
    """Some text in a look: title, strong, text, quiet, chart, night, ground or failed."""

    text: str
    look: str = "text"


Parts = list[Part]


def weather_lines(card: WeatherCard, width: int) -> list[Parts]:
    """Return the card as lines of at most ``width`` cells."""
    lines = list(_now(card, width))
    if card.hours:
        lines += [[], *_hours(card.hours, width)]
    if card.days:
        lines += [[], *_days(card.days, width)]
    foot = [*_wrapped([card.age], width, "quiet"), *_wrapped([card.credit_text, card.credit_url], width, "quiet")]
    failure = _wrapped([f"The last asking failed: {card.failure}"], width, "failed") if card.failure else []
    return [*lines, [], *failure, *foot]


def _now(card: WeatherCard, width: int) -> Iterator[Parts]:
    if not card.place:
        return
    yield [Part(fit(drawn_line(card.place), width), "quiet" if card.guessed else "title")]
    if len(card.others) > 1:
        yield from _places(card, width)
    yield []
    temperature = drawn_line(card.temperature)
    word = fit(card.word, max(0, width - cell_len(temperature) - 2))
    yield [Part(temperature, "quiet" if card.stale else "strong"), Part(f"  {word}" if word else "")]
    yield from _wrapped(card.details, width, "text")


def _places(card: WeatherCard, width: int) -> Iterator[Parts]:
    """Yield the names of all places, the one that is shown standing out."""
    line: Parts = []
    for number, name in enumerate(map(drawn_line, card.others)):
        part = Part(fit(name, width), "chart" if number == card.shown else "quiet")
        if line and _cells(line) + len(BETWEEN) + cell_len(part.text) > width:
            yield line
            line = []
        line += [Part(BETWEEN, "quiet"), part] if line else [part]
    yield line


def _hours(hours: Sequence[HourShown], width: int) -> Iterator[Parts]:
    cells = max(1, min(WIDEST_HOUR, width // len(hours)))
    hours = hours[: width // cells]
    every = 3 if cells > 1 else 6
    yield [Part(fit("The next 24 hours", width), "title")]
    yield [Part(_labels([hour.text for hour in hours], cells, every))]
    yield from _chart(hours, cells)
    yield [Part(_labels([hour.clock for hour in hours], cells, every), "quiet")]
    chances = [hour.chance or 0 for hour in hours]
    if max(chances) >= WORTH_TELLING:
        most = [max(chances[start : start + every]) for start in range(len(chances))]
        yield [Part(_labels([f"{chance}%" for chance in most], cells, every), "quiet")]
        yield [Part(fit("degrees, hour, and the chance of rain or snow", width), "quiet")]


def _labels(texts: Sequence[str], cells: int, every: int) -> str:
    room = cells * every
    labels = "".join(f"{text[: room - 1]:<{room}}" for text in texts[::every])
    return labels[: cells * len(texts)].rstrip()


def _chart(hours: Sequence[HourShown], cells: int) -> Iterator[Parts]:
    """Yield the lines of a chart, the highest first; the lowest hour still has an eighth of a cell."""
    low, high = min(hour.degrees for hour in hours), max(hour.degrees for hour in hours)
    full = HEIGHT * 8 - 1
    levels = [
        1 + (round(full * (hour.degrees - low) / (high - low)) if high > low else full // 2) for hour in hours
    ]
    for row in reversed(range(HEIGHT)):
        line: Parts = []
        for hour, level in zip(hours, levels, strict=True):
            text = EIGHTHS[min(8, max(0, level - 8 * row))] * cells
            look = "night" if hour.is_day is False else "chart"
            if line and line[-1].look == look:
                line[-1] = Part(line[-1].text + text, look)
            else:
                line.append(Part(text, look))
        yield line


def _days(days: Sequence[DayShown], width: int) -> Iterator[Parts]:
    yield [Part(fit("The next days", width), "title")]
    names = [fit(drawn_line(day.name), max(10, width // 4)) for day in days]
    words = [f"{day.word}" + (f" {day.chance}%" if (day.chance or 0) >= WORTH_TELLING else "") for day in days]
    name_cells, word_cells = max(map(cell_len, names)), max(map(cell_len, words))
    degrees = max(cell_len(text) for day in days for text in (day.low_text, day.high_text))
    beside = name_cells + 2 * degrees + 4
    if beside + SHORTEST_BAR + 2 + word_cells > width:
        word_cells = 0
    bar = max(0, min(40, width - beside - (word_cells + 2 if word_cells else 0)))
    coldest, warmest = min(day.low for day in days), max(day.high for day in days)
    for name, word, day in zip(names, words, days, strict=True):
        yield [
            Part(name + " " * (name_cells - cell_len(name) + 1)),
            Part(f" {day.low_text:>{degrees}} ", "quiet"),
            *_bar(day, coldest, warmest, bar),
            Part(f" {day.high_text:<{degrees}}"),
            Part(f"  {word}" if word_cells else "", "quiet"),
        ]


def _bar(day: DayShown, coldest: int, warmest: int, width: int) -> Iterator[Part]:
    if width < 1:
        return
    span = max(1, warmest - coldest)
    start = min(width - 1, round((day.low - coldest) / span * width))
    end = max(start + 1, round((day.high - coldest) / span * width))
    yield Part(GROUND * start, "ground")
    yield Part(BAR * (end - start), "chart")
    yield Part(GROUND * (width - end), "ground")


def _wrapped(phrases: Sequence[str], width: int, look: str) -> Iterator[Parts]:
    """Yield phrases in lines, broken between them, and within one that is longer than a line."""
    line = ""
    for phrase in filter(None, map(drawn_line, phrases)):
        if line and cell_len(line) + len(BETWEEN) + cell_len(phrase) <= width:
            line += BETWEEN + phrase
            continue
        yield from ([Part(line[start:end], look)] for start, end in wrap(line, width) if line)
        line = phrase
    yield from ([Part(line[start:end], look)] for start, end in wrap(line, width) if line)


def _cells(parts: Parts) -> int:
    return sum(cell_len(part.text) for part in parts)
