"""What the reader does: reading, undoing, leaving; and the edition that gives way."""

from datetime import timedelta

import pytest

from newsreader.library import Library, Status, Swept
from newsreader.library.changes import KEPT
from newsreader.model import HeadlineQuery, NotFoundError, Subscription, View
from support.articles import FULL_ARTICLE
from support.libraries import CHECK, Clock, entry, feed, sweep_daily

ALL, UNREAD = HeadlineQuery(), HeadlineQuery(View.UNREAD)
BOOKMARKS, HISTORY = HeadlineQuery(View.BOOKMARKS), HeadlineQuery(View.HISTORY)


@pytest.fixture
async def paper(library: Library) -> Subscription:
    subscription = await library.subscribe("https://a.example/feed", "A")
    await library.store_feed(subscription.id, feed(*(entry(str(n), hours_ago=n) for n in range(1, 4))), CHECK)
    return subscription


async def test_read_headlines_leave_the_unread_and_enter_history(
    library: Library, paper: Subscription, clock: Clock
) -> None:
    assert await library.mark_read([3], read=True) == 1
    clock.pass_by(timedelta(minutes=1))
    assert await library.mark_read([1, 3, 99], read=True) == 1
    assert library.headline_ids(UNREAD) == (2,)
    assert library.headline_ids(HISTORY) == (1, 3)
    assert library.headline_ids(ALL) == (1, 2, 3)
    assert [library.count(query) for query in (ALL, UNREAD, HISTORY)] == [(1, 3), (1, 1), (0, 2)]
    assert await library.mark_read([1], read=False) == 1
    assert library.headline_ids(HISTORY) == (3,)


async def test_undo_takes_back_what_was_asked_and_leaves_what_was_not(
    library: Library, paper: Subscription
) -> None:
    await library.bookmark_entry(1, FULL_ARTICLE)
    assert await library.mark_read([1], read=True, asked=False) == 1
    assert await library.undo() == "Bookmark taken back: Title 1"
    assert library.headline_ids(BOOKMARKS) == ()
    assert library.headline_ids(HISTORY) == (1,)
    assert [(one.status, one.value) for one in library.status_changes()] == [
        (Status.READ, True),
        (Status.BOOKMARKED, False),
    ]
    assert await library.undo() == "Subscription taken back: A"


async def test_everything_can_be_undone_also_after_a_restart(
    library: Library, paper: Subscription, clock: Clock
) -> None:
    await library.mark_read([2], read=True)
    await library.mark_read([1, 2, 3], read=True)
    await library.bookmark_entry(1, FULL_ARTICLE)
    await library.annotate(1, "For Monday", ["bridges", "mole"])
    await library.annotate(1, "For Tuesday", ["bridges"])
    await library.unbookmark(1)
    await library.change_subscription(paper.id, title="The A", folder="Papers")
    await library.unsubscribe(paper.id)
    library.close()
    again = Library.open(library.folder, now=clock)
    told = [await again.undo() for _ in range(4)]
    assert told == [
        "Subscribed again: The A",
        "Name and folder as before: A",
        "Bookmark restored: Title 1",
        "Note and tags as before: Title 1",
    ]
    assert [(sub.title, sub.folder) for sub in again.subscriptions()] == [("A", "")]
    (kept,) = again.bookmarks()
    assert (kept.headline.note, kept.headline.tags) == ("For Monday", ("bridges", "mole"))
    told = [await again.undo() for _ in range(6)]
    assert told == [
        "Note and tags as before: Title 1",
        "Bookmark taken back: Title 1",
        "Unread again: 2 headlines",
        "Unread again: Title 2",
        "Subscription taken back: A",
        None,
    ]
    assert again.headlines([1])[0].tags == ()
    assert not again.subscriptions()
    assert not again.bookmarks()
    again.close()


