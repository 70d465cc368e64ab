"""JSON-LD in every shape that pages give it."""

from datetime import UTC, datetime

import pytest

from support.metadata_pages import NODE, article_of, json_ld


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
    ],
    ids=["plain", "list", "graph", "nested", "trailing comma", "more after it", "comment", "control character"],
)
def test_json_ld_is_read_in_every_shape(head: str) -> None:
    article = article_of(head)
    assert article.title == "Harbour to become a park"
    assert article.authors == ("Ada Sandell", "Bo Lind")
    assert article.published == datetime(2023, 3, 30, 6, 15, tzinfo=UTC)
    assert article.updated == datetime(2023, 3, 30, 10, tzinfo=UTC)
    assert article.site == "The Quay"
    assert article.language == "en-GB"
    assert article.lead_image is not None
    assert article.lead_image.url == "https://quay.example/quay.jpg"
