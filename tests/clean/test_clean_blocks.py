"""Every kind of block comes out typed, nested as it was, with its text and addresses clean."""

import pytest

from newsreader.clean import clean_fragment, clean_page
from newsreader.model import (
    Code,
    Heading,
    List,
    Paragraph,
    Quote,
    Rule,
    Span,
    inline_text,
)
from support.pages import PROSE, URL, article_with, only


def test_spans_carry_style_and_absolute_links() -> None:
    blocks = clean_fragment(
        "<p>A <strong>bold</strong> <em>word</em>, <code>x=1</code>, <s>gone</s> and "
        '<a href="/more?utm_source=feed&amp;id=7#top">a  link</a>.</p>',
        URL,
    )
    assert blocks == (
        Paragraph(
            (
                Span("A "),
                Span("bold", strong=True),
                Span(" "),
                Span("word", emphasis=True),
                Span(", "),
                Span("x=1", code=True),
                Span(", "),
                Span("gone", strike=True),
                Span(" and "),
                Span("a link", href="https://quay.example/more?id=7#top"),
                Span("."),
            )
        ),
    )


@pytest.mark.parametrize("href", ["javascript:alert(1)", "smb://host/x", "#note", "ftp://host/", "data:,x"])
def test_a_link_that_must_not_open_is_only_text(href: str) -> None:
    (paragraph,) = clean_fragment(f'<p>see <a href="{href}">here</a></p>', URL)
    assert paragraph == Paragraph((Span("see here"),))


def test_headings_keep_their_levels() -> None:
    article = article_with("<h2>The trees</h2><p>" + PROSE[:120] + "</p><h3>The lindens</h3>")
    assert [(b.level, inline_text(b.spans)) for b in article.blocks if isinstance(b, Heading)] == [
        (2, "The trees"),
        (3, "The lindens"),
    ]


def test_quotes_nest() -> None:
    blocks = clean_fragment(
        "<blockquote><p>Outer</p><blockquote><p>Inner</p></blockquote></blockquote><p>After</p>",
        URL,
    )
    assert blocks == (
        Quote((Paragraph((Span("Outer"),)), Quote((Paragraph((Span("Inner"),)),)))),
        Paragraph((Span("After"),)),
    )


def test_a_quote_in_the_body_is_kept() -> None:
    quote = only(
        article_with("<blockquote><p>A small wonder in itself, said the gardener.</p></blockquote>"), Quote
    )
    assert quote.blocks == (Paragraph((Span("A small wonder in itself, said the gardener."),)),)


def test_lists_nest_and_count() -> None:
    blocks = clean_fragment('<ol start="3"><li>three<ul><li>inner</li></ul></li><li><p>four</p></li></ol>', URL)
    assert blocks == (
        List(
            (
                (Paragraph((Span("three"),)), List(((Paragraph((Span("inner"),)),),))),
                (Paragraph((Span("four"),)),),
            ),
            ordered=True,
            start=3,
        ),
    )


def test_a_list_in_the_body_is_kept_in_its_place() -> None:
    listed = only(
        article_with("<ul><li>a swimming bath</li><li>a market hall</li><li>forty lindens</li></ul>"), List
    )
    assert len(listed.items) == 3


def test_a_table_that_lays_out_the_page_is_unwrapped() -> None:
    blocks = clean_fragment(f"<table><tr><td><p>{PROSE}</p><p>{PROSE * 2}</p></td><td></td></tr></table>", URL)
    assert [type(block) for block in blocks] == [Paragraph, Paragraph]


def test_a_rule_parts_sections() -> None:
    assert isinstance(clean_fragment("<p>one</p><hr><p>two</p>", URL)[1], Rule)


def test_two_breaks_part_paragraphs_and_one_breaks_the_line() -> None:
    blocks = clean_fragment("<div>one<br>line<br> <br>two</div>", URL)
    assert blocks == (Paragraph((Span("one\nline"),)), Paragraph((Span("two"),)))


def test_pictures_that_open_the_text_are_all_there_the_first_as_lead() -> None:
    figures = "".join(f'<figure><img src="{n}.jpg"><figcaption>View {n}</figcaption></figure>' for n in (1, 2))
    page = (
        "<html><head><title>Harbour</title></head><body><img src='/logo.png'><article><h1>Harbour</h1>"
        f"<div class='article-body'>{figures}<p>First report: {PROSE}</p><p>Second: {PROSE}</p></div></article>"
    )
    article = clean_page(page.encode(), URL)
    assert [image.url.rpartition("/")[2] for image in article.images] == ["1.jpg", "2.jpg"]


def test_who_said_it_stays_with_the_quotation() -> None:
    article = article_with(
        "<blockquote><p>I never liked the ferries, they were loud.</p>"
        "<cite>Ada Sandell, in <a href='/x'>The keeper who would not go home</a></cite></blockquote>"
    )
    assert "Ada Sandell, in The keeper" in article.text


