"""Where reading was left is remembered, told and come back to: in an article, and in each view."""

from typing import Any

import pytest
from textual.pilot import Pilot

from newsreader.model import Article, View
from support.newsroom_double import NewsroomDouble, article, headline
from support.on_screen import delivered, main, press, reading, rows, settled, shown


def long_article(of: int, paragraphs: int = 60) -> Article:
    """Return an article of many screenfuls; every paragraph names itself."""
    texts = [f"Paragraph {number} begins. " + "It goes on for a while. " * 8 for number in range(paragraphs)]
    return article(headline(of), *texts)


def two_long(**changes: Any) -> NewsroomDouble:
    """Return a newsroom of two long articles and a short one."""
    made = [headline(1, **changes), headline(2), headline(3)]
    texts = [(1, long_article(1)), (2, long_article(2)), (3, article(made[2]))]
    return NewsroomDouble(made, texts)


def top_line(pilot: Pilot[None]) -> str:
    """Return the text on the first line of the article pane."""
    view = main(pilot).article
    assert view._page is not None
    return view._page.lines[view.scroll_offset.y].text


def begun(pilot: Pilot[None]) -> str:
    """Return the title of the article whose first line is the first in the pane."""
    view = main(pilot).article
    assert view._page is not None
    assert view.at_top
    return view._page.head.title


async def test_an_article_opens_again_on_the_line_where_it_was_left() -> None:
    newsroom = two_long()
    async with reading(newsroom, size=(100, 24)) as pilot:
        await press(pilot, "enter", "space", "space", "j", "j")
        left = top_line(pilot)
        assert newsroom.asked.count(("position", 1)) == 0
        await press(pilot, "J")
        assert newsroom.asked.count(("position", 1)) == 1
        assert begun(pilot) == "Headline number 2"
        await press(pilot, "K")
        assert top_line(pilot) == left
    async with reading(newsroom, size=(100, 24)) as pilot:
        await press(pilot, "k")
        assert top_line(pilot) == left
    assert newsroom.asked.count(("position", 1)) == 1


async def test_in_a_column_of_another_width_it_is_the_same_passage() -> None:
    newsroom = two_long()
    async with reading(newsroom, size=(120, 40)) as pilot:
        await press(pilot, "enter", *["space"] * 3)
        shown_first = next(row for row in rows(pilot)[2:] if "Paragraph" in row).split("Paragraph ")[1][:2]
        await press(pilot, "q")
    async with reading(newsroom, size=(60, 20), width=44) as pilot:
        await press(pilot, "k", "enter")
        again = next(row for row in rows(pilot)[1:] if "Paragraph" in row).split("Paragraph ")[1][:2]
        assert abs(int(again) - int(shown_first)) <= 1


async def test_an_article_read_to_its_end_is_done() -> None:
    newsroom = two_long(position=0.5)
    async with reading(newsroom, size=(100, 24)) as pilot:
        assert "50 %" in rows(pilot)[3]
        await press(pilot, "enter", "G")
        assert "100 %" in rows(pilot)[-1]
        await press(pilot, "escape")
        assert newsroom.by_id[1].position == 0
        assert "%" not in rows(pilot)[3]


async def test_the_place_is_remembered_when_scrolling_rests_and_at_quit() -> None:
    newsroom = two_long()
    async with reading(newsroom, size=(100, 24)) as pilot:
        await press(pilot, "enter", "space")
        assert main(pilot).positions._timer is not None
        main(pilot).positions.note()
        await settled(pilot)
        first = newsroom.by_id[1].position
        await pilot.press("j", "q")
        await settled(pilot)
        assert newsroom.by_id[1].position > first > 0


async def test_an_article_that_fits_has_no_place_and_nothing_to_tell() -> None:
    newsroom = two_long()
    async with reading(newsroom, size=(100, 24)) as pilot:
        await press(pilot, "G", "enter", "j", "space", "escape", "G")
        assert ("position", 3) not in newsroom.asked
        assert "%" not in rows(pilot)[-1]


