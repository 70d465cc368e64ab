"""An article as plain text keeps to its columns, whatever it is written in."""

import pytest
from hypothesis import given, settings

from newsreader.formats import article_to_text
from newsreader.formats.columns import text_width, wrapped
from newsreader.model import Article, Image, List, Paragraph, Span, Table
from support.articles import FULL_ARTICLE, articles


def body(*blocks: Paragraph | List | Table | Image, width: int = 80) -> str:
    return article_to_text(Article("", "", blocks), width)


def test_the_whole_article_reads_well() -> None:
    assert (
        article_to_text(FULL_ARTICLE)
        == """\
The bridge is open again

After two years the river can be crossed on foot.

Ada Lind, Bo Ek · The Paper · 2023-03-30

https://paper.example/bridge

[Picture: The bridge at dawn. Ada Lind][1]

On Thursday the mayor[2] cut a ribbon.

What it cost
------------

It is not cheap: x = 1.

> I walked over it twice.

3. Steel
   - Swedish
4. Stone

    for plank in bridge:
        walk(plank)

Year  Length
----  ------
2021  0 m
2023  120 m
How it grew

* * *

[Picture: A map The Paper][3]

مرحبا

[1] https://paper.example/bridge.jpg
[2] https://paper.example/mayor
[3] https://paper.example/map.png
"""
    )


def test_one_address_has_one_number_and_an_address_as_text_none() -> None:
    link = "https://a.example/x"
    text = body(
        Paragraph((Span("one", href=link), Span(" and "), Span("two", href=link))),
        Paragraph((Span("https://b.example/", href="https://b.example/"),)),
    )
    assert text == "one[1] and two[1]\n\nhttps://b.example/\n\n[1] https://a.example/x\n"


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("日本", 4), ("e\u0301", 1), ("👩\u200d🔬", 4), ("한글", 4), ("", 0), ("é", 1)],
)
def test_width_is_counted_in_columns(text: str, width: int) -> None:
    assert text_width(text) == width


def test_chinese_wraps_between_characters_but_not_before_a_stop() -> None:
    assert wrapped("春天来了。花开了。", 8) == ["春天来", "了。花开", "了。"]


def test_a_wide_table_becomes_records() -> None:
    long = "word " * 12
    text = body(Table((((Span(long),), (Span("b"),)),), ((Span("Name"),), (Span("Other"),))), width=40)
    assert text.startswith("Name: word word")
    assert "\nOther: b" in text


@given(articles)
@settings(max_examples=60)
def test_no_wrapped_line_is_too_wide(article: Article) -> None:
    text = article_to_text(
        Article("", article.title, tuple(b for b in article.blocks if isinstance(b, Paragraph))), 40
    )
    assert all(text_width(line) <= 40 or line.startswith("[") for line in text.split("\n"))


@given(articles)
@settings(max_examples=60)
def test_any_article_can_be_written(article: Article) -> None:
    assert article_to_text(article).endswith("\n")