async def test_the_journal_tells_what_each_status_came_to(
    library: Library, paper: Subscription, clock: Clock
) -> None:
    await library.mark_read([1, 2], read=True)
    await library.bookmark_entry(3, FULL_ARTICLE)
    seen = library.status_changes()
    assert [(one.entry_id, one.status, one.value) for one in seen] == [
        (1, Status.READ, True),
        (2, Status.READ, True),
        (3, Status.BOOKMARKED, True),
    ]
    clock.pass_by(timedelta(minutes=1))
    await library.mark_read([1], read=False)
    await library.undo()
    await library.undo()
    after = library.status_changes(after=seen[-1].number)
    assert [(one.entry_id, one.status, one.value, one.made_at) for one in after] == [
        (1, Status.READ, True, clock.now),
        (3, Status.BOOKMARKED, False, clock.now),
    ]


async def test_what_changed_nothing_is_no_step_to_undo(library: Library, paper: Subscription) -> None:
    await library.mark_read([1], read=True)
    assert await library.mark_read([1], read=True) == 0
    assert not await library.unbookmark(2)
    assert not await library.unbookmark(2**70)
    await library.change_subscription(paper.id, title="A", folder="")
    assert not await library.annotate(2, "", [])
    assert await library.undo() == "Unread again: Title 1"
    assert await library.undo() == "Subscription taken back: A"
    assert await library.undo() is None


async def test_undo_gives_back_when_something_was_read(library: Library, paper: Subscription, clock: Clock) -> None:
    await library.mark_read([1], read=True)
    clock.pass_by(timedelta(minutes=1))
    await library.mark_read([2], read=True)
    await library.mark_read([1], read=False)
    assert await library.undo() == "Read again: Title 1"
    assert library.headline_ids(HISTORY) == (2, 1)


async def test_unsubscribing_keeps_bookmarks_under_the_old_name(
    library: Library, paper: Subscription, clock: Clock
) -> None:
    await library.bookmark_entry(2, FULL_ARTICLE)
    assert await library.unsubscribe(paper.id)
    assert not await library.unsubscribe(paper.id)
    assert library.subscriptions() == []
    assert library.headline_ids(ALL) == library.headline_ids(BOOKMARKS) == (2,)
    assert library.count(ALL) == (1, 1)
    assert await sweep_daily(library, clock, 9) == Swept(headlines=2)
    assert library.headlines([1, 2, 3])[0].source == "A"
    assert library.article(2) == FULL_ARTICLE
    assert await library.undo() == "Subscribed again: A"
    assert library.headline_ids(ALL) == (2,)


async def test_subscribing_again_brings_everything_back(library: Library, paper: Subscription) -> None:
    await library.mark_read([1], read=True)
    await library.unsubscribe(paper.id)
    again = await library.subscribe(paper.url, "A")
    assert again.id == paper.id
    assert again.etag is None
    assert library.headline_ids(ALL) == (1, 2, 3)
    assert library.headline_ids(HISTORY) == (1,)
    assert await library.undo() == "Subscription taken back: A"
    assert library.subscriptions() == []
    assert await library.undo() == "Subscribed again: A"
    assert library.headline_ids(ALL) == (1, 2, 3)
    assert await library.undo() == "Unread again: Title 1"


async def test_what_was_removed_is_swept_a_week_later(library: Library, paper: Subscription, clock: Clock) -> None:
    await library.unsubscribe(paper.id)
    assert await sweep_daily(library, clock, 8) == Swept()
    assert len(library.headlines([1, 2, 3])) == 3
    assert await sweep_daily(library, clock, 1) == Swept(headlines=3)
    assert library.headlines([1, 2, 3]) == []
    assert await library.undo() is None
    assert library.headline_ids(HeadlineQuery(search="Title")) == ()


async def test_the_edition_gives_way_to_other_news(library: Library) -> None:
    edition = await library.subscribe("http://127.0.0.1:1/feed", "Edition", edition=True)
    await library.store_feed(edition.id, feed(entry("e1"), entry("e2")), CHECK)
    await library.bookmark_entry(1, FULL_ARTICLE)
    await library.mark_read([2], read=True)
    other = await library.subscribe("https://a.example/feed", "A")
    assert library.headline_ids(ALL) == (1, 2)
    await library.store_feed(other.id, feed(entry("1")), CHECK)
    assert library.headline_ids(ALL) == library.headline_ids(UNREAD) == (1, 3)
    assert library.count(ALL) == library.count(UNREAD) == (2, 2)
    assert library.headline_ids(BOOKMARKS) == (1,)
    assert library.headline_ids(HISTORY) == (2,)
    assert library.headline_ids(HeadlineQuery(source_id=edition.id)) == (1, 2)
    assert library.headline_ids(HeadlineQuery(search="title")) == (1, 3)
    await library.unsubscribe(other.id)
    assert library.headline_ids(ALL) == (1, 2)


