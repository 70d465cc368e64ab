"""Copies of a library, and going back to one: nothing that was there before is lost."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from library.test_library_versions import VERSION_1, make_version
from newsreader.library import Library, restore
from newsreader.library.database import FILE_NAME
from newsreader.library.swap import BEFORE_RESTORE, finish_swaps, swap
from newsreader.model import HeadlineQuery, LibraryError, View
from support.articles import FULL_ARTICLE
from support.libraries import CHECK, NOON, Clock, entry, feed


async def fill(library: Library, *guids: str) -> None:
    paper = await library.subscribe("https://a.example/feed", "A")
    await library.store_feed(paper.id, feed(*map(entry, guids)), CHECK)
    await library.bookmark_entry(1, FULL_ARTICLE)


def files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def total(folder: Path) -> int:
    with closing(Library.open(folder, now=Clock())) as library:
        return library.count(HeadlineQuery())[1]


async def test_a_copy_is_one_whole_file_and_can_be_gone_back_to(folder: Path, tmp_path: Path) -> None:
    with closing(Library.open(folder, now=Clock())) as library:
        await fill(library, "1", "2")
        copy = await library.back_up(tmp_path / "copy.db")
        await fill(library, "3")
    assert copy == tmp_path / "copy.db"
    assert files(tmp_path) == ["copy.db", "library"]
    assert copy.stat().st_mode & 0o077 == 0
    kept = restore(folder, copy, now=Clock())
    assert kept == folder / "library-before-restore-1.db"
    assert total(folder) == 2
    assert restore(folder, kept, now=Clock()) == folder / "library-before-restore-2.db"
    assert total(folder) == 3
    with closing(Library.open(folder, now=Clock())) as library:
        assert await library.examine() == []
        assert library.article(1) == FULL_ARTICLE


async def test_copies_of_a_day_are_numbered_and_none_is_overwritten(library: Library, folder: Path) -> None:
    await fill(library, "1")
    names = [(await library.back_up()).name for _ in range(3)]
    assert names == [f"library-backup-{NOON:%Y-%m-%d}{end}.db" for end in ("", "-2", "-3")]
    (folder / "notes").write_text("mine")
    with pytest.raises(LibraryError, match="there is a file of this name already"):
        await library.back_up(folder / "notes")
    assert (folder / "notes").read_text() == "mine"
    with pytest.raises(LibraryError, match="name a folder"):
        await library.back_up(folder / "nowhere" / "copy.db")


async def test_a_damaged_library_is_not_copied_as_if_it_were_sound(folder: Path) -> None:
    with closing(Library.open(folder, now=Clock())) as library:
        await fill(library, *map(str, range(300)))
    data = bytearray((folder / FILE_NAME).read_bytes())
    data[-8 * 4096 : -4 * 4096] = b"\xff" * 4 * 4096
    (folder / FILE_NAME).write_bytes(data)
    with closing(Library.open(folder, now=Clock())) as library, pytest.raises(LibraryError, match="damaged"):
        await library.back_up()
    assert files(folder) == [FILE_NAME]


def test_a_library_of_an_older_version_is_brought_up_to_date(folder: Path, tmp_path: Path) -> None:
    Library.open(folder, now=Clock()).close()
    make_version(tmp_path / "old", 1, VERSION_1)
    old = (tmp_path / "old" / FILE_NAME).read_bytes()
    restore(folder, tmp_path / "old" / FILE_NAME, now=Clock())
    with closing(Library.open(folder, now=Clock())) as library:
        assert library.headline_ids(HeadlineQuery(View.BOOKMARKS)) == (1,)
    assert (tmp_path / "old" / FILE_NAME).read_bytes() == old
    assert not list(folder.glob("*version*"))


async def test_what_is_no_sound_library_is_refused_and_nothing_changes(folder: Path, tmp_path: Path) -> None:
    with closing(Library.open(folder, now=Clock())) as library:
        await fill(library, "1")
        good = await library.back_up(tmp_path / "good.db")
    (tmp_path / "text").write_text("my novel" * 999)
    (tmp_path / "empty").touch()
    torn = bytearray(good.read_bytes())
    torn[8192:] = b"\xff" * (len(torn) - 8192)
    (tmp_path / "torn").write_bytes(torn)
    for name, statement in (("other", "CREATE TABLE notes (x)"), ("newer", "PRAGMA user_version = 99")):
        (tmp_path / name).write_bytes(good.read_bytes() if name == "newer" else b"")
        with closing(sqlite3.connect(tmp_path / name)) as database:
            database.execute(statement)
    before = (folder / FILE_NAME).read_bytes()
    for name, words in {
        "text": "damaged",
        "empty": "not a library",
        "torn": "damaged",
        "other": "not a library",
        "newer": "newer newsreader",
        "absent": "no such file",
        "library": "no such file",
        f"library/{FILE_NAME}": "the library itself",
    }.items():
        with pytest.raises(LibraryError, match=words):
            restore(folder, tmp_path / name, now=Clock())
    assert (folder / FILE_NAME).read_bytes() == before
    assert files(folder) == [FILE_NAME]


async def test_nothing_is_restored_while_a_program_has_the_library_open(folder: Path, tmp_path: Path) -> None:
    with closing(Library.open(folder, now=Clock())) as library:
        copy = await library.back_up(tmp_path / "copy.db")
        with pytest.raises(LibraryError, match="another program has the library open; close it first"):
            restore(folder, copy, now=Clock())
        await fill(library, "1")
    assert total(folder) == 1


async def test_a_damaged_library_and_a_missing_one_are_restored_too(folder: Path, tmp_path: Path) -> None:
    with closing(Library.open(folder, now=Clock())) as library:
        await fill(library, "1")
        copy = await library.back_up(tmp_path / "copy.db")
    (folder / FILE_NAME).write_bytes(b"nonsense" * 999)
    kept = restore(folder, copy, now=Clock())
    assert kept is not None
    assert kept.read_bytes() == b"nonsense" * 999
    assert total(folder) == 1
    assert restore(tmp_path / "fresh", copy, now=Clock()) is None
    assert total(tmp_path / "fresh") == 1


def break_off(path: Path) -> None:
    """Leave a database as a program does that is killed amidst a transaction."""
    script = (
        "import sqlite3, os, sys; c = sqlite3.connect(sys.argv[1]); c.execute('PRAGMA cache_size = 1');"
        "c.execute(\"UPDATE entries SET title = 'old'\"); c.commit();"
        'c.execute("UPDATE entries SET title = hex(randomblob(9000))"); os._exit(0)'
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=True)
    assert path.with_name(f"{path.name}-journal").stat().st_size


async def test_what_an_earlier_attempt_left_does_not_spoil_the_next(folder: Path, tmp_path: Path) -> None:
    with closing(Library.open(folder, now=Clock())) as library:
        await fill(library, *map(str, range(1, 300)))
        copy = await library.back_up(tmp_path / "copy.db")
    for name in ("library-restored.half", "library-restored.half.4194304.half"):
        shutil.copy(copy, folder / name)
        break_off(folder / name)
    restore(folder, copy, now=Clock())
    assert files(folder) == ["library-before-restore-1.db", FILE_NAME]
    with closing(Library.open(folder, now=Clock())) as library:
        assert await library.examine() == []
        assert {one.title for one in library.headlines([1, 2])} == {"Title 1", "Title 2"}


@pytest.mark.parametrize("step", range(6))
async def test_a_swap_that_ends_half_way_is_finished_by_whoever_opens_next(
    folder: Path, tmp_path: Path, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Library.open(folder, now=Clock())) as library:
        await fill(library, "1", "2")
        new = await library.back_up(folder / "new.db")
        await fill(library, "3")
        raw = {end: (folder / f"{FILE_NAME}{end}").read_bytes() for end in ("", "-wal", "-shm")}
    for end, data in raw.items():  # as a program leaves it that was killed
        (folder / f"{FILE_NAME}{end}").write_bytes(data)
    steps = iter(range(step))

    class Killed(BaseException):
        pass

    rename = Path.rename

    def until_killed(self: Path, target: str | Path) -> Path:
        if next(steps, None) is None:
            raise Killed
        return rename(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", until_killed)
        if step < 5:
            with pytest.raises(Killed):
                swap(folder, new, BEFORE_RESTORE)
        else:
            swap(folder, new, BEFORE_RESTORE)
    assert total(folder) == 2
    finish_swaps(folder)
    assert restore(folder, folder / "library-before-restore-1.db", now=Clock()) is not None
    assert total(folder) == 3
