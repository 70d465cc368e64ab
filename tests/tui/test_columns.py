"""How panes share a screen: nothing the reader sets makes one of them too narrow to read."""

from hypothesis import given
from hypothesis import strategies as st

from newsreader.tui.screens.columns import (
    LEAST_ARTICLE,
    LEAST_LIST,
    LEAST_SOURCES,
    Breadth,
    breadth,
    has_room,
    name_of,
    shared,
)

CELLS = st.integers(-50, 500)


@given(width=st.integers(80, 400), sources=CELLS, headlines=CELLS, beside=st.booleans())
def test_every_pane_keeps_its_least(width: int, sources: int, headlines: int, beside: bool) -> None:
    of = breadth(width)
    beside = beside and has_room(width)
    wanted = {name_of("source", of): sources, name_of("list", of): headlines}
    columns = shared(width, wanted, sources=beside)
    hairs = 2 if beside else 1
    assert columns.list >= LEAST_LIST
    assert columns.sources >= LEAST_SOURCES if beside else columns.sources == 0
    assert width - columns.sources - columns.list - hairs >= LEAST_ARTICLE


def test_what_is_set_for_one_breadth_is_not_for_another() -> None:
    wanted = {name_of("list", Breadth.WIDE): 33}
    assert shared(120, wanted, sources=False).list == 33
    assert shared(119, wanted, sources=False).list == 119 * 2 // 5
    assert shared(200, wanted, sources=False).list == 64
