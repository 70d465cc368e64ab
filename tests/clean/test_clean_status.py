"""An article says what it is; a wall is never shown as one."""

import json

import pytest

from newsreader.clean import clean_page
from newsreader.model import ArticleStatus, CleanError

URL = "https://quay.example/news/park"
PROSE = "The council met on Tuesday evening to decide how the old harbour should be used after the ferries leave. "


def status_of(body: str, title: str = "Harbour to become a park", head: str = "") -> ArticleStatus:
    """Return the status of a page."""
    page = f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    return clean_page(page.encode(), URL).status


def json_ld(value: object) -> str:
    """Return a script that says ``value``."""
    return f"<script type='application/ld+json'>{json.dumps(value)}</script>"


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("The Quay", "<noscript></noscript><p>Please enable JavaScript to use this site.</p>"),
        ("Just a moment...", "<p>Checking your browser before accessing the site, this takes five seconds.</p>"),
        ("Before you continue", "<p>We and our 842 partners store cookies on your device to show advertising.</p>"),
        ("404 Not Found", "<h1>Oops</h1><p>The page you are looking for could not be found on this server.</p>"),
        ("Seite nicht gefunden", "<p>Die gewünschte Seite wurde nicht gefunden. Bitte nutzen Sie die Suche.</p>"),
        ("Access Denied", "<p>You don't have permission to access this page on this server at this time.</p>"),
        ("Harbour to become a park", "<h1>Harbour to become a park</h1><p>Subscribe to continue reading.</p>"),
    ],
)
def test_walls_are_recognised(title: str, body: str) -> None:
    assert status_of(body, title) is ArticleStatus.WALL


def test_an_article_about_walls_is_none() -> None:
    about = (
        "<p>Sites must ask before they store cookies, and many say that you should accept all cookies. "
        "A page that could not be found, or one that wants you to enable JavaScript, helps nobody.</p>"
    )
    assert status_of(f"<article><p>{PROSE * 6}</p>{about}<p>{PROSE * 5}</p></article>") is ArticleStatus.FULL


def test_a_stub_of_a_sold_article_is_a_part() -> None:
    sold = json_ld({"@type": "NewsArticle", "isAccessibleForFree": False})
    body = f"<article><p>{PROSE * 3}</p><p>{PROSE}</p></article>"
    assert status_of(body, head=sold) is ArticleStatus.PARTIAL
    assert status_of(body) is ArticleStatus.FULL


def test_text_far_shorter_than_the_page_says_is_a_part() -> None:
    told = json_ld({"@type": "NewsArticle", "wordCount": 900})
    assert status_of(f"<article><p>{PROSE * 6}</p></article>", head=told) is ArticleStatus.PARTIAL


def test_a_page_that_says_nothing_is_an_error() -> None:
    with pytest.raises(CleanError) as error:
        clean_page(b"<html><body><img src='x.jpg'></body></html>", URL)
    assert error.value.where == URL
