"""A page comes out as an article, from bytes to blocks."""

from datetime import UTC, datetime

import pytest

from newsreader.clean import clean_fragment, clean_page, extract_text
from newsreader.model import ArticleStatus, CleanError, Heading, Paragraph, inline_text

SENTENCES = (
    "The council met on Tuesday evening to decide how the old harbour should be used after the ferries. ",
    "Residents had asked for a swimming bath, a market hall and, above all, for trees along the northern quay. ",
    "Nobody spoke against the trees, which the gardener of the town called a small wonder in itself. ",
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Harbour to become a park - The Quay</title>
<meta property="og:site_name" content="The Quay">
<meta property="article:published_time" content="2023-03-30T08:00:00+02:00">
<meta name="author" content="By Ada Sandell and Bo Lind"></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Harbour to become a park</h1>
<p class="byline">By Ada Sandell</p>
<p>{SENTENCES[0]}{SENTENCES[1]}</p><h2>No voice against</h2>
<p>{SENTENCES[2]}{SENTENCES[1]}</p><p>{SENTENCES[0]}</p></article>
<footer>Copyright The Quay</footer></body></html>"""


def test_a_plain_page_comes_out_whole() -> None:
    article = clean_page(PAGE.encode(), "https://quay.example/park")
    assert article.title == "Harbour to become a park"
    assert article.site == "The Quay"
    assert article.authors == ("Ada Sandell", "Bo Lind")
    assert article.published == datetime(2023, 3, 30, 6, tzinfo=UTC)
    assert article.status is ArticleStatus.FULL
    assert [type(block) for block in article.blocks] == [Paragraph, Heading, Paragraph, Paragraph]
    assert "Home" not in article.text
    assert "Copyright" not in article.text
    assert "Harbour to become" not in article.text


def test_extract_text_gives_a_line_for_each_block() -> None:
    lines = extract_text(PAGE.encode(), "https://quay.example/park").split("\n")
    assert lines[1] == "No voice against"
    assert len(lines) == 4


@pytest.mark.parametrize("page", [b"", b"   ", b"<html></html>", b"\x00\x01", b"<!-- nothing -->"])
def test_a_page_of_nothing_is_an_error(page: bytes) -> None:
    with pytest.raises(CleanError):
        clean_page(page, "https://quay.example/")
    assert extract_text(page, "https://quay.example/") == ""


def test_a_page_too_large_is_refused() -> None:
    with pytest.raises(CleanError, match="MB"):
        clean_page(b"<p>" * 2_000_000, "https://quay.example/")


def test_a_fragment_of_plain_text_gives_paragraphs() -> None:
    blocks = clean_fragment("One line\nof text\n\nand another", "https://quay.example/")
    assert [inline_text(block.spans) for block in blocks if isinstance(block, Paragraph)] == [
        "One line of text",
        "and another",
    ]
