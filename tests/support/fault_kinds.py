"""What the program can be doing when something goes wrong, and what must be there afterwards."""

import asyncio
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from random import Random

from library.test_library_versions import VERSION_1, entry_row, make_version
from newsreader.library import Library
from newsreader.library.columns import to_column
from newsreader.library.database import FILE_NAME
from newsreader.model import HeadlineQuery, View
from support import fault_children
from support.articles import FULL_ARTICLE
from support.faults import child, command
from support.libraries import NOON, Clock
from support.loopback import Answer, Loopback
from support.site import HTML, PNG, RSS, feed, page, png

FEEDS, HEADLINES = 6, 30
"""Feeds that a refresh asks, and how many new headlines each has."""

ARTICLES, PICTURES = 6, 2
"""Pages that are saved, and pictures of each."""

OLD = 2_000
"""Entries of the library of an earlier version."""


def now() -> datetime:
    """Return the moment, as the program itself has it."""
    return datetime.now(UTC)


class Kind:
    """One thing that the program does.

    Attributes:
        waits: it says ``ready`` when it begins with what matters.
    """

    waits = True

    def __init__(self, home: Path, site: Loopback) -> None:
        self.home = home
        self.site = site

    def prepare(self, folder: Path, seed: int) -> None:
        """Make the library as it is before."""

    def args(self, folder: Path, seed: int) -> list[str]:
        """Return the command that does it."""
        raise NotImplementedError

    def check(self, folder: Path, seed: int, promised: Sequence[str], *, whole: bool) -> None:
        """See that all that was promised is there, and if it came to its end (``whole``), all of it."""
        raise NotImplementedError


class Refresh(Kind):
    """Feeds are asked, and what is new in them is stored."""

    waits = False

    def prepare(self, folder: Path, seed: int) -> None:
        for number in range(FEEDS):
            titles = [f"News {number} {n}" for n in range(HEADLINES)]
            data = feed(self.site.url(f"/{seed}/{number}/"), titles).replace(b"mole-", b"mole-%d-" % seed)
            self.site.routes[f"/feed/{number}"] = Answer(data, headers=RSS)

        async def subscribe() -> None:
            with closing(Library.open(folder, now=now)) as library:
                for number in range(FEEDS):
                    await library.subscribe(self.site.url(f"/feed/{number}"), f"Feed {number}", by_reader=False)

        asyncio.run(subscribe())

    def args(self, folder: Path, seed: int) -> list[str]:
        return command(folder, "refresh", "--all")

    def check(self, folder: Path, seed: int, promised: Sequence[str], *, whole: bool) -> None:
        with closing(Library.open(folder, now=now)) as library:
            totals = [sub.total for sub in library.subscriptions(counted=True) if sub.title.startswith("Feed ")]
        assert len(totals) == FEEDS, totals
        assert set(totals) <= ({HEADLINES} if whole else {0, HEADLINES}), (
            f"a feed is stored whole or not at all: {totals}"
        )


class Save(Kind):
    """Pages are fetched and kept with their pictures."""

    waits = False

    def prepare(self, folder: Path, seed: int) -> None:
        for number in range(ARTICLES):
            pictures = [f"/picture/{number}-{n}.png" for n in range(PICTURES)]
            html = page(number, f"Story {number}", pictures=pictures)
            self.site.routes[f"/article/{number}"] = Answer(html, headers=HTML)
            for n, picture in enumerate(pictures):
                data = png(120, 90, shade=10 * number + n, noise=True)
                self.site.routes[picture] = Answer(data, headers=PNG)

    def args(self, folder: Path, seed: int) -> list[str]:
        return command(folder, "save", *(self.site.url(f"/article/{n}") for n in range(ARTICLES)))

    def check(self, folder: Path, seed: int, promised: Sequence[str], *, whole: bool) -> None:
        with closing(Library.open(folder, now=now)) as library:
            for line in promised:
                assert_kept(library, int(line.partition("\t")[0]), PICTURES)
            assert len(promised) == ARTICLES or not whole


class Undo(Kind):
    """Headlines are marked, kept, let go of and annotated, and all of that is undone."""

    def prepare(self, folder: Path, seed: int) -> None:
        shutil.copytree(self._before, folder)

    def args(self, folder: Path, seed: int) -> list[str]:
        return child("undo", folder, seed)

    def check(self, folder: Path, seed: int, promised: Sequence[str], *, whole: bool) -> None:
        asyncio.run(self._check(folder, seed, len(promised)))

    async def _check(self, folder: Path, seed: int, done: int) -> None:
        """Do the same again: the library is as after all that was promised, or after one change more."""
        again, random = folder.with_name(f"{folder.name}-again"), Random(seed)
        shutil.copytree(self._before, again)
        found = snapshot(folder)
        with closing(Library.open(again, now=Clock())) as library:
            for _ in range(done):
                await fault_children.change(library, random)
            if snapshot(again) != found:
                await fault_children.change(library, random)
                assert snapshot(again) == found, f"{done} changes were promised"

    @cached_property
    def _before(self) -> Path:
        before = self.home / "undo"

        async def fill() -> None:
            with closing(Library.open(before, now=Clock())) as library:
                await fault_children.fill(library)

        asyncio.run(fill())
        return before


