"""The sources pane: what stands in it, where its rows lead, and when it is there."""

from dataclasses import replace

from textual.pilot import Pilot

from newsreader.model import HeadlineQuery, Subscription
from newsreader.tui.widgets.source_list import SourceList
from newsreader.tui.widgets.source_rows import FAILED, GAP, source_rows
from support.newsroom_double import NewsroomDouble, article, headline
from support.on_screen import main, press, reading, rows, settled, shown

SOURCES = [
    Subscription(1, "https://post.example/feed", "The Harbour Post", unread=2, total=3),
    Subscription(2, "https://mole.example/feed", "Mole Weekly", folder="Nature", unread=1, total=1),
    Subscription(3, "https://kelp.example/feed", "Kelp", folder="Nature", error="the server is gone"),
]


def shelved() -> NewsroomDouble:
    """Return a newsroom of three sources, two of them in a folder; only the second headline is of the latter."""
    made = [headline(1), headline(2, source_id=2, source="Mole Weekly"), headline(3), headline(4)]
    newsroom = NewsroomDouble(made, [(one.id, article(one)) for one in made])
    newsroom.sources = list(SOURCES)
    return newsroom


def test_rows_are_views_then_sources_by_folder_with_their_counts() -> None:
    made = source_rows(SOURCES, kept=5)
    assert [row.title for row in made if not row.gap][-5:] == [
        "Today’s edition", "The Harbour Post", "Nature", "Mole Weekly", "Kelp",
    ]  # fmt: skip
    counts = {row.title: row.count for row in made}
    assert (counts["Unread"], counts["Kept"], counts["Nature"]) == (3, 5, 1)
    assert made.count(GAP) == 2


async def test_on_a_broad_screen_it_stands_beside_the_others_and_says_what_is_unread_and_what_failed() -> None:
    async with reading(shelved(), size=(160, 30)) as pilot:
        pane = [row[:28].split() for row in rows(pilot)]
        assert ["▌", "All", "headlines"] in pane
        assert ["The", "Harbour", "Post", "2"] in pane
        assert ["Kelp", FAILED] in pane
        assert not isinstance(pilot.app.focused, SourceList)


async def test_a_folder_a_source_and_a_view_are_chosen_with_enter() -> None:
    async with reading(shelved(), size=(160, 30)) as pilot:
        await press(pilot, "0", "G", "k", "enter")
        assert main(pilot).headlines.ids == (2,)
        assert "1 unread of 1 · Mole Weekly" in rows(pilot)[0]
        assert main(pilot).headlines.has_focus
        await press(pilot, "0", "k", "enter")
        assert main(pilot).shelf.query == HeadlineQuery(folder="Nature")
        assert main(pilot).headlines.ids == (2,)
        await press(pilot, "0", "home", "enter")
        assert main(pilot).headlines.ids == (1, 2, 3, 4)


async def test_why_a_source_failed_is_said_while_the_cursor_is_on_it() -> None:
    async with reading(shelved(), size=(160, 30)) as pilot:
        await press(pilot, "0", "end")
        assert rows(pilot)[-1].rstrip().endswith("the server is gone")
        await press(pilot, "k")
        assert "the server is gone" not in shown(pilot)


async def test_refresh_asks_the_source_at_the_cursor_of_the_pane() -> None:
    newsroom = shelved()
    async with reading(newsroom, size=(160, 30)) as pilot:
        await press(pilot, "0", "G", "r")
        assert ("refresh", ((3,), True)) in newsroom.asked


async def test_on_a_row_that_is_no_source_none_is_refreshed_or_left() -> None:
    newsroom = shelved()
    async with reading(newsroom, size=(160, 30)) as pilot:
        for row in ("home", "G,k,k"):  # all headlines; the folder
            await press(pilot, "0", *row.split(","), "r")
            assert "This row is no source" in rows(pilot)[-1]
            await pilot.app.screen.run_action("do('source.remove')")
            await settled(pilot)
            await press(pilot, "escape")
        assert newsroom.sources == SOURCES
        assert not [asked for asked, _ in newsroom.asked if asked == "refresh"]


