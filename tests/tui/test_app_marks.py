"""Marks, bookmarks and undo: shown at once, written, and taken back."""

from dataclasses import replace

import pytest

from newsreader.model import ArticleStatus, LibraryError
from newsreader.tui.widgets.notice import Notice
from support.newsroom_double import NewsroomDouble, article, headline
from support.on_screen import delivered, main, press, reading, rows, settled, shown, toasts


def three() -> NewsroomDouble:
    """Return a newsroom of three unread headlines, all in the library."""
    made = [headline(number) for number in (1, 2, 3)]
    return NewsroomDouble(made, [(one.id, article(one)) for one in made])


async def test_m_marks_read_and_unread() -> None:
    newsroom = three()
    async with reading(newsroom) as pilot:
        await press(pilot, "m")
        assert rows(pilot)[2].startswith("▌  Headline number 1")
        assert newsroom.by_id[1].read
        await press(pilot, "m")
        assert rows(pilot)[2].startswith("▌● Headline number 1")
        assert not newsroom.by_id[1].read


async def test_a_marks_all_in_view_and_u_takes_it_back() -> None:
    newsroom = three()
    async with reading(newsroom) as pilot:
        await press(pilot, "A")
        assert toasts(pilot) == ["3 marked read · u undoes"]
        assert "0 unread of 3" in rows(pilot)[0]
        await press(pilot, "u")
        assert toasts(pilot)[-1] == "3 marked read"
        assert "3 unread of 3" in rows(pilot)[0]
        await press(pilot, "u")
        assert toasts(pilot)[-1] == "Nothing to undo"


async def test_b_keeps_an_article_and_lets_it_go() -> None:
    newsroom = three()
    async with reading(newsroom) as pilot:
        await press(pilot, "b")
        assert toasts(pilot) == ["Kept for offline · u undoes"]
        assert "★" in rows(pilot)[3]
        assert "★ kept offline" in shown(pilot)
        assert newsroom.by_id[1].complete
        await press(pilot, "s")
        assert "★" not in shown(pilot)
        await press(pilot, "u")
        assert newsroom.by_id[1].bookmarked


async def test_the_star_is_there_before_the_disk_has_it() -> None:
    newsroom = three()
    async with reading(newsroom) as pilot:
        await pilot.press("b")
        main(pilot).headlines.refresh()
        await pilot.pause()
        assert "★" in rows(pilot)[3]


async def test_what_cannot_be_written_is_told_and_not_shown() -> None:
    newsroom = three()
    async with reading(newsroom) as pilot:
        newsroom.failure = LibraryError("the disk is full", "news.db", "make room")
        await press(pilot, "b")
        assert toasts(pilot) == ["news.db: the disk is full; make room"]
        assert "★" not in shown(pilot)
        newsroom.failure = LibraryError("the disk is full")
        await press(pilot, "m")
        assert rows(pilot)[2].startswith("▌● Headline number 1")


async def test_views_show_what_is_unread_kept_and_read() -> None:
    newsroom = three()
    async with reading(newsroom) as pilot:
        await press(pilot, "b", "j", "m", "2")
        assert "Headline number 2" not in shown(pilot)
        assert "2 unread" in rows(pilot)[0]
        await press(pilot, "3")
        assert "Headline number 1" in rows(pilot)[2]
        assert "1 kept" in rows(pilot)[0]
        await press(pilot, "4")
        assert "Headline number 2" in rows(pilot)[2]
        await press(pilot, "B")
        assert "Headline number 1" in rows(pilot)[2]
        await press(pilot, "1")
        assert "3" in rows(pilot)[0]


async def test_what_is_read_in_the_unread_view_stays_until_the_view_is_opened_again() -> None:
    async with reading(three()) as pilot:
        await press(pilot, "2", "m", "R")
        assert "Headline number 1" in rows(pilot)[2]
        await press(pilot, "2")
        assert "Headline number 2" in rows(pilot)[2]


async def test_h_hides_what_is_read() -> None:
    async with reading(three()) as pilot:
        await press(pilot, "m", "j", "H")
        assert "Headline number 1" not in shown(pilot)
        assert rows(pilot)[2].startswith("▌● Headline number 2")
        await press(pilot, "H")
        assert "Headline number 1" in shown(pilot)


async def test_undo_brings_back_what_had_gone_from_a_view() -> None:
    async with reading(three()) as pilot:
        await press(pilot, "2", "A", "2")
        assert "Everything is read." in shown(pilot)
        await press(pilot, "u")
        assert rows(pilot)[2].startswith("▌● Headline number 1")
        assert "3 unread" in rows(pilot)[0]


