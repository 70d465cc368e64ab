"""Sixels go with the row of cells they are painted over, and are not painted over what stands above it."""

import re

from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from newsreader.model import Picture
from newsreader.tui.widgets.sixels import SixelStrip, sixel_rows

SIXELS = "\x1bP0;1q#1~\x1b\\"
_TOKEN = re.compile(r"\x1b7|\x1b8|\x1b\[(\d+)D|(\x1bP.*?\x1b\\)|\x1b\[[\d;]*m|(.)", re.DOTALL)


def strip() -> SixelStrip:
    """Return ten cells, four of them painted over: ``..####....`` (the cells below are blank)."""
    return SixelStrip([Segment(".."), Segment("    ", Style(bgcolor="red")), Segment("....")], 10, 2, 4, SIXELS)


def drawn(row: Strip, column: int = 0) -> tuple[str, list[int]]:
    """Return the text that is written from ``column`` on, and the columns at which sixels are painted then."""
    text, at, saved, painted = "", column, -1, []
    for token in _TOKEN.finditer(row.render(Console(color_system="truecolor"))):
        back, sixels, character = token.groups()
        if token[0] == "\x1b7":
            saved = at
        elif token[0] == "\x1b8":
            at = saved
        elif back:
            at -= int(back)
        elif sixels:
            assert len(text) >= at - column, "the cells are written first: that erases what was there"
            painted.append(at)
        elif character:
            text, at = text + character, at + 1
    return text, painted


def test_they_are_painted_over_their_cells_and_the_cursor_goes_on() -> None:
    assert drawn(strip()) == ("..    ....", [2])


def test_a_piece_with_all_of_the_picture_is_painted() -> None:
    left, middle, right = strip().divide([1, 7, 10])
    assert drawn(left) == (".", [])
    assert drawn(middle, 1) == (".    .", [2])
    assert drawn(right, 7) == ("...", [])


def test_what_something_stands_over_is_not_painted() -> None:
    assert [drawn(part)[1] for part in strip().divide([4, 10])] == [[], []]
    assert drawn(strip().divide([10])[0]) == ("..    ....", [2])


def test_cells_that_are_drawn_again_are_painted_again() -> None:
    assert drawn(strip().crop(0, 4)) == ("..  ", [2])
    assert drawn(strip().crop(1, 9), 1) == (".    ...", [2])
    assert drawn(strip().crop(3, 10)) == ("   ....", [])
    assert drawn(strip().crop(0, 2)) == ("..", [])


def test_a_picture_is_a_row_of_blanks_for_each_band() -> None:
    rows = sixel_rows(Picture(5, 4, bands=("one", "two")))
    assert [[segment.text for segment in row] for row in rows] == [[" " * 5, "one"], [" " * 5, "two"]]
    assert all(row[1].is_control and not row[0].is_control for row in rows)
