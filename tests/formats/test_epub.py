"""Articles as a book that keeps the rules of EPUB, whatever they say."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.formats.epub import EpubBook, write_part
from newsreader.model import Article, Image, Paragraph, Span
from support.articles import FULL_ARTICLE, articles
from support.epub_reader import Book, found, read_epub
from support.site import png

NOW = datetime(2023, 3, 30, 12, 0, 7, tzinfo=UTC)
EVIL = '</title><script>alert("1")</script> & <b> ]]> \x00 \ufffe'


def book_of(
    found: Sequence[tuple[str, Article]], title: str = "A book", kept: Sequence[str] = (), now: datetime = NOW
) -> bytes:
    """Return the file of a book; pictures at the addresses in ``kept`` are in it, each another."""
    book, file = EpubBook(title, now, "https://a.example/"), BytesIO()
    with ZipFile(file, "w") as archive:
        for part in book.opening():
            write_part(archive, part, now)
        names = {url: f"{number}.png" for number, url in enumerate(kept)}
        for number, name in enumerate(names.values()):
            for part in book.picture(name, png(shade=number), "image/png"):
                write_part(archive, part, now)
        for section, article in found:
            wanted = {url: name for url, name in names.items() if url in {image.url for image in article.images}}
            write_part(archive, book.article(article, section, wanted), now)
        for part in book.closing():
            write_part(archive, part, now)
    return file.getvalue()


def read(*found: Article, kept: Sequence[str] = ()) -> Book:
    return read_epub(book_of([("", article) for article in found], kept=kept))


def test_one_article_is_a_book_by_its_authors() -> None:
    images = [image.url for image in FULL_ARTICLE.images]
    book = read(FULL_ARTICLE, kept=images)
    assert book.metadata["creator"] == ["Ada Lind", "Bo Ek"]
    assert book.metadata["publisher"] == ["The Paper"]
    assert book.metadata["source"] == ["https://paper.example/bridge"]
    assert book.metadata["modified"] == ["2023-03-30T12:00:07Z"]
    assert (book.metadata["language"], book.metadata["title"]) == (["en"], ["A book"])
    assert list(book.pages) == ["EPUB/article-1.xhtml"]
    assert book.shown == [png(shade=0), png(shade=1)]
    assert "for plank in bridge:" in book.text
    assert found(book.pages["EPUB/article-1.xhtml"], "//h:p[@dir='rtl']/text()") == ["مرحبا"]


def test_a_picture_that_is_not_kept_leaves_its_words() -> None:
    book = read(FULL_ARTICLE)
    assert book.shown == []
    assert "A bridge" in book.text
    assert "The bridge at dawn." in book.text
    assert "A map" in book.text


def test_sections_are_a_level_of_the_contents() -> None:
    titled = [replace(FULL_ARTICLE, title=f"No. {number}") for number in range(4)]
    sections = ["Sea & shore", "Sea & shore", "World", "World"]
    book = read_epub(book_of(list(zip(sections, titled, strict=True)), "The edition"))
    assert book.contents == [("Sea & shore", ["No. 0", "No. 1"]), ("World", ["No. 2", "No. 3"])]
    assert next(iter(book.pages)) == "EPUB/nav.xhtml", "it opens at its contents"
    assert "creator" not in book.metadata


def test_several_articles_without_sections_are_one_list() -> None:
    assert read(FULL_ARTICLE, replace(FULL_ARTICLE, title="Two")).contents == [FULL_ARTICLE.title, "Two"]


def test_a_picture_in_two_articles_is_in_the_book_once() -> None:
    book = read(FULL_ARTICLE, FULL_ARTICLE, kept=[FULL_ARTICLE.images[0].url])
    assert book.shown == [png(shade=0)] * 2


def test_hostile_text_is_text() -> None:
    evil = Article("https://a.example/", EVIL, (Paragraph((Span(EVIL),)), Image("https://a.example/i", EVIL)), EVIL)
    book = read_epub(book_of([(EVIL, evil)], EVIL))
    assert 'alert("1")' in book.text
    shown = EVIL.replace("\x00", "").replace("\ufffe", "").strip()
    assert book.contents == [(shown, [shown])]


@pytest.mark.parametrize("title", ["", "  ", "\ufffe"])
def test_what_has_no_title_is_called_so(title: str) -> None:
    book = read_epub(book_of([("", replace(FULL_ARTICLE, title=title))], title))
    assert (book.contents, book.metadata["title"]) == (["Untitled"], ["Untitled"])


def test_languages_that_are_none_are_not_named() -> None:
    tongues = ["ar", "zh-Hant-TW", '"><b>', "English, mostly", "", "ar"]
    assert read(*(replace(FULL_ARTICLE, language=one) for one in tongues)).metadata["language"] == [
        "ar",
        "zh-Hant-TW",
    ]
    assert read(replace(FULL_ARTICLE, language="?")).metadata["language"] == ["und"]


def test_links_that_no_document_may_have_are_mended_or_left_out() -> None:
    hrefs = ("https://a.example/|%zz<é>#a#b", "https://a..b/", "https://a.example/?q=a%20b&c=[d]")
    article = Article("", "t", tuple(Paragraph((Span("here", href=href),)) for href in hrefs))
    assert found(read(article).pages["EPUB/article-1.xhtml"], "//h:a/@href") == [
        "https://a.example/%7C%25zz%3C%C3%A9%3E#a%23b",
        "https://a.example/?q=a%20b&c=%5Bd%5D",
    ]


def test_the_same_at_the_same_moment_is_the_same_file() -> None:
    told = [("World", FULL_ARTICLE), ("Sea", FULL_ARTICLE)]
    kept = [image.url for image in FULL_ARTICLE.images]
    assert book_of(told, kept=kept) == book_of(told, kept=kept)
    later = book_of(told, kept=kept, now=datetime(2024, 1, 1, tzinfo=UTC))
    before, after = read_epub(book_of(told, kept=kept)).metadata, read_epub(later).metadata
    assert before["identifier"] == after["identifier"], "another state of the same work"
    assert before["modified"] != after["modified"]


@given(st.lists(st.tuples(st.sampled_from(["", "A", "B & <c>"]), articles), min_size=1, max_size=4), st.booleans())
@settings(max_examples=60)
def test_any_articles_are_a_book_that_keeps_the_rules(told: list[tuple[str, Article]], keep: bool) -> None:
    kept = list(dict.fromkeys(image.url for _, article in told for image in article.images)) if keep else []
    book = read_epub(book_of(told, kept=kept))
    assert len(book.pages) == len(told) + (len(told) > 1)
