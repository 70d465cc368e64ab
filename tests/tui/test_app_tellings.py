"""The tellings of a story, gone through with one key and back round."""

import pytest
from rich.style import Style

from newsreader.model import View
from newsreader.tui.widgets.headline_rows import RowInk, headline_rows
from support.newsroom_double import NOON, NewsroomDouble, headline
from support.on_screen import in_article, main, press, reading, rows, settled, shown


def told_thrice() -> NewsroomDouble:
    """Return five headlines, of which 1, 3 and 4 tell one story; 4 is the only unread one beside 1."""
    made = [headline(number, source=f"Source {number}", read=number not in {1, 4}) for number in range(1, 6)]
    newsroom = NewsroomDouble(made)
    newsroom.tellings.stories = [[1, 3, 4]]
    return newsroom


async def test_t_goes_through_the_tellings_and_back_round() -> None:
    newsroom = told_thrice()
    async with reading(newsroom) as pilot:
        await press(pilot, "t")
        assert "The text of Headline number 3." in shown(pilot)
        assert "telling 2 of 3 · Source 3" in rows(pilot)[-1]
        assert not in_article(pilot)
        await press(pilot, "t", "t")
        assert (main(pilot).headlines.cursor, "telling 1 of 3" in rows(pilot)[-1]) == (0, True)
        await press(pilot, "enter", "T")
        assert "The text of Headline number 4." in shown(pilot)
        assert in_article(pilot)
        await press(pilot, "backspace")
        assert "The text of Headline number 1." in shown(pilot)


async def test_a_telling_that_is_not_listed_is_read_beside_the_list_and_left_again() -> None:
    newsroom = told_thrice()
    async with reading(newsroom) as pilot:
        await press(pilot, "2", "t")
        assert main(pilot).headlines.ids == newsroom.headline_ids(main(pilot).shelf.query)
        assert "The text of Headline number 3." in shown(pilot)
        assert in_article(pilot)
        await press(pilot, "b")
        assert [one.id for one in newsroom.by_id.values() if one.bookmarked] == [3]
        await press(pilot, "escape", "escape")
        assert "The text of Headline number 1." in shown(pilot)
        assert main(pilot).shelf.query.view is View.UNREAD


async def test_what_one_source_alone_tells_is_said() -> None:
    async with reading(told_thrice()) as pilot:
        await press(pilot, "G", "t")
        assert "no other source tells of this" in rows(pilot)[-1]
        assert main(pilot).headlines.cursor == 4


async def test_what_is_said_of_one_key_is_not_said_of_the_next() -> None:
    async with reading(told_thrice()) as pilot:
        await press(pilot, "G", "t", "k")
        assert "no other source" not in rows(pilot)[-1]
        await press(pilot, "H", "3")
        assert "read headlines" not in rows(pilot)[-1]


async def test_one_thing_is_said_at_a_time() -> None:
    async with reading(told_thrice()) as pilot:
        await press(pilot, "H", "b")
        assert "Kept for offline" in rows(pilot)[-1]
        assert "read headlines" not in rows(pilot)[-1]
        await press(pilot, "H")
        assert "read headlines shown" in rows(pilot)[-1]
        assert "Kept for offline" not in rows(pilot)[-1]


async def test_a_headline_says_how_many_others_tell_its_story_once_the_reader_rests() -> None:
    newsroom = told_thrice()
    async with reading(newsroom) as pilot:
        main(pilot).retelling.count()
        await settled(pilot)
        assert shown(pilot).count("+2") == 3
        await press(pilot, "m", "enter")
        assert shown(pilot).count("+2") == 3, "also when it is fetched anew, and when it is read"
        newsroom.coming = [headline(9)]
        newsroom.tellings.stories = []
        await press(pilot, "R")
        main(pilot).retelling.count()
        await settled(pilot)
        assert "+2" not in shown(pilot)


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (60, "The Harbour Post · 1 h · 6 min · +2"),
        (36, "The Harbour Post · 1 h · 6 min"),
        (32, "The Harbour Post · 1 h · +2"),
        (26, "The Harbour Po… · 1 h"),
    ],
)
def test_where_there_is_no_room_the_source_comes_before_length_and_how_many_others_tell(
    width: int, said: str
) -> None:
    plain = RowInk(*[Style()] * 7)
    _, row, _ = headline_rows(headline(1, tellings=2), width, NOON, plain, cursor=False)
    assert "".join(segment.text for segment in row).strip() == said