async def test_tab_goes_round_the_panes_that_are_there() -> None:
    async with reading(shelved(), size=(160, 30)) as pilot:
        panes = []
        for _ in range(3):
            await press(pilot, "tab")
            panes.append(type(pilot.app.focused).__name__)
        assert panes == ["ArticleView", "SourceList", "HeadlineList"]
        await press(pilot, "shift+tab")
        assert isinstance(pilot.app.focused, SourceList)


async def test_where_there_is_no_room_it_comes_over_the_others_and_goes_when_it_is_left() -> None:
    async with reading(shelved(), size=(60, 24)) as pilot:
        assert "All headlines" not in shown(pilot)
        await press(pilot, "0")
        assert "All headlines" in shown(pilot)
        await press(pilot, "escape")
        assert "All headlines" not in shown(pilot)
        await press(pilot, "0", "G", "k", "enter")
        assert main(pilot).headlines.ids == (2,)
        assert "All headlines" not in shown(pilot)


async def test_over_the_list_it_cuts_no_word_of_the_article() -> None:
    async with reading(shelved(), size=(80, 24)) as pilot:
        before = [row[32:] for row in rows(pilot)[1:-1]]
        await press(pilot, "0")
        assert "All headlines" in shown(pilot)
        assert [row[32:] for row in rows(pilot)[1:-1]] == before


async def test_that_it_was_put_away_or_shown_is_remembered_for_each_breadth() -> None:
    newsroom = shelved()
    async with reading(newsroom, size=(160, 24)) as pilot:
        await press(pilot, "0", "0")
        assert "All headlines" not in shown(pilot)
    async with reading(newsroom, size=(160, 24)) as pilot:
        assert "All headlines" not in shown(pilot)
        await pilot.resize_terminal(120, 24)
        await settled(pilot)
        await press(pilot, "0", "escape")
        assert "All headlines" in shown(pilot)
    async with reading(newsroom, size=(120, 24)) as pilot:
        main(pilot).source_pane.fill()  # as it does after the first paint
        await settled(pilot)
        assert "All headlines" in shown(pilot)


async def test_counts_follow_what_is_read_and_the_cursor_stays_where_it_is() -> None:
    newsroom = shelved()
    async with reading(newsroom, size=(160, 30)) as pilot:
        await press(pilot, "0", "G")
        newsroom.sources = [
            replace(SOURCES[0], unread=77),
            Subscription(9, "https://new.example", "New"),
            *SOURCES[1:],
        ]
        main(pilot).source_pane.fill()
        await settled(pilot)
        pane = main(pilot).sources
        assert pane.current is not None
        assert pane.current.title == "Kelp"
        assert any(row[:28].split()[-2:] == ["Post", "77"] for row in rows(pilot))


async def test_which_pane_has_the_keys_is_seen_without_any_colour() -> None:
    async with reading(shelved(), size=(160, 24), theme="terminal") as pilot:
        assert reversed_cells(pilot) == "▌● Headline number 1"
        assert "┃" not in shown(pilot)
        await press(pilot, "0")
        assert reversed_cells(pilot) == "▌ All headlines"
        await press(pilot, "tab", "enter")
        assert reversed_cells(pilot) == ""
        assert "┃" in shown(pilot)


def reversed_cells(pilot: Pilot[None]) -> str:
    """Return what is reversed in the first row of the panes."""
    strip = pilot.app.screen._compositor.render_strips(pilot.app.size)[2]
    return "".join(segment.text for segment in strip if segment.style and segment.style.reverse).strip()


async def test_a_count_that_is_asked_for_twice_at_once_is_made_once() -> None:
    async with reading(shelved(), size=(120, 40)) as pilot:
        await press(pilot, "0")
        main(pilot).source_pane.fill()
        main(pilot).source_pane.fill()
        await settled(pilot)
        assert main(pilot).sources.current is not None
