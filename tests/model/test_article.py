"""An article's own arithmetic: its text, words, minutes and pictures."""

import pickle
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.model import (
    Article,
    Block,
    Code,
    FetchError,
    Heading,
    Image,
    List,
    NewsreaderError,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
    blocks_text,
    inline_text,
)
from newsreader.model.article import walk

URL = "https://news.example/1"


def line(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def picture(name: str, alt: str = "") -> Image:
    return Image(f"https://news.example/{name}.png", alt)


BODY: tuple[Block, ...] = (
    Heading(2, (Span("The "), Span("harbour", strong=True))),
    line("One"),
    picture("a"),
    Quote((line("Two"), List(((line("Three"), List(((line("Four"),),))), (line("Five"),))))),
    Rule(),
    Code("six = 6\nseven = 7"),
    Table((((Span("eight"),), (Span("nine"),)),), header=((Span("x"),), (Span("y"),))),
    line("  "),
    line("Ten"),
)


def test_the_text_is_in_reading_order_a_line_a_block() -> None:
    assert blocks_text(BODY) == (
        "The harbour\nOne\nTwo\nThree\nFour\nFive\nsix = 6\nseven = 7\nx\ty\neight\tnine\nTen"
    )
    assert Article(URL, "Title", BODY, standfirst="Not this", authors=("Nor this",)).text == blocks_text(BODY)


def test_inline_text_is_that_of_its_spans() -> None:
    assert inline_text((Span("a", href=URL), Span("b", code=True), Span("\nc"))) == "ab\nc"
    assert inline_text(()) == ""


def test_words_and_minutes_are_those_of_the_body() -> None:
    assert Article(URL, "Title", BODY).words == 16
    assert Article(URL, "Title", (line("word " * 239),)).minutes == 2
    assert (Article(URL, "Title", ()).words, Article(URL, "Title", ()).minutes) == (0, 0)


def test_the_byline_names_all_authors() -> None:
    assert Article(URL, "T", (), authors=("Ani Sarkis", "B. Vardanyan")).byline == "Ani Sarkis, B. Vardanyan"
    assert Article(URL, "T", ()).byline == ""


def test_every_picture_once_the_lead_image_first() -> None:
    blocks = (picture("a"), Quote((picture("b"), picture("lead", "again"))), picture("a", "again"), picture("c"))
    article = Article(URL, "T", blocks, lead_image=picture("lead", "first"))
    assert article.images == (picture("lead", "first"), picture("a"), picture("b"), picture("c"))
    assert Article(URL, "T", blocks).images == (picture("a"), picture("b"), picture("lead", "again"), picture("c"))
    assert Article(URL, "T", BODY[:2]).images == ()


def test_nesting_of_any_depth_is_walked() -> None:
    block: Block = line("deep")
    for _ in range(5000):
        block = Quote((block,))
    assert blocks_text([block]) == "deep"


LEAVES = (
    st.builds(line, st.text("abc \n", max_size=5)) | st.builds(picture, st.sampled_from("abc")) | st.just(Rule())
)
BLOCKS = st.recursive(
    LEAVES,
    lambda inner: (
        st.builds(Quote, st.lists(inner, max_size=3).map(tuple))
        | st.builds(List, st.lists(st.lists(inner, max_size=2).map(tuple), max_size=3).map(tuple))
    ),
    max_leaves=12,
)


def flat(block: Block) -> list[Block]:
    """Return the block and those inside it, by recursion."""
    inner = block.blocks if isinstance(block, Quote) else sum(block.items, ()) if isinstance(block, List) else ()
    return [block, *(deeper for child in inner for deeper in flat(child))]


@settings(max_examples=100)
@given(st.lists(BLOCKS, max_size=4))
def test_walking_meets_every_block_in_order(blocks: list[Block]) -> None:
    expected = [found for block in blocks for found in flat(block)]
    assert list(walk(blocks)) == expected
    article = Article(URL, "T", tuple(blocks))
    assert list(article.images) == list(dict.fromkeys(b for b in expected if isinstance(b, Image)))


def test_errors_say_where_what_and_what_to_do_and_travel_between_processes() -> None:
    error = FetchError("the server refuses", URL, "try later", 429, timedelta(seconds=5))
    assert str(error) == f"{URL}: the server refuses; try later"
    copy = pickle.loads(pickle.dumps(error))
    assert (str(copy), copy.status, copy.retry_after) == (str(error), 429, timedelta(seconds=5))
    assert str(NewsreaderError("it broke")) == "it broke"