def test_terms_and_what_is_said_of_them_are_items() -> None:
    blocks = clean_fragment(
        "<dl><dt>Quay</dt><dd>Where ships lie.</dd>"
        "<dt>Mole</dt><dt>Pier</dt><dd><p>A wall.</p><p>Of stone.</p></dd></dl>",
        URL,
    )
    quay, mole, pier = (Paragraph((Span(term, strong=True),)) for term in ("Quay", "Mole", "Pier"))
    said = [Paragraph((Span(text),)) for text in ("Where ships lie.", "A wall.", "Of stone.")]
    assert blocks == (List(((quay, said[0]), (mole, pier, said[1], said[2]))),)


def test_an_item_of_paragraphs_is_kept_in_the_body() -> None:
    listed = only(article_with("<ol><li><p>Forty lindens</p></li><li><p>A market hall</p></li></ol>"), List)
    assert listed.items == ((Paragraph((Span("Forty lindens"),)),), (Paragraph((Span("A market hall"),)),))


def test_a_list_may_begin_at_the_number_of_its_first_item() -> None:
    (listed,) = clean_fragment('<ol><li value="5">five</li><li>six</li></ol>', URL)
    assert isinstance(listed, List)
    assert listed.start == 5


def test_what_a_summary_names_stands_below_it() -> None:
    blocks = clean_fragment("<details><summary>The cost</summary><p>Four million.</p></details>", URL)
    assert blocks == (Paragraph((Span("The cost", strong=True),)), Paragraph((Span("Four million."),)))


@pytest.mark.parametrize("mark", ["* * *", "***", "⁂", "• • •", "— — —", "~"])
def test_a_line_of_marks_is_a_rule(mark: str) -> None:
    assert clean_fragment(f"<p>one</p><p>{mark}</p><p>two</p>", URL)[1] == Rule()


def test_two_rules_are_one() -> None:
    assert len(clean_fragment("<p>one</p><hr><p>* * *</p><p>two</p>", URL)) == 3


@pytest.mark.parametrize(
    "line", ["— I will not go, said the keeper.", "– Nor will I.", "« Jamais », dit-il.", "“Never,” she said."]
)
def test_speech_after_a_dash_or_in_marks_is_a_paragraph(line: str) -> None:
    assert clean_fragment(f"<p>{line}</p>", URL) == (Paragraph((Span(line),)),)


def test_white_space_at_the_end_of_a_style_is_plain() -> None:
    assert clean_fragment("<p>one<b> two </b>three<i>four </i><b>five</b></p>", URL) == (
        Paragraph(
            (
                Span("one "),
                Span("two", strong=True),
                Span(" three"),
                Span("four", emphasis=True),
                Span(" "),
                Span("five", strong=True),
            )
        ),
    )


def test_a_style_attribute_speaks_before_the_tag() -> None:
    assert clean_fragment(
        '<b style="font-weight:normal"><p>plain <span style="font-weight:700">bold</span> '
        '<span style="font-style:italic">slanted</span></p></b>',
        URL,
    ) == (
        Paragraph(
            (Span("plain "), Span("bold", strong=True), Span(" "), Span("slanted", emphasis=True)),
        ),
    )


@pytest.mark.parametrize(
    ("href", "address"),
    [
        (
            "https://l.social.example/l.php?u=https%3A%2F%2Fa.example%2Fx%3Futm_source%3Df&h=1",
            "https://a.example/x",
        ),
        ("https://www.find.example/url?sa=D&q=https://b.example/", "https://b.example/"),
        ("https://go.shops.example/?id=1&url=https%3A%2F%2Fshop.example%2F", "https://shop.example/"),
        ("https://a.example/story#xtor=RSS-1", "https://a.example/story"),
        ("https://a.example/translate?u=https://b.example/", "https://a.example/translate?u=https://b.example/"),
        ("https://go.shops.example/?url=javascript:http", "https://go.shops.example/?url=javascript:http"),
    ],
)
def test_links_lead_where_they_end(href: str, address: str) -> None:
    (paragraph,) = clean_fragment(f'<p>see <a href="{href}">here</a></p>', URL)
    assert paragraph == Paragraph((Span("see "), Span("here", href=address)))


def test_a_figure_around_a_quotation_or_code_is_no_picture() -> None:
    article = article_with(
        "<figure><blockquote><p>I never liked the ferries, they were loud.</p></blockquote>"
        "<figcaption>— Ada, <cite>The Keeper</cite></figcaption></figure>"
        "<figure><pre><code>plant(40)</code></pre></figure>"
    )
    said, author = only(article, Quote).blocks
    assert said == Paragraph((Span("I never liked the ferries, they were loud."),))
    assert author == Paragraph((Span("— Ada, "), Span("The Keeper", emphasis=True)))
    assert only(article, Code).text == "plant(40)"


def test_right_to_left_paragraphs_are_marked() -> None:
    blocks = clean_fragment("<p>اجتمع المجلس مساء الثلاثاء</p><p>The council met</p>", URL)
    assert [block.rtl for block in blocks if isinstance(block, Paragraph)] == [True, False]


def test_scripts_styles_and_share_links_leave_a_fragment() -> None:
    blocks = clean_fragment(
        "<style>p{}</style><script>x()</script><p>Text</p><p><a href='//s.example/'>Share on Facebook</a></p>",
        URL,
    )
    assert blocks == (Paragraph((Span("Text"),)),)
