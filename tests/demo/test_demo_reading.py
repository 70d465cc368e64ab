"""The edition is cleaned like any other site: articles stay whole, furniture goes."""

import pytest

from demo.asking import NOON, Get
from newsreader.clean import clean_page
from newsreader.demo import Edition
from newsreader.demo.articles import Story, read_stories
from newsreader.model import (
    Article,
    ArticleStatus,
    Block,
    Code,
    Heading,
    Image,
    List,
    Paragraph,
    Quote,
    Rule,
    Table,
    blocks_text,
)

STORIES = read_stories()
FURNITURE = (
    "412 partners would like", "Thursday, 30 March", "Harbour weather", "Sign in", "Front page", "Share on Chirrup",
    "The morning letter", "Sign up for our newsletter", "Read more:", "Topics:", "from a desk near the window",
    "More from the Gazette", "2 comments", "gull_of_pier_nine", "Post a comment", "Most read", "Advertisement",
    "All rights reserved", "Privacy policy", "Skip to the article", "dataLayer", "Published 30",
)  # fmt: skip


def _clean(get: Get, edition: Edition, story: Story) -> Article:
    return clean_page(get(story.path).body, edition.url.rstrip("/") + story.path, "text/html; charset=utf-8")


def _by_slug(slug: str) -> Story:
    return next(story for story in STORIES if story.slug == slug)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.slug)
def test_a_page_becomes_its_article_and_nothing_else(get: Get, edition: Edition, story: Story) -> None:
    article = _clean(get, edition, story)
    assert article.status is ArticleStatus.FULL
    assert (article.title, article.standfirst, article.authors) == (story.title, story.standfirst, story.authors)
    assert (article.site, article.language) == (edition.title, story.language)
    assert article.published is not None
    assert round((NOON - article.published).total_seconds() / 60) in {story.minutes, story.minutes + 1}
    text = blocks_text(article.blocks)
    assert not [words for words in FURNITURE if words in text]
    assert story.body.count("<h2>") == sum(
        isinstance(block, Heading) and block.level == 2 for block in article.blocks
    )


@pytest.mark.parametrize("story", [story for story in STORIES if story.picture], ids=lambda story: story.slug)
def test_the_lead_picture_is_found_once(get: Get, edition: Edition, story: Story) -> None:
    article = _clean(get, edition, story)
    address = f"{edition.url}pictures/{story.picture}"
    assert article.lead_image is not None
    assert (article.lead_image.url, article.lead_image.alt) == (address, story.alt)
    assert address not in [block.url for block in article.blocks if isinstance(block, Image)]


def test_pictures_inside_are_found_even_when_they_load_lazily(get: Get, edition: Edition) -> None:
    article = _clean(get, edition, _by_slug("lighthouse"))
    inside = [block.url for block in article.blocks if isinstance(block, Image)]
    assert inside == [f"{edition.url}pictures/lens.jpg", f"{edition.url}pictures/chart.jpg"]


def test_all_kinds_of_blocks_come_through(get: Get, edition: Edition) -> None:
    kinds: set[type[Block]] = set()
    for story in STORIES:
        kinds |= {type(block) for block in _clean(get, edition, story).blocks}
    assert kinds == {Paragraph, Heading, Quote, List, Code, Table, Image, Rule}


def test_right_to_left_text_is_marked(get: Get, edition: Edition) -> None:
    article = _clean(get, edition, _by_slug("coffeehouse"))
    assert all(block.rtl for block in article.blocks if isinstance(block, Paragraph | Heading))


def test_the_embedded_post_is_kept(get: Get, edition: Edition) -> None:
    assert "Dear everyone asking" in blocks_text(_clean(get, edition, _by_slug("first-light")).blocks)


def test_ill_mannered_text_is_harmless(get: Get, edition: Edition) -> None:
    text = blocks_text(_clean(get, edition, _by_slug("outside")).blocks)
    assert "→[41m←" in text
    assert "holiday-gpj.exe" in text
    assert "paypal" in text
    assert not {"\x1b", "\u202e", "\u200b", "\xad"} & set(text)
