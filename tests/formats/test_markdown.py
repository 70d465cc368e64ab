"""An article as Markdown says the same when a CommonMark parser reads it."""

from functools import reduce

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.formats import article_to_markdown
from newsreader.model import Article, Block, Code, Heading, Image, List, Paragraph, Quote, Span, Table
from support.articles import FULL_ARTICLE, blocks, texts
from support.markdown_reader import READER, comparable, read_markdown


def body(*blocks: Block) -> str:
    return article_to_markdown(Article("", "", blocks)).rstrip("\n")


def shown(markdown: str) -> str:
    """Return the words a reader of the rendered Markdown sees."""
    said = ""
    for token in READER.parse(markdown):
        for child in token.children or ():
            if child.type != "html_inline":
                said += "\n" if child.type in ("hardbreak", "softbreak") else child.content
    return said


def test_the_whole_article_is_written_plainly() -> None:
    assert (
        article_to_markdown(FULL_ARTICLE)
        == """\
# The bridge is open again

After two years the river can be crossed on foot.

Ada Lind, Bo Ek · The Paper · 2023-03-30

<https://paper.example/bridge>

![A bridge](<https://paper.example/bridge.jpg>)\\
The bridge at dawn.\\
Credit: Ada Lind

On Thursday [the mayor](<https://paper.example/mayor>) cut a ribbon.

## What it cost

It is **not** cheap: `x = 1`.

> *I walked over it twice.*

3. Steel
   - Swedish
4. Stone

```python
for plank in bridge:
    walk(plank)
```

| Year | Length |
| --- | --- |
| 2021 | 0 m |
| 2023 | 120 m |

Table: How it grew

* * *

![A map](<https://paper.example/map.png>)\\
Credit: The Paper

مرحبا
"""
    )


@given(texts)
@settings(max_examples=200)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    expected = "\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip())
    seen = "\n".join(" ".join(line.split()) for line in shown(body(Paragraph((Span(text),)))).split("\n"))
    assert seen == expected


MARKUP = """\
# no heading
1. no list
1) no list
- no list
+ no list
> no quote
===
---
```
    x
[a](b)
![a](b)
<b>
&amp;
*a*
_a_
`a`
~~a~~
a|b
https://a.example/
a\\b"""


pieces = st.text("ab *_~`!.“[]\\\n#", max_size=6)
styled = st.builds(
    Span, pieces, st.none() | st.just("https://a.example/"), st.booleans(), st.booleans(), strike=st.booleans()
)


@given(st.lists(styled | pieces.map(lambda text: Span(text, code=True)), max_size=5).map(tuple))
@settings(max_examples=300)
def test_styles_and_links_lose_and_add_no_character(spans: tuple[Span, ...]) -> None:
    said = "".join(span.text.replace("\n", " ") if span.code else span.text for span in spans)
    assert "".join(shown(body(Paragraph(spans))).split()) == "".join(said.split())


@pytest.mark.parametrize("text", MARKUP.split("\n"))
def test_nothing_in_the_text_is_markup(text: str) -> None:
    assert shown(body(Paragraph((Span(text),)))) == text.strip()


def test_a_picture_is_not_made_of_an_exclamation_and_a_link() -> None:
    html = READER.render(body(Paragraph((Span("Look!"), Span("here", href="https://a.example/")))))
    assert html == '<p>Look!<a href="https://a.example/">here</a></p>\n'


def test_styles_next_to_each_other_lose_no_words() -> None:
    spans = (Span("a", strong=True), Span("b", emphasis=True), Span("“c”", strong=True), Span("d"))
    assert shown(body(Paragraph(spans))) == "ab“c”d"


def test_code_holds_backticks() -> None:
    html = READER.render(body(Paragraph((Span("a `` b", code=True),)), Code("```\nx\n```")))
    assert html == "<p><code>a `` b</code></p>\n<pre><code>```\nx\n```\n</code></pre>\n"


def test_lists_and_quotes_that_follow_each_other_stay_two() -> None:
    item = (Paragraph((Span("x"),)),)
    html = READER.render(body(List((item,)), List((item,)), Quote(item), Quote(item)))
    assert html.count("<ul>") == 2
    assert html.count("<blockquote>") == 2


def test_depth_is_kept() -> None:
    start: Block = Heading(3, (Span("deep"),))
    nested = reduce(lambda inner, _: List(((inner,),)), range(8), start)
    html = READER.render(body(nested))
    assert html.count("<ul>") == 8
    assert "<h3>deep</h3>" in html


@given(st.lists(blocks, max_size=4).map(tuple))
@settings(max_examples=100)
def test_blocks_come_back_as_they_were(blocks: tuple[Block, ...]) -> None:
    assert comparable(read_markdown(body(*blocks))) == comparable(blocks)


@given(st.lists(styled | pieces.map(lambda text: Span(text, code=True)), max_size=5).map(tuple))
@settings(max_examples=300)
def test_spans_come_back_as_they_were(spans: tuple[Span, ...]) -> None:
    for block in (Paragraph(spans), Table(((spans,),)), Heading(2, spans), Image("https://a.example/", "", spans)):
        assert comparable(read_markdown(body(block))) == comparable((block,))


def test_the_whole_article_comes_back() -> None:
    front = 5
    assert read_markdown(article_to_markdown(FULL_ARTICLE))[front:] == comparable(FULL_ARTICLE.blocks)
