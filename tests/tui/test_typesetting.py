"""Paragraphs as they are set: divided, widened, found, copied and clicked as the words they are."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.style import Style
from textual.geometry import Offset
from textual.selection import Selection

from newsreader.model import Code, Heading, List, Paragraph, Quote, Span
from newsreader.model.article import Block
from newsreader.tui.typesetter import Typesetter
from newsreader.tui.widgets.article_links import link_at
from newsreader.tui.widgets.cells import cell_len
from newsreader.tui.widgets.dividing import LEAST, SHORTEST
from newsreader.tui.widgets.finding import find_hits
from newsreader.tui.widgets.laid import laid, places
from newsreader.tui.widgets.layout import block_lines
from newsreader.tui.widgets.lines import Kind, Line, Look, Piece
from newsreader.tui.widgets.paint import Ink, Sheet
from newsreader.tui.widgets.selecting import selected_text
from newsreader.tui.widgets.typesetting import PLAIN, Setting, typeset

HYPHENS = Setting(points=lambda word: list(range(1, len(word))))
"""Divides a word anywhere: what is left whole then is so by rule."""
JUSTIFIED = Setting(justify=True)


def lines_of(block: Block, width: int, setting: Setting) -> list[Line]:
    return typeset(block_lines(block, width, {}), width, setting)


def shown(lines: list[Line]) -> list[str]:
    """Return lines as they are seen, with their leads."""
    made = []
    for line in lines:
        runs = laid(line, [(piece.text, None) for piece in line.pieces], reorder=False)
        made.append(" " * line.shift + line.lead + "".join(text for text, _ in runs) + line.tail)
    return made


def text_set(text: str, width: int, setting: Setting = HYPHENS) -> list[str]:
    return shown(lines_of(Paragraph((Span(text),)), width, setting))


def test_a_word_is_divided_where_the_line_would_be_left_ragged() -> None:
    assert text_set("the old incomprehensibility of it", 16) == ["the old incompr-", "ehensibility of", "it"]
    assert text_set("the old incomprehensibility of it", 16, PLAIN)[0] == "the old"


@pytest.mark.parametrize(
    "word",
    [
        "abcdef",  # short
        "UNITEDNATIONS",
        "Incomprehensible",  # a name, in a language without capital nouns
        "McDonaldson",
        "www.incomprehensible.org",
        "https://incomprehensible.org/",
        "someone@incomprehensible",
        "@incomprehensibly",
        "1234567890123",
        "incomprehensible2",
        "snake_case_incomprehensible",
    ],
)
def test_what_is_no_common_word_is_left_whole(word: str) -> None:
    lines = lines_of(Paragraph((Span(f"the older one {word} of it"),)), 19, HYPHENS)
    assert not any(line.hyphen for line in lines)


def test_code_is_left_whole() -> None:
    def divided(code: bool) -> bool:
        spans = (Span("the old "), Span("incomprehensibility", code=code), Span(" of it"))
        return any(line.hyphen for line in lines_of(Paragraph(spans), 16, HYPHENS))

    assert divided(code=False)
    assert not divided(code=True)


def test_common_nouns_with_a_capital_are_divided_where_the_language_has_them() -> None:
    text = "das alte Unverständnis davon"
    assert text_set(text, 16)[0] == "das alte"
    assert text_set(text, 16, Setting(points=HYPHENS.points, nouns=True))[0] == "das alte Unvers-"


def test_a_compound_is_divided_at_its_own_hyphen() -> None:
    lines = lines_of(Paragraph((Span("the old government-controlled news"),)), 20, HYPHENS)
    assert shown(lines)[:2] == ["the old government-", "controlled news"]
    assert not lines[0].hyphen


def test_no_stub_of_the_last_word_is_left() -> None:
    assert text_set("the old one incomprehensibility", 20) == ["the old one", "incomprehensibility"]


def test_no_more_than_two_lines_in_a_row_end_inside_a_word() -> None:
    lines = lines_of(Paragraph((Span("abcd " + "incomprehensibility " * 12),)), 26, HYPHENS)
    hyphens = "".join("-" if line.hyphen else "." for line in lines)
    assert "--" in hyphens
    assert "---" not in hyphens


def test_three_letters_stand_on_either_side_at_least() -> None:
    def divided(points: list[int]) -> bool:
        setting = Setting(points=lambda word: points)
        return any(line.hyphen for line in lines_of(Paragraph((Span("one two reading of it"),)), 14, setting))

    assert not divided([1, 2, 5, 6])
    assert divided([1, 2, 3, 5, 6])


def test_a_list_keeps_its_bullets_and_a_quote_its_bar() -> None:
    text = Paragraph((Span("the old incomprehensibility of it"),))
    assert shown(lines_of(List(((text,),)), 18, HYPHENS)) == ["• the old incompr-", "  ehensibility of", "  it"]
    assert shown(lines_of(Quote((text,)), 18, HYPHENS))[0] == "▎ the old incompr-"
    assert {line.kind for line in lines_of(Quote((text,)), 18, HYPHENS)} == {Kind.QUOTE}


def test_headings_and_code_stay_as_they_are() -> None:
    words = "the old incomprehensibility of it"
    both = Setting(points=HYPHENS.points, justify=True)
    for block in (Heading(2, (Span(words),)), Code(words)):
        assert lines_of(block, 16, both) == lines_of(block, 16, PLAIN)


def test_a_divided_word_is_found_and_copied_whole_and_its_link_stays_one() -> None:
    lines = lines_of(
        Paragraph((Span("the old "), Span("incomprehensibility of", "https://e.org/"), Span(" it"))), 16, HYPHENS
    )
    texts = [line.text + ("\n" if line.glue else "") for line in lines]
    assert find_hits("incomprehensibility", texts) == [((0, 8, 15), (1, 0, 12))]
    assert selected_text(Selection(None, None), lines) == "the old incomprehensibility of it"
    links = [piece.link for line in lines for piece in line.pieces if piece.link]
    assert len(set(links)) == 1
    assert link_at(lines[0], 15) is links[0]  # the hyphen
    assert link_at(lines[0], 5) is None


def test_lines_are_widened_to_one_length_but_the_last() -> None:
    assert text_set("one two three four five six", 15, JUSTIFIED) == ["one  two  three", "four five six"]


def test_a_line_that_would_gape_is_left_ragged() -> None:
    assert text_set("one incomprehensibility of", 20, JUSTIFIED)[0] == "one"
    assert text_set("abcd efgh incomprehensibility of", 11, JUSTIFIED)[0] == "abcd efgh"
    assert text_set("abcd efgh incomprehensibility of", 10, JUSTIFIED)[0] == "abcd  efgh"


def test_scripts_without_spaces_are_not_widened() -> None:
    assert not any(line.spread for line in lines_of(Paragraph((Span("港の町 " * 20),)), 17, JUSTIFIED))


def test_in_a_widened_line_links_marks_and_the_mouse_stay_where_the_words_are() -> None:
    line = Line(pieces=(Piece("one two "), Piece("three", Look.STRONG)), glue=" ", spread=3)
    assert laid(line, [("one ", 1), ("two", 2), (" three", 3)], reorder=False) == [
        ("one  ", 1),
        ("two", 2),
        ("   three", 3),
    ]
    cells = [place for text, place in places(line, reorder=False) for _ in text]
    assert cells == [0, 1, 2, 3, 3, 4, 5, 6, 7, 7, 7, 8, 9, 10, 11, 12]
    assert selected_text(Selection(Offset(4, 0), Offset(7, 0)), [line]) == "two"


def test_the_mouse_takes_the_place_of_a_character_not_of_its_bullet() -> None:
    none = Style()
    ink = Ink(none, {}, none, none, none, {}, none, none, none)
    line = Line(pieces=(Piece("abc"),), lead="• ")
    strip = Sheet(ink, left=4, column=20, width=30).places(line, 7)
    found = [(segment.text, segment.style.meta["offset"]) for segment in strip if segment.style]
    assert found == [(" " * 6, (-6, 7)), ("abc", (0, 7)), (" " * 21, (3, 7))]


WORDS = st.lists(
    st.one_of(
        st.text("abcdefghij", min_size=1, max_size=20),
        st.sampled_from(["灯台の", "A-bcd-efgh", "é\u0301tude", "x"]),
    ),
    min_size=1,
    max_size=40,
)


@settings(max_examples=100)
@given(WORDS, st.integers(10, 40), st.booleans(), st.booleans())
def test_whatever_is_set_fits_and_loses_nothing(words: list[str], width: int, justify: bool, quoted: bool) -> None:
    paragraph = Paragraph((Span(" ".join(words)),))
    setting = Setting(points=HYPHENS.points, justify=justify)
    lines = lines_of(Quote((paragraph,)) if quoted else paragraph, width, setting)
    assert all(cell_len(text) <= width for text in shown(lines))
    assert selected_text(Selection(None, None), lines) == " ".join(words)
    hyphens = "".join("-" if line.hyphen else "." for line in lines)
    assert "---" not in hyphens
    assert not hyphens.endswith("-")
    for line, after in pairwise(lines):
        if line.hyphen:
            begun, ended = line.text.rpartition(" ")[2], after.text.partition(" ")[0]
            assert min(len(begun), len(ended)) >= LEAST
            assert len(begun + ended) >= SHORTEST


def test_what_is_not_asked_for_changes_nothing() -> None:
    lines = [Line(pieces=(Piece("x"),))]
    assert typeset(lines, 20, PLAIN) is lines


def test_a_dictionary_is_loaded_once_for_a_language_and_used_from_then_on() -> None:
    typesetter = Typesetter(hyphenate=True)
    assert typesetter.lacks("en-GB")
    assert typesetter.setting("en-GB") == Setting()
    typesetter.load("en-GB")
    assert not typesetter.lacks("en-GB")
    divide = typesetter.setting("en-GB").points
    assert divide is not None
    assert divide("government") == [3, 6]
    assert typesetter.setting("").points is None


def test_a_language_without_a_dictionary_is_not_asked_for_again() -> None:
    typesetter = Typesetter(hyphenate=True)
    typesetter.load("hy")
    assert not typesetter.lacks("hy")
    assert typesetter.setting("hy").points is None
    assert not Typesetter().lacks("en")
    assert not typesetter.lacks("")
