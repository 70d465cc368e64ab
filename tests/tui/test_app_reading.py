"""Reading with the keys: what stands on the screen after each."""

from collections.abc import Sequence
from dataclasses import replace

from newsreader.model import Article, FetchError, Headline, HeadlineQuery
from newsreader.newsroom import Reading
from newsreader.tui.widgets.headline_list import HeadlineList
from support.newsroom_double import NewsroomDouble, article, headline
from support.on_screen import in_article, main, press, reading, rows, settled, shown, toasts


def five() -> NewsroomDouble:
    """Return a newsroom of five headlines, the first and the fourth read, all in the library."""
    made = [headline(number, read=number in {1, 4}) for number in range(1, 6)]
    return NewsroomDouble(made, [(one.id, article(one)) for one in made])


def long_article(of: int = 1, paragraphs: int = 60) -> Article:
    """Return an article of many screenfuls; every paragraph names itself."""
    texts = [f"Paragraph {number} begins. " + "It goes on for a while. " * 8 for number in range(paragraphs)]
    return article(headline(of), *texts)


async def test_it_opens_on_the_newest_unread_with_its_article_beside() -> None:
    async with reading(five()) as pilot:
        assert "The text of Headline number 2." in shown(pilot)
        assert any(row.startswith("▌● Headline number 2") for row in rows(pilot))


async def test_the_header_bar_says_day_place_and_warmth() -> None:
    async with reading(five()) as pilot:
        assert rows(pilot)[0].startswith(" Thursday, 30 March, 2023 · In Stepanakert: +18 °C ")
        assert rows(pilot)[0].rstrip().endswith("3 unread of 5 · refreshed 10:52")


async def test_going_through_headlines_shows_each_at_once_but_marks_nothing_read() -> None:
    newsroom = five()
    async with reading(newsroom) as pilot:
        await press(pilot, "j", "down", "k")
        assert "The text of Headline number 3." in shown(pilot)
        assert newsroom.read_at == []


async def test_enter_goes_into_the_article_and_marks_it_read() -> None:
    newsroom = five()
    async with reading(newsroom) as pilot:
        await press(pilot, "enter")
        assert in_article(pilot)
        assert newsroom.read_at == [2]
        assert "2 unread of 5" in rows(pilot)[0]
        await press(pilot, "escape")
        assert not in_article(pilot)


async def test_an_article_looked_at_for_a_while_is_read_once_the_reader_went_there() -> None:
    newsroom = five()
    async with reading(newsroom) as pilot:
        assert main(pilot).looking.timer is None
        await press(pilot, "j", "k")
        assert main(pilot).looking.timer is not None
        main(pilot).looking.read()
        await settled(pilot)
        assert newsroom.read_at == [2]


async def test_an_article_that_is_not_here_is_fetched_while_its_head_stands_there() -> None:
    newsroom = NewsroomDouble([headline(1)])
    newsroom.gate.clear()
    async with reading(newsroom, wait=False) as pilot:
        await pilot.pause()
        assert "fetching…" not in shown(pilot)
        main(pilot).reader.still_waiting(newsroom.by_id[1])
        await pilot.pause()
        assert "fetching…" in shown(pilot)
        assert shown(pilot).count("Headline number 1") == 2
        newsroom.gate.set()
        await settled(pilot)
        assert "The text of Headline number 1." in shown(pilot)


async def test_space_waits_for_an_article_on_its_way() -> None:
    newsroom = NewsroomDouble([headline(1), headline(2)])
    newsroom.gate.clear()
    async with reading(newsroom, wait=False) as pilot:
        await pilot.press("enter", "space")
        await pilot.pause()
        assert main(pilot).headlines.cursor == 0
        newsroom.gate.set()
        await settled(pilot)
        await press(pilot, "space")
        assert main(pilot).headlines.cursor == 1


async def test_only_the_headline_the_cursor_rests_on_is_fetched() -> None:
    newsroom = NewsroomDouble([headline(number) for number in range(1, 9)])
    async with reading(newsroom) as pilot:
        newsroom.asked.clear()
        await pilot.press(*"jjjj")
        await settled(pilot)
        assert newsroom.asked == [("reading", 5)]


async def test_the_next_article_is_fetched_ahead() -> None:
    newsroom = NewsroomDouble([headline(1), headline(2)])
    async with reading(newsroom, prefetch=True):
        assert ("reading", 2) in newsroom.asked


