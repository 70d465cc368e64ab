"""What was promised is on disk: after kill -9, on a full disk, with two processes at once."""

import asyncio
import gc
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from newsreader.library import Library
from newsreader.model import HeadlineQuery, NotFoundError, View
from support.articles import FULL_ARTICLE
from support.libraries import CHECK, Clock, entry, feed

TESTS = Path(__file__).parents[1]


def child(what: str, folder: Path, number: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "support.library_children", what, str(folder), str(number)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(TESTS)},
    )


def killed_after(what: str, folder: Path, start: int, promises: int) -> int:
    """Let a child make some promises, kill it, and return the last number that it promised."""
    with child(what, folder, start) as process:
        assert process.stdout is not None
        last = start - 1
        for _ in range(promises):
            last = int(process.stdout.readline())
        process.send_signal(signal.SIGKILL)
        for line in process.stdout:  # what it still promised before the signal came
            last = int(line) if line.endswith("\n") else last
    return last


def assert_sound(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "library.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_killed_while_importing_all_of_an_import_is_there_or_nothing(folder: Path) -> None:
    start = 0
    for promises in (1, 3, 2):
        start = killed_after("imports", folder, start, promises) + 1
        assert_sound(folder)
        with closing(Library.open(folder, now=Clock())) as library:
            kept = library.bookmarks()
        assert len(kept) >= start * 20
        assert len(kept) % 20 == 0
        assert all(one.headline.read and one.headline.tags and one.headline.words for one in kept)


def test_killed_while_storing_feeds_nothing_promised_is_lost(folder: Path) -> None:
    start = 0
    for promises in (1, 2, 5, 9, 3):
        start = killed_after("feeds", folder, start, promises) + 1
        assert_sound(folder)
        with closing(Library.open(folder, now=Clock())) as library:
            total = library.count(HeadlineQuery())[1]
        assert total >= start * 20
        assert total % 20 == 0  # a feed is stored whole or not at all
        start = total // 20


def test_killed_while_bookmarking_nothing_promised_is_lost(folder: Path) -> None:
    start = 0
    for promises in (1, 2, 3, 5, 2):
        last = killed_after("bookmarks", folder, start, promises)
        assert_sound(folder)
        with closing(Library.open(folder, now=Clock())) as library:
            for number in range(start, last + 1):
                assert_kept(library, number)
            start = library.count(HeadlineQuery(View.BOOKMARKS))[1]
        for path in (folder / "images").rglob("*.png"):
            assert sha256(path.read_bytes()).hexdigest() == path.stem


async def test_killed_while_it_ages_a_library_is_sound_and_goes_on(folder: Path) -> None:
    for slices in (2, 9, 30):
        killed_after("age", folder, 7, slices)
        assert_sound(folder)
        with closing(Library.open(folder, now=Clock())) as library:
            assert library.count(HeadlineQuery())[0] == 7
            assert await library.examine() == []


def assert_kept(library: Library, number: int) -> None:
    entry_id = library.find_entry(f"https://kept.example/{number}")
    assert entry_id is not None
    kept = library.bookmark(entry_id)
    assert kept is not None
    assert kept.complete
    assert library.article(entry_id) == FULL_ARTICLE
    for image in FULL_ARTICLE.images:
        path = library.picture_file(entry_id, image.url)
        assert path is not None
        assert path.read_bytes() == f"{number} {image.url}".encode() * 500


def test_on_a_full_disk_it_says_so_and_goes_on(folder: Path) -> None:
    with child("full", folder, 700_000) as process:
        said, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    first, second, *told = said.splitlines()
    assert (first, second) == ("1", "2")
    assert all("free space" in sentence or "free some space" in sentence for sentence in told)
    assert_sound(folder)
    assert not list((folder / "images").rglob("*.half"))
    with closing(Library.open(folder, now=Clock())) as library:
        assert library.count(HeadlineQuery()) == (50, 50)


async def test_two_processes_share_one_library(folder: Path) -> None:
    with child("feeds", folder, 0) as one, child("bookmarks", folder, 0) as other:
        promised = {}
        with closing(Library.open(folder, now=Clock())) as library:
            own = await library.subscribe("https://own.example/", "Own")
            for name, process in (("feeds", one), ("bookmarks", other)):
                assert process.stdout is not None
                for _ in range(5):
                    promised[name] = int(process.stdout.readline())
                    await library.store_feed(own.id, feed(entry(f"{name}-{promised[name]}")), CHECK)
            assert library.count(HeadlineQuery(source_id=own.id)) == (10, 10)
            assert library.count(HeadlineQuery(View.BOOKMARKS))[1] >= promised["bookmarks"] + 1
            assert library.count(HeadlineQuery())[1] >= 10 + 20 * (promised["feeds"] + 1)
        for process in (one, other):
            process.kill()
    assert_sound(folder)


@pytest.mark.parametrize("number", range(3))
def test_two_processes_may_make_the_library_at_once(folder: Path, number: int) -> None:
    with child("feeds", folder, 0) as one, child("bookmarks", folder, 0) as other:
        for process in (one, other):
            assert process.stdout is not None
            assert process.stdout.readline() == "0\n"
            process.kill()
    assert_sound(folder)


async def test_an_error_that_nobody_waits_for_any_more_is_not_printed(library: Library) -> None:
    printed: list[dict[str, object]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: printed.append(context))
    given_up = asyncio.ensure_future(library.store_article(10**6, FULL_ARTICLE))
    await asyncio.sleep(0)
    given_up.cancel()
    with pytest.raises(asyncio.CancelledError):
        await given_up
    with pytest.raises(NotFoundError):
        await library.store_article(10**6, FULL_ARTICLE)
    del given_up
    gc.collect()
    assert printed == []
