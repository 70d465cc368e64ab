"""An article in several parts is followed to its end, and to nothing else."""

import pytest

from newsreader.clean import CleanedPage, read_page
from newsreader.model import Article, Image, Paragraph, Span

PROSE = "".join(
    f"<p>{word} the council decided how the harbour is to be used, and all agreed.</p>" for word in "ABCDE"
)


def next_part(link: str, url: str = "https://quay.example/news/park", part: int = 1) -> str | None:
    page = f"<html><body><article><h1>The park</h1><div>{PROSE}</div><nav>{link}</nav></article></body></html>"
    return read_page(
        page.encode(), url, first="https://quay.example/news/park" if part > 1 else "", part=part
    ).next_part


@pytest.mark.parametrize(
    ("href", "text", "url", "part"),
    [
        ("?page=2", "Next page", "https://quay.example/news/park", 1),
        ("/news/park/2", "2", "https://quay.example/news/park/", 1),
        ("/news/park/page/2/", "»", "https://quay.example/news/park/", 1),
        ("park-2.html", "Weiter", "https://quay.example/news/park.html", 1),
        ("park,seite-2.html", "nächste Seite", "https://quay.example/news/park.html", 1),
        ("?id=7&page=2", "Suivant", "https://quay.example/news/park?id=7&page=1", 1),
        ("?page=3", "3", "https://quay.example/news/park?page=2", 2),
    ],
)
def test_the_next_part_is_found(href: str, text: str, url: str, part: int) -> None:
    found = next_part(f'<a href="{href}">{text}</a>', url, part)
    assert found is not None
    assert str(part + 1) in found


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ('<a rel="next" href="/news/42">Next story</a>', "https://quay.example/news/41"),
        ('<a rel="next" href="/news/2">Next story</a>', "https://quay.example/news/1"),
        ('<a rel="next" href="?p=2">Next story</a>', "https://quay.example/?p=1"),
        ('<a rel="next" href="/news/harbour">Next: the harbour</a>', "https://quay.example/news/park"),
        ('<a href="?page=2">Comments</a>', "https://quay.example/news/park"),
        ('<a href="?page=3">Last</a>', "https://quay.example/news/park"),
        ('<a href="https://elsewhere.example/news/park?page=2">Next</a>', "https://quay.example/news/park"),
        ('<a href="javascript:next()">Next</a>', "https://quay.example/news/park"),
    ],
)
def test_the_next_article_is_no_next_part(link: str, url: str) -> None:
    assert next_part(link, url) is None


def test_other_versions_are_found_amp_first() -> None:
    page = (
        '<html><head><link rel="alternate" media="print" href="/print"><link rel="amphtml" href="/amp">'
        f'<link rel="alternate" hreflang="de" href="/de"></head><body><article>{PROSE}</article></body></html>'
    )
    found = read_page(page.encode(), "https://quay.example/news/park").alternates
    assert found == ("https://quay.example/amp", "https://quay.example/print")


def test_joining_repeats_nothing() -> None:
    shared, picture = Paragraph((Span("As before."),)), Image("https://quay.example/a.jpg")
    first = Article("u", "T", (Paragraph((Span("One."),)), shared), lead_image=picture)
    more = Article("v", "T", (shared, Paragraph((Span("Two."),))), lead_image=picture)
    assert CleanedPage(more).joined_to(first).text == "One.\nAs before.\nTwo."
