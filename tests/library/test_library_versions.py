"""A library of every earlier version opens, with all that was in it."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from newsreader.formats import article_to_json
from newsreader.library import Library, Status, rescue
from newsreader.library.columns import to_column
from newsreader.library.database import FILE_NAME
from newsreader.library.migrations import MIGRATIONS
from newsreader.model import HeadlineQuery, View
from support.articles import FULL_ARTICLE
from support.libraries import NOON, Clock

LATER = NOON + timedelta(hours=1)
IMAGE = FULL_ARTICLE.images[0].url


def make_version(folder: Path, version: int, rows: dict[str, list[dict[str, object]]]) -> None:
    """Make a library as the program of ``version`` did, with these rows in its tables."""
    folder.mkdir()
    with closing(sqlite3.connect(folder / FILE_NAME)) as database:
        for statements in MIGRATIONS[:version]:
            for statement in statements:
                database.execute(statement)
        for table, values in rows.items():
            for row in values:
                marks = ", ".join("?" * len(row))
                database.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))
        database.execute(f"PRAGMA user_version = {version}")
        database.commit()


def entry_row(number: int) -> dict[str, object]:
    return {
        "source_id": 1,
        "guid": f"g{number}",
        "url": f"https://a.example/{number}",
        "title": f"Title {number}",
        "first_seen": to_column(NOON),
        "sort_at": to_column(NOON),
        "digest": b"",
    }


VERSION_1: dict[str, list[dict[str, object]]] = {
    "sources": [
        {"url": "https://a.example/feed", "title": "A", "folder": "Papers"},
        {"url": "https://b.example/feed", "title": "B", "subscribed": 0, "removed_at": to_column(LATER)},
    ],
    "entries": [entry_row(number) for number in (1, 2, 3)],
    "contents": [
        {"entry_id": number, "summary": f"<p>word{number} of café</p>", "content": "", "enclosures": "[]"}
        for number in (1, 2, 3)
    ],
    "statuses": [
        {"entry_id": 1, "bookmarked_at": to_column(LATER)},
        {"entry_id": 2, "read_at": to_column(NOON)},
    ],
    "articles": [
        {
            "entry_id": 1,
            "url": FULL_ARTICLE.url,
            "stored_at": to_column(LATER),
            "article": json.dumps(article_to_json(FULL_ARTICLE)),
        }
    ],
    "images": [{"hash": "ab", "suffix": "png", "size": 2, "saved_at": to_column(LATER)}],
    "article_images": [{"entry_id": 1, "url": IMAGE, "place": 0, "hash": "ab"}],
    "changes": [
        {"made_at": to_column(NOON), "kind": "READ"},
        {"made_at": to_column(LATER), "kind": "BOOKMARK"},
        {"made_at": to_column(LATER), "kind": "UNSUBSCRIBE", "source_id": 2},
    ],
    "changed_statuses": [{"change_id": 1, "entry_id": 2}, {"change_id": 2, "entry_id": 1}],
    "settings": [{"key": "place", "value": "here"}],
    "search": [
        {"rowid": number, "title": f"title {number}", "source": "a", "author": "", "body": f"word{number}"}
        for number in (1, 2, 3)
    ],
}


async def test_a_library_of_version_1_keeps_everything(folder: Path) -> None:
    make_version(folder, 1, VERSION_1)
    with closing(Library.open(folder, now=Clock(LATER))) as library:
        assert [(sub.title, sub.folder) for sub in library.subscriptions()] == [("A", "Papers")]
        assert library.headline_ids(HeadlineQuery(View.UNREAD)) == (1, 3)
        assert library.headline_ids(HeadlineQuery(View.HISTORY)) == (2,)
        (kept,) = library.bookmarks()
        assert (kept.headline.id, kept.saved_at, kept.images_saved) == (1, LATER, 1)
        assert (kept.headline.note, kept.headline.tags, kept.headline.position) == ("", (), 0.0)
        assert library.article(1) == FULL_ARTICLE
        assert (library.lacks_text(1), library.lacks_text(2)) == (False, True)
        assert library.setting("place") == "here"
        assert library.headline_ids(HeadlineQuery(search="cafe")) == (2, 3)
        assert library.headline_ids(HeadlineQuery(search="ribbon")) == (1,), "the article is found, as before"
        assert [(one.entry_id, one.status, one.made_at) for one in library.status_changes()] == [
            (2, Status.READ, NOON),
            (1, Status.BOOKMARKED, LATER),
        ]
        assert [await library.undo() for _ in range(4)] == [
            "Subscribed again: B",
            "Bookmark taken back: Title 1",
            "Unread again: Title 2",
            None,
        ]
    assert (folder / "library-version-1.db").exists()


async def test_of_a_library_of_version_1_a_rescue_loses_nothing(folder: Path) -> None:
    make_version(folder, 1, VERSION_1)
    rescue(folder, now=Clock())
    with closing(Library.open(folder, now=Clock(LATER))) as library:
        assert library.article(1) == FULL_ARTICLE
        assert library.has_text(FULL_ARTICLE.url)
        assert library.headline_ids(HeadlineQuery(search="ribbon")) == (1,)
        assert library.headline_ids(HeadlineQuery(View.UNREAD)) == (1, 3)


def test_a_library_of_every_version_comes_to_the_same_schema(tmp_path: Path) -> None:
    made = []
    for version in range(len(MIGRATIONS) + 1):
        make_version(tmp_path / str(version), version, {})
        Library.open(tmp_path / str(version), now=Clock()).close()
        with closing(sqlite3.connect(tmp_path / str(version) / FILE_NAME)) as database:
            made.append(database.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall())
            assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert all(schema == made[-1] for schema in made)


def test_several_programs_may_open_an_older_library_at_once(folder: Path) -> None:
    many = [entry_row(number) for number in range(1, 5_001)]
    make_version(folder, 1, {"sources": VERSION_1["sources"], "entries": many})
    opening = (
        "import sys; from pathlib import Path; from datetime import UTC, datetime; from newsreader.library import"
    )
    opening += " Library; Library.open(Path(sys.argv[1]), now=lambda: datetime.now(UTC)).close()"
    programs = [
        subprocess.Popen([sys.executable, "-c", opening, str(folder)], stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    assert [program.communicate()[1] for program in programs] == ["", "", ""]
    with closing(sqlite3.connect(folder / "library-version-1.db")) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (1,)
        assert copy.execute("SELECT count(*) FROM entries").fetchone() == (5_000,)
    assert not list(folder.glob("*.half"))
