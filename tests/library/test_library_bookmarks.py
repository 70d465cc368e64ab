"""A bookmark is a promise: text and pictures are on this disk until the reader lets go of them."""

import os
import stat
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from newsreader.library import Library, Swept
from newsreader.model import Article, HeadlineQuery, Image, NotFoundError, Paragraph, Span, View
from support.articles import FULL_ARTICLE
from support.libraries import CHECK, NOON, Clock, entry, feed, sweep_daily

BRIDGE, MAP = (image.url for image in FULL_ARTICLE.images)


@pytest.fixture(autouse=True)
async def shelved(library: Library) -> None:
    paper = await library.subscribe("https://a.example/feed", "A")
    await library.store_feed(paper.id, feed(entry("1"), entry("2")), CHECK)


async def keep_whole(library: Library, number: int) -> None:
    await library.bookmark_entry(number, FULL_ARTICLE)
    await library.add_image(number, BRIDGE, b"bridge", ".JPG", 640, 360)
    await library.add_image(number, MAP, b"map", "png", 10, 2**70)


async def test_a_bookmark_is_complete_when_its_last_picture_is_on_disk(library: Library) -> None:
    await library.bookmark_entry(1, FULL_ARTICLE)
    (kept,) = library.bookmarks()
    assert (kept.images_saved, kept.images_total, kept.complete, kept.saved_at) == (0, 2, False, NOON)
    assert kept.headline.bookmarked
    assert library.missing_images(1) == (BRIDGE, MAP)
    await library.add_image(1, BRIDGE, b"bridge", ".JPG", 640, 360)
    assert library.missing_images(1) == (MAP,)
    await library.add_image(1, MAP, b"map", "png", 10, 10)
    kept_whole = library.bookmark(1)
    assert kept_whole is not None
    assert (kept_whole.images_saved, kept_whole.complete) == (2, True)
    assert library.headlines([1])[0].complete is True
    assert library.headlines([2])[0].complete is None
    assert library.bookmark(2) is None


async def test_pictures_are_files_named_by_their_bytes(library: Library, folder: Path) -> None:
    await keep_whole(library, 1)
    name = sha256(b"bridge").hexdigest()
    path = library.picture_file(1, BRIDGE)
    assert path == folder / "images" / name[:2] / f"{name}.jpg"
    assert path.read_bytes() == b"bridge"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert library.picture_file(2, BRIDGE) is library.picture_file(1, "https://x.example/") is None


@pytest.mark.parametrize("suffix", ["../../x", "", ".", "/etc/passwd", "PNG\0", "é"])
async def test_a_suffix_leads_nowhere_else(library: Library, folder: Path, suffix: str) -> None:
    await library.bookmark_entry(1, FULL_ARTICLE)
    await library.add_image(1, MAP, b"map", suffix, 1, 1)
    path = library.picture_file(1, MAP)
    assert path is not None
    assert path.resolve().parent.parent == folder / "images"


async def test_one_picture_in_two_articles_is_one_file(library: Library, folder: Path) -> None:
    for number in (1, 2):
        await keep_whole(library, number)
    assert library.picture_file(1, BRIDGE) == library.picture_file(2, BRIDGE)
    assert len([path for path in (folder / "images").rglob("*") if path.is_file()]) == 2


async def test_a_picture_that_is_gone_for_good_leaves_the_bookmark_incomplete(library: Library) -> None:
    await library.bookmark_entry(1, FULL_ARTICLE)
    await library.add_image(1, BRIDGE, b"bridge", "jpg", 1, 1)
    await library.image_failed(1, MAP, "404 Not Found")
    kept = library.bookmark(1)
    assert kept is not None
    assert (kept.images_saved, kept.images_total, kept.complete) == (1, 2, False)
    assert library.missing_images(1) == ()
    await library.add_image(1, MAP, b"map", "png", 1, 1)
    assert library.headlines([1])[0].complete


async def test_an_article_without_pictures_is_complete_at_once(library: Library) -> None:
    await library.bookmark_entry(1, Article("https://a.example/", "T", (Paragraph((Span("x"),)),)))
    assert library.headlines([1])[0].complete


