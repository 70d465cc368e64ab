"""A table keeps its header cells, its caption and its columns, whatever spans what."""

from newsreader.clean import clean_fragment
from newsreader.model import Inline, Span, Table, inline_text
from support.pages import URL, article_with, only


def table_in(markup: str) -> Table:
    (table,) = clean_fragment(f"<table>{markup}</table>", URL)
    assert isinstance(table, Table)
    return table


def told(row: tuple[Inline, ...]) -> list[str]:
    return list(map(inline_text, row))


def test_a_table_has_header_caption_and_rows_of_one_length() -> None:
    (table,) = clean_fragment(
        "<table><caption>Trees</caption><tr><th>Kind</th><th>Number</th></tr>"
        "<tr><td>Linden</td><td>40</td></tr><tr><td colspan=2>Others later</td></tr><tr><td>Ash</td></tr></table>",
        URL,
    )
    assert table == Table(
        rows=(
            ((Span("Linden"),), (Span("40"),)),
            ((Span("Others later"),), ()),
            ((Span("Ash"),), ()),
        ),
        header=((Span("Kind"),), (Span("Number"),)),
        caption=(Span("Trees"),),
    )


def test_a_cell_that_reaches_down_leaves_its_column_empty() -> None:
    table = table_in(
        "<tr><th>Year</th><th>Trees</th><th>Cost</th></tr>"
        "<tr><td rowspan=2>2020</td><td>40</td><td>1</td></tr><tr><td>12</td><td>2</td></tr>"
    )
    assert [told(row) for row in table.rows] == [["2020", "40", "1"], ["", "12", "2"]]


def test_two_rows_of_headers_are_one() -> None:
    table = table_in(
        "<thead><tr><th rowspan=2>Year</th><th colspan=2>Trees</th></tr><tr><th>Oak</th><th>Ash</th></tr></thead>"
        "<tr><td>2020</td><td>1</td><td>2</td></tr>"
    )
    assert told(table.header) == ["Year", "Trees Oak", "Trees Ash"]
    assert [told(row) for row in table.rows] == [["2020", "1", "2"]]


def test_a_header_at_the_side_is_strong() -> None:
    table = table_in("<tr><td></td><th>Trees</th></tr><tr><th>2020</th><td>40</td></tr>")
    assert table.rows[-1] == ((Span("2020", strong=True),), (Span("40"),))


def test_a_first_row_all_in_bold_is_the_header() -> None:
    table = table_in("<tr><td><b>Year</b></td><td><b>Trees</b></td></tr><tr><td>2020</td><td>40</td></tr>")
    assert told(table.header) == ["Year", "Trees"]


def test_a_picture_in_a_cell_is_told_by_its_description() -> None:
    table = table_in("<tr><th>Kind</th><th>Leaf</th></tr><tr><td>Oak</td><td><img src=a alt='A leaf'></td></tr>")
    assert told(table.rows[0]) == ["Oak", "A leaf"]


def test_a_figure_hands_its_caption_to_its_table() -> None:
    article = article_with(
        "<figure><table><tr><th>Kind</th><th>Number</th></tr><tr><td>Linden</td><td>40</td></tr></table>"
        "<figcaption>Trees on the quay</figcaption></figure>"
    )
    assert only(article, Table).caption == (Span("Trees on the quay"),)


def test_spans_beyond_all_measure_make_no_endless_table() -> None:
    table = table_in("<tr><th colspan=9999 rowspan=9999>A</th><th>B</th></tr><tr><td>1</td></tr>")
    assert len(table.header) <= 50
