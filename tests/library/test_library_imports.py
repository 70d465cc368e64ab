"""What other programs knew is merged into the library: nothing twice, nothing lost, and one step back."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from newsreader.formats import OpmlFeed
from newsreader.formats.imports import ImportedPage
from newsreader.library import Arrival, Brought, Library, Status
from newsreader.library.merging import Said, joined_notes, joined_tags, wins
from newsreader.model import Headline, HeadlineQuery, View
from support.articles import FULL_ARTICLE
from support.libraries import CHECK, NOON, Clock, entry, feed
from support.site import png

FEED = "https://paper.example/feed"
PAGE = "https://quay.example/light"
SAVED = NOON - timedelta(days=400)
LATER, EARLIER = NOON + timedelta(days=1), NOON - timedelta(days=1)


async def bring(library: Library, *pages: ImportedPage, feeds: tuple[OpmlFeed, ...] = ()) -> Brought:
    return await library.bring_in(feeds, [Arrival(page, page.article) for page in pages], {})


def only(library: Library) -> Headline:
    [number] = library.headline_ids(HeadlineQuery())
    [headline] = library.headlines([number])
    return headline


async def test_a_page_stands_in_the_bookmarks_with_all_that_was_known_of_it(library: Library) -> None:
    page = ImportedPage(PAGE, "The lighthouse", saved_at=SAVED, read=True, note="Ask her.", tags=("sea", "night"))
    assert await bring(library, page) == Brought(new=1)
    [kept] = library.bookmarks()
    assert (kept.saved_at, kept.complete, kept.headline.published) == (SAVED, False, SAVED)
    assert (kept.headline.title, kept.headline.read) == ("The lighthouse", True)
    assert (kept.headline.note, kept.headline.tags) == ("Ask her.", ("night", "sea"))
    await library.catch_up()
    assert library.headline_ids(HeadlineQuery(search="ask lighthouse")) == (kept.headline.id,)


async def test_the_same_again_changes_nothing(library: Library) -> None:
    page = ImportedPage(
        PAGE, "The lighthouse", saved_at=SAVED, read=True, note="n", tags=("a",), article=FULL_ARTICLE
    )
    await bring(library, page, feeds=(OpmlFeed(FEED, "Paper"),))
    before = (library.bookmarks(), library.subscriptions(), library.status_changes())
    assert await bring(library, page, feeds=(OpmlFeed(FEED, "Paper"),)) == Brought(known=1)
    assert (library.bookmarks(), library.subscriptions(), library.status_changes()) == before
    assert "Import taken back" in (await library.undo() or "")
    assert await library.undo() is None, "the second import was nothing to take back"


async def test_one_step_takes_all_of_it_back(library: Library, clock: Clock) -> None:
    kept = await library.store_page(FULL_ARTICLE)
    await library.annotate(kept, "mine", ["own"])
    clock.pass_by(timedelta(minutes=1))
    pages = [ImportedPage(f"https://quay.example/{n}", f"Page {n}", saved_at=SAVED) for n in range(30)]
    known = ImportedPage(FULL_ARTICLE.url, "Bridge", read=True, note="theirs", tags=("other",))
    brought = await bring(library, *pages, known, feeds=(OpmlFeed(FEED, "Paper"),))
    assert brought == Brought(feeds=1, new=30, changed=1)
    await library.catch_up()
    assert await library.undo() == "Import taken back: 31 headlines and Paper"
    headline = only(library)
    assert (headline.note, headline.tags, headline.read, headline.bookmarked) == ("mine", ("own",), False, False)
    assert library.subscriptions() == []
    assert library.headline_ids(HeadlineQuery(search="Page")) == ()
    assert await library.examine() == []


async def test_a_source_that_was_dropped_comes_back_and_undo_drops_it_again(library: Library) -> None:
    paper = await library.subscribe(FEED, "Paper")
    await library.unsubscribe(paper.id)
    assert await bring(library, feeds=(OpmlFeed(FEED, "Other", folder="Sea"),)) == Brought(feeds=1)
    assert [sub.folder for sub in library.subscriptions()] == ["Sea"]
    assert await library.undo() == "Import taken back: Paper"
    assert library.subscriptions() == []


async def test_pages_of_one_moment_stand_as_they_stood_in_the_file(library: Library) -> None:
    await bring(library, *(ImportedPage(f"https://quay.example/{n}", f"Page {n}") for n in range(5)))
    assert [kept.headline.title for kept in library.bookmarks()] == [f"Page {n}" for n in range(5)]


async def test_an_entry_of_a_feed_is_known_by_its_name_when_the_feed_tells_of_it(library: Library) -> None:
    item = ImportedPage(
        "https://paper.example/a", "Old title", bookmarked=False, read=True, feed_url=FEED, guid="a"
    )
    flagged = ImportedPage("https://paper.example/b", "Flagged", feed_url=FEED, guid="b", html="<p>harbour</p>")
    await bring(library, item, flagged, feeds=(OpmlFeed(FEED, "Paper", folder="Sea"),))
    [paper] = library.subscriptions(counted=True)
    assert (paper.title, paper.folder, paper.total, paper.unread) == ("Paper", "Sea", 2, 1)
    assert await library.store_feed(paper.id, feed(entry("a", title="New title"), entry("c")), CHECK) == 1
    [again] = library.headlines([library.find_entry("https://paper.example/a") or 0])
    assert (again.title, again.read) == ("New title", True)
    assert [kept.headline.title for kept in library.bookmarks()] == ["Flagged"]
    assert await library.undo() is not None
    titles = {h.title for h in library.headlines(library.headline_ids(HeadlineQuery(View.HISTORY)))}
    assert titles == set(), "what the feed told of itself is unread again"


async def test_an_entry_that_was_known_by_its_address_alone_is_not_told_twice(library: Library) -> None:
    page = ImportedPage("https://paper.example/a", "A", feed_url=FEED, tags=("sea",))
    await bring(library, page, feeds=(OpmlFeed(FEED, "Paper"),))
    [paper] = library.subscriptions()
    told = feed(entry("urn:1", url="https://paper.example/a"), entry("urn:2", url="https://paper.example/b"))
    assert await library.store_feed(paper.id, told, CHECK) == 1
    assert await library.store_feed(paper.id, told, CHECK) == 0
    assert [(kept.headline.title, kept.headline.tags) for kept in library.bookmarks()] == [
        ("Title urn:1", ("sea",))
    ]


async def test_a_page_of_a_feed_that_is_not_here_is_met_by_it_when_it_comes(library: Library) -> None:
    page = ImportedPage("https://paper.example/a", "A", feed_url=FEED, source="The Paper", tags=("sea",))
    await bring(library, page)
    assert (only(library).source, library.subscriptions()) == ("The Paper", [])
    paper = await library.subscribe(FEED, "Paper", folder="Sea")
    await library.store_feed(paper.id, feed(entry("urn:1", url="https://paper.example/a")), CHECK)
    assert (only(library).title, only(library).tags) == ("Title urn:1", ("sea",))
    assert [sub.folder for sub in library.subscriptions()] == ["Sea"]


async def test_marks_reach_entries_that_are_here_already(library: Library) -> None:
    paper = await library.subscribe(FEED, "Paper")
    await library.store_feed(paper.id, feed(entry("a"), entry("b")), CHECK)
    by_name = ImportedPage(None, "A", bookmarked=False, read=True, feed_url=FEED, guid="a")
    by_address = ImportedPage("https://paper.example/b", "B", feed_url=FEED, guid="else")
    assert await bring(library, by_name, by_address, feeds=(OpmlFeed(FEED, "Other"),)) == Brought(changed=2)
    assert library.count(HeadlineQuery()) == (1, 2)
    assert [kept.headline.title for kept in library.bookmarks()] == ["Title b"]


def on(changed: datetime | None = None) -> Said:
    return Said(value=True, changed=changed)


def off(changed: datetime | None = None) -> Said:
    return Said(value=False, changed=changed)


@pytest.mark.parametrize(
    ("theirs", "ours", "won"),
    [
        (on(), off(), True),
        (off(), on(NOON), False),
        (on(SAVED), off(NOON), False),
        (on(LATER), off(NOON), True),
        (off(LATER), on(NOON), True),
        (off(NOON), on(NOON), False),
        (on(LATER), on(NOON), False),
        (off(), off(), False),
    ],
)  # fmt: skip
def test_the_later_change_of_a_status_counts(theirs: Said, ours: Said, won: bool) -> None:
    assert wins(theirs, ours) is won


async def test_two_libraries_become_equal_by_their_later_changes(library: Library, clock: Clock) -> None:
    entry_id = await library.store_page(FULL_ARTICLE)
    await library.bookmark_entry(entry_id, FULL_ARTICLE)
    await library.mark_read([entry_id], read=True)

    def other(changed: datetime) -> ImportedPage:
        return ImportedPage(
            FULL_ARTICLE.url, "B", bookmarked=False, read=False, read_changed=changed, bookmarked_changed=changed
        )

    assert await bring(library, other(EARLIER)) == Brought(known=1)
    assert (only(library).read, only(library).bookmarked) == (True, True)
    clock.pass_by(timedelta(days=2))
    assert await bring(library, other(LATER)) == Brought(changed=1)
    assert (only(library).read, only(library).bookmarked) == (False, False)
    assert {change.made_at for change in library.status_changes()} == {LATER}
    assert {change.status for change in library.status_changes()} == set(Status)


async def test_what_was_taken_off_here_does_not_come_back_with_an_old_file(library: Library) -> None:
    page = ImportedPage(PAGE, "The lighthouse", saved_at=SAVED)
    await bring(library, page)
    await library.unbookmark(only(library).id)
    assert await bring(library, page) == Brought(known=1)
    assert library.bookmarks() == []


async def test_both_notes_stay_and_tags_are_joined(library: Library) -> None:
    await bring(library, ImportedPage(PAGE, "L", note="ours", tags=("Sea", "b")))
    await bring(library, ImportedPage(PAGE, "L", note="theirs", tags=("sea", "a")))
    await bring(library, ImportedPage(PAGE, "L", note="theirs", tags=("SEA",)))
    assert (only(library).note, only(library).tags) == ("ours\n\n---\n\ntheirs", ("Sea", "a", "b"))


async def test_a_page_that_comes_under_two_addresses_keeps_what_both_say(library: Library) -> None:
    await library.bookmark_entry(await library.store_page(FULL_ARTICLE), FULL_ARTICLE)
    paper = await library.subscribe(FEED, "Paper")
    await library.store_feed(paper.id, feed(entry("a", url="https://short.example/a")), CHECK)
    (here,) = library.headline_ids(HeadlineQuery(source_id=paper.id))
    await library.store_article(here, FULL_ARTICLE)
    short = ImportedPage("https://short.example/a", "S", note="one", tags=("a",))
    await bring(library, short, ImportedPage(FULL_ARTICLE.url, "L", note="two", tags=("b",)))
    [headline] = library.headlines([here])
    assert (sorted(headline.note.split("\n\n---\n\n")), headline.tags) == (["one", "two"], ("a", "b"))


def test_a_note_that_holds_the_other_is_both() -> None:
    assert joined_notes("", "a") == "a"
    assert joined_notes("a and b", "a") == "a and b"
    assert joined_notes("a", "a and b") == "a and b"
    assert joined_notes("a", "") == "a"
    assert joined_tags((), ()) == ()


async def test_a_text_is_taken_where_there_is_none(library: Library) -> None:
    await bring(library, ImportedPage(FULL_ARTICLE.url, FULL_ARTICLE.url))
    assert library.article(only(library).id) is None
    assert await bring(library, ImportedPage(FULL_ARTICLE.url, "B", article=FULL_ARTICLE)) == Brought(changed=1)
    assert library.article(only(library).id) == FULL_ARTICLE
    assert only(library).title == FULL_ARTICLE.title, "its address was no title"
    assert only(library).images == (0, len(FULL_ARTICLE.images))


async def test_an_article_that_was_only_read_here_promises_its_pictures_when_it_is_kept(library: Library) -> None:
    await library.store_page(FULL_ARTICLE)
    assert await bring(library, ImportedPage(FULL_ARTICLE.url, "B")) == Brought(changed=1)
    [kept] = library.bookmarks()
    assert (kept.complete, kept.images_total) == (False, len(FULL_ARTICLE.images))


async def test_staged_pictures_are_the_bookmarks_and_others_are_nobodys(library: Library, folder: Path) -> None:
    url = FULL_ARTICLE.images[0].url
    staged = await library.stage_image(url, png(), ".png", 40, 30)
    stray = await library.stage_image("https://else.example/x.png", b"other", ".png", 40, 30)
    page = ImportedPage(FULL_ARTICLE.url, "B")
    await library.bring_in((), [Arrival(page, FULL_ARTICLE, (staged, stray))], {"a": "b"})
    kept = library.picture_file(only(library).id, url)
    assert kept is not None
    assert kept.read_bytes() == png()
    assert only(library).images == (1, len(FULL_ARTICLE.images))
    assert library.setting("a") == "b"


async def test_a_picture_whose_file_has_gone_is_to_be_fetched(library: Library, folder: Path) -> None:
    url = FULL_ARTICLE.images[0].url
    staged = await library.stage_image(url, png(), ".png", 40, 30)
    for file in (folder / "images").rglob("*.png"):
        file.unlink()
    await library.bring_in((), [Arrival(ImportedPage(FULL_ARTICLE.url, "B"), FULL_ARTICLE, (staged,))], {})
    assert url in library.missing_images(only(library).id)


async def test_moments_in_the_future_are_now(library: Library) -> None:
    await bring(library, ImportedPage(PAGE, "L", saved_at=LATER, read=True))
    [kept] = library.bookmarks()
    assert (kept.saved_at, kept.headline.published) == (NOON, NOON)


async def test_a_page_that_its_feed_names_by_an_older_address_is_the_same_page(library: Library) -> None:
    paper = await library.subscribe(FEED, "Paper")
    await library.store_feed(paper.id, feed(entry(PAGE, url=f"{PAGE}?from=feed")), CHECK)
    page = ImportedPage(PAGE, "The lighthouse", saved_at=SAVED, feed_url=FEED)
    assert (await bring(library, page)).new == 0
    assert only(library).bookmarked


async def test_of_two_pages_of_a_file_that_are_one_the_later_change_holds(library: Library) -> None:
    read = ImportedPage(PAGE, "A", saved_at=SAVED, read=True, read_changed=LATER)
    unread = ImportedPage(PAGE, "A", saved_at=SAVED, read=False, read_changed=EARLIER)
    await bring(library, read, unread)
    assert only(library).read
