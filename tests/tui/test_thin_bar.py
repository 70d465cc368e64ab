"""The scroll bar: half a cell where one is, nothing elsewhere, the mouse as ever."""

import pytest
from rich.color import Color

from newsreader.tui.widgets.thin_bar import ThinBar


def test_half_cells_stand_where_one_is() -> None:
    colours = {"back_color": Color.parse("black"), "bar_color": Color.parse("white")}
    bar = ThinBar.render_bar(size=10, virtual_size=40, window_size=10, position=30, **colours)
    assert "".join(text for text, _, _ in bar.segments) == "       ▐▐▐"
    assert [style.reverse for _, style, _ in bar.segments if style and style.reverse] == []
    assert bar.segments[-1].style is not None
    assert bar.segments[-1].style.meta == {"@mouse.down": "grab"}


@pytest.mark.parametrize("lines", [0, 3, 10])
def test_there_is_none_where_all_is_in_view(lines: int) -> None:
    bar = ThinBar.render_bar(size=10, virtual_size=lines, window_size=10, position=0)
    assert "".join(text for text, _, _ in bar.segments) == " " * 10
