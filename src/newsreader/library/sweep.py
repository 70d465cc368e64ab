"""Sweeping: what nobody can want any more goes, a little at a time, so that the reader never waits for it."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol, TypeVar

from newsreader.library import indexing, removal, space
from newsreader.library.ageing import SLICE, Pass, age_some
from newsreader.library.failures import told
from newsreader.library.images import ImageFolder
from newsreader.library.timekeeping import GRACE, grace_began, judge
from newsreader.library.values import Swept

Answer = TypeVar("Answer")
Work = Callable[[sqlite3.Connection], Answer]

_PARTS = 20
"""A twentieth of the library is enough to tidy up after."""


class Write(Protocol):
    """Does work on the database in a transaction of its own, after all that is more urgent."""

    def __call__(self, work: Work[Answer], /) -> Awaitable[Answer]:
        """Return what the work returned, once it is on disk."""


async def sweep(
    write: Write, durably: Write, folder: ImageFolder, now: datetime, keep_read: timedelta | None, size: int | None
) -> Swept:
    """Remove what was released a week ago, and what was read that is too old or too much; return how much went.

    Ages are judged by the clock of the sweep before, see ``timekeeping``. What is removed is removed a slice at a
    time, each in a transaction of its own; a sweep that is broken off has done what it has done.
    """
    judged, new_day = await write(lambda c: judge(c, now))
    if judged is None:
        return Swept()
    grace = grace_began(judged)
    headlines = await _in_slices(write, lambda c: removal.remove_entries(c, grace))
    await durably(lambda c: removal.forget_released(c, grace))
    files = await _in_slices(write, lambda c: removal.remove_images(c, folder, grace))
    if keep_read is not None:
        headlines += await _age(write, judged, max(keep_read, GRACE), None)
    if headlines and await write(lambda c: headlines > _entries(c) // _PARTS):
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
    gone, wanted = 0, size - size // _PARTS
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


async def _remove_orphans(write: Write, folder: ImageFolder, judged: datetime) -> int:
    with told(folder.folder):
        files = await asyncio.to_thread(folder.files_before, judged - GRACE)
    found = await write(lambda c: removal.orphans(c, folder, files))
    return await write(lambda c: removal.remove_orphans(c, folder, found)) if found else 0


def _entries(connection: sqlite3.Connection) -> int:
    (many,) = connection.execute("SELECT count(*) FROM entries").fetchone()
    return int(many)
