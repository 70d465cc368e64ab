"""Refreshing and adding sources while the reader goes on reading."""

from dataclasses import replace
from typing import Any
from unittest.mock import patch

import pytest
from textual.geometry import Region

from newsreader.model import FeedError
from newsreader.newsroom import Progress, RefreshReport
from newsreader.tui.screens import refreshing
from newsreader.tui.screens.add_source import AddSource
from newsreader.tui.screens.reading import ReadingScreen
from newsreader.tui.screens.refreshing import report_words
from support.newsroom_double import NOON, SOURCE, NewsroomDouble, article, failures, headline
from support.on_screen import main, main_screen, press, reading, rows, settled, shown, toasts


def two() -> NewsroomDouble:
    """Return a newsroom of two headlines, and one more to come."""
    made = [headline(number) for number in (2, 3)]
    newsroom = NewsroomDouble(made, [(one.id, article(one)) for one in made])
    newsroom.coming = [headline(1, "Fresh from the quay")]
    return newsroom


async def test_it_refreshes_at_the_start_and_what_is_read_does_not_move() -> None:
    made = [headline(number) for number in range(2, 40)]
    newsroom = NewsroomDouble(made, [(one.id, article(one)) for one in made])
    newsroom.coming = [headline(1, "Fresh from the quay")]
    newsroom.gate.clear()
    async with reading(newsroom, wait=False, start_refresh=True) as pilot:
        await pilot.pause()
        assert rows(pilot)[0].rstrip().endswith("refreshing 0 of 40")
        before = rows(pilot)[2:-1]
        newsroom.gate.set()
        await settled(pilot)
        assert "39 unread of 39" in rows(pilot)[0]
        assert [row[:40] for row in rows(pilot)[2:-1]] == [row[:40] for row in before]
        await press(pilot, "k")
        assert rows(pilot)[2].startswith("▌● Fresh from the quay")
        assert toasts(pilot) == []


async def test_rows_are_drawn_where_the_news_changes_them_and_nowhere_else() -> None:
    made = [headline(number) for number in range(2, 40)]
    newsroom = NewsroomDouble(made, [(one.id, article(one)) for one in made])
    newsroom.coming = [headline(1, "Fresh from the quay")]
    async with reading(newsroom) as pilot:
        lists = main(pilot).headlines
        await press(pilot, "j", "j")
        with patch.object(lists, "refresh") as drawn:
            main(pilot).refreshing.start(asked=False)
            await settled(pilot)
            assert len(lists.ids) == 39
            assert not drawn.called
            await newsroom.mark_read([5])  # as another program does
            main(pilot).refreshing.start(asked=False)
            await settled(pilot)
            assert {call.args for call in drawn.call_args_list} == {(Region(0, 9, lists.size.width, 3),)}
        lists.refresh()
        await settled(pilot)
        before = rows(pilot)
        lists.redraw()
        await settled(pilot)
        assert rows(pilot) == before


async def test_capital_r_asks_all_and_r_asks_one_source() -> None:
    newsroom = two()
    async with reading(newsroom) as pilot:
        await press(pilot, "R")
        assert toasts(pilot) == ["1 new headline"]
        await press(pilot, "r")
        asked = [what for name, what in newsroom.asked if name == "refresh"]
        assert asked == [(None, True), ((1,), True)]
        assert toasts(pilot)[-1] == "Nothing new"


class Flying(NewsroomDouble):
    """A thousand sources answer in ten seconds, each with news. A double of the clock tells how late it is."""

    clock = 100.0

    async def refresh(self, *args: object, **options: Any) -> RefreshReport:
        for answered in range(1, 1001):
            self.clock += 0.01
            options["on_progress"](Progress(answered, 1000, new=answered))
        return RefreshReport(1000, 1000, 0, 1000)


@pytest.mark.parametrize(("seconds", "looks"), [(0.001, 10), (0.1, 6)])
async def test_what_flies_by_is_shown_as_often_as_it_can_be_read(
    monkeypatch: pytest.MonkeyPatch, seconds: float, looks: int
) -> None:
    newsroom = Flying()
    monkeypatch.setattr(refreshing, "monotonic", lambda: newsroom.clock)
    counted: list[Progress | None] = []
    came: list[Progress | None] = []

    def look() -> None:
        newsroom.clock += seconds
        came.append(one.progress)

    async with reading(newsroom) as pilot:
        one = refreshing.Refreshing(
            main_screen(pilot),
            newsroom,
            lambda: NOON,
            changed=lambda: counted.append(one.progress),
            arrived=look,
            completing=lambda: None,
        )
        one.start(asked=False)
        await settled(pilot)
    assert len([progress for progress in came if progress]) == looks, "of the time a twentieth at most"
    assert 45 <= len(counted) <= 56
    assert counted[-1] is None, "in the end no refresh is told of"


async def test_only_one_refresh_runs_at_a_time() -> None:
    newsroom = two()
    newsroom.gate.clear()
    async with reading(newsroom) as pilot:
        await pilot.press("R", "R")
        await pilot.pause()
        assert toasts(pilot) == ["A refresh is running already"]
        newsroom.gate.set()


