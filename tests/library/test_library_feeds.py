"""What feeds say is kept, updated in place, and never lost."""

from dataclasses import replace
from datetime import timedelta

import pytest

from newsreader.library import FeedCheck, FeedText, Library
from newsreader.model import Enclosure, HeadlineQuery, NotFoundError, ParsedEntry
from support.libraries import CHECK, NOON, Clock, entry, feed

ALL = HeadlineQuery()


async def test_a_new_subscription_is_known_by_id_and_address(library: Library) -> None:
    added = await library.subscribe("https://a.example/feed", "A", site_url="https://a.example/", folder="News")
    assert library.subscription(added.id) == library.subscription("https://a.example/feed") == added
    assert (added.title, added.folder, added.total, added.next_check) == ("A", "News", 0, None)
    assert await library.subscribe("https://a.example/feed", "Again") == added


async def test_a_front_page_without_a_feed_stays_known_as_such(library: Library) -> None:
    added = await library.subscribe("https://a.example/", "A", from_page=True)
    assert added.from_page
    await library.store_feed(added.id, replace(feed(entry("1")), from_page=True), CHECK)
    assert library.subscriptions()[0].from_page


async def test_entries_are_stored_once_however_often_they_are_seen(library: Library) -> None:
    paper = await library.subscribe("https://a.example/feed", "A")
    assert await library.store_feed(paper.id, feed(entry("1"), entry("2")), CHECK) == 2
    assert await library.store_feed(paper.id, feed(entry("2"), entry("3")), CHECK) == 1
    assert library.count(ALL) == (3, 3)


@pytest.mark.parametrize("guid", ["a\0b", '"', "\\u0041", "\ud800", '["a", "b"]', "1e999", "null", "Ծ 🗞"])
async def test_whatever_an_entry_is_called_it_is_known_by_that(library: Library, guid: str) -> None:
    paper = await library.subscribe("https://a.example/feed", "A")
    assert await library.store_feed(paper.id, feed(entry("A"), entry(guid)), CHECK) == 2
    assert await library.store_feed(paper.id, feed(entry("A"), entry(guid)), CHECK) == 0
    assert await library.store_feed(paper.id, feed(entry(guid, title="Changed")), CHECK) == 0
    assert sorted(one.title == "Changed" for one in library.headlines(library.headline_ids(ALL))) == [False, True]


async def test_a_changed_entry_keeps_id_and_status(library: Library) -> None:
    paper = await library.subscribe("https://a.example/feed", "A")
    await library.store_feed(paper.id, feed(entry("1", content="<p>one two</p>")), CHECK)
    (known,) = library.headline_ids(ALL)
    await library.mark_read([known], read=True)
    await library.store_feed(paper.id, feed(entry("1", title="New", content="<p>one two three</p>")), CHECK)
    (headline,) = library.headlines(library.headline_ids(ALL))
    assert (headline.id, headline.title, headline.read, headline.words) == (known, "New", True, 3)
    assert library.entry_content(known) == FeedText("<p>one two three</p>", "https://paper.example/1")


async def test_of_two_entries_with_one_guid_the_first_counts(library: Library) -> None:
    paper = await library.subscribe("https://a.example/feed", "A")
    twice = feed(entry("1", title="First"), entry("1", title="Second"))
    assert await library.store_feed(paper.id, twice, CHECK) == 1
    assert [headline.title for headline in library.headlines(library.headline_ids(ALL))] == ["First"]


async def test_the_same_page_in_two_feeds_is_two_headlines(library: Library) -> None:
    for name in ("a", "b"):
        paper = await library.subscribe(f"https://{name}.example/feed", name)
        await library.store_feed(paper.id, feed(entry("1", url="https://x.example/")), CHECK)
    assert library.count(ALL) == (2, 2)
    assert library.find_entry("https://x.example/") == max(library.headline_ids(ALL))
    assert library.find_entry("https://y.example/") is None


async def test_newest_stand_first_and_the_future_does_not_count(library: Library, clock: Clock) -> None:
    paper = await library.subscribe("https://a.example/feed", "A")
    clock.now = NOON - timedelta(hours=1)
    await library.store_feed(paper.id, feed(entry("tomorrow", hours_ago=-24), entry("undated")), CHECK)
    clock.now = NOON
    await library.store_feed(paper.id, feed(entry("old", hours_ago=9), entry("new", hours_ago=0.5)), CHECK)
    headlines = library.headlines(library.headline_ids(ALL))
    assert [headline.title for headline in headlines] == [
        "Title new",
        "Title tomorrow",
        "Title undated",
        "Title old",
    ]
    assert [NOON - headline.published for headline in headlines] == (
        [timedelta(hours=hours) for hours in (0.5, 1, 1, 9)]
    )


async def test_headlines_come_in_the_order_asked_and_unknown_ones_not_at_all(library: Library) -> None:
    paper = await library.subscribe("https://a.example/feed", "A")
    await library.store_feed(paper.id, feed(entry("1"), entry("2"), entry("3")), CHECK)
    assert [headline.id for headline in library.headlines([3, 99, 1, -1, 2**70, 3])] == [3, 1, 3]


