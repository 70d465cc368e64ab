"""Subscriptions: adding them, changing them, and noting what each check of their feed brought."""

import sqlite3
from datetime import datetime, timedelta
from typing import Any

from newsreader.library import changes
from newsreader.library.changes import Change
from newsreader.library.columns import from_column, is_id, sound, sound_or_none, to_column
from newsreader.library.entries import store_entries
from newsreader.library.values import FeedCheck
from newsreader.model import NotFoundError, Subscription
from newsreader.model.sealed import SealedFeed

_SLEWED = timedelta(minutes=1)
"""By so much clocks are corrected every day without having gone wrong."""

_SELECT = (
    "SELECT o.id, o.url, o.title, o.site_url, o.folder, coalesce(e.total, 0) - coalesce(s.read, 0),"
    " coalesce(e.total, 0), o.etag, o.last_modified, o.body_hash, o.checked_at, o.next_check, o.error, o.failures,"
    " o.edition, o.from_page FROM sources o"
)
_COUNTED_ALL = (
    " LEFT JOIN (SELECT source_id, count(*) AS total FROM entries GROUP BY source_id) e ON e.source_id = o.id"
    " LEFT JOIN (SELECT f.source_id, count(*) AS read FROM statuses t JOIN entries f ON f.id = t.entry_id"
    " WHERE t.read_at IS NOT NULL GROUP BY f.source_id) s ON s.source_id = o.id"
)
_UNCOUNTED = " LEFT JOIN (SELECT 0 AS total) e LEFT JOIN (SELECT 0 AS read) s"
_COUNTED_ONE = (
    " LEFT JOIN (SELECT count(*) AS total FROM entries WHERE source_id = ?1) e"
    " LEFT JOIN (SELECT count(*) AS read FROM entries f JOIN statuses t ON t.entry_id = f.id"
    " WHERE f.source_id = ?1 AND t.read_at IS NOT NULL) s"
)


def subscriptions(connection: sqlite3.Connection, *, counted: bool) -> list[Subscription]:
    """Return all subscriptions by folder and title, those without a folder first; counts are 0 if not asked for."""
    rows = connection.execute(
        _SELECT + (_COUNTED_ALL if counted else _UNCOUNTED) + " WHERE o.subscribed"
    ).fetchall()
    return sorted(map(_subscription, rows), key=lambda one: (one.folder.casefold(), one.title.casefold(), one.id))


def have_news(connection: sqlite3.Connection) -> bool:
    """Return whether a subscription other than the built-in edition has brought a headline."""
    (found,) = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM sources o WHERE o.subscribed AND NOT o.edition"
        " AND EXISTS (SELECT 1 FROM entries e WHERE e.source_id = o.id))"
    ).fetchone()
    return bool(found)


def due(connection: sqlite3.Connection, now: datetime) -> list[Subscription]:
    """Return the subscriptions that may be asked again, those longest unasked first; their counts are left 0.

    One asked in the future was asked while the clock went wrong: it is due too, or it might wait for years.
    """
    rows = connection.execute(
        _SELECT + _UNCOUNTED + " WHERE o.subscribed AND (coalesce(o.next_check, ?1) <= ?1 OR o.checked_at > ?2)"
        " ORDER BY coalesce(o.checked_at, 0), o.id",
        (to_column(now), to_column(now + _SLEWED)),
    ).fetchall()
    return [_subscription(row) for row in rows]


def subscription(connection: sqlite3.Connection, which: int | str) -> Subscription | None:
    """Return the subscription with this id or address, or None."""
    if isinstance(which, str):
        row = connection.execute("SELECT id FROM sources WHERE url = ? AND subscribed", (sound(which),)).fetchone()
        if row is None:
            return None
        return subscription(connection, int(row[0]))
    if not is_id(which):
        return None
    row = connection.execute(_SELECT + _COUNTED_ONE + " WHERE o.id = ?1 AND o.subscribed", (which,)).fetchone()
    return None if row is None else _subscription(row)


def subscribe(
    connection: sqlite3.Connection,
    url: str,
    title: str,
    site_url: str | None,
    folder: str,
    edition: bool,
    from_page: bool,
    now: datetime | None,
) -> Subscription:
    """Add a subscription, or return the one that has this address; one that was removed comes back.

    With the moment ``now`` it is a change of the reader's, to be undone like others.
    """
    known = subscription(connection, url)
    if known is not None:
        return known
    removed = connection.execute("SELECT id FROM sources WHERE url = ?", (sound(url),)).fetchone()
    change_id = None if now is None else changes.begin(connection, Change.SUBSCRIBE, now)
    if change_id is not None and removed is not None:
        changes.note_source(connection, change_id, removed[0])
    connection.execute(
        "INSERT INTO sources (url, title, site_url, folder, edition, from_page) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
        " ON CONFLICT (url) DO UPDATE SET subscribed = 1, removed_at = NULL, folder = ?4, edition = ?5,"
        " from_page = ?6, etag = NULL, last_modified = NULL, body_hash = NULL, next_check = NULL, error = '',"
        " failures = 0",
        (sound(url), sound(title) or sound(url), sound_or_none(site_url), sound(folder), edition, from_page),
    )
    added = subscription(connection, url)
    if added is None:
        raise NotFoundError("the subscription could not be added", url)
    if change_id is not None and removed is None and now is not None:
        changes.note_new_source(connection, change_id, added.id, now)
    return added


