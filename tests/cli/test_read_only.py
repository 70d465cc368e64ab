"""A library that another host has open, or that may not be written: it is read as ever, and nothing changes."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from library.test_library_versions import VERSION_1, make_version
from newsreader.library import Library
from newsreader.wiring import utc_now
from support.articles import FULL_ARTICLE
from support.command import Done
from support.libraries import CHECK, entry, feed
from support.loopback import Loopback
from support.site import open_site

Newsreader = Callable[..., Done]

LINE = (
    "newsreader: the library is open on attic (since {}): it can be read here, but not changed;"
    " close it there first\n"
)
BARRED = (
    "newsreader: the library may not be written: it can be read here, but not changed;"
    " make its folder writable, or choose another one with --library\n"
)
AS_EVERYBODY = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
"""Before a command: root may write anywhere, unless it gives that up."""


def contents(folder: Path) -> dict[str, str]:
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {str(file.relative_to(folder)): sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.fixture
def library(site: Loopback, tmp_path: Path) -> Path:
    """Return the folder of a library with two headlines, the first kept; what was indexed before can be found."""
    folder = tmp_path / "library"
    url = open_site(site)
    titles = ("Fog over the mole", "The bell is gone")
    entries = [entry(str(n), title=title, url=site.url(f"/article/{n}")) for n, title in enumerate(titles)]

    async def fill() -> None:
        with closing(Library.open(folder, now=utc_now)) as library:
            paper = await library.subscribe(url, "The Mole")
            await library.store_feed(paper.id, feed(*entries), CHECK)
            await library.bookmark_entry(1, FULL_ARTICLE)
            await library.catch_up()

    asyncio.run(fill())
    return folder


@pytest.fixture
def taken(library: Path) -> tuple[Path, str]:
    """Return the same, and what is said of it since another host has it open."""
    now = datetime.now(UTC)
    said = {"host": "attic", "pid": 1, "since": now.isoformat(), "time": now.isoformat()}
    (library / "library.lease").write_text(json.dumps(said))
    return library, LINE.format(f"{now:%H:%M}")


def test_what_reads_prints_as_ever_and_says_why_it_only_reads(
    newsreader: Newsreader, taken: tuple[Path, str]
) -> None:
    folder, line = taken
    before = contents(folder)

    def run(*args: str) -> str:
        done = newsreader("--library", str(folder), *args)
        assert (done.code, done.err) == (0, line), args
        return done.out

    assert len(json.loads(run("headlines", "--json", "--search", "fog"))) == 1
    assert json.loads(run("bookmarks", "--json"))[0]["title"] == "Fog over the mole"
    assert FULL_ARTICLE.title in run("read", "1")
    assert "Report 1" in run("read", "2")
    assert "outline" in run("export")
    assert "The Mole" in run("feeds")
    assert contents(folder) == before


def test_what_changes_something_fails_with_that_line_alone(
    newsreader: Newsreader, taken: tuple[Path, str], site: Loopback, tmp_path: Path
) -> None:
    folder, line = taken
    before = contents(folder)
    (tmp_path / "feeds.opml").write_text('<opml><body><outline xmlUrl="https://a.example/feed"/></body></opml>')
    asked = len(site.asked)
    for args in (
        ("add", site.url("/other.xml"), site.url("/third.xml")),
        ("remove", "1"),
        ("save", "1", "2"),
        ("refresh", "--all"),
        ("import", str(tmp_path / "feeds.opml")),
        ("undo",),
        ("doctor", "--repair"),
        ("doctor", "--backup"),
    ):
        done = newsreader("--library", str(folder), *args)
        if args[-1] == "--backup":
            assert done.code == 0
            Path(done.out.strip()).unlink()
        else:
            assert (done.code, done.out, done.err) == (1, "", line), args
    assert len(site.asked) == asked
    assert contents(folder) == before


@pytest.fixture
def sealed(library: Path) -> Iterator[Path]:
    """Return the library's folder, in which nothing may be written any more."""
    places = [library, *library.rglob("*")]
    for place in places:
        place.chmod(0o500 if place.is_dir() else 0o400)
    yield library
    for place in places:
        place.chmod(0o700 if place.is_dir() else 0o600)


def run_as_everybody(home: dict[str, str], *args: str) -> Done:
    command = [*AS_EVERYBODY, sys.executable, "-W", "error", "-m", "newsreader", *args]
    done = subprocess.run(command, env=home, check=False, capture_output=True, text=True, timeout=60)
    return Done(done.returncode, done.stdout, done.stderr)


def test_a_folder_that_may_not_be_written_is_read(home: dict[str, str], sealed: Path, tmp_path: Path) -> None:
    before = contents(sealed)
    library = ("--library", str(sealed))
    found = run_as_everybody(home, *library, "headlines", "--json")
    assert (found.code, found.err, len(found.json)) == (0, BARRED, 2)
    checked = run_as_everybody(home, *library, "doctor")
    assert checked.code == 0
    assert checked.err.startswith(f"{BARRED}newsreader: the library is in good health\n")
    refused = run_as_everybody(home, *library, "save", "2")
    assert (refused.code, refused.out, refused.err) == (1, "", BARRED)
    copied = run_as_everybody(home, *library, "doctor", "--backup", str(tmp_path / "copy.db"))
    assert (copied.code, copied.out) == (0, f"{tmp_path / 'copy.db'}\n")
    assert contents(sealed) == before


def test_a_file_that_may_not_be_written_is_read(home: dict[str, str], library: Path) -> None:
    (library / "library.db").chmod(0o400)
    found = run_as_everybody(home, "--library", str(library), "headlines", "--json")
    assert (found.code, found.err, len(found.json)) == (0, BARRED, 2)
    assert not (library / "library.lease").exists()


def test_an_older_library_cannot_be_brought_up_to_date_there(home: dict[str, str], sealed: Path) -> None:
    make_version(sealed.with_name("old"), 1, VERSION_1)
    for place in (sealed.with_name("old") / "library.db", sealed.with_name("old")):
        place.chmod(0o500)
    done = run_as_everybody(home, "--library", str(sealed.with_name("old")), "feeds")
    assert (done.code, done.out) == (1, "")
    assert done.err.count("\n") == 1
    assert "older newsreader" in done.err
    assert "open it once where it may be written" in done.err


def test_changes_in_the_log_beside_it_are_read_too(home: dict[str, str], library: Path) -> None:
    """A program that was killed leaves its last changes in the log; they are seen, or it is said why not."""
    script = (
        "import sqlite3, os, sys; c = sqlite3.connect(sys.argv[1]);"
        "c.execute('PRAGMA wal_autocheckpoint = 0'); c.execute(\"UPDATE entries SET title = 'From the log'\");"
        "c.commit(); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", script, str(library / "library.db")], check=True)
    assert (library / "library.db-wal").stat().st_size
    for place in (*library.glob("library.db*"), library):
        place.chmod(0o500)
    done = run_as_everybody(home, "--library", str(library), "headlines", "--json")
    assert (done.code, done.err) == (0, BARRED)
    assert {headline["title"] for headline in done.json} == {"From the log"}
    library.chmod(0o700)
    (library / "library.db-shm").unlink()
    library.chmod(0o500)
    done = run_as_everybody(home, "--library", str(library), "headlines", "--json")
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert "copy the whole folder" in done.err
    library.chmod(0o700)
