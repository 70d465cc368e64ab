"""Title, authors, dates, site, language and lead image by the best witness of the page."""

import json
from datetime import UTC, datetime
from html import unescape

import pytest

from newsreader.clean import clean_page
from newsreader.clean.metadata.dates import read_date
from newsreader.clean.metadata.titles import without_site
from newsreader.model import Article, inline_text

URL = "https://quay.example/2023/03/30/park"
PROSE = "The council met on Tuesday evening to decide how the old harbour should be used after the ferries leave. "
BODY = f"<article><p>{PROSE * 2}</p><p>{PROSE * 3}</p></article>"


def article_of(head: str, body: str = BODY) -> Article:
    """Return the article of a page with this head."""
    return clean_page(f"<html lang='en-GB'><head>{head}</head><body>{body}</body></html>".encode(), URL)


def json_ld(value: object) -> str:
    """Return a script that says ``value``."""
    return f"<script type='application/ld+json'>{json.dumps(value)}</script>"


NODE = {
    "@type": "NewsArticle",
    "headline": "Harbour to become a park",
    "author": [{"@type": "Person", "name": "Ada Sandell"}, {"@type": "Person", "name": "Bo Lind"}],
    "datePublished": "2023-03-30T08:15:00+02:00",
    "dateModified": "2023-03-30T10:00:00Z",
    "publisher": {"@type": "Organization", "name": "The Quay"},
    "image": {"@type": "ImageObject", "url": "/quay.jpg"},
}


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


def test_authors_may_stand_elsewhere_in_the_graph() -> None:
    graph = [
        {"@type": "Article", "author": {"@id": "#ada"}},
        {"@type": "Person", "@id": "#ada", "name": "Ada Sandell"},
    ]
    assert article_of(json_ld({"@graph": graph})).authors == ("Ada Sandell",)


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ada Sandell and Bo Lind", ("Ada Sandell", "Bo Lind")),
        ("Von Ada Sandell und Bo Lind", ("Ada Sandell", "Bo Lind")),
        ("Par Ada Sandell et Bo Lind", ("Ada Sandell", "Bo Lind")),
        ("Por Ada Sandell y Bo Lind", ("Ada Sandell", "Bo Lind")),
        ("Door Ada Sandell", ("Ada Sandell",)),
        ("Written by Ada Sandell, reporter", ("Ada Sandell",)),
        ("Ada Sandell | Updated 30 March", ("Ada Sandell",)),
        ("Harbour by Ada Sandell 30 March 2023 15:36 3 min", ("Ada Sandell",)),
        ("30 March 2023 · Ada Sandell", ("Ada Sandell",)),
        ("<span>By Ada Sandell</span><span>Published on 30 March</span>", ("Ada Sandell",)),
        ("This post was written by Ada Sandell, Head of Ferries", ("Ada Sandell",)),
        ("Ada Sandell, Ph.D. and Bo Lind", ("Ada Sandell, Ph.D", "Bo Lind")),
        ("Autor: Ada Sandell y Bo Lind", ("Ada Sandell", "Bo Lind")),
        ("By Author 7", ()),
        ("7 / 2023", ()),
    ],
)
def test_a_visible_byline_gives_names(byline: str, names: tuple[str, ...]) -> None:
    assert article_of("", f"<p class='byline'>{byline}</p>{BODY}").authors == names


@pytest.mark.parametrize("name", ["The Quay", "quay.example", "Quay News"])
def test_a_person_on_the_page_is_believed_before_the_publication_in_its_data(name: str) -> None:
    node = NODE | {"author": {"@type": "Organization", "name": name}}
    byline = "<p class='byline'>By Ada Sandell</p>"
    assert article_of(json_ld(node), byline + BODY).authors == ("Ada Sandell",)
    assert article_of(json_ld(node), "<p class='byline'>red</p>" + BODY).authors == (name,)


def test_an_agency_in_the_data_is_believed() -> None:
    node = NODE | {"author": {"@type": "Organization", "name": "dpa"}}
    assert article_of(json_ld(node), "<p class='author'>Ada Sandell</p>" + BODY).authors == ("dpa",)


def test_marks_complete_what_the_data_names_in_part_only() -> None:
    node = NODE | {"author": {"@type": "Person", "name": "Bo Lind"}}
    marks = "<div><a rel='author' href='/a'>Ada <b>Sandell</b></a> <a rel='author' href='/b'>Bo Lind</a></div>"
    assert article_of(json_ld(node), marks + BODY).authors == ("Ada Sandell", "Bo Lind")


def test_a_link_to_an_authors_page_names_the_author() -> None:
    menu = "<nav><a href='/authors/list'>All Our Writers</a></nav>"
    link = "<p><a href='/authors/ada-sandell'>Ada Sandell</a></p>"
    assert article_of("", f"{menu}<div>{link}</div>{BODY}").authors == ("Ada Sandell",)


def test_the_heading_the_reader_sees_beats_what_is_said_to_networks() -> None:
    head = (
        "<title>Harbour to become park | The Quay</title><meta property='og:title' content='Wait until you see it'>"
    )
    article = article_of(head, "<h1>The Quay</h1><h1>Harbour to become a park</h1>" + BODY)
    assert article.title == "Harbour to become a park"


