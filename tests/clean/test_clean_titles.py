"""The headline: the one that the reader of the page sees."""

from html import unescape

import pytest

from newsreader.clean.metadata.titles import without_site
from support.metadata_pages import BODY, NODE, article_of, json_ld


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


def test_the_name_of_a_blog_in_an_h1_is_no_headline() -> None:
    head = "<title>Old Quay Notes: Trees come to the harbour</title>"
    head += "<meta property='og:title' content='Trees come to the harbour'>"
    assert article_of(head, f"<h1>Old Quay Notes</h1>{BODY}").title == "Trees come to the harbour"


def test_a_site_that_tells_networks_its_name_only_is_not_heard() -> None:
    head = "<title>Trees come to the harbour | Quay</title><meta property='og:title' content='Quay'>"
    head += "<meta property='og:site_name' content='Quay'>"
    assert article_of(head, f"<h1>Trees come to the harbour</h1>{BODY}").title == "Trees come to the harbour"


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Trees come to the har<b>bour</b>", "Trees come to the harbour"),
        ("<span>Trees come</span><span>to the harbour</span>", "Trees come to the harbour"),
        ("Trees come to the harbour <a href='#trees'>¶</a>", "Trees come to the harbour"),
    ],
    ids=["inside a word", "between words", "link to itself"],
)
def test_the_words_of_a_heading_are_parted_as_the_page_tells_them(heading: str, title: str) -> None:
    head = "<title>Trees come to the harbour | The Quay</title><meta property='og:site_name' content='The Quay'>"
    assert article_of(head, f"<h1>{heading}</h1>{BODY}").title == title


def test_without_data_a_heading_may_differ_more_from_what_search_engines_are_told() -> None:
    heading = "Seven trees that thrive by the sea"
    head = "<title>The best trees for a sea side garden</title>"
    assert article_of(head, f"<h1>{heading}</h1>{BODY}").title == heading
    told = json_ld({"@type": "Article", "headline": "The best trees for a sea side garden"})
    assert article_of(head + told, f"<h1>{heading}</h1>{BODY}").title == "The best trees for a sea side garden"


def test_metas_of_other_kinds_tell_the_headline_where_no_other_does() -> None:
    head = "<title>The Quay</title><meta name='dcterms.title' content='Trees come to the harbour'>"
    assert article_of(head).title == "Trees come to the harbour"
