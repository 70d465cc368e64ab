"""The lead image: the picture that the reader of the page sees at its top."""

import pytest

from newsreader.clean.metadata.pictures import is_card
from newsreader.model import inline_text
from support.metadata_pages import PROSE, article_of

SITE = "<meta property='og:site_name' content='The Quay'>"


def told(url: str) -> str:
    """Return a head that names ``url`` as the page's picture."""
    return f"{SITE}<meta property='og:image' content='{url}'>"


def body(opening: str = "", inside: str = "") -> str:
    """Return a body with this before its text, and this in it."""
    return f"<article><h1>Harbour park</h1>{opening}<p>{PROSE * 2}</p>{inside}<p>{PROSE * 3}</p></article>"


def lead_of(head: str, page: str) -> str:
    """Return the address of the lead image, or an empty string."""
    lead = article_of(head, page).lead_image
    return lead.url.removeprefix("https://quay.example/") if lead is not None else ""


def test_the_lead_image_has_its_caption_and_credit_and_is_not_repeated() -> None:
    caption = "<figcaption>The quay at dusk <span class='credit'>Photo: Ada Sandell</span></figcaption>"
    figure = f"<figure><img src='/quay.jpg' alt='Quay'>{caption}</figure>"
    article = article_of(told("https://quay.example/quay.jpg"), body(inside=figure))
    assert article.lead_image is not None
    assert inline_text(article.lead_image.caption) == "The quay at dusk"
    assert article.lead_image.credit == "Ada Sandell"
    assert len(article.images) == 1


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ("/social/1200x630/4471902-harbour.jpg", "/w960/4471902-harbour.webp"),
        ("/card/the-old-harbour-at-dusk-by-the-quay_og.jpg", "/the-old-harbour-at-dusk-by-the-quay_960.jpg"),
        ("/c/t.php?f=https%3A%2F%2Fquay.example%2F3fa85f6457174562.jpg", "/960/3fa85f6457174562.jpg"),
    ],
    ids=["number", "long name", "escaped"],
)
def test_the_crop_on_the_page_is_taken_before_the_one_for_networks(given: str, seen: str) -> None:
    other = "<figure><img src='/w960/8812345-ferry.webp'></figure>"
    page = body(other, f"<figure><img src='{seen}'><figcaption>The quay</figcaption></figure>")
    lead = article_of(told(given), page).lead_image
    assert lead is not None
    assert lead.url.endswith(seen)
    assert inline_text(lead.caption) == "The quay"


def test_a_small_copy_on_the_page_only_lends_its_caption() -> None:
    figure = "<figure><img src='/quay-4471902.jpg?w=40'><figcaption>The quay</figcaption></figure>"
    lead = article_of(told("/social/quay-4471902.jpg"), body(figure)).lead_image
    assert lead is not None
    assert lead.url.endswith("/social/quay-4471902.jpg")
    assert inline_text(lead.caption) == "The quay"


def test_the_picture_above_the_text_is_taken_before_one_that_is_shown_nowhere() -> None:
    assert lead_of(told("/teaser.jpg"), body("<figure><img src='/dusk.jpg'></figure>")) == "dusk.jpg"


@pytest.mark.parametrize(
    "furniture",
    [
        "<img src='/icons/share.svg'>",
        "<img src='/quay-logo.png'>",
        "<div class='author-box'><img src='/ada.jpg'></div>",
        "<img src='/ada.jpg' width='80' height='80'>",
        "<img src='/ada.jpg?w=120'>",
        "<img src='/thequay.png'>",
        "<img src='/ada.jpg' alt='Author image'>",
        "<a href='/'><img src='/masthead.jpg'></a>",
    ],
    ids=["drawing", "logo", "portrait", "small", "small by its address", "name of the site", "label", "link home"],
)
def test_no_furniture_above_the_text_is_the_lead_image(furniture: str) -> None:
    assert lead_of(told("/dusk.jpg"), body(f"<div>{furniture}</div>")) == "dusk.jpg"
    assert lead_of(SITE, body(f"<div>{furniture}</div>")) == ""


def test_a_picture_that_stands_in_nothing_named_for_one_yields_to_the_told() -> None:
    opening = "<div class='strip'><img src='/flag.jpg'></div>"
    assert lead_of(told("/dusk.jpg"), body(opening)) == "dusk.jpg"
    assert lead_of("", body(opening)) == "flag.jpg"


def test_the_card_of_the_site_is_no_picture_of_an_article() -> None:
    assert lead_of(told("/assets/the-quay-logo-1200x630.png"), body()) == ""


@pytest.mark.parametrize(
    ("name", "card"),
    [
        ("og-default.png", True),
        ("quay_social_share_v2.jpg", True),
        ("placeholder.gif", True),
        ("thequay.png", True),
        ("apple-logo-on-a-wall.jpg", False),
        ("social-housing-in-the-north.jpg", False),
        ("quay.jpg", False),
        ("social", False),
    ],
)
def test_a_card_is_known_by_a_name_that_says_nothing(name: str, card: bool) -> None:
    assert is_card(f"https://img.example/{name}", "thequay") is card


def test_addresses_are_relative_to_what_the_page_says() -> None:
    assert lead_of("<base href='/static/'>" + told("dusk.jpg"), body()) == "static/dusk.jpg"