def test_a_heading_at_the_end_of_the_crumbs_is_no_headline() -> None:
    head = "<title>Park: harbour, ferries, council</title>" + json_ld(NODE)
    crumbs = "<nav><ul><li>Home</li><li><h1>Park: harbour, ferries, council</h1></li></ul></nav>"
    article = article_of(head, f"{crumbs}<header><h2>Local Harbour to become a park</h2></header>{BODY}")
    assert article.title == "Harbour to become a park"


def test_the_headline_of_page_and_data_beats_the_one_for_networks() -> None:
    head = (
        f"<title>{NODE['headline']} | The Quay</title><meta property='og:title' content='Ferries go, trees come'>"
    )
    article = article_of(head + json_ld(NODE), f"<h1>{NODE['headline']}</h1>{BODY}")
    assert article.title == NODE["headline"]


def test_what_the_editors_say_everywhere_beats_the_documents_title() -> None:
    head = "<title>Harbour park news council ferries</title>"
    head += f"<meta property='og:title' content='{NODE['headline']}'>{json_ld(NODE)}"
    assert article_of(head, f"<h1>Harbour park news council ferries</h1>{BODY}").title == NODE["headline"]


@pytest.mark.parametrize(
    ("told", "seen", "title"),
    [
        ("Old quay: Trees come", "Trees come", "Old quay: Trees come"),
        ("Trees come", "<span>Old quay</span> Trees come", "Trees come"),
        ("Trees &amp;amp; ferries come", "Trees &amp; ferries come", "Trees & ferries come"),
    ],
    ids=["told with it", "told without it", "escaped twice"],
)
def test_a_kicker_is_as_the_editors_tell_it(told: str, seen: str, title: str) -> None:
    head = f"<meta property='og:title' content='{told}'>" + json_ld(
        {"@type": "Article", "headline": unescape(told)}
    )
    assert article_of(head, f"<h1>{seen}</h1>{BODY}").title == title


@pytest.mark.parametrize(
    ("title", "site", "bare"),
    [
        ("Harbour to become a park | The Quay", "The Quay", "Harbour to become a park"),
        ("Harbour - park - The Quay", "The Quay", "Harbour - park"),
        ("The Quay: Harbour to become a park", "The Quay", "The Quay: Harbour to become a park"),
        ("The Quay » Harbour to become a park", "The Quay", "Harbour to become a park"),
        ("North - South", "The Quay", "North - South"),
    ],
)
def test_the_name_of_the_site_leaves_the_title(title: str, site: str, bare: str) -> None:
    assert without_site(title, site) == bare


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2023-03-30T08:15:00+02:00", datetime(2023, 3, 30, 6, 15, tzinfo=UTC)),
        ("2023-03-30 08:15", datetime(2023, 3, 30, 8, 15, tzinfo=UTC)),
        ("Thu, 30 Mar 2023 08:15:00 +0200", datetime(2023, 3, 30, 6, 15, tzinfo=UTC)),
        ("1680164100", datetime(2023, 3, 30, 8, 15, tzinfo=UTC)),
        ("30. März 2023", datetime(2023, 3, 30, tzinfo=UTC)),
        ("le 30 mars 2023 à 8 h", datetime(2023, 3, 30, tzinfo=UTC)),
        ("30 de marzo de 2023", datetime(2023, 3, 30, tzinfo=UTC)),
        ("March 30, 2023", datetime(2023, 3, 30, tzinfo=UTC)),
        ("30.03.2023", datetime(2023, 3, 30, tzinfo=UTC)),
        ("Do 30.03.23 | 14:07", datetime(2023, 3, 30, tzinfo=UTC)),
        ("2023年3月30日", datetime(2023, 3, 30, tzinfo=UTC)),
        ("tomorrow", None),
        ("99999999999999999999", None),
        ("2023-13-45", None),
        ("0001-01-01T00:00:00+23:59", None),
    ],
)
def test_dates_are_read_in_many_forms(text: str, moment: datetime | None) -> None:
    assert read_date(text) == moment


def test_the_address_tells_the_day_when_nothing_else_does() -> None:
    assert article_of("").published == datetime(2023, 3, 30, tzinfo=UTC)


def test_a_line_below_the_heading_tells_the_day_when_nothing_else_does() -> None:
    page = f"<h1>Harbour to become a park</h1><p>Ada Sandell</p><div>May 4, 2021</div>{BODY}"
    article = clean_page(f"<html><body>{page}</body></html>".encode(), "https://quay.example/park")
    assert article.published == datetime(2021, 5, 4, tzinfo=UTC)


def test_the_lead_image_has_its_caption_and_is_not_repeated() -> None:
    figure = "<figure><img src='/quay.jpg' alt='Quay'><figcaption>The quay at dusk</figcaption></figure>"
    body = f"<article><p>{PROSE * 2}</p>{figure}<p>{PROSE * 3}</p></article>"
    article = article_of("<meta property='og:image' content='https://quay.example/quay.jpg'>", body)
    assert article.lead_image is not None
    assert inline_text(article.lead_image.caption) == "The quay at dusk"
    assert len(article.images) == 1
