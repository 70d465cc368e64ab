"""Articles on several pages are joined, and other versions of a page that holds nothing are read in its place."""

import json
from collections.abc import Callable, Iterator

import pytest

from newsreader.model import Article, ArticleStatus
from newsreader.newsroom import Newsroom
from newsreader.newsroom.pages import PARTS
from support.loopback import Answer, Asked, Loopback
from support.site import HTML, body, page
from support.walls import DRESSED, WALLS

PARAGRAPHS = body(0).split("\n")
TEXT = body(0).replace("<p>", "").replace("</p>", "")
CONSENT = WALLS["consent: vendor list"].page(DRESSED)


def part(number: int, text: str, *, following: bool = True, head: str = "") -> bytes:
    """Return a page that holds ``text``, with a link to the part after ``number``."""
    link = f'<a rel="next" href="/story?page={number + 1}">Next page</a>' if following else ""
    data = page(0, "Fog over the mole").replace(body(0).encode(), text.encode())
    return data.replace(b"</main>", f"{link}</main>".encode()).replace(b"</head>", f"{head}</head>".encode())


def shell(*links: str) -> bytes:
    """Return a page that shows nothing without its scripts, and names other versions of itself."""
    return f"<html><head><title>Fog</title>{''.join(links)}</head><body><div id=root></div></body></html>".encode()


@pytest.fixture
def story(site: Loopback) -> Callable[..., None]:
    """Return a function that puts parts at ``/story?page=``; numbers beyond the last are answered with a 404."""

    def put(*parts: bytes) -> None:
        def answer(asked: Asked) -> Answer:
            number = int(asked.path.partition("page=")[2] or 1)
            return Answer(parts[number - 1], headers=HTML) if number <= len(parts) else Answer(b"gone", 404)

        site.routes["/story"] = answer

    return put


async def had(newsroom: Newsroom, site: Loopback, path: str = "/story") -> Article:
    return await newsroom.page(site.url(path))


async def test_parts_are_joined_in_order(newsroom: Newsroom, site: Loopback, story: Callable[..., None]) -> None:
    story(
        part(1, "\n".join(PARAGRAPHS[:2])),
        part(2, "\n".join(PARAGRAPHS[2:4])),
        part(3, "\n".join(PARAGRAPHS[4:]), following=False),
    )
    article = await had(newsroom, site)
    assert (article.status, article.text) == (ArticleStatus.FULL, TEXT)
    assert article.url == site.url("/story")


async def test_links_that_lead_back_end_it(newsroom: Newsroom, site: Loopback, story: Callable[..., None]) -> None:
    back = part(2, "\n".join(PARAGRAPHS[3:])).replace(b"page=3", b"page=1")
    story(part(1, "\n".join(PARAGRAPHS[:3])), back)
    assert (await had(newsroom, site)).text == TEXT
    assert site.count("/story") == 2


async def test_one_page_under_every_number_is_read_twice_at_most(newsroom: Newsroom, site: Loopback) -> None:
    def answer(asked: Asked) -> Answer:
        return Answer(part(int(asked.path.partition("page=")[2] or 1), body(0)), headers=HTML)

    site.routes["/story"] = answer
    article = await had(newsroom, site)
    assert (article.status, article.text) == (ArticleStatus.FULL, TEXT)
    assert site.count("/story") == 2


async def test_an_endless_article_is_a_part_of_it(newsroom: Newsroom, site: Loopback) -> None:
    def answer(asked: Asked) -> Answer:
        number = int(asked.path.partition("page=")[2] or 1)
        return Answer(part(number, body(number)), headers=HTML)

    site.routes["/story"] = answer
    article = await had(newsroom, site)
    assert article.status is ArticleStatus.PARTIAL
    assert f"Report {PARTS}, part 5" in article.text
    assert site.count("/story") == PARTS


@pytest.mark.parametrize("third", [None, CONSENT, b"", b"<html><body></body></html>"])
async def test_a_part_that_is_missing_leaves_the_parts_before_it(
    newsroom: Newsroom, site: Loopback, story: Callable[..., None], third: bytes | None
) -> None:
    parts = [part(1, "\n".join(PARAGRAPHS[:2])), part(2, "\n".join(PARAGRAPHS[2:4]))]
    story(*parts, *([] if third is None else [third]))
    article = await had(newsroom, site)
    assert article.status is ArticleStatus.PARTIAL
    assert article.text == "\n".join(TEXT.split("\n")[:4])


