"""Room that is free goes back to the disk, also in libraries that were made before it could."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from newsreader.library import Library
from newsreader.library.database import FILE_NAME
from newsreader.library.migrations import MIGRATIONS
from newsreader.model import HeadlineQuery
from support.libraries import CHECK, Clock, entry, feed, sweep_daily

FINDING = "the library file does not give free room back to the disk"


def can_shrink(folder: Path) -> bool:
    with closing(sqlite3.connect(folder / FILE_NAME)) as database:
        return bool(database.execute("PRAGMA auto_vacuum").fetchone() == (2,))


def make_first_version(folder: Path) -> None:
    folder.mkdir()
    with closing(sqlite3.connect(folder / FILE_NAME)) as database:
        for statement in MIGRATIONS[0]:
            database.execute(statement)
        database.execute("INSERT INTO sources (url, title) VALUES ('https://a.example/', 'A')")
        database.execute("PRAGMA user_version = 1")
        database.commit()


async def test_what_ages_out_makes_the_file_smaller(library: Library, folder: Path, clock: Clock) -> None:
    paper = await library.subscribe("https://a.example/feed", "A")
    entries = [entry(str(n), content=f"<p>{''.join(f'{n * m:x} ' for m in range(4_000))}</p>") for n in range(200)]
    await library.store_feed(paper.id, feed(*entries), CHECK)
    await library.catch_up()
    await library.mark_read(library.headline_ids(HeadlineQuery()), read=True)
    before = library.holdings().database_bytes
    await sweep_daily(library, clock, 32, timedelta(days=30))
    assert library.holdings().database_bytes < before / 4
    library.close()
    assert (folder / FILE_NAME).stat().st_size < before / 2 + 2_000_000


def test_an_older_library_is_made_to_shrink(folder: Path) -> None:
    make_first_version(folder)
    assert not can_shrink(folder)
    with closing(Library.open(folder, now=Clock())) as library:
        assert [sub.title for sub in library.subscriptions()] == ["A"]
    assert can_shrink(folder)


async def test_one_that_cannot_be_rewritten_now_opens_and_is_mended_later(folder: Path) -> None:
    make_first_version(folder)
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        for statements in MIGRATIONS[1:]:
            for statement in statements:
                database.execute(statement)
        database.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")  # as left by a program whose disk was full
    with closing(Library.open(folder, now=Clock())) as library:
        assert await library.examine(repair=True) == [FINDING]
        assert await library.examine() == []
        assert [sub.title for sub in library.subscriptions()] == ["A"]
    assert can_shrink(folder)


@pytest.mark.parametrize("what", ["a transaction", "a full disk"])
def test_what_stands_in_the_way_leaves_all_as_it_was(folder: Path, what: str) -> None:
    from newsreader.library.space import make_shrinkable

    make_first_version(folder)
    with (
        closing(sqlite3.connect(folder / FILE_NAME, timeout=0, isolation_level=None)) as database,
        closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as other,
    ):
        if what == "a transaction":
            other.execute("BEGIN IMMEDIATE")
        else:
            database.execute(f"PRAGMA max_page_count = {database.execute('PRAGMA page_count').fetchone()[0]}")
        make_shrinkable(database)
        assert database.execute("SELECT title FROM sources").fetchall() == [("A",)]
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
