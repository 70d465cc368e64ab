"""Pictures beside the text: how large they are, when they are drawn again, and that they move nothing."""

from dataclasses import replace

from textual.pilot import Pilot

from newsreader.model import Article, Image, Picture
from support.newsroom_double import NewsroomDouble, article, headline
from support.on_screen import main, press, reading, rows, settled, shown

IMAGE = Image("https://i.example/1.png", alt="Ships")


def illustrated(paragraphs: int = 60) -> Article:
    """Return an article of many screenfuls under a picture; every paragraph names itself."""
    texts = [f"Paragraph {number} begins. " + "It goes on for a while. " * 8 for number in range(paragraphs)]
    return replace(article(headline(1), *texts), lead_image=IMAGE)


def asked_sizes(newsroom: NewsroomDouble) -> list[object]:
    """Return the columns and rows of the pictures asked for, in order."""
    return [what[1:] for name, what in newsroom.asked if name == "pictures" and isinstance(what, tuple)]


async def test_pictures_come_after_the_text_and_move_nothing_that_is_read() -> None:
    newsroom = NewsroomDouble([headline(1)], [(1, illustrated())])
    async with reading(newsroom, images=False) as pilot:
        assert "▣ Ships" in shown(pilot)
        await press(pilot, "tab", "space", "space")
        before = rows(pilot)[3:8]
        newsroom.drawn[IMAGE.url] = Picture(40, 20, bytes(2400))
        await press(pilot, "i")
        assert rows(pilot)[3:8] == before
        await press(pilot, "g", "g")
        assert "▀" * 40 in shown(pilot)
        await press(pilot, "i")
        assert "▀" not in shown(pilot)


async def test_a_picture_leaves_more_than_half_of_the_pane_to_the_text() -> None:
    newsroom = NewsroomDouble([headline(1)], [(1, illustrated())])
    newsroom.drawn[IMAGE.url] = Picture(42, 16, bytes(2016))
    async with reading(newsroom, size=(80, 24)) as pilot:
        assert asked_sizes(newsroom) == [(42, 8)]
        assert "Paragraph 0 begins" in shown(pilot)
        assert "▀" * 42 in shown(pilot)


async def test_pictures_are_drawn_again_for_a_column_or_a_pane_of_another_size() -> None:
    newsroom = NewsroomDouble([headline(1)], [(1, illustrated())])
    newsroom.drawn[IMAGE.url] = Picture(60, 8, bytes(1440))
    async with reading(newsroom) as pilot:
        assert "▀" * 60 in shown(pilot)
        newsroom.drawn[IMAGE.url] = Picture(56, 8, bytes(1344))
        await press(pilot, "<", "<", "<", "<")
        assert "▀" * 56 in shown(pilot)
        assert "▀" * 57 not in shown(pilot)
        await pilot.resize_terminal(120, 24)
        await settled(pilot)
        assert asked_sizes(newsroom)[0] == (66, 15)
        assert asked_sizes(newsroom)[-1] == (56, 8)


def article_rows(pilot: Pilot[None]) -> list[str]:
    """Return what the article pane shows; the list beside it soon tells how much is read."""
    return [row.partition("│")[2] for row in rows(pilot)[2:38]]


async def test_a_picture_drawn_again_keeps_the_place() -> None:
    newsroom = NewsroomDouble([headline(1)], [(1, illustrated())])
    newsroom.drawn[IMAGE.url] = Picture(60, 24, bytes(4320))
    async with reading(newsroom) as pilot:
        await press(pilot, "tab", "space", "space", "space")
        before, place = article_rows(pilot), main(pilot)._article.place
        newsroom.drawn[IMAGE.url] = Picture(30, 8, bytes(720))
        await pilot.resize_terminal(84, 20)
        await settled(pilot)
        newsroom.drawn[IMAGE.url] = Picture(60, 24, bytes(4320))
        await pilot.resize_terminal(120, 40)
        await settled(pilot)
        assert main(pilot)._article.place == place
        assert article_rows(pilot) == before
