"""Import on the command line: any file, by its name, by pipe or by redirection; one line on what came of it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from support.command import Done
from support.exports import FIREFOX, POCKET_CSV, WALLABAG, as_json, newsboat, omnivore_zip
from support.loopback import Loopback
from support.site import open_site

Newsreader = Callable[..., Done]


def test_what_came_is_told_in_one_line(newsreader: Newsreader, tmp_path: Path) -> None:
    file = tmp_path / "part_000000.csv"
    file.write_bytes(POCKET_CSV)
    done = newsreader("import", str(file))
    assert (done.code, done.out) == (0, "")
    assert done.err == (
        "newsreader: Pocket: 2 pages came; skipped: 1 without a web address;"
        " fetch what there is to read with: newsreader refresh\n"
    )
    again = newsreader("import", str(file))
    assert "Pocket: nothing new; 2 pages already there; skipped: 1" in again.err
    light, salt = newsreader("bookmarks", "--json").json
    assert (light["title"], light["read"], light["saved_at"]) == ("The lighthouse", False, "2022-05-01T14:40:00Z")
    assert (salt["title"], salt["read"], salt["complete"]) == ("Salt, and who sells it", True, False)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (FIREFOX, "bookmarks: 1 source and 3 pages came"),
        (as_json(WALLABAG), "wallabag: 2 pages came"),
        (omnivore_zip(), "Omnivore: 2 pages came"),
    ],
)
def test_any_kind_by_standard_input(newsreader: Newsreader, data: bytes, told: str) -> None:
    done = newsreader("import", "-", stdin=data)
    assert done.code == 0
    assert told in done.err
    assert " 0 " not in done.err


def test_a_database_by_name_and_by_standard_input(newsreader: Newsreader, tmp_path: Path) -> None:
    feed = "https://quay.example/feed"
    item = {"guid": "g", "url": "https://quay.example/1", "feedurl": feed, "flags": "s"}
    path = newsboat(tmp_path / "cache.db", [(feed, "", "Quay")], [item])
    assert "newsboat: 1 source and 1 page came" in newsreader("import", str(path)).err
    assert newsreader("import", "-", stdin=path.read_bytes()).err.count("already there") == 1
    assert newsreader("undo").code == 0
    assert newsreader("bookmarks", "--json").json == []
    assert newsreader("feeds", "--json").json == []


def test_a_pipe_by_its_name(home: dict[str, str], tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, POCKET_CSV)
    os.close(writing)
    done = subprocess.run(
        [sys.executable, "-m", "newsreader", "import", f"/dev/fd/{reading}"],
        pass_fds=[reading],
        env=home,
        capture_output=True,
        check=True,
        timeout=60,
    )
    os.close(reading)
    assert b"Pocket: 2 pages came" in done.stderr


def test_nothing_is_fetched_before_the_refresh(newsreader: Newsreader, site: Loopback) -> None:
    open_site(site)
    url = site.url("/article/0")
    newsreader("import", "-", stdin=f"title,url,time_added,tags,status\n,{url},1,,unread\n".encode())
    assert site.asked == []
    assert newsreader("refresh").code == 0
    [kept] = newsreader("bookmarks", "--json").json
    assert (kept["title"], kept["complete"], kept["images"]) == (
        "Fog over the mole",
        True,
        {"saved": 2, "total": 2},
    )


def test_from_one_library_to_another_pictures_and_all(
    newsreader: Newsreader, site: Loopback, tmp_path: Path
) -> None:
    newsreader("add", open_site(site))
    newsreader("save", site.url("/article/0"), site.url("/article/1"))
    kept, other = str(tmp_path / "kept.json"), ("--library", str(tmp_path / "other"))
    assert newsreader("export", "json", "--bookmarks", "-o", kept).code == 0
    site.stop()
    assert "newsreader: 2 pages came" in newsreader("import", kept, *other).err
    ours, theirs = newsreader("bookmarks", "--json").json, newsreader("bookmarks", "--json", *other).json
    same = (
        "title",
        "url",
        "author",
        "published",
        "read",
        "words",
        "saved_at",
        "complete",
        "images",
        "note",
        "tags",
    )
    assert [[one[key] for key in same] for one in theirs] == [[one[key] for key in same] for one in ours]
    assert [one["complete"] for one in theirs] == [True, True]
    texts = [newsreader("read", str(one["id"]), *other).out for one in theirs]
    assert texts == [newsreader("read", str(one["id"])).out for one in ours]
    for again in ((), other):
        assert "nothing new; 2 pages already there" in newsreader("import", kept, *again).err
    assert newsreader("doctor", *other).code == 0


@pytest.mark.parametrize(
    "data", [b"", b"not opml", b"PK\x03\x04", b"SQLite format 3\0" + bytes(100), POCKET_CSV.rstrip()[:-30], b"[{]"]
)
def test_a_bad_file_is_one_sentence_that_names_it(newsreader: Newsreader, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "export"
    file.write_bytes(data)
    done = newsreader("import", str(file))
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert str(file) in done.err
    assert newsreader("bookmarks", "--json").json == []
    assert newsreader("import", "-", stdin=data).err.startswith("newsreader: standard input: ")


def test_what_cannot_be_opened_is_told(newsreader: Newsreader, tmp_path: Path) -> None:
    for name in (str(tmp_path / "none"), str(tmp_path), ""):
        done = newsreader("import", name)
        assert (done.code, done.err.count("\n")) == (1, 1)
        assert "cannot be read" in done.err
    with (tmp_path / "large").open("wb") as file:
        file.truncate(64_000_001)
    with (tmp_path / "large").open("rb") as file:
        assert "larger than 64 MB" in newsreader("import", "-", stdin=file.read()).err
    assert "larger than 64 MB" in newsreader("import", str(tmp_path / "large")).err
