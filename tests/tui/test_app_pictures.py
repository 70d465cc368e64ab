"""Pictures beside the text: how large they are, when they are drawn again, and that they move nothing."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from unittest.mock import patch

import pytest
from textual.pilot import Pilot

from newsreader.model import Article, Canvas, Drawing, Image, Picture
from newsreader.tui.abilities import Abilities
from newsreader.tui.canvases import canvas_for
from newsreader.tui.widgets.kitty import PLACEHOLDER
from support.graphics import Held, commands, held, placeholder
from support.newsroom_double import NewsroomDouble, article, headline
from support.on_screen import burst, delivered, main, main_screen, press, reading, rows, settled, shown

IMAGE = Image("https://i.example/1.png", alt="Ships")
KITTY = Abilities(kitty=True, cell=(10, 20))


@pytest.fixture(autouse=True)
def _colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)


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
        before = article_rows(pilot)[:6]
        newsroom.drawn[IMAGE.url] = Picture(40, 20, bytes(2400))
        await press(pilot, "i")
        assert article_rows(pilot)[:6] == before
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
    return [re.split("[│┃]", row, maxsplit=1)[1] for row in rows(pilot)[2:38]]


async def test_a_picture_drawn_again_keeps_the_place() -> None:
    newsroom = NewsroomDouble([headline(1)], [(1, illustrated())])
    newsroom.drawn[IMAGE.url] = Picture(60, 24, bytes(4320))
    async with reading(newsroom) as pilot:
        await press(pilot, "tab", "space", "space", "space")
        before, place = article_rows(pilot), main(pilot).article.place
        newsroom.drawn[IMAGE.url] = Picture(30, 8, bytes(720))
        await pilot.resize_terminal(84, 20)
        await settled(pilot)
        newsroom.drawn[IMAGE.url] = Picture(60, 24, bytes(4320))
        await pilot.resize_terminal(120, 40)
        await settled(pilot)
        assert main(pilot).article.place == place
        assert article_rows(pilot) == before


async def test_room_is_left_for_a_picture_so_that_its_coming_moves_nothing() -> None:
    newsroom = NewsroomDouble([headline(1)], [(1, illustrated())])
    newsroom.articles[1] = replace(illustrated(), lead_image=replace(IMAGE, width=600, height=150))
    newsroom.drawn[IMAGE.url] = Picture(66, 16, bytes(66 * 16 * 3))
    newsroom.drawing.clear()
    async with reading(newsroom, wait=False) as pilot:
        await delivered(pilot)
        before = [row[:-1] for row in article_rows(pilot)]  # the scroll bar knows the length a little later
        assert "Paragraph 0 begins" in shown(pilot)
        newsroom.drawing.set()
        await settled(pilot)
        assert "▀" * 66 in shown(pilot)
        assert [row[:-1].replace("▀", " ") for row in article_rows(pilot)] == before


def room(pilot: Pilot[None]) -> int:
    """Return how many rows there are between the head and the text."""
    pane = article_rows(pilot)
    rule, text = ([number for number, row in enumerate(pane) if words in row] for words in ("────", "Paragraph 0"))
    return text[0] - rule[0] - 3


async def test_the_room_for_a_picture_changes_with_the_column() -> None:
    newsroom = NewsroomDouble([headline(1)], [(1, illustrated())])
    newsroom.articles[1] = replace(illustrated(), lead_image=replace(IMAGE, width=600, height=150))
    newsroom.drawing.clear()
    async with reading(newsroom, wait=False) as pilot:
        await delivered(pilot)
        wide = room(pilot)
        await pilot.resize_terminal(84, 40)
        await delivered(pilot)
        assert (wide, room(pilot)) == (8, 6)
        newsroom.drawing.set()


async def test_a_picture_that_cannot_be_had_leaves_its_words_and_no_hole() -> None:
    newsroom = NewsroomDouble([headline(1), headline(2)], [(1, illustrated()), (2, article(headline(2)))])
    async with reading(newsroom) as pilot:
        gone = article_rows(pilot)
        assert "▣ Ships" in shown(pilot)
        newsroom.drawing.clear()
        await press_only(pilot, "j", "k")
        assert article_rows(pilot) == gone, "room is left for it again"
        newsroom.drawing.set()


async def press_only(pilot: Pilot[None], *keys: str) -> None:
    """Press keys and wait for what is shown then, but for no pictures."""
    for key in keys:
        await pilot.press(key)
        await delivered(pilot)


def screen_placeholders(pilot: Pilot[None]) -> set[tuple[int, int, int]]:
    """Return (row, column, id) of every placeholder on the screen."""
    strips = pilot.app.screen._compositor.render_strips(pilot.app.size)
    return {found for strip in strips for segment in strip if (found := placeholder(segment))}


def listened(pilot: Pilot[None]) -> list[str]:
    """Return what the program writes to its terminal from now on, but for what is drawn."""
    sent: list[str] = []
    assert pilot.app._driver is not None
    patch.object(pilot.app._driver, "write", sent.append).start()  # for as long as the driver lives
    return sent


@asynccontextmanager
async def in_kitty() -> AsyncIterator[tuple[Pilot[None], list[str]]]:
    """Read an article with a picture, and one without, in a terminal that holds pictures; and what is told it."""
    newsroom = NewsroomDouble([headline(1), headline(2)], [(1, illustrated()), (2, article(headline(2)))])
    newsroom.drawn[IMAGE.url] = Picture(40, 20, png=b"as a file" * 1000)
    async with reading(newsroom, images=False) as pilot:
        sent = listened(pilot)
        main_screen(pilot).terminal_answered(KITTY)
        yield pilot, sent


async def test_kitty_holds_the_pictures_of_the_article_that_is_open_and_no_others() -> None:
    async with in_kitty() as (pilot, sent):
        assert sent == []
        await press(pilot, "i")
        ((id_, picture),) = held(commands("".join(sent))).items()
        assert picture == Held(b"as a file" * 1000, 40, 10)
        assert screen_placeholders(pilot) == {(row, column, id_) for row in range(10) for column in range(40)}
        await press(pilot, "j")
        assert screen_placeholders(pilot) == set()
        assert held(commands("".join(sent))) == {}
        await press(pilot, "k")
        assert list(held(commands("".join(sent)))) == [id_ + 1]
        assert {id_ for _, _, id_ in screen_placeholders(pilot)} == {id_ + 1}
        await press(pilot, "q")
        assert held(commands("".join(sent))) == {}


async def test_whoever_quits_right_after_an_article_leaves_no_picture_of_it_behind() -> None:
    async with in_kitty() as (pilot, sent):
        await press(pilot, "i")
        assert len(held(commands("".join(sent)))) == 1
        burst(pilot, "Jiq")
        for _ in range(200):
            await asyncio.sleep(0.005 if pilot.app.is_running else 0)
    assert held(commands("".join(sent))) == {}


async def test_a_terminal_that_answers_late_gets_better_pictures_and_forgets_the_first() -> None:
    newsroom = NewsroomDouble([headline(1)], [(1, illustrated())])
    newsroom.drawn[IMAGE.url] = Picture(40, 20, bytes(2400))
    async with reading(newsroom) as pilot:
        sent = listened(pilot)
        assert "▀" * 40 in shown(pilot)
        newsroom.drawn[IMAGE.url] = Picture(40, 20, png=b"a file")
        main_screen(pilot).terminal_answered(KITTY)
        await settled(pilot)
        assert "▀" not in shown(pilot)
        await pilot.resize_terminal(110, 40)
        await settled(pilot)
        ((id_, picture),) = held(commands("".join(sent))).items()
        assert picture.png == b"a file"
        assert {id_ for _, _, id_ in screen_placeholders(pilot)} == {id_}
        pilot.app.app_resume_signal.publish(pilot.app)  # the screen was another program's meanwhile
        await settled(pilot)
        ((again, _),) = held(commands("".join(sent))).items()
        assert again != id_
        assert {id_ for _, _, id_ in screen_placeholders(pilot)} == {again}
        await press(pilot, "i")
        assert PLACEHOLDER not in shown(pilot)
        assert held(commands("".join(sent))) == {}


async def test_another_text_of_the_same_article_has_its_pictures_at_once() -> None:
    newsroom = NewsroomDouble([headline(1)], [(1, illustrated())])
    newsroom.drawn[IMAGE.url] = Picture(40, 16, png=b"a file")
    async with reading(newsroom, drawing=Drawing.KITTY) as pilot:
        ((_, _, id_), *_) = before = sorted(screen_placeholders(pilot))
        newsroom.drawing.clear()
        await press(pilot, "x")
        assert "As the feed told it." in shown(pilot)
        assert screen_placeholders(pilot) == set()
        await press_only(pilot, "x")
        assert sorted(screen_placeholders(pilot)) == before
        newsroom.drawing.set()
        await settled(pilot)
        assert {again for _, _, again in screen_placeholders(pilot)} == {id_ + 1}


async def test_a_picture_far_down_is_handed_over_when_the_reader_comes_near() -> None:
    far = replace(illustrated(), lead_image=None)
    newsroom = NewsroomDouble([headline(1)], [(1, replace(far, blocks=(*far.blocks, IMAGE)))])
    newsroom.drawn[IMAGE.url] = Picture(40, 20, png=b"a file")
    async with reading(newsroom, drawing=Drawing.KITTY) as pilot:
        sent = listened(pilot)
        await press(pilot, "enter", "space")
        assert sent == []
        await press(pilot, "G")
        ((id_, _),) = held(commands("".join(sent))).items()
        assert {id_ for _, _, id_ in screen_placeholders(pilot)} == {id_}


def sixels_drawn(pilot: Pilot[None]) -> list[str]:
    """Return what is painted when the whole screen is drawn, row by row."""
    strips = pilot.app.screen._compositor.render_full_update().strips
    drawn = "".join(strip.render(pilot.app.console) for row in strips for strip in row)
    return re.findall(r"\x1b7\x1b\[40D(band \d)\x1b8", drawn)


async def test_sixels_scroll_with_the_text_and_lie_under_what_is_laid_over_them() -> None:
    newsroom = NewsroomDouble([headline(1)], [(1, illustrated())])
    newsroom.drawn[IMAGE.url] = Picture(40, 16, bands=tuple(f"band {number}" for number in range(8)))
    async with reading(newsroom, drawing=Drawing.SIXEL, theme="night") as pilot:
        assert sixels_drawn(pilot) == [f"band {number}" for number in range(8)]
        await press(pilot, "enter", *"jjjjjjjjj")
        assert sixels_drawn(pilot) == [f"band {number}" for number in range(3, 8)]
        await press(pilot, "colon")
        assert sixels_drawn(pilot) == []


@pytest.mark.parametrize(("name", "value", "after"), [("COLORTERM", "", "▀"), ("NO_COLOR", "1", "■ Ships")])
async def test_where_colours_are_too_few_words_stand_for_pictures(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, after: str
) -> None:
    monkeypatch.setenv("TERM", "linux")
    monkeypatch.setenv(name, value)
    newsroom = NewsroomDouble([headline(1)], [(1, illustrated())])
    newsroom.drawn[IMAGE.url] = Picture(40, 16, bytes(40 * 16 * 3))
    async with reading(newsroom) as pilot:
        assert "■ Ships" in shown(pilot)
        await press(pilot, "i")
        assert after in shown(pilot)


@pytest.mark.parametrize(
    ("wanted", "true_colour", "abilities", "canvas"),
    [
        (None, True, KITTY, Canvas(66, 15, Drawing.KITTY, (10, 20))),
        (None, True, Abilities(kitty=True), Canvas(66, 15, Drawing.KITTY, (8, 16))),
        (None, False, KITTY, Canvas(66, 15)),
        (None, True, Abilities(sixel=True, cell=(10, 20)), Canvas(66, 15)),
        (Drawing.HALF_BLOCK, True, KITTY, Canvas(66, 15)),
        (Drawing.KITTY, True, Abilities(), Canvas(66, 15, Drawing.KITTY, (8, 16))),
        (Drawing.SIXEL, False, KITTY, Canvas(66, 15, Drawing.SIXEL, (10, 20))),
        (Drawing.SIXEL, True, Abilities(sixel=True), Canvas(66, 15)),
    ],
)
def test_the_drawing_is_what_was_set_or_what_the_terminal_can_do(
    wanted: Drawing | None, true_colour: bool, abilities: Abilities, canvas: Canvas
) -> None:
    assert canvas_for(66, 15, wanted, abilities, true_colour=true_colour) == canvas
