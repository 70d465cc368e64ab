"""Whatever bytes come, an article or a CleanError comes out, and its text can do nothing to a terminal."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.clean import clean_fragment, clean_page, extract_text
from newsreader.clean.decoding import decode_page
from newsreader.model import (
    Article,
    Block,
    CleanError,
    Image,
    Paragraph,
    Table,
    blocks_text,
    clean_text,
    inline_text,
)
from newsreader.model.article import walk

URL = "https://quay.example/news/park"
PROSE = "The council met on Tuesday evening to decide how the old harbour should be used after the ferries leave. "
_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

TAGS = st.sampled_from(
    "p div span a b em ul ol li table tr td th pre code blockquote h1 h2 figure figcaption img br hr main iframe "
    "button noscript script style form svg".split()
)
SCRAPS = st.one_of(
    TAGS.map("<{}>".format),
    TAGS.map("</{}>".format),
    st.sampled_from(
        [
            "<img src=x.jpg width=1>",
            "<a href='javascript:x'>",
            "<td colspan=99999>",
            "<ol start=-9e9>",
            "<!--",
            "]]>",
        ]
    ),
    st.sampled_from(
        [PROSE, "\x1b]0;x\x07", "&#27;[2J", "\x9b2J", "&#x202e;gpj.exe", "\u200b", "&#xD800;", "<", "&", "\x00"]
    ),
    st.text(max_size=12),
)


def assert_harmless(article: Article) -> None:
    """Fail when any text of ``article`` could act on a terminal, or any address is not of the web."""
    fields = [article.title, article.standfirst, article.site, article.language, *article.authors, article.text]
    for block in walk(article.blocks):
        fields.extend(texts_of(block))
    for text in fields:
        assert not _ACTING.search(text)
        assert text == clean_text(text)
    for image in article.images:
        assert image.url.startswith(("http://", "https://"))


def texts_of(block: Block) -> list[str]:
    """Return every text that ``block`` itself carries."""
    match block:
        case Paragraph(spans=spans):
            return [inline_text(spans), *(span.href or "" for span in spans)]
        case Image(url=url, alt=alt, caption=caption, credit=credit):
            return [url, alt, inline_text(caption), credit]
        case Table(rows=rows, header=header):
            assert len({len(row) for row in (*rows, *([header] if header else []))}) == 1
            return [inline_text(cell) for row in rows for cell in row]
        case _:
            return []


@settings(deadline=None, max_examples=80)
@given(
    st.one_of(
        st.binary(max_size=300), st.lists(SCRAPS, max_size=40).map(lambda x: "".join(x).encode("utf-8", "replace"))
    )
)
def test_any_bytes_give_an_article_or_an_error(html: bytes) -> None:
    try:
        assert_harmless(clean_page(html, URL))
    except CleanError:
        assert extract_text(html, URL).count("\n") < 40


@settings(deadline=None, max_examples=80)
@given(st.lists(SCRAPS, max_size=40).map("".join))
def test_any_fragment_gives_blocks(html: str) -> None:
    text = blocks_text(clean_fragment(html, URL))
    assert not _ACTING.search(text)


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
    assert time.process_time() - start < 3
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
