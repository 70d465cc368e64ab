"""One host at a time writes a library: what a lease says, and what it never does."""

import json
import os
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from newsreader.library import Library, rescue, restore
from newsreader.library.lease import FILE_NAME
from newsreader.model import HeadlineQuery, LibraryError
from support.libraries import CHECK, NOON, Clock, entry, feed

MINUTE = timedelta(minutes=1)


@pytest.fixture
def filled(folder: Path) -> Path:
    """Return a folder with a library that is closed."""
    Library.open(folder, now=Clock()).close()
    return folder


@pytest.fixture
def taken(filled: Path) -> Iterator[Path]:
    """Return a folder whose library another host has open."""
    with closing(Library.open(filled, now=Clock(), host="attic")):
        yield filled


def write_lease(folder: Path, **said: object) -> None:
    (folder / FILE_NAME).write_text(json.dumps({"host": "attic", "pid": 1, "time": NOON.isoformat(), **said}))


def files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def opened(folder: Path, clock: Clock) -> str:
    """Return what keeps a library from being written."""
    with closing(Library.open(folder, now=clock)) as library:
        return library.read_only


def test_a_lease_says_who_has_the_library_open_and_goes_with_the_last(folder: Path, clock: Clock) -> None:
    first = Library.open(folder, now=clock, host="attic")
    second = Library.open(folder, now=clock, host="attic")
    said = json.loads((folder / FILE_NAME).read_text())
    assert (said["host"], said["pid"], said["time"]) == ("attic", os.getpid(), NOON.isoformat())
    assert not first.read_only
    assert not second.read_only
    first.close()
    assert (folder / FILE_NAME).exists()
    second.close()
    assert not (folder / FILE_NAME).exists()


async def test_what_another_host_has_open_is_read_and_not_changed(taken: Path, clock: Clock) -> None:
    since = NOON.astimezone()
    line = f"the library is open on attic (since {since:%H:%M}): it can be read here, but not changed;"
    with closing(Library.open(taken, now=clock, host="kitchen")) as library:
        assert library.read_only == f"{line} close it there first"
        assert library.subscriptions() == []
        for attempt in (library.subscribe("https://a.example/"), library.undo(), library.sweep()):
            with pytest.raises(LibraryError) as error:
                await attempt
            assert str(error.value) == library.read_only
        assert await library.examine() == []
        await library.catch_up()
    assert json.loads((taken / FILE_NAME).read_text())["host"] == "attic"


async def test_what_the_other_host_writes_meanwhile_is_seen(folder: Path, clock: Clock) -> None:
    with closing(Library.open(folder, now=clock, host="attic")) as there:
        paper = await there.subscribe("https://a.example/")
        with closing(Library.open(folder, now=clock, host="kitchen")) as here:
            await there.store_feed(paper.id, feed(entry("1", content="<p>ribbon</p>")), CHECK)
            await there.catch_up()
            assert here.count(HeadlineQuery(search="ribbon")) == (1, 1)
    assert files(folder) == ["library.db"]


@pytest.mark.parametrize(
    ("ago", "free"),
    [(timedelta(0), False), (9 * MINUTE, False), (11 * MINUTE, True), (-timedelta(days=900), False)],
)
def test_a_lease_is_fresh_for_ten_minutes(filled: Path, clock: Clock, ago: timedelta, free: bool) -> None:
    write_lease(filled, time=(NOON - ago).isoformat())
    assert (opened(filled, clock) == "") is free


def test_a_lease_of_another_day_says_which(filled: Path, clock: Clock) -> None:
    write_lease(filled, since=(NOON - timedelta(days=2)).isoformat())
    assert f"since {(NOON - timedelta(days=2)).astimezone():%Y-%m-%d %H:%M}" in opened(filled, clock)


def test_a_program_that_was_killed_is_no_longer_there_after_ten_minutes(taken: Path, clock: Clock) -> None:
    clock.pass_by(11 * MINUTE)
    assert opened(taken, clock) == ""