async def test_a_bookmark_says_how_much_of_it_is_here() -> None:
    made = [
        headline(1, bookmarked=True, complete=False, images=(7, 9)),
        headline(2, bookmarked=True, complete=True, images=(3, 3)),
        headline(3, bookmarked=True, complete=False),
        headline(4),
    ]
    async with reading(NewsroomDouble(made, [(one.id, article(one)) for one in made])) as pilot:
        assert [row[:58].split(" min")[1].split("│")[0].strip() for row in rows(pilot)[3:13:3]] == [
            "★ 7/9",
            "★ ✓",
            "★ …",
            "",
        ]
        assert "★ kept, 7 of 9 pictures here" in shown(pilot)


async def test_a_bookmark_counts_up_while_it_is_being_completed() -> None:
    newsroom = three()
    newsroom.completing.clear()
    async with reading(newsroom) as pilot:
        await pilot.press("b")
        await delivered(pilot)
        newsroom._set([1], images=(1, 2))
        main(pilot).marks.look(1)
        await delivered(pilot)
        assert "★ 1/2" in shown(pilot)
        assert "★ kept, 1 of 2 pictures here" in shown(pilot)
        newsroom.completing.set()
        await settled(pilot)
        assert "★ ✓" in shown(pilot)


async def test_keeping_what_the_feed_told_brings_its_page_where_one_reads() -> None:
    newsroom = three()
    page = newsroom.articles[1]
    newsroom.articles[1] = replace(article(newsroom.by_id[1], "A teaser."), status=ArticleStatus.FEED)
    newsroom.completing.clear()
    async with reading(newsroom) as pilot:
        await pilot.press("b")
        await delivered(pilot)
        newsroom._set([1], complete=True)
        main(pilot).written()
        await delivered(pilot)
        assert "★ …" in shown(pilot)
        assert "from the feed" in shown(pilot)
        newsroom.articles[1] = page
        newsroom.completing.set()
        await settled(pilot)
        assert "★ ✓" in shown(pilot)
        assert "from the feed" not in shown(pilot)


async def test_an_empty_view_says_what_to_do() -> None:
    async with reading(NewsroomDouble()) as pilot:
        assert "No headlines yet." in shown(pilot)
        assert "Press R to ask your sources for some" in shown(pilot)
        await press(pilot, "3")
        assert "Nothing is kept yet." in shown(pilot)
        await press(pilot, "j", "k", "G", "enter", "b", "m", "o", "y", "x", "space", "n", "p", "u", "r")


async def test_quitting_waits_until_everything_is_written() -> None:
    newsroom = three()
    async with reading(newsroom) as pilot:
        await pilot.press("m", "q")
        await settled(pilot)
        assert newsroom.by_id[1].read
        assert not pilot.app.is_running or pilot.app._exit


@pytest.mark.parametrize("size", [(120, 40), (40, 12)])
async def test_a_click_on_what_was_just_done_undoes_it(size: tuple[int, int]) -> None:
    newsroom = three()
    async with reading(newsroom, size=size) as pilot:
        await press(pilot, "b")
        assert rows(pilot)[-1].rstrip().endswith("u undoes")
        await pilot.click(Notice, offset=(3, 0))
        await settled(pilot)
        assert not newsroom.by_id[1].bookmarked
        assert toasts(pilot) == ["kept"]
        await pilot.click(Notice)
        await settled(pilot)
        assert toasts(pilot) == ["kept"]


async def test_what_fails_takes_the_place_of_what_was_done_before() -> None:
    newsroom = three()
    async with reading(newsroom, keys={"undo": "ctrl+z,U", "suspend": "ctrl+b"}) as pilot:
        await press(pilot, "b")
        assert toasts(pilot) == ["Kept for offline · ctrl+z undoes"]
        newsroom.failure = LibraryError("the disk is full")
        await press(pilot, "m")
        assert toasts(pilot) == ["the disk is full"]
        assert "undoes" not in shown(pilot)


async def test_undo_takes_back_what_the_reader_did_not_what_was_seen_since() -> None:
    newsroom = three()
    async with reading(newsroom) as pilot:
        await press(pilot, "b", "enter")
        assert newsroom.by_id[1].read
        await press(pilot, "u")
        assert not newsroom.by_id[1].bookmarked
        assert newsroom.by_id[1].read
