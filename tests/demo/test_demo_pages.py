"""Every page of the edition is served whole, with the furniture of a real one, and leads nowhere wrong."""

import io
import json
import re

import pytest
from lxml import html
from PIL import Image

from demo.asking import Get
from newsreader.demo import Edition
from newsreader.demo.articles import Story, read_stories

STORIES = read_stories()
BY_SLUG = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.slug)


def _page(get: Get, path: str) -> html.HtmlElement:
    got = get(path)
    assert (got.status, got.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert int(got.headers["content-length"]) == len(got.body)
    return html.document_fromstring(got.text)


@BY_SLUG
def test_a_page_says_in_its_head_what_it_is(get: Get, edition: Edition, story: Story) -> None:
    page = _page(get, story.path)
    assert page.findtext(".//title") == f"{story.title} | {edition.title}"
    assert page.xpath("//meta[@property='og:title']/@content") == [story.title]
    assert page.xpath("//html/@lang") == [story.language]
    assert page.xpath("//link[@rel='canonical']/@href") == [edition.url.rstrip("/") + story.path]
    data = json.loads(page.xpath("string(//script[@type='application/ld+json'])"))
    assert (data["@type"], data["headline"]) == ("NewsArticle", story.title)
    assert [author["name"] for author in data["author"]] == list(story.authors)


@BY_SLUG
def test_a_page_carries_what_has_to_be_cleaned_away(get: Get, story: Story) -> None:
    page = _page(get, story.path)
    for name in (
        "cookie-banner", "site-date", "site-weather", "main-nav", "breadcrumbs", "byline-block", "share-buttons",
        "newsletter-signup", "read-more", "tags", "author-bio", "related", "comments", "sidebar", "site-footer",
        "tracking-pixel",
    ):  # fmt: skip
        assert page.find_class(name), name
    assert page.xpath("string(//*[@class='site-date'])") == "Thursday, 30 March 2023"
    assert not re.search(r"\$\w|\{\w+\}</", html.tostring(page, encoding="unicode").split("<body")[0])


@BY_SLUG
def test_pictures_and_links_into_the_paper_are_there(get: Get, story: Story) -> None:
    page = _page(get, story.path)
    shown = {
        *page.xpath("//img/@src[starts-with(., '/')]"),
        *page.xpath("//img/@data-src"),
        *page.xpath("//iframe/@src"),
    }
    inside = set(page.xpath("//*[@class='story-body']//a/@href[starts-with(., '/')]")) - {"/posts/1047"}
    for address in shown | inside:
        assert get(address).status == 200, address


def test_lead_pictures_are_eight_hundred_by_four_fifty_and_small(get: Get) -> None:
    pictures = {story.picture for story in STORIES if story.picture} | {"lens.jpg", "chart.jpg"}
    assert len(pictures) >= 10
    for name in pictures:
        got = get(f"/pictures/{name}")
        assert (got.status, got.headers["content-type"]) == (200, "image/jpeg")
        assert len(got.body) <= 60_000
        with Image.open(io.BytesIO(got.body)) as picture:
            assert picture.size == (800, 450)


def test_the_front_page_names_the_feed_and_every_article(get: Get) -> None:
    page = _page(get, "/")
    assert page.xpath("//link[@rel='alternate'][@type='application/rss+xml']/@href") == ["/feed.xml"]
    assert page.xpath("//main//h2/a/@href") == [story.path for story in STORIES]


def test_head_gives_the_headers_only(get: Get) -> None:
    got = get("/", "HEAD")
    assert (got.status, got.body) == (200, b"")
    assert int(got.headers["content-length"]) == len(get("/").body)


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere",
        "/pictures/none.jpg",
        "/pictures/../__init__.py",
        "/pictures/..%2f__init__.py",
        "//etc/passwd.png",
    ],
)
def test_other_addresses_are_not_found(get: Get, path: str) -> None:
    got = get(path)
    assert got.status == 404
    assert b"No such page" in got.body
