"""Blocks as lines: all of the text, in the column, in the right order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.model import (
    Block,
    Code,
    Heading,
    Image,
    Inline,
    List,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Span,
    Table,
    blocks_text,
)
from newsreader.tui.widgets.balance import balanced_lines
from newsreader.tui.widgets.layout import block_lines, figure_lines
from newsreader.tui.widgets.lines import Kind, Line, Look, Piece, pieces_of, set_lines
from newsreader.tui.widgets.title_block import TitleBlock, title_lines

WORDS = st.text(st.sampled_from("ab cde fghi-jk 港灯台、🙂é\u0301шщ\n"), max_size=60)
INLINES = st.lists(
    st.builds(Span, WORDS, st.sampled_from([None, "https://a.example/"]), strong=st.booleans(), code=st.booleans()),
    max_size=4,
).map(tuple)
LEAVES: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, INLINES, rtl=st.booleans()),
    st.builds(Heading, st.integers(1, 6), INLINES),
    st.builds(Code, WORDS),
    st.builds(Image, st.just("https://i.example/"), WORDS, INLINES, WORDS),
    st.just(Rule()),
    st.integers(1, 9).flatmap(
        lambda columns: st.builds(
            Table,
            st.lists(st.tuples(*[INLINES] * columns), max_size=4).map(tuple),
            st.one_of(st.just(()), st.tuples(*[INLINES] * columns)),
            INLINES,
        )
    ),
)
BLOCKS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(Quote, st.lists(inner, max_size=3).map(tuple)),
        st.builds(List, st.lists(st.lists(inner, max_size=3).map(tuple), max_size=3).map(tuple), st.booleans()),
    ),
    max_leaves=8,
)


@settings(max_examples=100)
@given(BLOCKS, st.integers(10, 80))
def test_no_line_is_wider_than_the_column(block: Block, width: int) -> None:
    assert [line for line in block_lines(block, width, {}) if line.width > width] == []


@settings(max_examples=60)
@given(BLOCKS, st.integers(20, 80))
def test_no_word_of_the_text_is_lost(block: Block, width: int) -> None:
    drawn = "".join(line.text for line in block_lines(block, width, {}))
    for letter in "abcdefghijk港灯шщ":
        assert drawn.count(letter) >= blocks_text((block,)).count(letter)


@settings(max_examples=60)
@given(BLOCKS, st.integers(10, 60), st.integers(0, 61))
def test_no_line_leaves_the_room_beside_the_column(block: Block, width: int, beside: int) -> None:
    for line in block_lines(block, width, {}, room=width + beside):
        assert -(beside + 1) // 2 <= line.shift
        assert max(line.width, line.ground) <= width + beside // 2


def texts(block: Block, width: int = 40) -> list[str]:
    return [line.lead + line.text for line in block_lines(block, width, {})]


def paragraph(*texts: str) -> Paragraph:
    return Paragraph(tuple(Span(text) for text in texts))


def spans(text: str) -> Inline:
    return (Span(text),)


def test_a_paragraph_from_right_to_left_stands_at_the_right_edge() -> None:
    (line,) = block_lines(Paragraph(spans("مرحبا"), rtl=True), 40, {})
    assert line.width == 40


def test_a_quote_has_a_bar_on_every_line() -> None:
    lines = texts(Quote((paragraph("one two three four five six seven eight nine"), paragraph("ten"))))
    assert lines[-1] == "▎ ten"
    assert all(line.startswith("▎ ") for line in lines)


def test_lists_are_numbered_and_nested() -> None:
    inner = List(((paragraph("inner"),),))
    block = List(((paragraph("first"), inner), (paragraph("second"),)), ordered=True, start=9)
    assert texts(block) == [" 9. first", "    ◦ inner", "10. second"]


def test_a_list_item_of_many_lines_hangs() -> None:
    block = List(((paragraph("a b c d e f g h i j k l m"),),))
    assert texts(block, 14) == ["• a b c d e f", "  g h i j k l", "  m"]


def test_code_keeps_its_spaces_and_long_lines() -> None:
    assert texts(Code("def f():\n    return 1\n")) == ["  def f():", "      return 1"]
    assert "".join(line.text for line in block_lines(Code("x" * 100), 40, {})) == "x" * 100


def test_a_cell_of_many_numbers_is_no_number_and_costs_no_more_than_others() -> None:
    table = Table(((spans("1 " * 200_000 + "$1$"), spans("x")),))
    assert len(block_lines(table, 40, {})) > 10_000


def test_a_table_lines_up_and_numbers_stand_right() -> None:
    table = Table(
        ((spans("Sevan"), spans("41,000")), (spans("Debed"), spans("3"))),
        header=(spans("Ship"), spans("Tonnes")),
    )
    assert texts(table) == ["Ship   Tonnes", "─────────────", "Sevan  41,000", "Debed       3"]


def test_a_wide_table_wraps_its_widest_column() -> None:
    table = Table(((spans("Sevan"), spans("wheat for three continents and a band on the quay")),))
    lines = block_lines(table, 30, {})
    assert lines[0].text.startswith("Sevan  wheat for three")
    assert len(lines) == 3


def test_a_table_of_too_many_columns_is_stacked() -> None:
    header = tuple(spans(f"H{number}") for number in range(9))
    row = tuple(spans(f"cell {number}") for number in range(9))
    assert texts(Table((row,), header=header), 30)[:2] == ["H0: cell 0", "  H1: cell 1"]


def test_quotes_nested_without_end_are_set_flat() -> None:
    block: Block = paragraph("the bottom")
    for _ in range(3000):
        block = Quote((block,))
    assert block_lines(block, 40, {})[-1].text == "the bottom"


def test_links_that_meet_are_one_and_links_apart_are_two() -> None:
    url = "https://a.example/"
    block = Paragraph((Span("one ", url), Span("link", url, strong=True), Span(" and "), Span("another", url)))
    (line,) = block_lines(block, 60, {})
    first, second, _, last = line.pieces
    assert first.link is second.link
    assert last.link is not first.link
    assert second.look is Look.STRONG


def test_a_picture_that_is_not_there_is_named_by_its_caption() -> None:
    image = Image("https://i.example/", alt="Ships", caption=spans("The convoy"), credit="Ani Sarkis")
    assert [line.lead + line.text for line in figure_lines(image, 40, None)] == ["▣ The convoy  Ani Sarkis"]
    assert [line.lead + line.text for line in figure_lines(Image("u"), 40, None)] == ["▣ picture"]


def test_a_picture_stands_in_the_middle_over_its_caption() -> None:
    image = Image("https://i.example/", caption=spans("The convoy"))
    lines = figure_lines(image, 40, Picture(20, 4, bytes(240)))
    assert [line.kind for line in lines] == [Kind.PICTURE, Kind.PICTURE, Kind.CAPTION]
    assert lines[0].shift == 10


def test_the_head_breaks_between_its_parts_only() -> None:
    about = ("Ani Sarkis, Nairi Petrosyan", "6 min to read")
    head = TitleBlock("Title", source="The Harbour Post", when="yesterday, 10:40", about=about, notice="Why")
    assert [line.text for line in title_lines(head, 40)] == [
        "The Harbour Post        yesterday, 10:40",
        "Title",
        "",
        "Ani Sarkis, Nairi Petrosyan",
        "6 min to read",
        "Why",
        "─" * 40,
    ]
    assert [line.text for line in title_lines(head, 32)][:3] == ["The Harbour Post", "yesterday, 10:40", "Title"]


def test_what_is_out_of_the_ordinary_stands_at_the_right_of_the_head() -> None:
    head = TitleBlock("Title", about=("6 min to read",), state=("★ kept offline",))
    assert [line.text for line in title_lines(head, 40)][-2] == "6 min to read             ★ kept offline"


def test_hostile_words_in_a_head_do_nothing() -> None:
    lines = title_lines(TitleBlock("[/foo] \x1b]52;c;UFdORUQ=\x1b\\", standfirst="a\u202eb"), 40)
    assert lines[0] == Line(Kind.TITLE, lines[0].pieces)
    assert "\x1b" not in "".join(line.text for line in lines)
    assert lines[2].text == "ab"


@settings(max_examples=60)
@given(INLINES, st.integers(4, 60))
def test_a_balanced_text_takes_no_more_lines_and_no_more_room(inline: Inline, width: int) -> None:
    pieces = pieces_of(inline)
    lines = balanced_lines(Kind.TITLE, pieces, width)
    assert len(lines) == len(list(set_lines(Kind.TITLE, pieces, width)))
    assert all(line.width <= width for line in lines)


def test_no_word_of_a_heading_stands_alone() -> None:
    heading = Heading(2, spans("Grain ships leave the northern harbour after a month of storms"))
    assert texts(heading, 56) == ["Grain ships leave the northern", "harbour after a month of storms"]


def test_no_word_is_broken_to_even_out_a_title() -> None:
    title = "Donaudampfschifffahrtsgesellschaft fährt wieder"
    assert [line.text for line in balanced_lines(Kind.TITLE, [Piece(title)], 36)] == title.split(" ", 1)


def test_headings_are_told_apart_by_their_level() -> None:
    kinds = [block_lines(Heading(level, spans("Head")), 40, {})[0].kind for level in range(1, 7)]
    assert kinds == [Kind.HEADING, Kind.HEADING, Kind.SUBHEADING, Kind.MINOR, Kind.MINOR, Kind.MINOR]


def test_a_list_in_a_list_stands_under_its_mark_where_there_is_no_room() -> None:
    inner = List(((paragraph("some words inside"),),))
    block = List(((paragraph("first of all"), inner, paragraph("and more")),))
    assert texts(block, 20) == ["• first of all", "◦ some words inside", "", "  and more"]
    assert texts(block, 40)[1] == "  ◦ some words inside"


def test_items_of_many_lines_are_parted_and_short_ones_are_not() -> None:
    long = paragraph("word " * 20)
    assert texts(List(((long,), (long,))), 40)[3] == ""
    assert "" not in texts(List(((paragraph("short"),), (paragraph("short"),))), 40)


def test_a_table_takes_the_room_it_needs_before_it_breaks_words() -> None:
    table = Table(
        (tuple(spans("seventeen letters") for _ in range(4)),), header=tuple(spans("H") for _ in range(4))
    )
    (header, *_, row) = block_lines(table, 40, {}, room=80)
    assert row.text == "  ".join(["seventeen letters"] * 4)
    assert header.shift == row.shift == 40 + 20 - 74
    assert len(block_lines(table, 40, {}, room=50)) == 4


def test_rows_of_many_lines_are_parted() -> None:
    table = Table(((spans("Sevan"), spans("wheat for three continents")), (spans("Debed"), spans("pianos"))))
    assert texts(table, 24) == ["Sevan  wheat for three", "       continents", "", "Debed  pianos"]


def test_a_table_whose_cells_would_be_towers_is_stacked() -> None:
    cells = tuple(spans("The green lamp was hung at six and taken in at noon.") for _ in range(3))
    assert texts(Table((cells,), header=tuple(spans(name) for name in "abc")), 40)[:2] == [
        "a: The green lamp was hung at six",
        "  and taken in at noon.",
    ]