async def test_a_subscription_without_a_title_takes_the_feeds(library: Library) -> None:
    bare = await library.subscribe("https://a.example/feed")
    named = await library.subscribe("https://b.example/feed", "Mine")
    assert bare.title == bare.url
    for subscription in (bare, named):
        await library.store_feed(subscription.id, feed(entry("1"), title="Theirs"), CHECK)
    assert sorted(one.title for one in library.subscriptions()) == ["Mine", "Theirs"]


async def test_checks_are_remembered_for_the_next_request(library: Library) -> None:
    paper = await library.subscribe("https://a.example/feed", "A")
    later = NOON + timedelta(hours=1)
    assert [one.id for one in library.due(NOON)] == [paper.id]
    check = FeedCheck(checked_at=NOON, next_check=later, etag='"1"', last_modified="Thu", body_hash="abc")
    await library.store_feed(paper.id, feed(entry("1")), check)
    assert library.due(NOON) == []
    assert [one.id for one in library.due(later)] == [paper.id]
    await library.store_unchanged(paper.id, FeedCheck(checked_at=later, etag='"2"'))
    known = library.subscriptions()[0]
    assert (known.etag, known.last_modified, known.body_hash, known.checked_at) == ('"2"', "Thu", "abc", later)


async def test_failures_are_counted_until_it_goes_well(library: Library) -> None:
    paper = await library.subscribe("https://a.example/feed", "A")
    for _ in range(2):
        await library.store_failure(paper.id, "no answer", checked_at=NOON, next_check=NOON)
    failing = library.subscriptions()[0]
    assert (failing.error, failing.failures) == ("no answer", 2)
    await library.store_unchanged(paper.id, CHECK)
    assert (library.subscriptions()[0].error, library.subscriptions()[0].failures) == ("", 0)


async def test_a_subscription_is_renamed_moved_and_filed(library: Library) -> None:
    paper = await library.subscribe("https://a.example/feed", "A")
    other = await library.subscribe("https://b.example/feed", "B")
    await library.change_subscription(paper.id, title="Alpha", folder="News")
    assert await library.move_subscription(paper.id, "https://a.example/new")
    assert not await library.move_subscription(paper.id, other.url)
    changed = library.subscription(paper.id)
    assert changed is not None
    assert (changed.title, changed.folder, changed.url) == ("Alpha", "News", "https://a.example/new")
    with pytest.raises(NotFoundError):
        await library.change_subscription(99, title="x")


async def test_what_only_broken_text_has_is_stored_without_it(library: Library) -> None:
    paper = await library.subscribe("https://a.example/\udc80", "A\ud800", folder="\udfff")
    odd = ParsedEntry(
        "\ud800", "t\udfff", "https://a.example/\ud900", author="\udc00", summary="\udc01", content="\x00"
    )
    odd = replace(odd, enclosures=(Enclosure("https://a.example/\ud800", "\ud800", 2**80),))
    assert await library.store_feed(paper.id, feed(odd), CHECK) == 1
    assert await library.store_feed(paper.id, feed(odd), CHECK) == 0
    assert library.headlines(library.headline_ids(ALL))[0].title == "t?"
    assert library.find_entry("\ud800") is None
    assert library.subscription("\ud800") is None
    assert library.subscription(2**64) is None
    assert library.headline_ids(HeadlineQuery(source_id=2**64)) == ()
    await library.remember("\ud800", "\udfff")
    assert library.setting("\ud800") == "?"


async def test_an_answer_for_a_removed_subscription_is_dropped(library: Library) -> None:
    paper = await library.subscribe("https://a.example/feed", "A")
    await library.unsubscribe(paper.id)
    assert await library.store_feed(paper.id, feed(entry("1")), CHECK) == 0
    assert await library.store_feed(99, feed(entry("1")), CHECK) == 0
    assert library.count(ALL) == (0, 0)


async def test_no_number_is_too_large_to_be_asked_for(library: Library) -> None:
    for number in (2**63, 2**200, -(2**200)):
        assert await library.store_feed(number, feed(entry("1")), CHECK) == 0
        await library.store_unchanged(number, CHECK)
        await library.store_failure(number, "x", NOON, NOON)
        await library.image_failed(number, "https://a.example/", "x")
        assert not await library.unsubscribe(number)
        assert not await library.move_subscription(number, "https://a.example/")
        assert await library.mark_read([number], read=True) == 0
        assert library.missing_images(number) == ()
        assert library.picture_file(number, "https://a.example/") is None
        assert library.entry_content(number) is None
        assert library.bookmark(number) is None
        assert library.position(number) == 0


async def test_counts_of_subscriptions_follow_what_is_read(library: Library) -> None:
    paper = await library.subscribe("https://a.example/feed", "A")
    await library.store_feed(paper.id, feed(entry("1"), entry("2")), CHECK)
    await library.mark_read([1], read=True)
    known = library.subscriptions(counted=True)[0]
    assert (known.unread, known.total) == (1, 2)
    assert library.subscription(paper.id) == known
