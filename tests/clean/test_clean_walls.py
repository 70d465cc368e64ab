"""Walls and empty shells of every kind are never shown as an article, and articles about them always are."""

from dataclasses import replace

import pytest

from newsreader.clean import clean_page, read_page
from newsreader.model import Article, ArticleStatus, CleanError
from newsreader.model import Wall as Kind
from support.walls import BARE, CROWDED, DRESSED, REAL, WALLS, Wall

URL = "https://quay.example/news/park"
DRESSES = {"bare": BARE, "dressed": DRESSED, "crowded": CROWDED}
KINDS = {
    "consent: vendor list": Kind.CONSENT,
    "pay: offer alone": Kind.PAY,
    "guards: login, other title": Kind.LOGIN,
    "shells: de Skript": Kind.SCRIPT,
    "errors: 404 with latest stories": Kind.MISSING,
    "errors: database": Kind.ERROR,
    "guards: challenge": Kind.GUARD,
    "fronts: front page": Kind.LIST,
    "shells: title alone": Kind.EMPTY,
}


def read(page: bytes) -> Article | None:
    """Return the article of a page, None for one that holds nothing at all."""
    try:
        return clean_page(page, URL)
    except CleanError:
        return None


@pytest.mark.no_cover
@pytest.mark.parametrize("dress", DRESSES.values(), ids=DRESSES)
@pytest.mark.parametrize("wall", WALLS.values(), ids=WALLS)
def test_a_wall_is_never_shown_as_an_article(wall: Wall, dress: tuple[str, str]) -> None:
    article = read(wall.page(dress))
    if article is not None and not (wall.opening and article.status is ArticleStatus.PARTIAL):
        assert article.status is ArticleStatus.WALL
        assert article.wall is not None
        assert not article.blocks


@pytest.mark.parametrize(("name", "kind"), KINDS.items(), ids=KINDS)
def test_walls_are_told_apart(name: str, kind: Kind) -> None:
    assert read_page(WALLS[name].page(DRESSED), URL).article.wall is kind


@pytest.mark.parametrize("name", ["pay: de plus", "pay: fr reste", "pay: stub with offer and questions"])
def test_the_opening_of_a_sold_article_is_a_part_of_it(name: str) -> None:
    article = read(WALLS[name].page(DRESSED))
    assert article is not None
    assert article.status is ArticleStatus.PARTIAL
    assert article.words >= 20


@pytest.mark.no_cover
@pytest.mark.parametrize("dress", DRESSES.values(), ids=DRESSES)
@pytest.mark.parametrize("real", REAL.values(), ids=REAL)
def test_a_short_article_that_speaks_of_walls_is_none(real: Wall, dress: tuple[str, str]) -> None:
    article = read(real.page(dress))
    assert article is not None
    assert article.status is ArticleStatus.FULL


@pytest.mark.parametrize(
    "real", [real for real in REAL.values() if len(real.body) > 400], ids=lambda real: real.name
)
def test_neither_is_one_whose_page_says_nothing_of_itself(real: Wall) -> None:
    article = read(replace(real, head="").page(DRESSED))
    assert article is not None
    assert article.status is ArticleStatus.FULL


def test_what_is_told_of_the_author_below_an_offer_is_no_text_that_goes_on() -> None:
    lead = "Every morning at five, before the buses run, she walks to the sluice and reads the number on its wall."
    author = (
        "Ada Lind has written of rivers and of those who live beside them for ten years, and grew up on a barge "
        "that her father sailed between the two seas."
    )
    body = f"<p>{lead}</p><div><p>Subscribe to continue reading.</p></div><p>{author}</p>"
    article = read(Wall("", "Who reads the river", f"<article>{body}</article>", "").page(DRESSED))
    assert article is not None
    assert article.status is not ArticleStatus.FULL


def test_a_sold_article_that_came_whole_is_one() -> None:
    lead = (
        "The council met on Tuesday evening to decide how the old harbour should be used after the ferries leave. "
    )
    body = "".join(f"<p>Part {i}: {lead * 3}</p>" for i in range(8))
    wall = WALLS["pay: stub, marked in the data alone"]
    page = replace(wall, body=f"<article>{body}</article><p>Already a subscriber? Log in.</p>").page(DRESSED)
    article = read(page)
    assert article is not None
    assert article.status is ArticleStatus.FULL


@pytest.mark.parametrize(
    ("title", "first"),
    [
        (
            "Just a moment of silence in the harbour",
            "Visitors were asked to accept all cookies, which were baked on site.",
        ),
        ("Access denied: fishermen fight for the quay", "Access denied, said the sign that nobody could explain."),
        (
            "Consent to be asked of all neighbours",
            "The council needs the consent of everyone who lives by the quay.",
        ),
        (
            "Error in the accounts of the harbour",
            "Something went wrong when the ferries were sold, said the mayor.",
        ),
        ("Newspapers ask readers to subscribe", "Subscribe to continue reading: that is what most now say."),
        ("Terms of use of the quay – who may moor", "By using our quay you accept these terms, says the new sign."),
        ("404 new homes for the old harbour", "The page you are looking for could not be found in the plans."),
    ],
)
def test_a_title_alone_makes_no_wall(title: str, first: str) -> None:
    prose = (
        "The council met on Tuesday evening to decide how the old harbour should be used after the ferries leave. "
    )
    body = "".join(f"<p>Part {i}: {prose * 2}</p>" for i in range(9))
    page = Wall("", title, f"<article><h1>{title}</h1><p>{first}</p>{body}</article>").page(DRESSED)
    article = read(page)
    assert article is not None
    assert article.status is ArticleStatus.FULL
