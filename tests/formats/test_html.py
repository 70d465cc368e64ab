"""An article as HTML is one safe page."""

from html.parser import HTMLParser

from hypothesis import given, settings

from newsreader.clean import clean_fragment
from newsreader.formats import article_to_html
from newsreader.model import Article, Image, Paragraph, Span
from support.articles import FULL_ARTICLE, articles

ALLOWED = """
    html head meta title style body article h1 h2 h3 h4 h5 h6 p a strong em code s br blockquote ul ol li pre
    table caption thead tbody tr th td figure img figcaption hr span
"""


class Tags(HTMLParser):
    """Collects the tags, attributes and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_whole_article_is_on_the_page() -> None:
    page = article_to_html(FULL_ARTICLE)
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert '<a href="https://paper.example/mayor" rel="noopener noreferrer">the mayor</a>' in page
    assert '<ol start="3">' in page
    assert "<caption>How it grew</caption>" in page
    assert '<p dir="rtl">مرحبا</p>' in page
    assert '<figcaption>The bridge at dawn. <span class="credit">Ada Lind</span></figcaption>' in page


def test_what_is_written_is_read_again_as_the_same_blocks() -> None:
    front = 5
    page = article_to_html(FULL_ARTICLE).partition("<article>")[2]
    assert clean_fragment(page, FULL_ARTICLE.url)[front - 1 :] == (FULL_ARTICLE.lead_image, *FULL_ARTICLE.blocks)


def test_markup_in_text_stays_text() -> None:
    evil = "<script>alert(1)</script>\"'&"
    page = article_to_html(
        Article("https://a.example/", evil, (Paragraph((Span(evil),)), Image("https://a.example/i", evil)))
    )
    assert "script" not in Tags(page).tags
    assert evil in Tags(page).text


def test_an_address_that_runs_is_no_link() -> None:
    page = article_to_html(
        Article("", "t", (Paragraph((Span("x", href="javascript:alert(1)"),)), Image("javascript:x")))
    )
    assert "javascript" not in page


def test_pictures_can_be_put_into_the_page() -> None:
    article = Article("", "t", (Image("https://a.example/i.png"),))
    page = article_to_html(article, {"https://a.example/i.png": "data:image/png;base64,AAAA"})
    assert 'src="data:image/png;base64,AAAA"' in page
    assert "a.example" not in page


@given(articles)
@settings(max_examples=60)
def test_any_article_becomes_a_page_of_known_tags(article: Article) -> None:
    tags = Tags(article_to_html(article))
    assert tags.tags <= set(ALLOWED.split())
    assert not any(name.startswith("on") for name, _ in tags.attributes)
