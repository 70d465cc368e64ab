"""An article in words: every kind of block is announced, and nothing that is drawn is read aloud."""

from hypothesis import given, settings

from newsreader.model import Article, Heading, Image, List, Paragraph, Quote, Span, Table
from newsreader.plain.passages import passages
from support.articles import FULL_ARTICLE, articles


def said(article: Article) -> list[str]:
    return [line for passage in passages(article) for line in passage.lines]


def test_every_kind_of_block_is_put_into_words() -> None:
    assert said(FULL_ARTICLE) == [
        "Picture: The bridge at dawn. By Ada Lind.",
        "On Thursday the mayor cut a ribbon.",
        "Heading: What it cost",
        "It is not cheap: x = 1.",
        "Quote: I walked over it twice.",
        "End of quote.",
        "List, 2 items.",
        "3. Steel",
        "List, 1 item.",
        "3.1. Swedish",
        "4. Stone",
        "Code, 2 lines, in python.",
        "for plank in bridge:",
        "    walk(plank)",
        "End of code.",
        "Table, 2 rows: How it grew.",
        "Row 1. Year: 2021; Length: 0 m.",
        "Row 2. Year: 2023; Length: 120 m.",
        "A break.",
        "Picture: A map. By The Paper.",
        "مرحبا",
    ]


def test_links_are_with_the_passage_they_stand_in() -> None:
    with_links = [passage for passage in passages(FULL_ARTICLE) if passage.links]
    assert [passage.links for passage in with_links] == [(("the mayor", "https://paper.example/mayor"),)]


def test_what_is_empty_says_nothing() -> None:
    empty = Paragraph((Span(" \n "),))
    blocks = (empty, Quote((empty,)), List(((empty,),)), Heading(2, ()), Image("https://paper.example/1.png"))
    assert said(Article("", "", blocks)) == ["List, 1 item.", "A picture without words."]


def test_a_table_without_headers_says_its_cells() -> None:
    table = Table((((Span("Steel"),), (Span("12 t"),)),))
    assert said(Article("", "", (table,))) == ["Table, 1 row.", "Row 1. Steel; 12 t."]


@given(articles)
@settings(max_examples=30)
def test_any_article_is_said_in_lines(article: Article) -> None:
    for passage in passages(article):
        assert passage.lines
        assert not any("\n" in line for line in passage.lines)