def unsubscribe(connection: sqlite3.Connection, source_id: int, now: datetime) -> bool:
    """Take a source out of the subscriptions and return whether it was among them; ``sweep`` removes the rest."""
    if subscription(connection, source_id) is None:
        return False
    changes.note_source(connection, changes.begin(connection, Change.UNSUBSCRIBE, now), source_id)
    connection.execute(
        "UPDATE sources SET subscribed = 0, removed_at = ? WHERE id = ?", (to_column(now), source_id)
    )
    return True


def change(
    connection: sqlite3.Connection, source_id: int, title: str | None, folder: str | None, now: datetime
) -> None:
    """Give a subscription another title or another folder, which can be undone; None leaves it.

    Raises:
        NotFoundError: there is no such subscription.
    """
    found = subscription(connection, source_id)
    if found is None:
        raise NotFoundError("there is no such subscription", str(source_id))
    title = sound(title) if title else found.title
    folder = found.folder if folder is None else sound(folder)
    if (title, folder) != (found.title, found.folder):
        changes.note_source(connection, changes.begin(connection, Change.MOVE, now), source_id)
        connection.execute("UPDATE sources SET title = ?, folder = ? WHERE id = ?", (title, folder, source_id))


def move(connection: sqlite3.Connection, source_id: int, url: str) -> bool:
    """Note a feed's new address, and return False when another source already has it: then nothing changes."""
    taken = connection.execute("SELECT id FROM sources WHERE url = ?", (sound(url),)).fetchone()
    if taken is not None:
        return bool(taken[0] == source_id)
    return connection.execute("UPDATE sources SET url = ? WHERE id = ?", (sound(url), source_id)).rowcount > 0


def store_feed(
    connection: sqlite3.Connection, source_id: int, feed: SealedFeed, check: FeedCheck, now: datetime
) -> int:
    """Store what a feed says and how it was got, and return how many entries are new.

    The answer of a feed that was removed while it was being fetched is dropped. A subscription that has no other
    name than its address takes the feed's.
    """
    row = connection.execute("SELECT url, title FROM sources WHERE id = ? AND subscribed", (source_id,)).fetchone()
    if row is None:
        return 0
    about = feed.about
    if row[0] == row[1] and about.title:
        connection.execute("UPDATE sources SET title = ? WHERE id = ?", (sound(about.title), source_id))
    connection.execute(
        "UPDATE sources SET site_url = coalesce(?, site_url), from_page = ?, etag = ?, last_modified = ?,"
        " body_hash = ?, checked_at = ?, next_check = ?, error = '', failures = 0 WHERE id = ?",
        (sound_or_none(about.site_url), about.from_page, *_validators(check), *_times(check), source_id),
    )
    return store_entries(connection, source_id, feed.entries, now)


def store_unchanged(connection: sqlite3.Connection, source_id: int, check: FeedCheck) -> None:
    """Note that a feed said nothing new; validators that the answer did not repeat stay as they were."""
    connection.execute(
        "UPDATE sources SET etag = coalesce(?, etag), last_modified = coalesce(?, last_modified),"
        " body_hash = coalesce(?, body_hash), checked_at = ?, next_check = ?, error = '', failures = 0"
        " WHERE id = ?",
        (*_validators(check), *_times(check), source_id),
    )


def store_failure(
    connection: sqlite3.Connection, source_id: int, error: str, checked_at: datetime, next_check: datetime | None
) -> None:
    """Note that a feed could not be had, and why."""
    connection.execute(
        "UPDATE sources SET error = ?, checked_at = ?, next_check = ?, failures = failures + 1 WHERE id = ?",
        (sound(error), to_column(checked_at), to_column(next_check), source_id),
    )


def _validators(check: FeedCheck) -> tuple[str | None, str | None, str | None]:
    return sound_or_none(check.etag), sound_or_none(check.last_modified), sound_or_none(check.body_hash)


def _times(check: FeedCheck) -> tuple[int | None, int | None]:
    return to_column(check.checked_at), to_column(check.next_check)


def _subscription(row: tuple[Any, ...]) -> Subscription:
    number, url, title, site_url, folder, unread, total, etag, last_modified, body_hash, *more = row
    checked_at, next_check, error, failures, edition, from_page = more
    return Subscription(
        number,
        url,
        title,
        site_url,
        folder,
        unread,
        total,
        etag,
        last_modified,
        body_hash,
        checked_at=from_column(checked_at),
        next_check=from_column(next_check),
        error=error,
        failures=failures,
        edition=bool(edition),
        from_page=bool(from_page),
    )
