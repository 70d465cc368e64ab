"""Clippings as one JSON document of a stable shape."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings

from newsreader.formats import article_from_json
from newsreader.formats.archive import archive_article, archive_closing, archive_opening
from newsreader.formats.clipping import Clipping, PictureFile
from newsreader.model import Article, Headline
from support.articles import FULL_ARTICLE, articles

NOW = datetime(2023, 3, 30, 12, 0, tzinfo=UTC)
HEADLINE = Headline(7, "The bridge", "The Paper", 1, "https://paper.example/bridge", NOW)
[LEAD, MAP] = [image.url for image in FULL_ARTICLE.images]


def archive(*clippings: Clipping, files: dict[str, str] | None = None) -> Any:
    written = "".join(archive_article(one, number, files or {}) for number, one in enumerate(clippings, 1))
    return json.loads(archive_opening(NOW) + written + archive_closing())


def test_everything_known_of_an_article_is_in_it() -> None:
    clipping = Clipping(
        replace(HEADLINE, read=True, bookmarked=True, note="Call Ada", tags=("sea", "bridges")),
        FULL_ARTICLE,
        source_url="https://paper.example/feed",
        section="World",
        saved_at=NOW,
        read_at=NOW - timedelta(hours=1),
        read_changed_at=NOW - timedelta(hours=1),
        bookmarked_changed_at=NOW + timedelta(microseconds=5),
        pictures={LEAD: PictureFile(Path("ab/abc.jpg"), "image/jpeg")},
    )
    told = archive(clipping, files={LEAD: "kept-images/abc.jpg"})
    [article] = told.pop("articles")
    assert told == {"format": "newsreader", "version": 1, "exported_at": "2023-03-30T12:00:00Z"}
    assert article_from_json(article.pop("article")) == FULL_ARTICLE
    assert article == {
        "url": "https://paper.example/bridge",
        "title": "The bridge",
        "source": "The Paper",
        "source_url": "https://paper.example/feed",
        "section": "World",
        "published": "2023-03-30T12:00:00Z",
        "read": True,
        "bookmarked": True,
        "saved_at": "2023-03-30T12:00:00Z",
        "read_at": "2023-03-30T11:00:00Z",
        "changed_at": {"read": "2023-03-30T11:00:00Z", "bookmarked": "2023-03-30T12:00:00.000005Z"},
        "note": "Call Ada",
        "tags": ["sea", "bridges"],
        "images": [
            {"url": LEAD, "file": "kept-images/abc.jpg", "media_type": "image/jpeg"},
            {"url": MAP, "file": None, "media_type": None},
        ],
    }


def test_what_is_not_known_is_null() -> None:
    [article] = archive(Clipping(replace(HEADLINE, url=None), Article("", "The bridge", ())))["articles"]
    unknown = ("url", "source_url", "section", "saved_at", "read_at", "article")
    assert [article[key] for key in unknown] == [None] * len(unknown)
    assert article["changed_at"] == {"read": None, "bookmarked": None}
    assert (article["note"], article["tags"], article["images"]) == ("", [], [])


def test_several_and_none_are_documents_too() -> None:
    assert archive()["articles"] == []
    clippings = [Clipping(replace(HEADLINE, id=number, title=f"No. {number}"), FULL_ARTICLE) for number in range(3)]
    assert [article["title"] for article in archive(*clippings)["articles"]] == ["No. 0", "No. 1", "No. 2"]


@given(articles)
@settings(max_examples=60)
def test_any_article_comes_back(article: Article) -> None:
    [told] = archive(Clipping(HEADLINE, article))["articles"]
    if told["article"] is None:
        assert not article.blocks
    else:
        assert article_from_json(told["article"]) == article
