"""Whatever bytes come, an article or a CleanError comes out, and its text can do nothing to a terminal."""

import re
import time
from collections.abc import Iterator
from datetime import timedelta
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.clean import clean_fragment, clean_page, extract_text, read_page
from newsreader.clean.decoding import decode_page
from newsreader.model import (
    Article,
    ArticleStatus,
    Block,
    CleanError,
    Code,
    Heading,
    Image,
    Inline,
    Paragraph,
    Table,
    blocks_text,
    clean_text,
    inline_text,
)
from newsreader.model.article import walk
from support.soup import PROSE, TAGS, encodings, pages, soup

URL = "https://quay.example/news/park"
_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

_TAG = re.compile(rf"</?(?:{'|'.join(set(TAGS) - {'b'})})\b[^<>]*>", re.IGNORECASE)
"""Any tag that the pages have; a lone ``b`` may be of a headline about HTML."""

DEADLINE = timedelta(seconds=5)
"""Half of what the workshop gives a page."""


def texts_of(article: Article) -> Iterator[str]:
    """Yield every text that ``article`` carries, addresses as well."""
    yield from (article.title, article.standfirst, article.site, article.language, article.url, *article.authors)
    for block in (*walk(article.blocks), *filter(None, [article.lead_image])):
        yield from texts_in(block)


def texts_in(block: Block) -> Iterator[str]:
    """Yield every text that ``block`` itself carries."""
    match block:
        case Paragraph(spans=spans) | Heading(spans=spans):
            yield from texts_of_spans(spans)
        case Code(text=text, language=language):
            yield from (text, language or "")
        case Image(url=url, alt=alt, caption=caption, credit=credit):
            yield from (url, alt, credit, *texts_of_spans(caption))
        case Table(rows=rows, header=header, caption=caption):
            assert len({len(row) for row in (*rows, *([header] if header else []))}) == 1
            for cell in (*chain.from_iterable((header, *rows)), caption):
                yield from texts_of_spans(cell)
        case _:
            pass


def texts_of_spans(spans: Inline) -> Iterator[str]:
    """Yield the text and the addresses of ``spans``."""
    yield inline_text(spans)
    for span in spans:
        if span.href is not None:
            assert span.href.startswith(("http://", "https://", "mailto:"))
            yield span.href


def assert_harmless(article: Article) -> None:
    """Fail when any text of ``article`` could act on a terminal, or any address is not of the web."""
    for text in texts_of(article):
        assert not _ACTING.search(text)
        assert text == clean_text(text)
    for image in article.images:
        assert image.url.startswith(("http://", "https://"))
    assert (article.status is ArticleStatus.WALL) == (article.wall is not None)
    assert article.wall is None or not article.blocks


@settings(deadline=DEADLINE, max_examples=60)
@given(st.one_of(st.binary(max_size=300), soup.map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_give_an_article_or_an_error(html: bytes) -> None:
    try:
        assert_harmless(clean_page(html, URL))
    except CleanError:
        assert extract_text(html, URL).count("\n") < 40


@settings(deadline=DEADLINE, max_examples=60)
@given(pages, encodings, encodings)
def test_hostile_pages_are_harmless_in_every_field(html: str, written: str, told: str) -> None:
    article = read_page(html.encode(written, "replace"), URL, f"text/html; charset={told}").article
    assert_harmless(article)


@settings(deadline=DEADLINE, max_examples=150)
@given(pages)
def test_no_tag_of_a_page_is_read_as_text(html: str) -> None:
    article = read_page(html.encode("utf-8", "replace"), URL).article
    for text in texts_of(article):
        assert not _TAG.search(text)


@settings(deadline=DEADLINE, max_examples=60)
@given(soup)
def test_any_fragment_gives_harmless_blocks(html: str) -> None:
    article = Article(URL, "", clean_fragment(html, URL))
    assert_harmless(article)
    assert not any(map(_TAG.search, texts_of(article)))


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 1000 + f"<p>{PROSE * 5}</p>",
        "<blockquote>" * 400 + f"<p>{PROSE * 5}</p>",
        "<span>" * 3000 + PROSE * 5,
        "<ul><li>" * 500 + PROSE * 5,
    ],
)
def test_text_below_deep_nesting_is_not_lost(html: str) -> None:
    assert PROSE.strip() in clean_page(html.encode(), URL).text.replace("\n", " ")


@pytest.mark.parametrize("shown", ["table", "blockquote"])
def test_a_caption_may_hold_what_it_is_of(shown: str) -> None:
    figure = f"<figure><figcaption>Above <{shown}><tr><td>{PROSE}</td></tr></{shown}></figcaption></figure>"
    assert PROSE.strip() in blocks_text(clean_fragment(figure + f"<p>{PROSE}</p>", URL))


@pytest.mark.parametrize(
    "bomb",
    [
        "<div " + " ".join(f"a{i}=x" for i in range(30_000)) + ">",
        "<div " + " ".join(f"a{i}" for i in range(60_000)) + ">",
        "<div class='" + "x " * 700_000 + "'>",
        "<html><head>" + "<meta " * 10_000,
        "<br>" * 50_000,
        "<b>" * 20_000,
    ],
    ids=["attributes", "bare attributes", "long class", "metas", "breaks", "unclosed"],
)
def test_a_bomb_costs_little(bomb: str) -> None:
    page = f"{bomb}<p>{PROSE * 3}</p><p>{PROSE * 4}</p>"
    start = time.process_time()
    text = extract_text(page.encode(), URL)
    assert time.process_time() - start < 15
    assert PROSE.strip() in text


