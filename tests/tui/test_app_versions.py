"""The two versions of an article, its page's and its feed's, and what the screen says when one is missing."""

from dataclasses import replace

from textual.pilot import Pilot

from newsreader.model import Article, ArticleStatus, FetchError, Headline, Wall
from newsreader.newsroom import Reading
from support.newsroom_double import NewsroomDouble, article, headline
from support.on_screen import main, press, reading, rows, shown, toasts

ONE = headline(1)
CONSENT = "The page asks for consent instead of showing its article"


class Walled(NewsroomDouble):
    """A newsroom whose only article stands behind a wall, or was held back in part; ``told`` is the feed's."""

    def __init__(self, told: Article, page: Article, why: str) -> None:
        super().__init__([ONE])
        self.told, self.page, self.why = told, page, why

    def stored_reading(self, entry_id: int) -> Reading | None:
        return None

    async def reading(self, entry_id: int) -> Reading:
        return Reading(self._headline(entry_id), self.told, self.why)

    async def feed_reading(self, entry_id: int) -> Reading:
        told = replace(self.told, status=ArticleStatus.FEED, wall=None)
        return Reading(self._headline(entry_id), told, "" if told.blocks else "The feed carried no text")

    async def page_reading(self, entry_id: int) -> Reading:
        self._fail()
        notice = CONSENT if self.page.wall else ""
        return Reading(self._headline(entry_id), self.page, notice)


def from_feed(of: Headline) -> Article:
    return replace(article(of, "As the feed told it."), status=ArticleStatus.FEED)


def wall(of: Headline) -> Article:
    return replace(article(of), blocks=(), status=ArticleStatus.WALL, wall=Wall.CONSENT)


def in_pane(pilot: Pilot[None]) -> str:
    """Return the words of the article pane, wherever its lines break."""
    left = main(pilot).article.region.x
    return " ".join(" ".join(row[left:] for row in rows(pilot)).split())


async def test_the_feed_stands_in_for_a_wall_and_x_shows_the_wall_and_back() -> None:
    newsroom = Walled(from_feed(ONE), wall(ONE), f"{CONSENT}; this is what the feed carried")
    async with reading(newsroom, size=(160, 40)) as pilot:
        assert "As the feed told it." in shown(pilot)
        assert "from the feed" in shown(pilot)
        assert f"{CONSENT}; this is what the feed carried" in in_pane(pilot)
        await press(pilot, "x")
        assert "As the feed told it." not in shown(pilot)
        assert "behind a wall" in shown(pilot)
        assert "Press o to open the page" in shown(pilot)
        await press(pilot, "x")
        assert "As the feed told it." in shown(pilot)
        assert "behind a wall" not in shown(pilot)


async def test_x_shows_the_part_that_a_page_did_not_hold_back() -> None:
    part = replace(article(ONE, "What the page shows."), status=ArticleStatus.PARTIAL)
    newsroom = Walled(from_feed(ONE), part, "The page holds text back; this is what the feed carried")
    async with reading(newsroom) as pilot:
        await press(pilot, "x")
        assert "What the page shows." in shown(pilot)
        assert "part of the text" in shown(pilot)
        await press(pilot, "x")
        assert "As the feed told it." in shown(pilot)


async def test_with_neither_the_screen_says_what_to_do() -> None:
    newsroom = Walled(wall(ONE), wall(ONE), f"{CONSENT}; the feed carried no text")
    async with reading(newsroom, size=(160, 40)) as pilot:
        assert "behind a wall" in shown(pilot)
        assert f"{CONSENT}; the feed carried no text" in in_pane(pilot)
        assert "Press o to open the page" in shown(pilot)
        await press(pilot, "x")
        assert "from the feed" in shown(pilot)
        assert "The feed carried no text" in shown(pilot)
        await press(pilot, "x")
        assert "behind a wall" in shown(pilot)


async def test_a_page_that_cannot_be_had_leaves_the_feed_on_the_screen() -> None:
    newsroom = Walled(from_feed(ONE), wall(ONE), "")
    newsroom.failure = FetchError("the server does not answer", "https://post.example/1")
    async with reading(newsroom) as pilot:
        await press(pilot, "x")
        assert toasts(pilot) == ["https://post.example/1: the server does not answer"]
        assert "As the feed told it." in shown(pilot)