async def test_a_folder_lists_what_its_own_sources_brought(library: Library) -> None:
    for number, folder in enumerate(("News", "World News", "News", ""), 1):
        source = await library.subscribe(f"https://{number}.example/feed", folder=folder)
        await library.store_feed(source.id, feed(entry("1", hours_ago=number)), CHECK)
    await library.mark_read([3], read=True)
    assert library.headline_ids(HeadlineQuery(folder="News")) == (1, 3)
    assert library.headline_ids(HeadlineQuery(View.UNREAD, folder="News")) == (1,)
    assert library.count(HeadlineQuery(folder="News")) == (1, 2)
    assert library.headline_ids(HeadlineQuery(folder="")) == (4,)
    assert library.headline_ids(HeadlineQuery(folder="no such")) == ()
    await library.unsubscribe(1)
    assert library.headline_ids(HeadlineQuery(folder="News")) == (3,)


async def test_articles_come_back_as_they_were_stored(library: Library, paper: Subscription) -> None:
    await library.store_article(1, FULL_ARTICLE)
    assert library.article(1) == FULL_ARTICLE
    assert library.find_entry(FULL_ARTICLE.url) == 1
    (headline,) = library.headlines([1])
    assert (headline.words, headline.minutes) == (FULL_ARTICLE.words, FULL_ARTICLE.minutes)
    assert library.article(2) is library.article(99) is library.article(2**64) is None
    with pytest.raises(NotFoundError):
        await library.store_article(99, FULL_ARTICLE)


async def test_a_page_that_no_feed_brought_has_a_place(library: Library) -> None:
    number = await library.store_page(FULL_ARTICLE)
    assert await library.store_page(FULL_ARTICLE) == number
    (headline,) = library.headlines(library.headline_ids(ALL))
    assert (headline.id, headline.source, headline.title) == (number, "Saved pages", FULL_ARTICLE.title)
    assert headline.author == "Ada Lind, Bo Ek"
    assert library.subscriptions() == []


async def test_settings_and_positions_are_remembered(library: Library, paper: Subscription) -> None:
    assert (library.setting("place"), library.position(1)) == (None, 0)
    for value in ("one", "two"):
        await library.remember("place", value)
    await library.remember_position(1, 17)
    await library.remember_position(2, 2**80)
    assert (library.setting("place"), library.position(1)) == ("two", 17)
    assert not library.headlines([1])[0].read


async def test_a_note_outlives_its_subscription(library: Library, paper: Subscription, clock: Clock) -> None:
    await library.annotate(1, "precious", [])
    await library.annotate(2, "", ["kept"])
    await library.unsubscribe(paper.id)
    await sweep_daily(library, clock, days=9)
    assert [(found.id, found.note, found.tags) for found in library.headlines([1, 2, 3])] == [
        (1, "precious", ()),
        (2, "", ("kept",)),
    ]


async def test_changes_of_nothing_take_no_room_among_what_can_be_undone(
    library: Library, paper: Subscription
) -> None:
    await library.mark_read([1], read=True)
    for _ in range(KEPT + 5):
        await library.mark_read([1], read=True)
    assert await library.undo() == "Unread again: Title 1"


async def test_a_subscription_taken_back_late_can_be_had_back_for_a_week(
    library: Library, paper: Subscription, clock: Clock
) -> None:
    clock.pass_by(timedelta(days=30))
    assert await library.undo() == "Subscription taken back: A"
    await sweep_daily(library, clock, days=3)
    assert len(library.headlines([1, 2, 3])) == 3
