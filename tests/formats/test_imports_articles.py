"""Saved pages with their texts, as wallabag, Omnivore and another newsreader write them."""

import json
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.formats.imports import ImportedImage
from newsreader.formats.imports.vetting import vetted_article
from newsreader.formats.structure import article_to_json
from newsreader.model import FormatError, Image, Paragraph, Span, Table
from support.articles import FULL_ARTICLE, articles
from support.exports import OMNIVORE, PARAGRAPH, WALLABAG, as_json, imported, omnivore_zip, own

MAY = datetime(2022, 5, 1, 14, 40, tzinfo=UTC)


def test_wallabag(file: Path) -> None:
    told = imported(file, as_json(WALLABAG))
    assert (told.kind, told.skipped) == ("wallabag", (("without a web address", 1),))
    light, salt = told.pages
    assert (light.title, light.read, light.saved_at) == ("The lighthouse", True, MAY)
    assert light.read_at == datetime(2022, 5, 3, 14, 40, tzinfo=UTC)
    assert (light.tags, light.note) == (("sea", "night-watch", "starred"), "> two clocks\nAsk her.")
    assert (light.authors, light.site, light.language) == (("Ani Sarkis",), "quay.example", "en")
    assert light.published == datetime(2022, 4, 30, 6, 0, tzinfo=UTC)
    assert PARAGRAPH in light.html
    assert (salt.title, salt.read, salt.html) == ("https://quay.example/salt", False, ""), "it had no text there"


def test_a_page_about_opml_is_no_opml(file: Path) -> None:
    told = imported(
        file, as_json([{"content": "<p><opml><outline xmlUrl='https://a.example/'/></p>"} | WALLABAG[1]])
    )
    assert (told.kind, len(told.pages)) == ("wallabag", 1)


def test_omnivore(file: Path) -> None:
    told = imported(file, omnivore_zip())
    light, salt = told.pages
    assert (light.title, light.read, light.saved_at, light.tags) == ("The lighthouse", True, MAY, ("sea",))
    assert PARAGRAPH in light.html
    assert light.note == "> two clocks\n\nAsk her."
    assert (salt.title, salt.read, salt.html, salt.tags) == ("Salt", False, "", ())


def test_metadata_of_omnivore_alone(file: Path) -> None:
    light, _ = imported(file, as_json(OMNIVORE)).pages
    assert (light.title, light.html) == ("The lighthouse", "")


def test_own_export(file: Path) -> None:
    told = imported(
        file,
        own(
            {
                "url": FULL_ARTICLE.url,
                "title": "The bridge",
                "source": "The Paper",
                "source_url": "https://paper.example/feed",
                "read": True,
                "saved_at": "2022-05-01T14:40:00Z",
                "changed_at": {"read": "2022-05-01T14:40:00Z", "bookmarked": None},
                "note": "Ask.",
                "tags": ["sea"],
                "article": article_to_json(FULL_ARTICLE),
                "images": [
                    {"url": "https://paper.example/bridge.jpg", "file": "images/1.jpg", "media_type": "image/jpeg"},
                    {"url": "https://paper.example/none.jpg", "file": None, "media_type": None},
                ],
            },
            {"url": "mailto:nobody@example.org"},
        ),
    )
    (page,) = told.pages
    assert page.article == FULL_ARTICLE
    assert (page.source, page.feed_url) == ("The Paper", "https://paper.example/feed")
    assert (page.read, page.read_changed, page.bookmarked_changed, page.saved_at) == (True, MAY, None, MAY)
    assert (page.note, page.tags) == ("Ask.", ("sea",))
    assert page.images == (ImportedImage("https://paper.example/bridge.jpg", "images/1.jpg"),)
    assert told.skipped == (("without a web address", 1),)


def test_an_article_that_is_none_leaves_its_page(file: Path) -> None:
    told = imported(
        file, own({"url": "https://a.example/", "article": {"title": 5}}, {"url": "https://b.example/"})
    )
    assert [page.article for page in told.pages] == [None, None]
    assert told.skipped == (("texts that cannot be read", 1),)


def test_a_newer_export_is_not_guessed_at(file: Path) -> None:
    with pytest.raises(FormatError, match="newer"):
        imported(file, own(version=2))
    with pytest.raises(FormatError, match="lists no articles"):
        imported(file, own(articles="all"))


@given(articles)
def test_an_article_of_the_house_comes_through_the_gates_as_it_was(article: Any) -> None:
    vetted = vetted_article(article_to_json(article))
    if vetted is not None:
        assert (vetted.title, vetted.text, vetted.authors) == (article.title, article.text, article.authors)
        assert vetted_article(json.loads(json.dumps(article_to_json(vetted)))) == vetted


def test_hostile_articles_are_cleaned() -> None:
    values = article_to_json(FULL_ARTICLE) | {
        "url": "javascript:alert(1)",
        "title": "A\x1b]0;x",
        "lead_image": article_to_json(FULL_ARTICLE)["lead_image"] | {"url": "file:///etc/passwd"},
        "blocks": [
            {"kind": "paragraph", "spans": [{"text": "pay\u200bpal \x9b2J", "href": "smb://h/s"}]},
            {"kind": "table", "header": [], "caption": [], "rows": [[[{"text": "a"}], [{"text": "b"}]], [[]]]},
        ],
    }  # fmt: skip
    article = vetted_article(values)
    assert article is not None
    assert (article.url, article.title, article.lead_image) == ("", "A]0;x", None)
    assert article.blocks == (
        Paragraph((Span("paypal 2J"),)),
        Table((((Span("a"),), (Span("b"),)), ((), ()))),
    )
    assert not any(isinstance(block, Image) for block in article.blocks)


@pytest.mark.parametrize(
    "change",
    [
        {"title": None},
        {"title": 5},
        {"blocks": None},
        {"blocks": [{"kind": "paragraph", "spans": [{"text": 5}]}]},
        {"blocks": [{"kind": "paragraph", "spans": [{"text": None}]}]},
        {"blocks": [{"kind": "heading", "level": 9, "spans": []}]},
        {"blocks": [{"kind": "heading", "level": "2", "spans": []}]},
        {"blocks": [{"kind": "code", "language": 1.5, "text": "x"}]},
        {"blocks": [{"kind": "else"}]},
        {"blocks": {"kind": "rule"}},
        {"status": "splendid"},
        {"authors": [None]},
        {"published": "yesterday"},
    ],
)
def test_broken_articles_are_refused(change: dict[str, Any]) -> None:
    with pytest.raises(FormatError):
        vetted_article(article_to_json(FULL_ARTICLE) | change)


def test_a_wall_is_no_text() -> None:
    assert vetted_article(article_to_json(FULL_ARTICLE) | {"status": "wall"}) is None


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda v: (
            st.lists(v) | st.dictionaries(st.sampled_from(["kind", "url", "text", "spans", "blocks", "title"]), v)
        ),
    )
)
def test_any_json_for_an_article_gives_one_or_an_error(value: Any) -> None:
    values = article_to_json(FULL_ARTICLE) | {"blocks": [value], "lead_image": value}
    with suppress(FormatError):
        vetted_article(values)
