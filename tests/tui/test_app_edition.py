"""The edition: a list with an end, in the order of its sections."""

from support.newsroom_double import NewsroomDouble, article, headline
from support.on_screen import main, press, reading, rows, shown


def of_two_sections() -> NewsroomDouble:
    """Return a newsroom of nine headlines, four of which make the edition; its first is read."""
    made = [headline(number, read=number == 7) for number in range(1, 10)]
    newsroom = NewsroomDouble(made, [(one.id, article(one)) for one in made])
    newsroom.chosen = {"Dailies": [7, 2], "Weeklies": [5, 1]}
    return newsroom


async def test_the_edition_stands_in_its_own_order_and_ends() -> None:
    async with reading(of_two_sections()) as pilot:
        await press(pilot, "j", "e")
        assert main(pilot).headlines.ids == (7, 2, 5, 1)
        assert "edition · 4 headlines, 3 unread" in rows(pilot)[0]
        assert "The text of Headline number 2." in shown(pilot)
        await press(pilot, "m", "n", "n")
        assert "2 unread" in rows(pilot)[0]
        await press(pilot, "n")
        assert "nothing unread further on" in rows(pilot)[-1]
        await press(pilot, "1")
        assert main(pilot).headlines.cursor == 1


async def test_a_search_from_the_edition_comes_back_to_it() -> None:
    newsroom = of_two_sections()
    async with reading(newsroom) as pilot:
        await press(pilot, "e", "j", "slash", *"number 9", "enter")
        assert "1 for “number 9”" in rows(pilot)[0]
        await press(pilot, "escape")
        assert main(pilot).headlines.ids == (7, 2, 5, 1)
        assert main(pilot).headlines.cursor == 2
        newsroom.coming = [headline(20)]
        await press(pilot, "R")
        assert main(pilot).headlines.ids == (7, 2, 5, 1)


async def test_without_news_there_is_no_edition() -> None:
    async with reading(NewsroomDouble()) as pilot:
        await press(pilot, "e")
        assert "There is no news for an edition yet." in shown(pilot)