async def test_a_first_part_is_not_held_against_the_whole(
    newsroom: Newsroom, site: Loopback, story: Callable[..., None]
) -> None:
    data = json.dumps({"@type": "NewsArticle", "wordCount": 450})
    head = f"<script type='application/ld+json'>{data}</script>"
    story(
        part(1, "\n".join(PARAGRAPHS[:2]), head=head),
        part(2, "\n".join(PARAGRAPHS[2:4]), head=head),
        part(3, "\n".join(PARAGRAPHS[4:]), head=head, following=False),
    )
    assert (await had(newsroom, site)).status is ArticleStatus.FULL


AMP = '<link rel="amphtml" href="/amp">'
PRINT = '<link rel="alternate" media="print" href="/print">'
CANONICAL = '<link rel="canonical" href="/whole">'


@pytest.mark.parametrize(("link", "path"), [(AMP, "/amp"), (PRINT, "/print"), (CANONICAL, "/whole")])
@pytest.mark.parametrize("poor", ["shell", "wall", "stub"])
async def test_another_version_is_read_when_the_page_is_poor(
    newsroom: Newsroom, site: Loopback, link: str, path: str, poor: str
) -> None:
    pages = {
        "shell": shell(link),
        "wall": CONSENT.replace(b"</head>", f"{link}</head>".encode()),
        "stub": part(1, f"{PARAGRAPHS[0]}<p>Subscribe to continue reading.</p>", following=False, head=link),
    }
    site.routes |= {"/story": Answer(pages[poor], headers=HTML), path: Answer(page(0, "Fog"), headers=HTML)}
    article = await had(newsroom, site)
    assert (article.status, article.text) == (ArticleStatus.FULL, TEXT)
    assert article.url == site.url("/story")


async def test_the_next_version_is_tried_when_the_first_is_a_wall(newsroom: Newsroom, site: Loopback) -> None:
    site.routes |= {
        "/story": Answer(shell(AMP, PRINT), headers=HTML),
        "/amp": Answer(CONSENT, headers=HTML),
        "/print": Answer(page(0, "Fog"), headers=HTML),
    }
    assert (await had(newsroom, site)).text == TEXT


async def test_other_versions_are_left_alone_when_the_page_is_whole(newsroom: Newsroom, site: Loopback) -> None:
    site.routes |= {
        "/story": Answer(part(1, body(0), following=False, head=AMP), headers=HTML),
        "/amp": Answer(page(1, "Other"), headers=HTML),
    }
    assert (await had(newsroom, site)).text == TEXT
    assert site.count("/amp") == 0


@pytest.mark.parametrize("other", [CONSENT, None, part(1, PARAGRAPHS[1], following=False)])
async def test_a_version_that_is_no_better_is_not_taken(
    newsroom: Newsroom, site: Loopback, other: bytes | None
) -> None:
    stub = f"{PARAGRAPHS[0]}<p>Subscribe to continue reading.</p>"
    site.routes["/story"] = Answer(part(1, stub, following=False, head=AMP), headers=HTML)
    site.routes["/amp"] = Answer(b"gone", 404) if other is None else Answer(other, headers=HTML)
    article = await had(newsroom, site)
    assert article.status is ArticleStatus.PARTIAL
    assert article.text.startswith("Report 0, part 0")


@pytest.fixture
def elsewhere() -> Iterator[Loopback]:
    """Another server on loopback."""
    with Loopback() as server:
        yield server


async def test_another_version_may_be_on_another_server(
    newsroom: Newsroom, site: Loopback, elsewhere: Loopback
) -> None:
    elsewhere.routes["/amp"] = Answer(page(0, "Fog"), headers=HTML)
    link = f'<link rel="amphtml" href="{elsewhere.url("/amp")}">'
    site.routes["/story"] = Answer(shell(link), headers=HTML)
    assert (await had(newsroom, site)).text == TEXT


async def test_but_not_inside_the_readers_own_network(
    newsroom: Newsroom, site: Loopback, elsewhere: Loopback
) -> None:
    link = f'<link rel="amphtml" href="{elsewhere.url("/amp", host="localhost")}">'
    elsewhere.routes["/amp"] = Answer(page(0, "Fog"), headers=HTML)
    site.routes["/story"] = Answer(shell(link), headers=HTML)
    assert (await had(newsroom, site)).status is ArticleStatus.WALL
    assert not elsewhere.asked


async def test_a_version_in_parts_is_read_to_its_end(
    newsroom: Newsroom, site: Loopback, story: Callable[..., None]
) -> None:
    story(part(1, "\n".join(PARAGRAPHS[:3])), part(2, "\n".join(PARAGRAPHS[3:]), following=False))
    site.routes["/entry"] = Answer(shell('<link rel="amphtml" href="/story">'), headers=HTML)
    assert (await had(newsroom, site, "/entry")).text == TEXT
