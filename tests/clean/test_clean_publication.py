"""The publication's name, and the language of the page."""

import pytest

from support.metadata_pages import BODY, article_of, json_ld


def site(name: str) -> str:
    """Return the meta element that names the site."""
    return f"<meta property='og:site_name' content='{name}'>"


PUBLISHER = json_ld({"@type": "Article", "publisher": {"name": "Evening Quay"}})


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (site("The Quay"), "The Quay"),
        (site("The Quay") + PUBLISHER, "The Quay"),
        (site("Business") + PUBLISHER, "Evening Quay"),
        (site("Northern Times") + json_ld({"@type": "Article", "publisher": "North Media"}), "Northern Times"),
        (site("https://quay.example"), "quay.example"),
        (site("@quay"), "quay.example"),
        (site("Quay &amp;amp; Co."), "Quay & Co."),
        (json_ld({"@type": "WebSite", "name": "The Quay"}), "The Quay"),
        ("<meta name='application-name' content='The Quay'>", "The Quay"),
        ("", "quay.example"),
    ],
)
def test_the_publication_is_called_what_the_page_calls_it(head: str, name: str) -> None:
    assert article_of(head).site == name


def language_of(attribute: str, inside: str = "", locale: str = "") -> str:
    """Return the language of a page that tells it in these places."""
    head = json_ld({"@type": "Article", "inLanguage": inside}) if inside else ""
    head += f"<meta property='og:locale' content='{locale}'>" if locale else ""
    return article_of(head, BODY, lang=attribute).language


@pytest.mark.parametrize(
    ("attribute", "inside", "locale", "tag"),
    [
        ("en-gb", "", "", "en-GB"),
        ("de_AT", "", "", "de-AT"),
        ("zh-hant-tw", "", "", "zh-Hant-TW"),
        ("", "fr", "fr_CA", "fr"),
        ("", "", "fr_CA", "fr-CA"),
        ("en", "pl", "pl_PL", "pl"),
        ("en", "", "pl_PL", "en"),
        ("en-US", "en", "de_DE", "en-US"),
        ("English", "", "", ""),
        ("{{lang}}", "", "", ""),
    ],
)
def test_the_language_is_a_tag(attribute: str, inside: str, locale: str, tag: str) -> None:
    assert language_of(attribute, inside, locale) == tag


def test_the_header_in_the_page_tells_the_language_where_nothing_else_does() -> None:
    assert article_of("<meta http-equiv='Content-Language' content='sv'>", lang="").language == "sv"
