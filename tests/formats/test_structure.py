"""An article as JSON comes back exactly as it was."""

import json
from functools import reduce

import pytest
from hypothesis import given, settings

from newsreader.formats import article_from_json, article_to_json
from newsreader.model import Article, Block, FormatError, List, Paragraph, Quote, Span
from support.articles import FULL_ARTICLE, articles


@given(articles)
@settings(max_examples=100)
def test_any_article_survives_json(article: Article) -> None:
    assert article_from_json(json.loads(json.dumps(article_to_json(article)))) == article


def test_the_shape_is_the_documented_one() -> None:
    values = article_to_json(FULL_ARTICLE)
    assert values["published"] == "2023-03-30T08:15:00Z"
    assert values["status"] == "full"
    assert values["blocks"][0] == {
        "kind": "paragraph",
        "spans": [
            {"text": "On Thursday "},
            {"text": "the mayor", "href": "https://paper.example/mayor"},
            {"text": " cut a ribbon."},
        ],
    }
    assert [block["kind"] for block in values["blocks"]] == (
        ["paragraph", "heading", "paragraph", "quote", "list", "code", "table", "rule", "image", "paragraph"]
    )


def test_deep_nesting_survives() -> None:
    start: Block = Paragraph((Span("deep"),))
    deep = reduce(lambda inner, _: Quote((List(((inner,),)),)), range(60), start)
    article = Article("https://a.example/", "Deep", (deep,))
    assert article_from_json(json.loads(json.dumps(article_to_json(article)))) == article


@pytest.mark.parametrize(
    "values",
    [
        {},
        article_to_json(FULL_ARTICLE) | {"status": "splendid"},
        article_to_json(FULL_ARTICLE) | {"published": "yesterday"},
        article_to_json(FULL_ARTICLE) | {"blocks": [{"kind": "hologram"}]},
        article_to_json(FULL_ARTICLE) | {"blocks": 3},
    ],
)
def test_what_is_no_article_is_a_format_error(values: dict[str, object]) -> None:
    with pytest.raises(FormatError):
        article_from_json(values)