async def test_bookmarking_again_keeps_the_date_and_the_pictures(library: Library, clock: Clock) -> None:
    await keep_whole(library, 1)
    clock.pass_by(timedelta(hours=1))
    more = Article(FULL_ARTICLE.url, "T", (Image(MAP), Image("https://paper.example/new.png")))
    await library.bookmark_entry(1, more)
    kept = library.bookmark(1)
    assert kept is not None
    assert (kept.saved_at, kept.images_saved, kept.images_total) == (NOON, 1, 2)
    assert library.missing_images(1) == ("https://paper.example/new.png",)
    assert await library.undo() == "Bookmark taken back: Title 1"


async def test_bookmarks_stand_as_they_were_saved(library: Library, clock: Clock) -> None:
    for number in (2, 1):
        await library.bookmark_entry(number, FULL_ARTICLE)
        clock.pass_by(timedelta(minutes=1))
    assert library.headline_ids(HeadlineQuery(View.BOOKMARKS)) == (1, 2)
    assert [kept.headline.id for kept in library.bookmarks()] == [1, 2]


async def test_undoing_within_a_week_brings_the_pictures_back(library: Library, clock: Clock) -> None:
    await keep_whole(library, 1)
    assert await library.unbookmark(1)
    assert await sweep_daily(library, clock, 7) == Swept()
    assert await library.undo() == "Bookmark restored: Title 1"
    assert await sweep_daily(library, clock, 12) == Swept()
    assert library.headlines([1])[0].complete
    assert library.picture_file(1, BRIDGE) is not None


async def test_pictures_are_swept_a_week_later_and_can_be_fetched_again(library: Library, clock: Clock) -> None:
    await keep_whole(library, 1)
    bridge, kept_map = library.picture_file(1, BRIDGE), library.picture_file(1, MAP)
    assert bridge is not None
    assert kept_map is not None
    for path in (bridge, kept_map):
        os.utime(path, (NOON.timestamp(),) * 2)
    await library.unbookmark(1)
    await library.bookmark_entry(2, Article("https://a.example/", "T", (Image(MAP),)))
    await library.add_image(2, MAP, b"map", "png", 1, 1)
    assert await sweep_daily(library, clock, 9) == Swept(files=1)
    assert not bridge.exists()
    assert library.picture_file(2, MAP) == kept_map
    await library.undo()
    assert await library.undo() == "Bookmark restored: Title 1"
    assert library.missing_images(1) == (BRIDGE, MAP)
    assert library.article(1) == FULL_ARTICLE


async def test_half_written_files_are_swept(library: Library, folder: Path, clock: Clock) -> None:
    half = folder / "images" / "ab" / ".abc.1.half"
    half.parent.mkdir(parents=True)
    half.write_bytes(b"x")
    os.utime(half, (NOON.timestamp(),) * 2)
    assert await sweep_daily(library, clock, 9) == Swept(files=1)
    assert not half.exists()


async def test_a_picture_that_comes_too_late_is_swept_too(library: Library, clock: Clock) -> None:
    await library.bookmark_entry(1, FULL_ARTICLE)
    await library.unbookmark(1)
    await library.add_image(1, "https://paper.example/unlisted.png", b"late", "png", 1, 1)
    path = library.picture_file(1, "https://paper.example/unlisted.png")
    assert path is not None
    os.utime(path, (NOON.timestamp(),) * 2)
    assert await sweep_daily(library, clock, 9) == Swept(files=1)


async def test_only_what_is_there_can_be_bookmarked(library: Library) -> None:
    for number in (99, 2**70, -1):
        with pytest.raises(NotFoundError):
            await library.bookmark_entry(number, FULL_ARTICLE)
        with pytest.raises(NotFoundError):
            await library.add_image(number, MAP, b"", "png", 1, 1)
    assert await library.undo() == "Subscription taken back: A"
    assert library.bookmarks() == []


async def test_a_bookmark_that_comes_back_wants_the_pictures_its_article_has_now(library: Library) -> None:
    await library.bookmark_entry(1, FULL_ARTICLE)
    await library.unbookmark(1)
    added = Image("https://paper.example/added.png")
    await library.store_article(1, replace(FULL_ARTICLE, blocks=(*FULL_ARTICLE.blocks, added)))
    assert "Bookmark restored" in (await library.undo() or "")
    assert added.url in library.missing_images(1)
    assert not library.bookmarks()[0].complete
