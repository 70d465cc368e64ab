"""A library that was hurt is looked over, mended, and saved as far as it can be read."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from newsreader.library import Library, rescue
from newsreader.library.database import FILE_NAME
from newsreader.model import HeadlineQuery, LibraryError, View
from support.articles import FULL_ARTICLE
from support.libraries import CHECK, Clock, entry, feed

BRIDGE = FULL_ARTICLE.images[0].url
ENTRIES = 400


async def fill(library: Library) -> None:
    paper = await library.subscribe("https://a.example/feed", "A")
    entries = [entry(str(n), content=f"<p>{'words ' * 100}{n}</p>") for n in range(ENTRIES)]
    await library.store_feed(paper.id, feed(*entries), CHECK)
    for number in (1, ENTRIES):
        await library.bookmark_entry(number, FULL_ARTICLE)
        await library.add_image(number, BRIDGE, b"bridge", "jpg", 1, 1)
    await library.remember("place", "here")


async def test_a_healthy_library_has_no_findings(library: Library) -> None:
    await fill(library)
    assert await library.examine(repair=True) == []
    assert library.count(HeadlineQuery(search="words")) == (ENTRIES - 2, ENTRIES - 2)


async def test_a_lost_picture_is_found_and_asked_for_again(library: Library) -> None:
    await fill(library)
    path = library.picture_file(1, BRIDGE)
    assert path is not None
    path.unlink()
    assert library.picture_file(1, BRIDGE) is None
    assert await library.examine(repair=True) == [f"{path}: this picture of a bookmark is missing"]
    assert await library.examine() == []
    assert BRIDGE in library.missing_images(1)
    await library.add_image(1, BRIDGE, b"bridge", "jpg", 1, 1)
    assert library.picture_file(1, BRIDGE) == path


async def test_a_picture_that_was_changed_is_replaced(library: Library) -> None:
    await fill(library)
    path = library.picture_file(1, BRIDGE)
    assert path is not None
    path.write_bytes(b"ridge ")
    assert await library.examine(repair=True) == [f"{path}: this picture of a bookmark is damaged"]
    await library.add_image(1, BRIDGE, b"bridge", "jpg", 1, 1)
    assert await library.examine() == []


async def test_a_broken_index_and_stray_rows_are_mended(library: Library, folder: Path) -> None:
    await fill(library)
    assert library.count(HeadlineQuery(search="words"))[1] == ENTRIES - 2
    with closing(sqlite3.connect(folder / FILE_NAME)) as database:
        database.execute("DELETE FROM search_docsize WHERE id > 3")
        database.execute("INSERT INTO statuses (entry_id) VALUES (99999)")
        database.commit()
    assert await library.examine(repair=True) == [
        "rows that belong to nothing: 1",
        "the search index does not fit what is in the library",
    ]
    assert await library.examine() == []
    assert library.count(HeadlineQuery(search="words"))[1] == ENTRIES - 2


async def test_what_can_be_read_of_a_damaged_library_is_saved(folder: Path) -> None:
    with closing(Library.open(folder, now=Clock())) as library:
        await fill(library)
    path = folder / FILE_NAME
    data = bytearray(path.read_bytes())
    for page in range(len(data) // 4096 // 3, len(data) // 4096 // 2):
        data[page * 4096 : page * 4096 + 4096] = b"\xff" * 4096
    path.write_bytes(data)
    kept = rescue(folder, now=Clock())
    assert kept.read_bytes() == bytes(data)
    with closing(Library.open(folder, now=Clock())) as library:
        assert await library.examine() == []
        assert library.setting("place") == "here"
        assert len(library.subscriptions()) == 1
        assert library.count(HeadlineQuery())[1] > 0
        for number in library.headline_ids(HeadlineQuery(View.BOOKMARKS)):
            assert library.article(number) in (FULL_ARTICLE, None)


def test_of_a_file_that_is_no_library_a_new_one_is_made(folder: Path) -> None:
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(b"nonsense" * 999)
    with pytest.raises(LibraryError):
        Library.open(folder, now=Clock())
    assert [rescue(folder, now=Clock()).name, rescue(folder, now=Clock()).name] == [
        "library-damaged-1.db",
        "library-damaged-2.db",
    ]
    with closing(Library.open(folder, now=Clock())) as library:
        assert library.count(HeadlineQuery()) == (0, 0)


async def test_a_rescue_loses_nothing_of_a_healthy_library(folder: Path) -> None:
    with closing(Library.open(folder, now=Clock())) as library:
        await fill(library)
        await library.mark_read([2, 3], read=True)
    rescue(folder, now=Clock())
    with closing(Library.open(folder, now=Clock())) as library:
        assert library.count(HeadlineQuery()) == (ENTRIES - 2, ENTRIES)
        assert library.headline_ids(HeadlineQuery(View.BOOKMARKS)) == (ENTRIES, 1)
        assert library.picture_file(1, BRIDGE) is not None
        assert library.count(HeadlineQuery(search="words"))[1] == ENTRIES - 2
        assert await library.undo() == "Unread again: 2 headlines"


async def test_a_damaged_text_is_told_let_go_and_keeps_nothing_else_from_being_found(
    library: Library, folder: Path
) -> None:
    await fill(library)
    await library.catch_up()
    with closing(sqlite3.connect(folder / FILE_NAME)) as database:
        database.execute("UPDATE articles SET article = x'789c00' WHERE entry_id = 1")
        database.execute("UPDATE contents SET content = x'789c00' WHERE entry_id = 2")
        database.commit()
    await library.annotate(1, "seen", [])
    paper = library.subscriptions()[0]
    await library.store_feed(paper.id, feed(entry("1", content="<p>told anew</p>"), entry("new")), CHECK)
    assert library.count(HeadlineQuery(search="seen"))[1] == library.count(HeadlineQuery(search="anew"))[1] == 1
    assert await library.examine(repair=True) == ["stored articles that are damaged: 1"]
    assert await library.examine() == []
    assert library.article(1) is None
    assert [kept.complete for kept in library.bookmarks() if kept.headline.id == 1] == [False]


async def test_bytes_that_are_no_text_are_rescued_as_far_as_they_are(folder: Path) -> None:
    with closing(Library.open(folder, now=Clock())) as library:
        await fill(library)
    with closing(sqlite3.connect(folder / FILE_NAME)) as database:
        database.execute("UPDATE entries SET title = CAST(x'46ff67' AS TEXT) WHERE id IN (20, 300)")
        database.commit()
    with closing(Library.open(folder, now=Clock())) as library:
        with pytest.raises(LibraryError, match="damaged; run newsreader doctor --repair"):
            library.headlines([20])
        assert await library.examine() == ["what is not text in the table entries"]
        with pytest.raises(LibraryError, match="damaged"):
            await library.examine(repair=True)
    rescue(folder, now=Clock())
    with closing(Library.open(folder, now=Clock())) as library:
        assert [found.title for found in library.headlines([20, 300])] == ["F\N{REPLACEMENT CHARACTER}g"] * 2
        assert library.count(HeadlineQuery())[1] == ENTRIES


@pytest.mark.parametrize("table", ["search_docsize", "search_idx"])
async def test_a_search_index_that_lost_a_table_is_made_anew(library: Library, folder: Path, table: str) -> None:
    await fill(library)
    await library.catch_up()
    with closing(sqlite3.connect(folder / FILE_NAME)) as database:
        database.execute(f"DROP TABLE {table}")
        database.commit()
    assert await library.examine(repair=True) == ["the search index does not fit what is in the library"]
    assert await library.examine() == []
    assert library.count(HeadlineQuery(search="words"))[1] == ENTRIES - 2
