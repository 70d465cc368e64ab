"""Sweeping: what nobody can want any more goes, a little at a time, so that the reader never waits for it."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from newsreader.library import indexing, space
from newsreader.library.ageing import NOT_UNDOABLE, SLICE, Pass, age_some
from newsreader.library.images import ImageFolder
from newsreader.library.timekeeping import GRACE, grace_began, judge
from newsreader.library.values import Swept

Answer = TypeVar("Answer")
Work = Callable[[sqlite3.Connection], Answer]


_MANY = 20
"""A twentieth of the library is enough to tidy up after."""


class Write(Protocol):
    """Does work on the database in a transaction of its own, after all that is more urgent."""

    def __call__(self, work: Work[Answer], /) -> Awaitable[Answer]:
        """Return what the work returned, once it is on disk."""


_OF_REMOVED = (
    "SELECT e.id FROM sources o CROSS JOIN entries e ON e.source_id = o.id"
    " LEFT JOIN statuses s ON s.entry_id = e.id"
    " WHERE o.removed_at < :grace AND s.bookmarked_at IS NULL AND NOT_UNDOABLE LIMIT :slice"
).replace("NOT_UNDOABLE", NOT_UNDOABLE)
_UNWANTED_IMAGES = (
    "SELECT hash, suffix FROM images WHERE saved_at < ?"
    " AND NOT EXISTS (SELECT 1 FROM article_images i WHERE i.hash = images.hash) LIMIT ?"
)


async def sweep(
    write: Write, folder: ImageFolder, now: datetime, keep_read: timedelta | None, size: int | None
) -> Swept:
    """Remove what was released a week ago, and what was read that is too old or too much; return how much went.

    Ages are judged by the clock of the sweep before, see ``timekeeping``. What is removed is removed a slice at a
    time, each in a transaction of its own; a sweep that is broken off has done what it has done.
    """
    judged, new_day = await write(lambda c: judge(c, now))
    if judged is None:
        return Swept()
    grace = grace_began(judged)
    headlines = await _in_slices(write, lambda c: remove_entries(c, grace))
    files = await _in_slices(write, lambda c: remove_images(c, folder, grace))
    if keep_read is not None:
        headlines += await _age(write, judged, max(keep_read, GRACE), None)
    if headlines and await write(lambda c: headlines > _entries(c) // _MANY):
        await _merge_index(write)
    if size is not None:
        headlines += await _shrink(write, judged, size)
    if new_day:
        files += await _remove_orphans(write, folder, judged)
    while await write(space.give_back):
        pass
    return Swept(headlines, files)


async def _shrink(write: Write, judged: datetime, size: int) -> int:
    """Let the oldest of what was read go until the library is no larger than ``size``; return how much went.

    A twentieth more goes than need be, for then the index has to be merged, which is not to be done every day.
    """
    gone, wanted = 0, size - size // _MANY
    while await write(space.used) > size:
        went = await _age(write, judged, GRACE, wanted)
        if not went:
            break
        await _merge_index(write)
        gone += went
        wanted = size
    return gone


async def _age(write: Write, judged: datetime, keep: timedelta, size: int | None) -> int:
    """Let what was read go, and return how much; the index is merged before a third of it is of what went.

    A merge is done in slices of what it writes, so that little to write of much to read would take long.
    """
    so_far, merged, before = Pass(), 0, await write(_entries)
    while not so_far.over:
        so_far = await write(partial(age_some, so_far=so_far, judged=judged, keep=keep, size=size))
        if so_far.gone - merged > (before - so_far.gone) // 2:
            await _merge_index(write)
            so_far, merged = replace(so_far, unmerged=0), so_far.gone
    return so_far.gone


async def _merge_index(write: Write) -> None:
    more = await write(partial(indexing.merge_some, begin=True))
    while more:
        more = await write(indexing.merge_some)


async def _in_slices(write: Write, some: Work[int]) -> int:
    """Do ``some`` until it finds less than a slice, and return how much it did in all."""
    done = 0
    while True:
        many = await write(some)
        done += many
        if many < SLICE:
            return done


def remove_entries(connection: sqlite3.Connection, grace: int) -> int:
    """Remove some entries of subscriptions that ended before ``grace``, unless bookmarked; return how many."""
    ids = connection.execute(_OF_REMOVED, {"grace": grace, "slice": SLICE}).fetchall()
    rows = [indexing.given(connection, entry_id) for (entry_id,) in ids]
    indexing.take_out(connection, [row for row in rows if row is not None])
    connection.executemany("DELETE FROM entries WHERE id = ?", ids)
    connection.execute(
        "DELETE FROM aged WHERE source_id IN (SELECT id FROM sources WHERE removed_at < ?)", (grace,)
    )
    connection.execute(
        "DELETE FROM sources WHERE removed_at < ?"
        " AND NOT EXISTS (SELECT 1 FROM entries e WHERE e.source_id = sources.id)",
        (grace,),
    )
    return len(ids)


def remove_images(connection: sqlite3.Connection, folder: ImageFolder, grace: int) -> int:
    """Remove some images that no bookmark has needed since ``grace``, and return how many.

    Files go inside the transaction, so that no other process can be adding them; of one that is killed in between,
    the row stays, for the next sweep.
    """
    connection.execute("UPDATE article_images SET hash = NULL WHERE released_at < ?", (grace,))
    unwanted = connection.execute(_UNWANTED_IMAGES, (grace, SLICE)).fetchall()
    for digest, suffix in unwanted:
        for path in (folder.path(digest, suffix), folder.small_path(digest)):
            path.unlink(missing_ok=True)
        connection.execute("DELETE FROM images WHERE hash = ?", (digest,))
    return len(unwanted)


def orphans(connection: sqlite3.Connection, folder: ImageFolder, files: list[Path]) -> list[Path]:
    """Return those of ``files`` that no row knows, half-written ones among them."""
    rows = connection.execute("SELECT hash, suffix, small FROM images").fetchall()
    kept = {folder.path(digest, suffix) for digest, suffix, _ in rows}
    kept |= {folder.small_path(digest) for digest, _, small in rows if small}
    return [path for path in files if path not in kept]


def remove_orphans(connection: sqlite3.Connection, folder: ImageFolder, files: list[Path]) -> int:
    """Remove those of ``files`` that no row knows, and return how many they were."""
    gone = orphans(connection, folder, files)
    for path in gone:
        path.unlink(missing_ok=True)
    return len(gone)


async def _remove_orphans(write: Write, folder: ImageFolder, judged: datetime) -> int:
    files = await asyncio.to_thread(folder.files_before, judged - GRACE)
    found = await write(lambda c: orphans(c, folder, files))
    return await write(lambda c: remove_orphans(c, folder, found)) if found else 0


def _entries(connection: sqlite3.Connection) -> int:
    (many,) = connection.execute("SELECT count(*) FROM entries").fetchone()
    return int(many)
