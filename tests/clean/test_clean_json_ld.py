"""JSON-LD in every shape that pages give it."""

import json
from datetime import UTC, datetime
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.clean.metadata.broken_json import read_json
from support.metadata_pages import NODE, article_of, json_ld

START = "<script type='application/ld+json'>"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@pytest.mark.parametrize(
    "head",
    [
        json_ld(NODE),
        json_ld([{"@type": "BreadcrumbList"}, NODE]),
        json_ld({"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, NODE]}),
        json_ld({"@type": "WebPage", "mainEntity": NODE}),
        json_ld(NODE).replace("}</script>", ",}</script>"),
        json_ld(NODE).replace("}</script>", "};alert(1)</script>"),
        json_ld(NODE).replace("<script type='application/ld+json'>", "<script type='application/ld+json'><!--"),
        json_ld(NODE).replace("Harbour to", "Harbour\tto"),
        json_ld(NODE).replace("Harbour to", "Harbour\nto"),
        json_ld(NODE).replace("{", "{ /* the story */ // of 2023\n", 1),
        json_ld(NODE).replace('"Harbour', r'"\Harbour'),
        f"{START}/*<![CDATA[*/{json.dumps(NODE)}/*]]>*/</script>",
        f"{START}<![CDATA[{json.dumps(NODE)}]]></script>",
        START + escape(json.dumps(NODE)) + "</script>",
        START + json.dumps({"@type": "WebSite"}) + json.dumps(NODE) + "</script>",
        START + json.dumps({"@type": "WebSite"}) + ",\n" + json.dumps(NODE) + ",</script>",
        json_ld(NODE | {"articleBody": "She said QUOTE no."}).replace("QUOTE", '"never" and'),
    ],
    ids=[
        "plain", "list", "graph", "nested", "trailing comma", "more after it", "comment", "control character",
        "line break", "comments inside", "bad escape", "commented CDATA", "CDATA", "escaped", "two objects",
        "two with a comma", "bare quotes",
    ],
)  # fmt: skip
def test_json_ld_is_read_in_every_shape(head: str) -> None:
    article = article_of(head)
    assert article.title == "Harbour to become a park"
    assert article.authors[0] == "Ada Sandell"
    assert article.published == datetime(2023, 3, 30, 6, 15, tzinfo=UTC)
    assert article.updated == datetime(2023, 3, 30, 10, tzinfo=UTC)
    assert article.site == "The Quay"
    assert article.language == "en-GB"
    assert article.lead_image is not None
    assert article.lead_image.url == "https://quay.example/quay.jpg"


def test_what_can_be_found_in_data_past_mending_is_kept() -> None:
    data = """{"@type": "NewsArticle", 'keywords': 'sea', "headline": "The "old" harbour", "author": [{
    "@type": "Person", "name": "Ada Sandell"}], "image": {"@type": "ImageObject", "url": "/quay.jpg"},
    "datePublished": "2023-03-30"}"""
    article = article_of(f"{START}{data}</script>")
    assert article.title == 'The "old" harbour'
    assert article.authors == ("Ada Sandell",)
    assert article.published == datetime(2023, 3, 30, tzinfo=UTC)
    assert article.lead_image is not None


@given(JSON, JSON)
def test_values_one_after_another_are_all_read(first: object, second: object) -> None:
    assert read_json(json.dumps(first)) == [first]
    assert read_json(json.dumps([first]) + "\n" + json.dumps({"b": second}) + ";") == [[first], {"b": second}]


@given(st.text(alphabet='{}[]",:\\/* \na@type', max_size=60))
def test_no_text_breaks_the_reading(source: str) -> None:
    assert isinstance(read_json(source), list)
