"""A damaged page, wherever it is: the doctor says so, mends it, and what was kept is there if it can be read."""

import asyncio
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from newsreader.cli import run
from newsreader.library import Library
from newsreader.library.database import FILE_NAME
from newsreader.model import HeadlineQuery, View
from support.articles import FULL_ARTICLE
from support.faults import Trial, command
from support.libraries import CHECK, Clock, entry, feed

PAGE = 4096
KEPT = (1, 200, 400)
END = "the-last-words-of-a-long-text"
MARKER = "lighthouse-number-150-of-the-long-coast"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a library of 400 headlines, three of them kept."""
    folder = tmp_path_factory.mktemp("sound") / "library"

    async def fill() -> None:
        with closing(Library.open(folder, now=Clock())) as library:
            paper = await library.subscribe("https://a.example/feed", "A")
            entries = [entry(str(n), content=f"<p>{'words ' * 100}{n}</p>") for n in range(1, 401)]
            entries[149] = entry("150", title=MARKER, content=f"<p>{MARKER} {'word ' * 99}</p>")
            await library.store_feed(paper.id, feed(*entries), CHECK)
            for number in KEPT:
                await library.bookmark_entry(number, FULL_ARTICLE)
            await library.annotate(160, f"{'words ' * 5000}{END}", ["long"])
            await library.remember("place", "here")
            await library.catch_up()

    asyncio.run(fill())
    return folder


@pytest.fixture
def library(sound: Path, tmp_path: Path) -> Path:
    """Return a copy of it that may be hurt."""
    return shutil.copytree(sound, tmp_path / "library")


def root(folder: Path, name: str) -> int:
    """Return the first byte of the page on which a table or an index begins."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as database:
        (page,) = database.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()
        database.execute("PRAGMA journal_mode = DELETE")
    return int(page - 1) * PAGE


def leaf(folder: Path, words: str) -> int:
    """Return the first byte of the page that holds some words."""
    return (folder / FILE_NAME).read_bytes().index(words.encode()) // PAGE * PAGE


def spoil(folder: Path, start: int, length: int, byte: bytes) -> None:
    data = bytearray((folder / FILE_NAME).read_bytes())
    data[start : start + length] = byte * length
    (folder / FILE_NAME).write_bytes(data)


def doctor(folder: Path, capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str]:
    """Run the doctor; return its exit code and all that it said."""
    code = run(["--library", str(folder), "doctor", *args])
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    return code, said.out + said.err


def assert_mended(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = doctor(folder, capsys)
    assert code == 1, said
    assert "damaged" in said or "does not fit" in said
    code, said = doctor(folder, capsys, "--repair")
    assert code in {0, 3}, said
    code, said = doctor(folder, capsys)
    assert code == 0, said


@pytest.mark.parametrize("byte", [b"\xff", b"\0", b"\x0d"])
@pytest.mark.parametrize(
    "name",
    [
        "entries_in_order",
        "entries_of_source",
        "statuses_bookmarked",
        "sqlite_autoindex_entries_1",
        "search_data",
        "search_docsize",
        "search_config",
        "journal",
        "changes",
        "contents",
        "settings",
    ],
)
def test_what_is_not_the_bookmarks_own_does_not_touch_them(
    library: Path, capsys: pytest.CaptureFixture[str], name: str, byte: bytes
) -> None:
    spoil(library, root(library, name), PAGE, byte)
    assert_mended(library, capsys)
    with closing(Library.open(library, now=Clock())) as opened:
        assert set(opened.headline_ids(HeadlineQuery(View.BOOKMARKS))) == set(KEPT)
        assert all(opened.article(number) == FULL_ARTICLE for number in KEPT)


@pytest.mark.parametrize("name", ["entries", "statuses", "articles", "sources", "tags", "images"])
def test_a_table_that_is_hurt_at_its_root_is_mended_as_far_as_it_goes(
    library: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    spoil(library, root(library, name), PAGE, b"\xff")
    assert_mended(library, capsys)
    assert next(library.glob("library-damaged-1.db"))


def test_a_leaf_of_a_table_takes_only_what_stood_on_it(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(library, leaf(library, MARKER), PAGE, b"\xff")
    assert_mended(library, capsys)
    with closing(Library.open(library, now=Clock())) as opened:
        assert opened.count(HeadlineQuery())[1] > 300
        assert set(opened.headline_ids(HeadlineQuery(View.BOOKMARKS))) == set(KEPT)
        assert all(opened.article(number) == FULL_ARTICLE for number in KEPT)


def test_a_page_on_which_a_long_note_goes_on_takes_that_note_alone(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(library, leaf(library, END), PAGE, b"\xff")
    assert_mended(library, capsys)
    with closing(Library.open(library, now=Clock())) as opened:
        assert set(opened.headline_ids(HeadlineQuery(View.BOOKMARKS))) == set(KEPT)
        assert all(opened.article(number) == FULL_ARTICLE for number in KEPT)
        assert opened.entry_content(10) is not None


@pytest.mark.parametrize("seed", [pytest.param(n, marks=[pytest.mark.slow] if n > 2 else []) for n in range(1, 21)])
def test_a_rescue_that_is_killed_can_be_done_again(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], seed: int
) -> None:
    spoil(library, root(library, "contents"), PAGE, b"\xff")
    args = command(library, "doctor", "--repair")
    Trial(args, tmp_path, waits=False).ended(kill_after=Random(seed).uniform(0.2, 0.8))
    doctor(library, capsys, "--repair")
    assert doctor(library, capsys)[0] == 0
    with closing(Library.open(library, now=Clock())) as opened:
        assert set(opened.headline_ids(HeadlineQuery(View.BOOKMARKS))) == set(KEPT)
        assert all(opened.article(number) == FULL_ARTICLE for number in KEPT)


@pytest.mark.parametrize(("start", "length"), [(0, 16), (16, 8), (24, 76), (100, 12), (0, PAGE)])
def test_a_hurt_header_is_found_and_all_that_can_be_read_is_saved(
    library: Path, capsys: pytest.CaptureFixture[str], start: int, length: int
) -> None:
    spoil(library, start, length, b"\xff")
    assert_mended(library, capsys)
