"""Several articles as one page that asks nobody for anything."""

from dataclasses import replace

from lxml import etree, html

from newsreader.formats.html_page import data_address, html_article, html_closing, html_opening
from newsreader.model import Article, Image
from support.articles import FULL_ARTICLE
from support.site import png

PICTURE = data_address(png(), "image/png")


def page_of(*articles: Article, sections: list[tuple[str, list[str]]] | None = None) -> etree._Element:
    contents = sections or [("", [article.title for article in articles])]
    kept = {image.url: PICTURE for image in FULL_ARTICLE.images}
    written = "".join(html_article(article, number, kept) for number, article in enumerate(articles, 1))
    return html.document_fromstring(html_opening("A page & more", contents) + written + html_closing())


def test_the_contents_lead_to_each_article() -> None:
    two = replace(FULL_ARTICLE, title="Two & <b>", language="ar")
    page = page_of(FULL_ARTICLE, two, sections=[("Sea", [FULL_ARTICLE.title]), ("World", [two.title])])
    assert page.xpath("//nav/h2/text()") == ["Sea", "World"]
    assert page.xpath("//nav//a/text()") == [FULL_ARTICLE.title, "Two & <b>"]
    assert page.xpath("//nav//a/@href") == ["#article-1", "#article-2"]
    assert page.xpath("//article/@id") == ["article-1", "article-2"]
    assert page.xpath("//article/@lang") == ["en", "ar"]


def test_one_article_needs_no_contents() -> None:
    assert not page_of(FULL_ARTICLE).xpath("//nav")


def test_pictures_and_style_are_inside_and_nothing_runs() -> None:
    page = page_of(FULL_ARTICLE)
    assert page.xpath("//img/@src") == [PICTURE] * 2
    assert not page.xpath("//script | //link | //iframe")
    policy = str(page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)"))
    assert "http" not in policy
    assert policy.startswith("default-src 'none'")


def test_a_picture_that_is_not_kept_is_told_in_words() -> None:
    page = page_of(Article("https://a.example/", "t", (Image("https://a.example/gone.png", "The mole in fog"),)))
    assert page.xpath("//img") == []
    assert page.xpath("//figure/text()") == ["The mole in fog"]