def test_renewing_goes_on_as_long_as_the_library_is_open(folder: Path, clock: Clock) -> None:
    with closing(Library.open(folder, now=clock, host="attic")) as library:
        clock.pass_by(11 * MINUTE)
        library._opened.lease.renew()
        assert "since" in opened(folder, clock)
        assert f"{NOON.astimezone():%H:%M}" in opened(folder, clock)


async def test_a_host_that_was_asleep_while_another_took_over_writes_no_more(folder: Path) -> None:
    here, there = Clock(), Clock(NOON + timedelta(hours=3))
    with closing(Library.open(folder, now=here, host="kitchen")) as library:
        await library.remember("a", "b")
        with closing(Library.open(folder, now=there, host="attic")):
            here.now = there.now
            library._opened.lease.renew()
            with pytest.raises(LibraryError, match="open on attic"):
                await library.remember("a", "c")
        library._opened.lease.renew()
        with pytest.raises(LibraryError, match="open on attic"):  # what it knows may be out of date
            await library.remember("a", "c")
        assert library.setting("a") == "b"


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"\xff\xfe\0",
        b"null",
        b"[" * 5000,
        b"[1]",
        b'{"host": "attic"}',
        b'{"host": "", "time": "2023-03-30T12:00:00+00:00"}',
        b'{"host": "attic", "time": "2023-03-30T12:00:00"}',
        b'{"host": "attic", "time": 12}',
        b'{"host": "attic", "time": "9999-12-31T23:59:59+00:00", "since": "noon"}',
        b'{"host": "attic", "since": null, "time": "2023-03-30T12:00:00+00:00"}',
    ],
)
def test_a_lease_that_says_nothing_sensible_holds_nobody_up(filled: Path, clock: Clock, said: bytes) -> None:
    (filled / FILE_NAME).write_bytes(said)
    assert opened(filled, clock) == ""


def test_what_is_no_file_in_its_place_holds_nobody_up(filled: Path, clock: Clock) -> None:
    (filled / FILE_NAME).mkdir()
    assert opened(filled, clock) == ""
    (filled / FILE_NAME).rmdir()
    os.mkfifo(filled / FILE_NAME)
    assert opened(filled, clock) == ""


@pytest.mark.parametrize("clock", [Clock(NOON.replace(year=1)), Clock(NOON.replace(year=9999))])
def test_a_clock_that_jumped_holds_nobody_up(folder: Path, clock: Clock) -> None:
    assert opened(folder, clock) == ""
    assert opened(folder, clock) == ""


def test_a_name_of_a_host_is_shown_harmlessly(filled: Path, clock: Clock) -> None:
    write_lease(filled, host="at\x1b]0;x\x07tic\n")
    assert "open on at]0;xtic (" in opened(filled, clock)


def test_nobody_rescues_or_restores_what_another_host_has_open(taken: Path, clock: Clock, tmp_path: Path) -> None:
    with closing(Library.open(tmp_path / "other", now=clock)):
        pass
    with pytest.raises(LibraryError, match="open on attic"):
        rescue(taken, now=clock, host="kitchen")
    with pytest.raises(LibraryError, match="open on attic"):
        restore(taken, tmp_path / "other" / "library.db", now=clock, host="kitchen")


def test_a_lease_that_came_before_its_library_is_heeded(folder: Path, clock: Clock) -> None:
    folder.mkdir()
    write_lease(folder)
    with pytest.raises(LibraryError, match="open on attic"):
        Library.open(folder, now=clock)
    assert files(folder) == [FILE_NAME]


async def test_a_host_that_slept_while_another_took_over_writes_no_more(filled: Path, clock: Clock) -> None:
    with closing(Library.open(filled, now=clock)) as library:
        clock.pass_by(11 * MINUTE)
        write_lease(filled, time=clock.now.isoformat())
        with pytest.raises(LibraryError, match="open on attic"):
            await library.remember("a", "b")