async def test_the_first_headlines_fill_an_empty_list() -> None:
    newsroom = NewsroomDouble()
    newsroom.coming = [headline(1), headline(2)]
    async with reading(newsroom) as pilot:
        await press(pilot, "R")
        assert rows(pilot)[2].startswith("▌● Headline number 1")
        assert "The text of Headline number 1." in shown(pilot)


class Unreached(NewsroomDouble):
    """All its sources are out of reach, but for the built-in edition."""

    async def refresh(self, *args: object, **options: object) -> RefreshReport:
        return RefreshReport(10, 0, 1, 0, failures(*["no answer"] * 9))


async def test_without_a_network_it_says_offline_and_nothing_else() -> None:
    made = headline(1)
    newsroom = Unreached([made], [(1, article(made))])
    newsroom.sources = [replace(SOURCE, edition=True)]
    async with reading(newsroom, start_refresh=True) as pilot:
        assert rows(pilot)[0].rstrip().endswith("1 unread of 1 · offline")
        assert toasts(pilot) == []


def test_a_report_is_one_line() -> None:
    assert report_words(RefreshReport(2, 0, 0, 0, failures("a", "b"))) == "None of 2 sources could be reached"
    assert report_words(RefreshReport()) == "Nothing to refresh yet"
    assert report_words(RefreshReport(9, 2, 7, 5)) == "5 new headlines"
    assert report_words(RefreshReport(9, 0, 8, 0, failures("no answer"))) == "Nothing new · post.example: no answer"
    two_failed = RefreshReport(9, 1, 6, 1, failures("a", "b"))
    assert report_words(two_failed) == "1 new headline · 2 of 9 sources failed, see “failing” in the palette"


async def test_a_source_is_added_by_its_address() -> None:
    newsroom = two()
    async with reading(newsroom) as pilot:
        await press(pilot, "a", *"news.example", "enter")
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert newsroom.sources[-1].url == "https://news.example/"
        assert toasts(pilot) == ["Added A new source: 1 headline · u undoes"]
        assert "Fresh from the quay" in shown(pilot)


async def test_a_source_that_is_added_is_gone_to_and_u_takes_it_back() -> None:
    newsroom = two()
    newsroom.coming = [headline(9, "From far away"), headline(8, "From nearer")]
    async with reading(newsroom) as pilot:
        await press(pilot, "a", *"news.example", "enter")
        assert toasts(pilot) == ["Added A new source: 2 headlines · u undoes"]
        assert "The text of From far away." in shown(pilot)
        await press(pilot, "u")
        assert "From far away" not in rows(pilot)[2]
        assert len(newsroom.sources) == 1


async def test_an_address_without_a_feed_is_told_and_may_be_mended() -> None:
    newsroom = two()
    async with reading(newsroom) as pilot:
        newsroom.failure = FeedError("no feed is named [/there]", "https://news.example/", "try another")
        await press(pilot, "a", *"news.example", "enter")
        assert isinstance(pilot.app.screen, AddSource)
        assert "no feed is named [/there]" in shown(pilot).replace("\n", " ")
        await press(pilot, "backspace")
        assert "no feed is named" not in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert len(newsroom.sources) == 1


async def test_adding_says_that_it_is_looking() -> None:
    newsroom = two()
    async with reading(newsroom) as pilot:
        newsroom.gate.clear()
        await pilot.press("a", *"n.am", "enter")
        await pilot.pause()
        assert "Looking at n.am …" in shown(pilot)
        newsroom.gate.set()


async def test_what_is_in_view_stays_while_news_comes_above_it_and_a_quiet_line_says_how_much() -> None:
    newsroom = NewsroomDouble([headline(number) for number in range(10, 60)])
    async with reading(newsroom, size=(100, 24)) as pilot:
        await press(pilot, "j", "j")
        main(pilot).headlines.scroll_to(y=60, animate=False)  # by the wheel: the cursor is out of view
        await settled(pilot)
        before = [row[:38] for row in rows(pilot)[2:]]
        newsroom.coming = [headline(number) for number in range(1, 5)]
        await press(pilot, "R")
        assert [row[:38] for row in rows(pilot)[2:]] == before
        assert main(pilot).headlines.current == headline(12)
        assert "↑ 4 new · gg shows them" in rows(pilot)[1]
        await pilot.click("NewsAbove", offset=(5, 0))
        await settled(pilot)
        assert main(pilot).headlines.current == headline(1)
        assert "new ·" not in rows(pilot)[1]


async def test_a_view_opened_anew_has_no_news_above() -> None:
    newsroom = NewsroomDouble([headline(number) for number in range(10, 60)])
    async with reading(newsroom, size=(100, 24)) as pilot:
        newsroom.coming = [headline(1)]
        await press(pilot, "R")
        assert "↑ 1 new" in rows(pilot)[1]
        await press(pilot, "1")
        assert main(pilot).headlines.current == headline(1)
        assert "new ·" not in rows(pilot)[1]
