"""The order of the list: one key, remembered by view, and never moved under the reader by itself."""

from hypothesis import given
from hypothesis import strategies as st

from newsreader.model import Order, View
from newsreader.tui.screens.listing import inserted
from support.newsroom_double import NewsroomDouble, headline
from support.on_screen import main, press, reading, rows

IDS = st.lists(st.integers(1, 30), unique=True)


def shelf() -> NewsroomDouble:
    """Return four headlines, the newest first, of several lengths and sources."""
    about = ((300, "Zenit"), (100, "Anchor"), (200, "Zenit"), (400, "Anchor"))
    return NewsroomDouble(
        [headline(number, words=words, source=source) for number, (words, source) in enumerate(about, 1)]
    )


async def test_one_key_goes_through_the_orders_and_the_cursor_stays_on_its_headline() -> None:
    newsroom = shelf()
    async with reading(newsroom) as pilot:
        await press(pilot, "j")
        seen = []
        for _ in Order:
            await press(pilot, "S")
            seen.append(main(pilot).headlines.ids)
            current = main(pilot).headlines.current
            assert current is not None
            assert current.id == 2
        assert seen == [(4, 3, 2, 1), (2, 4, 1, 3), (2, 3, 1, 4), (4, 1, 3, 2), (1, 2, 3, 4)]
        assert "newest first" in rows(pilot)[-1]


async def test_each_view_keeps_its_order_and_a_search_only_its_own() -> None:
    newsroom = shelf()
    async with reading(newsroom) as pilot:
        await press(pilot, "S", "2")
        assert main(pilot).headlines.ids == (1, 2, 3, 4)
        await press(pilot, "slash", *"number", "enter", "S")
        assert main(pilot).headlines.ids == (4, 3, 2, 1)
        await press(pilot, "escape", "1")
        assert main(pilot).headlines.ids == (4, 3, 2, 1)
    assert newsroom.habits.sorted == {View.ALL: Order.OLDEST}
    async with reading(newsroom) as pilot:
        assert main(pilot).headlines.ids == (4, 3, 2, 1), "and the next run begins so"


async def test_news_comes_in_where_it_belongs_and_nothing_else_moves() -> None:
    newsroom = shelf()
    newsroom.habits.sorted = {View.ALL: Order.SHORTEST}
    newsroom.coming = [headline(9, words=250)]
    async with reading(newsroom) as pilot:
        newsroom.by_id[2] = headline(2, words=999)  # it has grown since
        await press(pilot, "R")
        assert main(pilot).headlines.ids == (2, 3, 9, 1, 4)


async def test_an_edition_is_not_sorted() -> None:
    newsroom = shelf()
    newsroom.chosen = {"Sea": [3, 1]}
    async with reading(newsroom) as pilot:
        await press(pilot, "e", "S")
        assert main(pilot).headlines.ids == (3, 1)
        assert "an edition has its own order" in rows(pilot)[-1]
    assert not newsroom.habits.sorted


@given(IDS, IDS, st.sets(st.integers(1, 30)))
def test_what_is_shown_keeps_its_order_whatever_comes(shown: list[int], wanted: list[int], keep: set[int]) -> None:
    laid = inserted(shown, wanted, keep=keep)
    assert [id_ for id_ in laid if id_ in shown] == [id_ for id_ in shown if id_ in wanted or id_ in keep]
    assert set(laid) == set(wanted) | (keep & set(shown))
    assert len(laid) == len(set(laid))