async def test_how_much_is_read_and_what_the_rest_takes_is_told_while_reading() -> None:
    text = long_article(1, 120)
    minutes = text.minutes
    made = headline(1, minutes=minutes)
    newsroom = NewsroomDouble([made], [(1, text)])
    async with reading(newsroom, size=(100, 24)) as pilot:
        assert "min left" not in rows(pilot)[-1]
        await press(pilot, "enter")
        assert rows(pilot)[-1].rstrip().endswith(f"0 % · {minutes} min left")
        view = main(pilot).article
        assert view._page is not None
        view._page.set_all()
        view.go(len(view._page.lines) // 2)
        await settled(pilot)
        assert f"50 % · {minutes - minutes // 2} min left" in rows(pilot)[-1]
        view.go(view.max_scroll_y - 1)
        await settled(pilot)
        assert "1 min left" in rows(pilot)[-1]


async def test_what_was_begun_waits_in_a_view_of_its_own() -> None:
    newsroom = two_long()
    async with reading(newsroom, size=(100, 24)) as pilot:
        await press(pilot, "5")
        assert "Nothing is left half read." in shown(pilot)
        await press(pilot, "1", "enter", "space", "J", "space", "escape", "5")
        assert "2 begun" in rows(pilot)[0]
        assert ["Headline number 2" in rows(pilot)[2], "Headline number 1" in rows(pilot)[5]] == [True, True]
        assert "%" in rows(pilot)[3]
        await press(pilot, "enter", "G", "escape")
        assert "Headline number 2" in rows(pilot)[2]
        await press(pilot, "5")
        assert "Headline number 1" in rows(pilot)[2]


async def test_turning_past_the_end_of_a_place_near_it_is_reading_it_to_the_end() -> None:
    newsroom = two_long(position=0.99)
    async with reading(newsroom, size=(100, 24)) as pilot:
        assert newsroom.by_id[1].position == 0.99
        await press(pilot, "enter", "space")
        assert newsroom.by_id[1].position == 0
        assert begun(pilot) == "Headline number 2"


async def test_a_larger_window_does_not_finish_an_article() -> None:
    newsroom = NewsroomDouble([headline(1, position=0.4), headline(2)], [(1, long_article(1, 8))])
    async with reading(newsroom, size=(100, 16)) as pilot:
        await press(pilot, "enter")
        await pilot.resize_terminal(100, 60)
        await press(pilot, "escape", "J")
        assert newsroom.by_id[1].position == 0.4


def many() -> NewsroomDouble:
    """Return a newsroom of twenty headlines, every third kept."""
    made = [headline(number, bookmarked=not number % 3, complete=True) for number in range(1, 21)]
    return NewsroomDouble(made, [(one.id, article(one)) for one in made])


def here(pilot: Pilot[None]) -> int:
    """Return the id of the headline at the cursor."""
    current = main(pilot).headlines.current
    assert current is not None
    return current.id


async def test_each_view_is_come_back_to_where_it_was_left() -> None:
    newsroom = many()
    async with reading(newsroom) as pilot:
        await press(pilot, *"jjj3j1")
        assert here(pilot) == 4
        await press(pilot, "j", "3")
        assert here(pilot) == 6
        assert newsroom.habits.places_written == 3
        await press(pilot, "3")
        assert here(pilot) == 3
        await press(pilot, "G", "q")
    async with reading(newsroom) as pilot:
        assert here(pilot) == 1
        await press(pilot, "3")
        assert here(pilot) == 18
        assert newsroom.habits.places[View.ALL] == tuple(range(1, 21))


async def test_where_that_headline_is_gone_it_is_the_next_one() -> None:
    async with reading(many()) as pilot:
        await press(pilot, *"2jjm12")
        assert here(pilot) == 4


async def test_a_search_does_not_lose_the_place() -> None:
    async with reading(many()) as pilot:
        await press(pilot, *"3jj", "slash", *"number 1", "enter", "j", "2", "3")
        assert here(pilot) == 9


@pytest.mark.parametrize("keys", ["jq", "3jq"])
async def test_quitting_waits_for_places_too(keys: str) -> None:
    newsroom = many()
    async with reading(newsroom) as pilot:
        await pilot.press(*keys)
        await delivered(pilot)
        await settled(pilot)
        assert newsroom.habits.places
