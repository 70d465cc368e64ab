"""Every kind of block comes out typed, nested as it was, with its text and addresses clean."""

from typing import TypeVar

import pytest

from newsreader.clean import clean_fragment, clean_page
from newsreader.model import (
    Article,
    Block,
    Code,
    Heading,
    Image,
    List,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
    inline_text,
)

URL = "https://quay.example/news/park"
PROSE = (
    "The council met on Tuesday evening to decide how the old harbour should be used after the ferries leave, "
    "and nobody in the hall, neither the fishermen nor the shopkeepers, spoke against the trees on the quay."
)
B = TypeVar("B", bound=Block)


def article_with(body: str) -> Article:
    """Return the article of a page whose body holds ``body`` between paragraphs of prose."""
    numbered = [f"<p>{word} report: {PROSE}</p>" for word in ("First", "Second", "Third", "Fourth")]
    page = (
        "<html><head><title>Harbour to become a park</title></head><body><article><h1>Harbour to become a park</h1>"
        f"<div class='article-body'>{numbered[0]}{numbered[1]}{body}{numbered[2]}{numbered[3]}</div></article>"
    )
    return clean_page(page.encode(), URL)


def only(article: Article, kind: type[B]) -> B:
    """Return the one block of ``kind``."""
    found = [block for block in article.blocks if isinstance(block, kind)]
    assert len(found) == 1, article.blocks
    return found[0]


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


def test_code_keeps_its_white_space_and_language() -> None:
    (code,) = clean_fragment('<pre><code class="language-python">def f():\n    return 1\n</code></pre>', URL)
    assert code == Code("def f():\n    return 1", "python")


def test_code_lines_in_elements_are_lines() -> None:
    (code,) = clean_fragment("<pre>a<br>b<div>c</div>d</pre>", URL)
    assert isinstance(code, Code)
    assert code.text.split("\n") == ["a", "bc", "d"]


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


def test_a_table_that_lays_out_the_page_is_unwrapped() -> None:
    blocks = clean_fragment(f"<table><tr><td><p>{PROSE}</p><p>{PROSE * 2}</p></td><td></td></tr></table>", URL)
    assert [type(block) for block in blocks] == [Paragraph, Paragraph]


def test_a_rule_parts_sections() -> None:
    assert isinstance(clean_fragment("<p>one</p><hr><p>two</p>", URL)[1], Rule)


def test_two_breaks_part_paragraphs_and_one_breaks_the_line() -> None:
    blocks = clean_fragment("<div>one<br>line<br> <br>two</div>", URL)
    assert blocks == (Paragraph((Span("one\nline"),)), Paragraph((Span("two"),)))


@pytest.mark.parametrize(
    ("markup", "name"),
    [
        ('<img src="a.jpg">', "a.jpg"),
        ('<img src="data:image/gif;base64,R0" data-src="b.jpg">', "b.jpg"),
        ('<img src="/blank.gif" srcset="s.jpg 320w, m.jpg 1200w, l.jpg 4000w">', "m.jpg"),
        ('<picture><source srcset="p.webp 800w"><img alt="x"></picture>', "p.webp"),
        ('<img class="lazy" src="data:,"><noscript><img src="n.jpg"></noscript>', "n.jpg"),
    ],
)
def test_a_picture_is_found_behind_lazy_loading(markup: str, name: str) -> None:
    images = [
        block for block in clean_fragment(f"<p>before</p>{markup}<p>after</p>", URL) if isinstance(block, Image)
    ]
    assert [image.url for image in images] == [f"https://quay.example/news/{name}"]


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="t.gif" width="1" height="1">',
        '<img src="https://stats.example/pixel?id=1">',
        '<img src="">',
        '<img src="javascript:x">',
    ],
)
def test_a_picture_that_counts_is_dropped(markup: str) -> None:
    assert not [block for block in clean_fragment(f"<p>x</p>{markup}", URL) if isinstance(block, Image)]


def test_a_caption_and_credit_belong_to_the_picture() -> None:
    article = article_with(
        '<figure><img src="quay.jpg" alt="The quay"><figcaption>The quay at dusk '
        '<span class="credit">Photo: Bo Lind</span></figcaption></figure>'
    )
    image = only(article, Image)
    assert image.url == "https://quay.example/news/quay.jpg"
    assert inline_text(image.caption) == "The quay at dusk"
    assert image.credit == "Bo Lind"
    assert "dusk" not in article.text


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


def test_an_embedded_film_is_one_link() -> None:
    article = article_with('<iframe src="https://films.example/embed/42" title="The film"></iframe>')
    assert Paragraph((Span("The film", href="https://films.example/embed/42"),)) in article.blocks


def test_right_to_left_paragraphs_are_marked() -> None:
    blocks = clean_fragment("<p>اجتمع المجلس مساء الثلاثاء</p><p>The council met</p>", URL)
    assert [block.rtl for block in blocks if isinstance(block, Paragraph)] == [True, False]


def test_scripts_styles_and_share_links_leave_a_fragment() -> None:
    blocks = clean_fragment(
        "<style>p{}</style><script>x()</script><p>Text</p><p><a href='//s.example/'>Share on Facebook</a></p>",
        URL,
    )
    assert blocks == (Paragraph((Span("Text"),)),)