class Migrate(Kind):
    """A library of version 1 is brought up to date."""

    def prepare(self, folder: Path, seed: int) -> None:
        shutil.copytree(self._before, folder)

    def args(self, folder: Path, seed: int) -> list[str]:
        return child("migrate", folder, seed)

    def check(self, folder: Path, seed: int, promised: Sequence[str], *, whole: bool) -> None:
        with closing(Library.open(folder, now=Clock())) as library:
            assert library.count(HeadlineQuery())[1] == OLD
            assert library.headline_ids(HeadlineQuery(View.BOOKMARKS)) == (1,)
            assert library.headline_ids(HeadlineQuery(View.HISTORY)) == (2,)
            assert library.article(1) == FULL_ARTICLE
        for copy in folder.glob("library-version-*.db"):
            with closing(sqlite3.connect(copy)) as database:
                assert database.execute("SELECT count(*) FROM entries").fetchone() == (OLD,)

    @cached_property
    def _before(self) -> Path:
        rows = {table: some for table, some in VERSION_1.items() if table not in {"images", "article_images"}}
        numbers = range(1, OLD + 1)
        rows["entries"] = [entry_row(number) for number in numbers]
        rows["contents"] = [
            {"entry_id": number, "summary": "words " * 100, "content": "", "enclosures": "[]"} for number in numbers
        ]
        rows["search"] = [
            {"rowid": number, "title": f"title {number}", "source": "a", "author": "", "body": "words"}
            for number in numbers
        ]
        rows["settings"] = [{"key": "made", "value": str(to_column(NOON))}]
        make_version(self.home / "migrate", 1, rows)
        return self.home / "migrate"


class Sweep(Kind):
    """What was let go of is swept out, days after."""

    def args(self, folder: Path, seed: int) -> list[str]:
        return child("sweep", folder, seed)

    def check(self, folder: Path, seed: int, promised: Sequence[str], *, whole: bool) -> None:
        with closing(Library.open(folder, now=now)) as library:
            for entry_id in map(int, promised):
                assert_kept(library, entry_id, len(FULL_ARTICLE.images))


class Restore(Kind):
    """The library gives way to a copy that was made of it before."""

    waits = False

    def prepare(self, folder: Path, seed: int) -> None:
        async def fill() -> None:
            with closing(Library.open(folder, now=now)) as library:
                await fault_children.fill(library)
                await library.bookmark_entry(1, FULL_ARTICLE)
                await library.back_up(folder / "copy.db")
                await library.bookmark_entry(2, FULL_ARTICLE)

        asyncio.run(fill())

    def args(self, folder: Path, seed: int) -> list[str]:
        return command(folder, "doctor", "--restore", str(folder / "copy.db"))

    def check(self, folder: Path, seed: int, promised: Sequence[str], *, whole: bool) -> None:
        with closing(Library.open(folder, now=now)) as library:
            kept = library.headline_ids(HeadlineQuery(View.BOOKMARKS))
        before = sorted(folder.glob("library-before-restore-*.db"))
        assert kept == ((1,) if before else (2, 1)), kept
        assert before or not whole
        for database in before[:1]:
            with closing(sqlite3.connect(database)) as connection:
                assert connection.execute("SELECT count(bookmarked_at) FROM statuses").fetchone() == (2,)


KINDS: dict[str, type[Kind]] = {
    "refresh": Refresh,
    "save": Save,
    "undo": Undo,
    "migrate": Migrate,
    "sweep": Sweep,
    "restore": Restore,
}


def assert_kept(library: Library, entry_id: int, pictures: int) -> None:
    """See that a bookmark is there, whole."""
    kept = library.bookmark(entry_id)
    assert kept is not None
    assert kept.complete
    assert kept.images_saved == pictures
    assert library.article(entry_id) is not None


def assert_sound(folder: Path) -> None:
    """See that the doctor finds nothing."""

    async def examine() -> list[str]:
        with closing(Library.open(folder, now=now)) as library:
            return await library.examine()

    found = asyncio.run(examine())
    assert found == [], found


def snapshot(folder: Path) -> list[list[tuple[object, ...]]]:
    """Return all that the reader did, and what can be undone of it."""
    tables = ("statuses", "tags", "articles", "journal", "changes", "changed_statuses", "changed_notes")
    with closing(sqlite3.connect(folder / FILE_NAME)) as database:
        return [database.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in tables]
