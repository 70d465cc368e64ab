"""What Kitty's terminal is told: pictures in chunks, where they stand, and that they are no longer needed."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from newsreader.model import Picture
from newsreader.tui.widgets.kitty import (
    LAST_ID,
    MARKS,
    MOST_CELLS,
    deletion,
    ids_from,
    passed_on,
    placeholder_rows,
    transmission,
)
from support.graphics import Held, commands, held, placeholder


@settings(max_examples=30)
@given(st.binary(min_size=1, max_size=20_000), st.integers(1, LAST_ID))
def test_a_picture_arrives_as_it_was_sent_whatever_its_size(png: bytes, id_: int) -> None:
    sent = transmission(Picture(30, 24, png=png), id_)
    assert held(commands(sent)) == {id_: Held(png, 30, 12)}
    assert held(commands(sent + deletion(id_))) == {}
    assert "\n" not in sent


def test_every_cell_says_which_part_of_which_picture_it_is() -> None:
    rows = placeholder_rows(Picture(MOST_CELLS, 6), 0x01A2F3)
    found = [[placeholder(segment) for segment in row] for row in rows]
    assert found == [[(row, column, 0x01A2F3) for column in range(MOST_CELLS)] for row in range(3)]
    assert len(set(MARKS)) == MOST_CELLS >= 120


def test_a_placeholder_takes_one_cell_and_keeps_its_marks_where_a_row_is_cut() -> None:
    (row,) = placeholder_rows(Picture(MOST_CELLS, 2), 7)
    strip = Strip(row)
    assert strip.cell_length == sum(cell_len(segment.text) for segment in row) == MOST_CELLS
    for cut in range(1, MOST_CELLS):
        left, right = strip.divide([cut, MOST_CELLS])
        assert [placeholder(segment) for segment in right] == [(0, column, 7) for column in range(cut, MOST_CELLS)]
        assert list(strip.crop(cut)) == list(right)
        assert len(list(left)) == cut


def test_ids_go_round_without_zero() -> None:
    ids = ids_from(LAST_ID - 1)
    assert [next(ids) for _ in range(3)] == [LAST_ID, 1, 2]


def test_tmux_is_handed_each_sequence_wrapped() -> None:
    sent = transmission(Picture(3, 2, png=bytes(5000)), 9) + deletion(9)
    wrapped = passed_on(sent)
    parts = wrapped.split("\x1bPtmux;")
    assert parts[0] == ""
    assert len(parts) == 1 + 2 + 1 + 1
    assert "".join(part.removesuffix("\x1b\\").replace("\x1b\x1b", "\x1b") for part in parts) == sent


def test_rows_are_segments_like_any_other() -> None:
    assert all(
        isinstance(segment, Segment) and segment.control is None
        for segment in placeholder_rows(Picture(2, 2), 1)[0]
    )