async def test_an_article_that_cannot_be_had_is_told_in_one_line() -> None:
    newsroom = NewsroomDouble([headline(1)])
    newsroom.failure = FetchError("the server [/b] does not answer", "https://post.example/1")
    async with reading(newsroom) as pilot:
        assert toasts(pilot) == ["https://post.example/1: the server [/b] does not answer"]
        assert "This article cannot be shown." in shown(pilot)
        await press(pilot, "enter")
        assert "The text of Headline number 1." in shown(pilot)


async def test_space_turns_pages_and_at_the_end_goes_to_the_next_unread() -> None:
    newsroom = NewsroomDouble([headline(1), headline(2)], [(1, long_article(1, 6)), (2, long_article(2))])
    async with reading(newsroom, size=(100, 24)) as pilot:
        await press(pilot, "space")
        assert "Paragraph 0 begins" not in shown(pilot)
        assert newsroom.read_at == [1]
        await press(pilot, "space")
        assert any(row.startswith("▌● Headline number 2") for row in rows(pilot))


async def test_home_end_and_gg_go_to_the_ends_of_the_list() -> None:
    async with reading(five()) as pilot:
        await press(pilot, "G")
        assert main(pilot).headlines.cursor == 4
        await press(pilot, "g", "g")
        assert main(pilot).headlines.cursor == 0
        await press(pilot, "end", "home")
        assert main(pilot).headlines.cursor == 0
        await press(pilot, "g", "j", "g")
        assert main(pilot).headlines.cursor == 1


async def test_n_and_p_go_to_unread_headlines() -> None:
    async with reading(five()) as pilot:
        await press(pilot, "n", "n")
        assert main(pilot).headlines.cursor == 4
        await press(pilot, "n")
        assert (main(pilot).headlines.cursor, "from the top again" in rows(pilot)[-1]) == (1, True)
        await press(pilot, "p")
        assert (main(pilot).headlines.cursor, "from the end again" in rows(pilot)[-1]) == (4, True)
        await press(pilot, "p", "p")
        assert main(pilot).headlines.cursor == 1


async def test_when_nothing_else_is_unread_it_says_so_and_stays() -> None:
    async with reading(NewsroomDouble([headline(1, read=True), headline(2), headline(3, read=True)])) as pilot:
        await press(pilot, "n", "p")
        assert main(pilot).headlines.cursor == 1
        assert "nothing else unread · R looks for news" in rows(pilot)[-1]


async def test_the_next_unread_may_be_far_away() -> None:
    made = [headline(number, read=number not in {0, 1500}) for number in range(2000)]
    async with reading(NewsroomDouble(made)) as pilot:
        await press(pilot, "n")
        assert main(pilot).headlines.cursor == 1500


async def test_capital_j_goes_on_from_within_the_article() -> None:
    async with reading(five()) as pilot:
        await press(pilot, "enter", "J")
        assert "The text of Headline number 3." in shown(pilot)
        assert in_article(pilot)


async def test_tab_goes_from_pane_to_pane() -> None:
    async with reading(five()) as pilot:
        await press(pilot, "tab")
        assert in_article(pilot)
        assert "page" in rows(pilot)[-1]
        await press(pilot, "shift+tab")
        assert not in_article(pilot)
        assert "headlines" in rows(pilot)[-1]


async def test_the_feeds_own_text_and_back() -> None:
    async with reading(five()) as pilot:
        await press(pilot, "x")
        assert "As the feed told it." in shown(pilot)
        assert "from the feed" in shown(pilot)
        await press(pilot, "x")
        assert "The text of Headline number 2." in shown(pilot)


async def test_the_article_alone() -> None:
    async with reading(five()) as pilot:
        await press(pilot, "z")
        assert "Headline number 3" not in shown(pilot)
        await press(pilot, "z")
        assert "Headline number 3" in shown(pilot)


async def test_narrower_and_wider_text_keep_the_place() -> None:
    newsroom = NewsroomDouble([headline(1)], [(1, long_article())])
    async with reading(newsroom, size=(120, 30)) as pilot:
        await press(pilot, "space", "space", "space")
        before = next(row for row in rows(pilot)[2:] if "Paragraph" in row).split("Paragraph ")[1][:2]
        for _ in range(4):
            await press(pilot, "<")
        after = next(row for row in rows(pilot)[2:] if "Paragraph" in row).split("Paragraph ")[1][:2]
        assert abs(int(after) - int(before)) <= 1
        assert "text 56 wide" in rows(pilot)[-1]
        for _ in range(4):
            await press(pilot, ">")
        again = next(row for row in rows(pilot)[2:] if "Paragraph" in row).split("Paragraph ")[1][:2]
        assert again == before


