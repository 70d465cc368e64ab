"""The library as the newsroom knows it: opened from a folder, read at once, written through one thread."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Self

from newsreader.library import (
    articles,
    bookmarks,
    bring_in,
    care,
    changes,
    copies,
    restoring,
    statuses,
    sweep,
)
from newsreader.library.columns import fitting, is_id, sound
from newsreader.library.database import let_shrink
from newsreader.library.feed_writes import FeedWrites
from newsreader.library.images import ImageFolder
from newsreader.library.indexing import index_some
from newsreader.library.lease import this_host
from newsreader.library.opening import Opened, open_folder
from newsreader.library.values import Arrival, Brought, SavedImage, Swept
from newsreader.library.writer import Writer
from newsreader.model import Article, LibraryError

if TYPE_CHECKING:
    from newsreader.formats.opml import OpmlFeed


class Library(FeedWrites):
    """Everything the reader has, in one folder. Any method raises LibraryError when the disk says no.

    Writes are awaited, and on disk when they return: what the reader did against a power cut, what feeds brought
    against the death of the process. Several processes may have one library open.

    Attributes:
        folder: where it is.
    """

    def __init__(self, opened: Opened, *, now: Callable[[], datetime]) -> None:
        path = opened.path
        super().__init__(opened, ImageFolder(path.parent / "images"), Writer(path, idle=self._index_some), now)
        self.folder = path.parent

    @classmethod
    def open(cls, folder: Path, *, now: Callable[[], datetime], host: str = "") -> Self:
        """Open the library in ``folder``, making it where there is none; ``now`` gives aware UTC moments.

        One that may not be written, or that another host than ``host`` (this one) has open, is opened for reading.

        Raises:
            LibraryError: it cannot be opened, is damaged, or was made by a newer program.
        """
        opened = open_folder(folder, now=now, host=host or this_host())
        with ExitStack() as unfinished:
            unfinished.callback(opened.leave)
            library = cls(opened, now=now)
            unfinished.pop_all()
        return library

    def close(self) -> None:
        """Finish what is being written and let go of the file."""
        self._writer.close()
        self._close_reading()
        self._opened.leave()

    async def store_article(self, entry_id: int, article: Article) -> None:
        """Keep the readable page behind an entry; NotFoundError when there is no such entry."""
        await self._feeds(lambda c: articles.store(c, entry_id, article, self._now()))

    async def store_page(self, article: Article, source: str = articles.SAVED_PAGES) -> int:
        """Keep a page that no feed brought, under the source of that name, and return its entry's id."""
        return await self._reader(lambda c: articles.store_page(c, article, source, self._now()))

    async def settle_text(self, entry_id: int) -> None:
        """Note that an entry is no more than what its feed carried: a bookmark need not wait for its page."""
        await self._feeds(lambda c: articles.settle_text(c, fitting(entry_id)))

    async def mark_read(self, ids: Iterable[int], read: bool, *, asked: bool = True) -> int:
        """Mark headlines as read or unread and return how many were not so; undo passes over what was not asked."""
        wanted = list(ids)
        return await self._reader(lambda c: statuses.mark_read(c, wanted, read, self._now(), asked=asked))

    async def bookmark_entry(self, entry_id: int, article: Article) -> None:
        """Keep an entry for good: its article at once, its images as ``add_image`` brings them.

        Raises:
            NotFoundError: there is no such entry.
        """

        def work(connection: sqlite3.Connection) -> None:
            articles.check_entry(connection, entry_id)
            statuses.bookmark(connection, entry_id, self._now())
            articles.store(connection, entry_id, article, self._now())

        await self._reader(work)

    async def unbookmark(self, entry_id: int) -> bool:
        """Take the bookmark off an entry and return whether it had one; its images stay for a week, for undoing."""
        return await self._reader(lambda c: is_id(entry_id) and statuses.unbookmark(c, entry_id, self._now()))

    async def annotate(self, entry_id: int, note: str, tags: Iterable[str]) -> bool:
        """Give an entry a note and tags, in place of those it has; NotFoundError when there is no such entry.

        Returns whether that changed anything.
        """
        wanted = list(tags)

        def work(connection: sqlite3.Connection) -> bool:
            articles.check_entry(connection, entry_id)
            return statuses.annotate(connection, entry_id, note, wanted, self._now())

        return await self._reader(work)

    async def add_image(
        self,
        entry_id: int,
        url: str,
        data: bytes,
        suffix: str,
        width: int | None = None,
        height: int | None = None,
        *,
        small: bytes | None = None,
    ) -> None:
        """Save an image of a bookmarked article, on disk under its SHA-256; NotFoundError without such an entry.

        ``small`` is its copy for terminals, empty when it needs none, None when that is still to be made.
        """
        size = (width, height)

        def work(connection: sqlite3.Connection) -> None:
            articles.check_entry(connection, entry_id)
            bookmarks.add_image(connection, self._images, entry_id, url, data, suffix, size, small, self._now())

        await self._reader(work)

    async def add_copy(self, digest: str, small: bytes) -> None:
        """Put the small copy of the saved image with this SHA-256 beside it; empty bytes say it needs none."""
        await self._feeds(lambda c: copies.add(c, self._images, digest, small))

    async def image_failed(self, entry_id: int, url: str, error: str) -> None:
        """Note that an image of a bookmarked article can never be had, and why; the bookmark stays incomplete."""
        await self._reader(lambda c: bookmarks.image_failed(c, fitting(entry_id), url, error))

    async def stage_image(self, url: str, data: bytes, suffix: str, width: int, height: int) -> SavedImage:
        """Put an image into the folder, for ``bring_in`` to make it one of an article's within a week."""
        if self.read_only:
            raise LibraryError(self.read_only)
        return await asyncio.to_thread(bring_in.stage, self._images, url, data, suffix, (width, height))

    async def bring_in(
        self, feeds: "Sequence[OpmlFeed]", arrivals: Sequence[Arrival], settings: Mapping[str, str]
    ) -> Brought:
        """Take in what another program knew, in one transaction and as one change; see ``bring_in.bring_in``."""
        load = await asyncio.to_thread(bring_in.load, feeds, arrivals, settings)
        return await self._reader(lambda c: bring_in.bring_in(c, self._images, load, self._now()))

    async def undo(self) -> str | None:
        """Undo the last change the reader made and say what that did; None when there is nothing to undo."""
        return await self._reader(lambda c: changes.undo(c, self._now()))

    async def remember_position(self, entry_id: int, position: int) -> None:
        """Remember where the reading of an article was left, in millionths of its text; 0 when it is done."""

        def work(connection: sqlite3.Connection) -> None:
            articles.check_entry(connection, entry_id)
            statuses.remember_position(connection, entry_id, position, self._now())

        await self._feeds(work)

    async def remember(self, key: str, value: str) -> None:
        """Remember ``value`` under ``key``: the place chosen, the last weather."""
        row = (sound(key), sound(value))
        await self._reader(lambda c: c.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", row).rowcount)

    async def sweep(self, *, keep_read: timedelta | None = None, size: int | None = None) -> Swept:
        """Remove what was let go a week ago, what was read more than ``keep_read`` ago, and what is too much.

        Beyond ``size``, bytes of database and pictures, what was read longest ago goes first. None is no limit.
        What is bookmarked, noted or tagged always stays, and of sources that are subscribed to what is unread or
        begun; so does what can still be undone.
        """
        return await sweep.sweep(self._feeds, self._reader, self._images, self._now(), keep_read, size)

    async def catch_up(self) -> None:
        """Wait until everything can be found; a search by itself waits two seconds at most for what is new.

        Where nothing can be changed, what is not indexed yet cannot be found.
        """
        while not self.read_only and await self._feeds(index_some):
            pass

    async def examine(self, *, repair: bool = False) -> list[str]:
        """Return a sentence for each thing that is wrong with the library, and mend what can be if told to.

        This reads every page and picture of it. A library that does not even open is a case for ``rescue``. One
        that can only be read is looked over without its search index, and not mended.
        """
        if self.read_only and not repair:
            with self._reading() as connection:
                return care.findings(connection, self._images, self._now(), index=False)
        found = await self._reader(lambda c: care.findings(c, self._images, self._now()))
        if found and repair:
            await self._reader(lambda c: care.mend(c, self._images, self._now()))
            await asyncio.to_thread(let_shrink, self._path)
        return found

    async def back_up(self, copy: Path | None = None) -> Path:
        """Write a copy of the database to ``copy`` (else beside it, under the date) and return where it is.

        Images are not copied: their names are made of what is in them, and sweeping alone takes them away.

        Raises:
            LibraryError: there is such a file already, the disk says no, or the library is damaged.
        """
        wanted = copy or restoring.backup_name(self.folder, self._now())
        return await asyncio.to_thread(restoring.back_up, self._path, wanted, barred=bool(self._opened.barred))

    def _index_some(self, connection: sqlite3.Connection) -> bool:
        return not self.read_only and index_some(connection)
