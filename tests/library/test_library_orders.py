"""The orders of a list: by time both ways, by source, by length; the same headlines in each."""

from datetime import timedelta

import pytest

from newsreader.library import Library
from newsreader.library.ordering import order_by
from newsreader.model import HeadlineQuery, Order, View
from support.articles import FULL_ARTICLE
from support.libraries import CHECK, Clock, entry, feed


@pytest.fixture
async def shelf(library: Library) -> Library:
    """Return a library of four headlines by two sources, 1 and 2 of ``zenit``, 3 and 4 of ``Anchor``."""
    lengths = {"zenit": ((1, 30), (4, 0)), "Anchor": ((2, 10), (3, 20))}
    for title, told in lengths.items():
        source = await library.subscribe(f"https://{title}.example/feed", title)
        entries = (entry(str(hours), hours_ago=hours, content="word " * words) for hours, words in told)
        await library.store_feed(source.id, feed(*entries, title=title), CHECK)
    return library


ORDERS = {
    Order.NEWEST: (1, 3, 4, 2),
    Order.OLDEST: (2, 4, 3, 1),
    Order.SOURCE: (3, 4, 1, 2),
    Order.SHORTEST: (3, 4, 1, 2),
    Order.LONGEST: (1, 4, 3, 2),
}


@pytest.mark.parametrize(("order", "ids"), ORDERS.items())
async def test_all_headlines_in_every_order(shelf: Library, order: Order, ids: tuple[int, ...]) -> None:
    assert shelf.headline_ids(HeadlineQuery(order=order)) == ids
    assert shelf.headline_ids(HeadlineQuery(order=order, limit=2)) == ids[:2]
    assert shelf.headline_ids(HeadlineQuery(search="title", order=order)) == ids


async def test_views_that_go_by_what_the_reader_did_are_turned_round(shelf: Library, clock: Clock) -> None:
    for number in (2, 1, 4):
        await shelf.bookmark_entry(number, FULL_ARTICLE)
        clock.pass_by(timedelta(minutes=1))
        await shelf.mark_read([number], read=True)
    assert shelf.headline_ids(HeadlineQuery(View.BOOKMARKS)) == (4, 1, 2)
    assert shelf.headline_ids(HeadlineQuery(View.BOOKMARKS, order=Order.OLDEST)) == (2, 1, 4)
    assert shelf.headline_ids(HeadlineQuery(View.HISTORY, order=Order.OLDEST)) == (2, 1, 4)
    assert shelf.headline_ids(HeadlineQuery(View.HISTORY, order=Order.SOURCE)) == (4, 1, 2)


async def test_the_orders_by_time_are_read_off_an_index(shelf: Library) -> None:
    with shelf._reading() as connection:
        for order in (Order.NEWEST, Order.OLDEST):
            statement = f"EXPLAIN QUERY PLAN SELECT e.id FROM entries e {order_by(View.ALL, order)}"
            plan = [detail for *_, detail in connection.execute(statement)]
            assert plan == ["SCAN e USING COVERING INDEX entries_in_order"]
