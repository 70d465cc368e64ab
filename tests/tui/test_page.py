"""A page set little by little: places in it, pictures that come late, words found in it."""

from hypothesis import given
from hypothesis import strategies as st

from newsreader.model import Code, Image, Paragraph, Picture, Quote, Span
from newsreader.tui.widgets.finding import Found, find_hits
from newsreader.tui.widgets.half_blocks import UPPER_HALF, picture_rows
from newsreader.tui.widgets.headline_rows import title_rows
from newsreader.tui.widgets.page import Page
from newsreader.tui.widgets.parting import LONGEST, parted
from newsreader.tui.widgets.title_block import TitleBlock

IMAGE = Image("https://i.example/1.png", alt="Ships")


def page(width: int = 40, count: int = 50) -> Page:
    text = "Paragraph with so many words that it takes some lines, whatever the width of the page may be. "
    blocks = [Paragraph((Span(f"{number} {text * 3}"),)) for number in range(count)]
    return Page(TitleBlock("Title"), [IMAGE, *blocks, Quote((IMAGE,))], width, {})


def test_only_as_much_is_set_as_is_asked_for() -> None:
    made = page()
    made.set_past(10)
    assert 10 < len(made.lines) < 40
    assert not made.is_set
    made.set_all()
    assert made.is_set


@given(st.lists(st.integers(0, 3 * LONGEST), max_size=4), st.sampled_from(["x", "ab ", "a b c\n"]))
def test_a_paragraph_of_any_length_is_set_in_parts_that_have_all_of_its_text(sizes: list[int], words: str) -> None:
    spans = tuple(Span((words * size)[:size], strong=bool(n % 2)) for n, size in enumerate(sizes))
    parts = [block for block in parted([Paragraph(spans), IMAGE]) if isinstance(block, Paragraph)]
    texts = ["".join(span.text for span in part.spans) for part in parts]
    assert "".join(texts) == "".join(span.text for span in spans)
    assert all(len(text) <= LONGEST for text in texts)
    assert len(parts) == 1 or all(texts)


def test_a_place_is_found_again_in_another_width() -> None:
    narrow, wide = page(30), page(60)
    narrow.set_all()
    place = narrow.place_at(200)
    line = wide.line_at(place)
    words = narrow.lines[200].text.split()[0]
    assert place[0] == wide.place_at(line)[0]
    assert any(words in wide.lines[near].text for near in range(line - 2, line + 3))


def test_a_picture_grows_the_page_where_it_stands_and_nowhere_else() -> None:
    made = page()
    made.set_all()
    before = [line.text for line in made.lines]
    changes = made.place_picture(IMAGE.url, Picture(20, 10, bytes(600)))
    assert [more for _, more in changes] == [4, 4]
    after = [line.text for line in made.lines]
    assert after[8 : 8 + 100] == before[4 : 4 + 100]
    assert made.place_at(made.line_at((7, 0.0))) == (7, 0.0)


def test_words_are_found_across_the_end_of_a_line() -> None:
    texts = ["the green\n", "lamp and the GREEN lamp\n"]
    assert find_hits("green lamp", texts) == [((0, 4, 9), (1, 0, 4)), ((1, 13, 23),)]
    assert find_hits("  ", texts) == []
    assert find_hits("lamp", ["the la", "mp\n"]) == [((0, 4, 6), (1, 0, 2))]
    assert find_hits("a.b", ["axb a.b"]) == [((0, 4, 7),)]


def test_matches_are_gone_through_round_the_end() -> None:
    found = Found()
    assert found.step(1, 0) is None
    found.look("x", ["x\n", "\n", "x\n", "x\n"])
    assert [found.step(1, 1), found.step(1, 0), found.step(1, 0), found.step(-1, 0)] == [2, 3, 0, 3]
    assert list(found.on(3)) == [(0, 1, True)]
    found.look("x", ["x\n", "x\n", "x\n"])
    assert found.step(-1, 1) == 0


def test_a_picture_is_two_pixels_a_cell() -> None:
    red, blue = b"\xff\x00\x00", b"\x00\x00\xff"
    (row,) = picture_rows(Picture(3, 2, red * 2 + blue + blue * 3))
    assert [segment.text for segment in row] == [UPPER_HALF * 2, UPPER_HALF]
    assert str(row[0].style) == "#ff0000 on #0000ff"


def test_titles_take_two_rows_at_most() -> None:
    assert title_rows("Short", 20) == [(0, "Short")]
    assert title_rows("A month of storms ends", 12) == [(0, "A month of"), (11, "storms ends")]
    assert title_rows("A month of storms ends with a band", 12) == [(0, "A month of"), (11, "storms ends…")]


def test_the_rows_of_a_title_are_about_as_long_and_no_word_is_broken_for_that() -> None:
    assert title_rows("Eight keys and a lamp", 18) == [(0, "Eight keys"), (11, "and a lamp")]
    long = "Küstenschifffahrtsgesellschaft fährt"
    assert title_rows(long, 32) == [(0, long[:-6]), (len(long) - 5, "fährt")]


def test_only_what_needs_room_beside_the_column_is_set_again_for_it() -> None:
    made = page()
    assert not made.suits(40, 0)
    made.set_past(10)
    assert made.suits(40, 90)
    assert not made.suits(41, 0)
    code = Page(TitleBlock("Title"), [Code("x" * 40)], 40, {}, room=50)
    code.set_all()
    assert [line.ground for line in code.lines if line.ground] == [44]
    assert not code.suits(40, 90)