async def test_a_smaller_terminal_keeps_the_place() -> None:
    newsroom = NewsroomDouble([headline(1)], [(1, long_article())])
    async with reading(newsroom, size=(120, 30)) as pilot:
        await press(pilot, "space", "space", "space")
        place = main(pilot).article.place
        await pilot.resize_terminal(84, 30)
        await settled(pilot)
        await pilot.resize_terminal(120, 30)
        await settled(pilot)
        assert main(pilot).article.place == place


async def test_a_headline_that_is_clicked_is_shown_and_clicked_again_is_read() -> None:
    newsroom = five()
    async with reading(newsroom) as pilot:
        await pilot.click(HeadlineList, offset=(5, 2 * 3))
        await settled(pilot)
        assert "The text of Headline number 3." in shown(pilot)
        await pilot.click(HeadlineList, offset=(5, 2 * 3))
        await settled(pilot)
        assert newsroom.read_at == [3]


async def test_midnight_changes_the_date() -> None:
    newsroom = five()
    async with reading(newsroom) as pilot:
        newsroom.masthead_desk.line = replace(newsroom.masthead_desk.line, date_forms=("Friday, 31 March, 2023",))
        main(pilot).front.tick()
        await settled(pilot)
        assert rows(pilot)[0].startswith(" Friday, 31 March, 2023 ·")


async def test_nobody_is_asked_for_the_weather_while_nobody_looks() -> None:
    newsroom = five()
    async with reading(newsroom) as pilot:
        asked = newsroom.masthead_desk.looked
        pilot.app.app_focus = False
        for _ in range(3):
            main(pilot).front.tick()
            await settled(pilot)
        assert newsroom.masthead_desk.looked == asked
        pilot.app.app_focus = True
        await settled(pilot)
        assert newsroom.masthead_desk.looked == asked + 1


async def test_a_key_pressed_while_an_article_is_fetched_does_not_wait() -> None:
    newsroom = NewsroomDouble([headline(1), headline(2)])
    newsroom.gate.clear()
    async with reading(newsroom, wait=False) as pilot:
        await pilot.press("j")
        await pilot.pause()
        assert main(pilot).headlines.cursor == 1
        newsroom.gate.set()
        await settled(pilot)
        assert "The text of Headline number 2." in shown(pilot)


class Many(NewsroomDouble):
    """A hundred thousand headlines, each made when it is asked for."""

    def headline_ids(self, query: HeadlineQuery) -> tuple[int, ...]:
        return tuple(range(100_000))

    def headlines(self, ids: Sequence[int]) -> list[Headline]:
        self.asked.append(("headlines", len(ids)))
        return [headline(id_, f"Headline {id_}") for id_ in ids]

    def count(self, query: HeadlineQuery) -> tuple[int, int]:
        return 100_000, 100_000

    def stored_reading(self, entry_id: int) -> Reading:
        (one,) = self.headlines([entry_id])
        return Reading(one, article(one), stored=True)


async def test_of_a_hundred_thousand_headlines_only_those_in_view_are_fetched() -> None:
    newsroom = Many()
    async with reading(newsroom) as pilot:
        await press(pilot, "G")
        assert "Headline 99999" in shown(pilot)
        await press(pilot, "home", "pagedown")
        assert "Headline 12" in shown(pilot)
        assert sum(many for asked, many in newsroom.asked if asked == "headlines" and isinstance(many, int)) < 1000


async def test_the_first_headlines_stand_there_at_once_and_the_rest_below_them() -> None:
    newsroom = NewsroomDouble([headline(number) for number in range(1, 1_300)])
    async with reading(newsroom) as pilot:
        assert main(pilot).headlines.ids == tuple(range(1, 1_300))
        assert main(pilot).headlines.cursor == 0
        await press(pilot, "G")
        assert "Headline number 1299" in shown(pilot)


async def test_a_newest_unread_far_down_is_where_the_reader_begins() -> None:
    newsroom = NewsroomDouble([headline(number, read=number != 1_200) for number in range(1, 1_300)])
    async with reading(newsroom) as pilot:
        assert main(pilot).headlines.cursor == 1_199
