"""Opening a library: new, old, too new, damaged, out of reach; and whom its files belong to."""

import asyncio
import sqlite3
import stat
import time
from contextlib import closing
from pathlib import Path

import pytest

from newsreader.library import Library
from newsreader.library.database import FILE_NAME, connect, migrate, prepare
from newsreader.library.failures import told
from newsreader.library.migrations import MIGRATIONS
from newsreader.model import HeadlineQuery, LibraryError, NotFoundError
from support.libraries import CHECK, Clock, entry, feed


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


async def test_only_the_owner_may_look(library: Library, folder: Path) -> None:
    await library.remember("a", "b")
    assert mode(folder) == 0o700
    assert {mode(folder / f"{FILE_NAME}{end}") for end in ("", "-wal", "-shm")} == {0o600}


async def test_what_is_on_disk_is_there_again(folder: Path) -> None:
    for total in (1, 2):
        with closing(Library.open(folder, now=Clock())) as library:
            paper = await library.subscribe("https://a.example/feed", "A")
            await library.store_feed(paper.id, feed(entry(str(total))), CHECK)
            assert library.count(HeadlineQuery()) == (total, total)


def test_an_older_library_is_copied_before_it_is_changed(folder: Path) -> None:
    path = prepare(folder)
    with closing(connect(path)) as database:
        database.execute("INSERT INTO sources (url, title) VALUES ('https://a.example/', 'A')")
        later = (*MIGRATIONS, ("ALTER TABLE sources ADD COLUMN colour TEXT", "UPDATE sources SET colour = 'blue'"))
        migrate(database, path, later)
        assert database.execute("SELECT title, colour FROM sources").fetchall() == [("A", "blue")]
        assert database.execute("PRAGMA user_version").fetchone() == (len(later),)
    copy = folder / f"library-version-{len(MIGRATIONS)}.db"
    assert mode(copy) == 0o600
    with closing(sqlite3.connect(copy)) as database:
        assert database.execute("SELECT * FROM sources").fetchone()[:3] == (1, "https://a.example/", "A")


def test_a_migration_that_fails_changes_nothing(folder: Path) -> None:
    path = prepare(folder)
    with closing(connect(path)) as database:
        with pytest.raises(sqlite3.OperationalError):
            migrate(database, path, (*MIGRATIONS, ("CREATE TABLE half (x)", "NO SQL")))
        assert database.execute("SELECT 1 FROM sqlite_master WHERE name = 'half'").fetchone() is None
        assert database.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)


def test_a_library_of_a_newer_program_is_left_alone(folder: Path) -> None:
    with closing(connect(prepare(folder))) as database:
        database.execute("PRAGMA user_version = 99")
    with pytest.raises(LibraryError, match="newer newsreader; update newsreader"):
        Library.open(folder, now=Clock())


def test_a_file_that_is_no_library_is_left_alone(folder: Path) -> None:
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(b"my novel, chapter one\n" * 99)
    with pytest.raises(LibraryError, match="damaged"):
        Library.open(folder, now=Clock())
    assert (folder / FILE_NAME).read_bytes().startswith(b"my novel")


async def test_a_damaged_library_says_so(folder: Path) -> None:
    with closing(Library.open(folder, now=Clock())) as library:
        paper = await library.subscribe("https://a.example/feed", "A")
        await library.store_feed(paper.id, feed(*(entry(str(n)) for n in range(500))), CHECK)
    data = bytearray((folder / FILE_NAME).read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    (folder / FILE_NAME).write_bytes(data)
    with pytest.raises(LibraryError, match="doctor"), closing(Library.open(folder, now=Clock())) as library:
        library.headline_ids(HeadlineQuery())


def test_a_place_where_no_library_can_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryError, match="file"):
        Library.open(tmp_path / "file" / "library", now=Clock())


def test_a_library_that_may_not_be_written_says_what_to_do(folder: Path) -> None:
    path = prepare(folder)
    with (
        closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database,
        pytest.raises(LibraryError, match="make its folder writable, or choose another one with --library"),
        told(path),
    ):
        database.execute("INSERT INTO settings VALUES ('a', 'b')")
    with pytest.raises(LibraryError, match="may not be written"), told(path):
        raise PermissionError(13, "Permission denied")


async def test_a_library_that_another_keeps_locked_says_so(library: Library, folder: Path) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME, timeout=0)) as other:
        await library.remember("a", "b")
        other.execute("BEGIN IMMEDIATE")
        with (
            closing(sqlite3.connect(folder / FILE_NAME, timeout=0)) as third,
            pytest.raises(LibraryError, match="locked"),
            told(folder),
        ):
            third.execute("BEGIN IMMEDIATE")
        waiting = asyncio.create_task(library.remember("a", "c"))
        await asyncio.sleep(0)
        other.rollback()
        await waiting
    assert library.setting("a") == "c"


async def test_all_that_wait_for_a_lock_wait_at_the_same_time(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsreader.library.writer.PATIENCE", 0.5)
    await library.remember("a", "b")
    with closing(sqlite3.connect(folder / FILE_NAME, timeout=0, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        begun = time.monotonic()
        done = await asyncio.gather(*(library.remember("a", str(n)) for n in range(8)), return_exceptions=True)
        assert time.monotonic() - begun < 2
    assert ["locked" in str(one) for one in done] == [True] * 8
    await library.remember("a", "c")
    assert library.setting("a") == "c"


def test_a_bug_is_not_dressed_up(folder: Path) -> None:
    with closing(connect(prepare(folder))) as database, pytest.raises(sqlite3.OperationalError), told(folder):
        database.execute("SELECT * FROM nowhere")


async def test_a_closed_library_says_so(folder: Path) -> None:
    library = Library.open(folder, now=Clock())
    library.close()
    with pytest.raises(LibraryError, match="closed"):
        library.subscriptions()
    with pytest.raises(LibraryError, match="closed"):
        await library.remember("a", "b")
    library.close()


async def test_what_was_asked_for_is_done_though_nobody_waits(library: Library) -> None:
    task = asyncio.create_task(library.remember("a", "b"))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await library.remember("c", "d")
    assert library.setting("a") == "b"


async def test_feeds_that_wait_together_do_not_spoil_each_other(library: Library) -> None:
    paper = await library.subscribe("https://a.example/feed", "A")
    results = await asyncio.gather(
        *(library.store_feed(paper.id, feed(entry(str(n))), CHECK) for n in range(40)),
        library.remember_position(99, 3),
        *(library.store_feed(paper.id, feed(entry(str(n))), CHECK) for n in range(40, 80)),
        return_exceptions=True,
    )
    assert results.count(1) == 80
    assert isinstance(results[40], NotFoundError)
    assert library.count(HeadlineQuery()) == (80, 80)


async def test_closing_finishes_what_was_asked_for(folder: Path) -> None:
    library = Library.open(folder, now=Clock())
    paper = await library.subscribe("https://a.example/feed", "A")
    tasks = [asyncio.create_task(library.store_feed(paper.id, feed(entry(str(n))), CHECK)) for n in range(50)]
    await asyncio.sleep(0)
    library.close()
    assert await asyncio.gather(*tasks) == [1] * 50
