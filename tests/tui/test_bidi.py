"""Right to left: what runs from there stands on the right, and with ``reorder`` as it is seen."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.model import List, Paragraph, Quote, Span
from newsreader.tui.typesetter import Typesetter
from newsreader.tui.widgets.bidi import in_visual_order, is_rtl
from newsreader.tui.widgets.cells import cell_len, drawn_line
from newsreader.tui.widgets.finding import find_hits
from newsreader.tui.widgets.laid import laid, places
from newsreader.tui.widgets.layout import block_lines
from newsreader.tui.widgets.lines import Line, Piece
from newsreader.tui.widgets.title_block import TitleBlock, title_lines
from newsreader.tui.widgets.typesetting import PLAIN, typeset

HEBREW = "שלום עולם"
ARABIC_NUMBERS = "בשנת 1984 (מאה)"


def seen(text: str, *, rtl: bool) -> str:
    return "".join(part for part, _ in in_visual_order([(text, 0)], rtl=rtl))


def test_words_numbers_and_brackets_are_put_in_the_order_they_are_seen() -> None:
    assert seen(HEBREW, rtl=True) == HEBREW[::-1]
    assert seen(ARABIC_NUMBERS, rtl=True) == "(האמ) 1984 תנשב"
    assert seen("they say שלום there", rtl=False) == "they say םולש there"


def test_marks_stay_behind_their_letters() -> None:
    assert seen("שָׁל", rtl=True) == "לשָׁ"


def test_styles_follow_their_characters() -> None:
    runs = [("אב", "plain"), ("גד", "link"), (" xy", "strong")]
    assert in_visual_order(runs, rtl=True) == [("xy ", "strong"), ("דג", "link"), ("בא", "plain")]


def test_columns_of_a_table_stay_where_they_are() -> None:
    assert seen("אב   גד  x", rtl=False) == "בא   דג  x"


def test_a_text_runs_from_where_most_of_its_letters_do() -> None:
    assert is_rtl("IBM: " + HEBREW)
    assert not is_rtl("They said שלום to all")
    assert not is_rtl("1984")


@settings(max_examples=80)
@given(
    st.text(st.one_of(st.sampled_from("אבג ابج12(،)[]%$.-+ab\u05b8\u0651"), st.characters(codec="utf-8"))),
    st.booleans(),
)
def test_no_character_and_no_cell_is_lost(text: str, rtl: bool) -> None:
    clean = drawn_line(text)
    line = Line(pieces=(Piece(clean),), rtl=rtl)
    made = "".join(part for part, _ in laid(line, [(clean, None)], reorder=True))
    assert cell_len(made) == cell_len(clean)
    assert sum(map(str.isalnum, made)) == sum(map(str.isalnum, clean))


def set_lines(block: Paragraph | List | Quote, width: int = 24) -> list[Line]:
    return typeset(block_lines(block, width, {}), width, PLAIN)


def test_a_title_stands_on_the_right() -> None:
    title = typeset(title_lines(TitleBlock("כותרת ראשית"), 24), 24, PLAIN)[0]
    assert (title.rtl, title.shift) == (True, 24 - 11)


def test_bullets_and_bars_stand_on_the_right() -> None:
    paragraph = Paragraph((Span("אחת שתיים שלוש ארבע חמש שש"),), rtl=True)
    for block, leads in (
        (List(((paragraph,), (paragraph,)), ordered=True, start=9), [" .9 ", "    ", " .10", "    "]),
        (List(((paragraph,),)), [" •", "  "]),
        (Quote((paragraph, paragraph)), [" ▎"] * 5),
    ):
        lines = set_lines(block)
        assert [line.tail for line in lines] == leads
        assert not any(line.lead for line in lines)
        assert all(line.width + cell_len(line.tail) == 24 for line in lines if line.pieces)


def test_a_line_among_others_of_another_direction_keeps_their_bar() -> None:
    lines = set_lines(Quote((Paragraph((Span("They said:"),)), Paragraph((Span(HEBREW),), rtl=True))))
    assert [line.lead for line in lines] == ["▎ ", "▎ ", "▎ " + " " * 13]


def test_a_line_is_found_copied_and_pointed_at_as_it_is_read() -> None:
    line = Line(pieces=(Piece(HEBREW),), rtl=True)
    assert line.text == HEBREW
    assert find_hits("עולם", [line.text]) == [((0, 5, 9),)]
    assert [place for _, place in places(line, reorder=True)] == list(range(len(HEBREW)))[::-1]


def test_without_the_extra_the_reader_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Typesetter(reorder=True).complaint == ""
    monkeypatch.setitem(sys.modules, "bidi", None)
    lacking = Typesetter(reorder=True)
    assert not lacking.reorder
    assert "newsreader[bidi]" in lacking.complaint
