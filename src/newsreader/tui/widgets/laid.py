"""A line laid out in cells: its hyphen, its widened spaces, its characters in the order they are seen (pure)."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from newsreader.tui.widgets.bidi import has_rtl, in_visual_order
from newsreader.tui.widgets.cells import joined
from newsreader.tui.widgets.lines import Line

T = TypeVar("T")


def laid(line: Line, runs: Sequence[tuple[str, T]], *, reorder: bool) -> list[tuple[str, T]]:
    """Return ``runs``, the text of ``line`` in parts, each with what belongs to it, as they go to the terminal."""
    if line.hyphen and runs:
        *runs, (text, of) = runs
        runs.append((text + "-", of))
    if reorder and any(has_rtl(text) for text, _ in runs):
        runs = in_visual_order(runs, rtl=line.rtl)
    if line.spread:
        runs = list(_widened(runs, line.spread))
    return [(joined(text), of) for text, of in runs]


def places(line: Line, *, reorder: bool) -> list[tuple[str, int]]:
    """Return the text of ``line`` as it goes to the terminal, each part with its place in the text that is read."""
    text = line.text
    simple = text.isascii() and not line.spread
    return laid(line, [(text, 0)] if simple else [(text[at], at) for at in range(len(text))], reorder=reorder)


def _widened(runs: Sequence[tuple[str, T]], more: int) -> Iterator[tuple[str, T]]:
    """Yield ``runs`` with ``more`` spaces in all, as even as can be."""
    many = sum(text.count(" ") for text, _ in runs)
    seen = 0
    for text, of in runs:
        first, *rest = text.split(" ")
        wide = first
        for word in rest:
            wide += " " * (1 + (seen + 1) * more // many - seen * more // many) + word
            seen += 1
        yield wide, of