def test_escapes_leave_titles_and_links() -> None:
    page = (
        f"<title>A&#27;]52;c;UFdORUQ=&#27;\\B</title><p>{PROSE * 4}<a href='http://e.example/&#27;]0;x'>x</a></p>"
    )
    article = clean_page(page.encode(), URL)
    assert "\x1b" not in article.title
    assert_harmless(article)


@pytest.mark.parametrize(
    ("html", "content_type", "text"),
    [
        ("\ufeffnaïve".encode(), None, "naïve"),
        ("naïve".encode("utf-16"), None, "naïve"),
        ("naïve".encode("latin-1"), None, "naïve"),
        ("“naïve”".encode("cp1252"), "text/html; charset=ISO-8859-1", "“naïve”"),
        ("привет".encode("cp1251"), "text/html; charset=windows-1251", "привет"),
        (b"<meta charset=koi8-r>" + "привет".encode("koi8-r"), None, "привет"),
        (b"<meta charset='shift_jis'>" + "港の公園".encode("cp932"), None, "港の公園"),
        (b"<meta charset='gb2312'>" + "港口".encode("gb18030"), None, "港口"),
        (b"<meta charset='iso-2022-jp'>" + "港の公園".encode("iso2022_jp"), None, "港の公園"),
        ("привет".encode(), "text/html; charset=iso-8859-1", "привет"),
        ("naïve".encode(), "text/html; charset=zip_codec", "naïve"),
        (b"<meta charset=idna>" + "naïve".encode("cp1252"), None, "naïve"),
        (b"<meta charset=base64>abc", None, "abc"),
    ],
)
def test_encodings(html: bytes, content_type: str | None, text: str) -> None:
    assert decode_page(html, content_type).endswith(text)


def test_broken_bytes_become_marks_and_no_error() -> None:
    page = f"<meta charset=utf-8><p>{PROSE}</p><p>é{PROSE}</p>".encode() + b"<p>\xff\xfe broken</p>"
    assert "é" in decode_page(page)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="og:title" content="&lt;b&gt;The park&lt;/b&gt; is open">',
        '<meta property="og:title" content="&amp;lt;b&amp;gt;The park&amp;lt;/b&amp;gt; is open">',
        "<title>The <b>park</b> is open</title>",
        "<title>&lt;em class='x'&gt;The &lt;i&gt;park&lt;/i&gt;&lt;/em&gt; is open</title>",
        "<title>The park is open",
        """<script type="application/ld+json">
        {"@type": "Article", "headline": "The <b>park<\\/b> is<br>open"}</script>""",
    ],
)
def test_markup_in_what_a_page_says_of_itself_is_no_text(head: str) -> None:
    page = f"<html><head>{head}</head><body><article><p>{PROSE * 4}</p><p>{PROSE * 3}</p></article></body></html>"
    assert clean_page(page.encode(), URL).title == "The park is open"


def test_a_byline_in_data_may_be_a_link() -> None:
    author = '{"@type": "Article", "author": {"name": "<a href=\\"/ada\\">Ada Lind</a>"}}'
    head = f'<script type="application/ld+json">{author}</script>'
    assert clean_page(f"<head>{head}</head><p>{PROSE * 5}</p>".encode(), URL).authors == ("Ada Lind",)


def test_tags_that_a_page_shows_are_shown() -> None:
    title = "Why &lt;b&gt; is not &lt;strong&gt;"
    text = "<p>Write <code>&lt;b&gt;bold&lt;/b&gt;</code>, not &lt;blink&gt;, says the handbook of the harbour.</p>"
    page = f"<title>{title}</title><article><h1>{title}</h1>{text}<p>{PROSE * 4}</p><p>{PROSE * 3}</p></article>"
    article = clean_page(page.encode(), URL)
    assert article.title == "Why <b> is not <strong>"
    assert article.text.startswith("Write <b>bold</b>, not <blink>, says the handbook")


def test_code_in_a_headline_is_no_part_of_it() -> None:
    heading = "<h1>The park <style>h1 {color: red}</style><script>track('<b>')</script>is open</h1>"
    page = f"<article>{heading}<p>{PROSE * 4}</p><p>{PROSE * 3}</p></article>"
    assert clean_page(page.encode(), URL).title == "The park is open"


def test_a_feed_that_escapes_twice_is_read_as_it_was_meant() -> None:
    told = clean_fragment("&lt;p&gt;The park is open.&lt;/p&gt;&lt;p&gt;Come in.&lt;/p&gt;", URL)
    assert blocks_text(told) == "The park is open.\nCome in."
    assert blocks_text(clean_fragment("Never write &lt;blink&gt; again.", URL)) == "Never write <blink> again."


@pytest.mark.parametrize("written", ["&#27;", "&#x1b", "&#0007;", "\ufffe", "&#xFFFF;"])
def test_a_control_in_the_text_costs_no_text(written: str) -> None:
    page = f"<article><p>One{written} <sub>two{written}</sub> {PROSE * 4}</p><p>{PROSE * 3}</p></article>"
    assert clean_page(page.encode(), URL).text.startswith("One two The council met")
