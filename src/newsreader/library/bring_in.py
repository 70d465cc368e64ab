"""Bringing in what another program knew: feeds, pages, statuses, notes and tags, as one change to undo."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from newsreader.library import articles, changes, journal, subscriptions
from newsreader.library.articles import Written
from newsreader.library.bookmarks import list_images, release_images
from newsreader.library.changes import Change
from newsreader.library.columns import sound, to_column
from newsreader.library.failures import told
from newsreader.library.images import ImageFolder, sound_suffix
from newsreader.library.journal import Status
from newsreader.library.merging import UNKNOWN, Known, joined_notes, joined_tags, said, wins
from newsreader.library.placing import Places, known_entry
from newsreader.library.values import Arrival, Brought, SavedImage
from newsreader.model import Article, ArticleStatus

if TYPE_CHECKING:
    from newsreader.formats.imports import ImportedPage
    from newsreader.formats.opml import OpmlFeed


@dataclass(frozen=True, slots=True)
class Load:
    """All that an import brings, ready to be put: what takes time and needs no database is done.

    Attributes:
        feeds: to subscribe to, unless they are.
        arrivals: pages, each with its article as it is written, or None.
        settings: to remember.
    """

    feeds: "Sequence[OpmlFeed]"
    arrivals: Sequence[tuple[Arrival, Written | None]]
    settings: Mapping[str, str]


@dataclass(slots=True)
class _Tally:
    """What is found out on the way: entries and what they were, which of them are changed, and which kept now."""

    entries: list[tuple[int, Arrival, Written | None, Known]] = field(default_factory=list)
    new: set[int] = field(default_factory=set)
    changed: set[int] = field(default_factory=set)
    kept: set[int] = field(default_factory=set)


def load(feeds: "Sequence[OpmlFeed]", arrivals: Sequence[Arrival], settings: Mapping[str, str]) -> Load:
    """Return what is to be put, its articles written: nobody else who writes has to wait for that."""
    return Load(
        feeds, [(one, articles.written(one.article) if one.article else None) for one in arrivals], settings
    )


def stage(folder: ImageFolder, url: str, data: bytes, suffix: str, sides: tuple[int, int]) -> SavedImage:
    """Put an image into ``folder``; without a row it is swept out a week later."""
    digest, suffix = sha256(data).hexdigest(), sound_suffix(suffix)
    with told(folder.folder):
        folder.put(data, digest, suffix)
    return SavedImage(url, digest, suffix, len(data), *sides)


def bring_in(connection: sqlite3.Connection, folder: ImageFolder, load: Load, now: datetime) -> Brought:
    """Put what ``load`` brings into the library and return what that changed; nothing is done twice.

    Pages come in such an order that those first in the file stand first among bookmarks of the same moment.
    """
    change_id = changes.begin(connection, Change.IMPORT, now)
    feeds = sum(_subscribe(connection, change_id, feed, now) for feed in load.feeds)
    tally = _place(connection, load, now)
    changes.note_statuses(connection, change_id, tally.new)
    for status in Status:
        _set_statuses(connection, change_id, status, tally, now)
    release_images(connection, tally.changed - tally.new, now)
    _annotate(connection, change_id, tally)
    _store(connection, folder, tally, now)
    connection.executemany("INSERT OR REPLACE INTO settings VALUES (?, ?)", load.settings.items())
    if not (feeds or tally.new or tally.changed):
        changes.withdraw(connection, change_id)
    changed = len(tally.changed - tally.new)
    return Brought(feeds, len(tally.new), changed, len(load.arrivals) - len(tally.new) - changed)


def _subscribe(connection: sqlite3.Connection, change_id: int, feed: "OpmlFeed", now: datetime) -> bool:
    """Subscribe to ``feed`` and return whether that was new."""
    row = connection.execute("SELECT id, subscribed FROM sources WHERE url = ?", (sound(feed.url),)).fetchone()
    if row is not None and row[1]:
        return False
    if row is not None:
        changes.note_source(connection, change_id, row[0])
    added = subscriptions.subscribe(
        connection, feed.url, feed.title, feed.site_url, feed.folder, edition=False, from_page=False, now=None
    )
    if row is None:
        changes.note_new_source(connection, change_id, added.id, now)
    return True


def _place(connection: sqlite3.Connection, load: Load, now: datetime) -> _Tally:
    """Find the entry of each page, or make one."""
    places, tally = Places(connection, now), _Tally()
    for arrival, ready in reversed(load.arrivals):
        entry_id = places.find(arrival.page)
        if entry_id is None:
            entry_id = places.add(arrival.page)
            tally.new.add(entry_id)
            tally.entries.append((entry_id, arrival, ready, UNKNOWN))
        else:
            known = UNKNOWN if entry_id in tally.new else known_entry(connection, entry_id)
            tally.entries.append((entry_id, arrival, ready, known))
    return tally


def _set_statuses(
    connection: sqlite3.Connection, change_id: int, status: Status, tally: _Tally, now: datetime
) -> None:
    """Set a status, or take it off, where the other side is right about it."""
    won = [
        (entry_id, arrival.page, theirs)
        for entry_id, arrival, _, known in tally.entries
        if wins(theirs := said(arrival.page, status), known.statuses[status])
    ]
    won.sort(key=lambda one: _changed(one[1], status) or now)  # of two that are one entry, the later holds
    tally.changed.update(entry_id for entry_id, _, _ in won)
    changes.note_statuses(connection, change_id, [entry_id for entry_id, _, _ in won])
    if status is Status.BOOKMARKED:
        tally.kept.update(entry_id for entry_id, _, theirs in won if theirs.value)
    moments = [
        (entry_id, to_column(_since(page, status, now)) if theirs.value else None) for entry_id, page, theirs in won
    ]
    connection.executemany(
        status.of_column(
            "INSERT INTO statuses (entry_id, COLUMN) VALUES (?, ?)"
            " ON CONFLICT (entry_id) DO UPDATE SET COLUMN = excluded.COLUMN"
        ),
        moments,
    )
    told = ((entry_id, theirs.value, _changed(page, status) or now) for entry_id, page, theirs in won)
    journal.note_each(connection, status, told)


def _since(page: "ImportedPage", status: Status, now: datetime) -> datetime:
    """Return since when a page has been read, or saved; never the future."""
    told = page.read_at or page.saved_at if status is Status.READ else page.saved_at
    return min(told or now, now)


def _changed(page: "ImportedPage", status: Status) -> datetime | None:
    return page.read_changed if status is Status.READ else page.bookmarked_changed


def _annotate(connection: sqlite3.Connection, change_id: int, tally: _Tally) -> None:
    """Join notes and tags to those that are here; a page may come under several addresses."""
    seen: set[int] = set()
    for entry_id, arrival, _, known in tally.entries:
        known = known_entry(connection, entry_id) if entry_id in seen else known
        seen.add(entry_id)
        note = joined_notes(known.note, sound(arrival.page.note))
        tags = joined_tags(known.tags, map(sound, arrival.page.tags))
        if note != known.note or set(tags) != set(known.tags):
            changes.note_note(connection, change_id, entry_id)
            changes.put_note(connection, entry_id, note, tags)
            tally.changed.add(entry_id)


def _store(connection: sqlite3.Connection, folder: ImageFolder, tally: _Tally, now: datetime) -> None:
    """Keep texts and images that are not here; an article that was here, and is kept only now, promises its own."""
    for entry_id, arrival, ready, _ in tally.entries:
        if ready is not None and _lacks(connection, entry_id, ready.article):
            articles.put(connection, entry_id, ready, now)
            tally.changed.add(entry_id)
        elif entry_id in tally.kept and (here := articles.article(connection, entry_id)):
            list_images(connection, entry_id, here)
        for image in arrival.images:
            if _take_image(connection, folder, entry_id, image, now):
                tally.changed.add(entry_id)


def _lacks(connection: sqlite3.Connection, entry_id: int, article: Article) -> bool:
    """Tell whether an entry has no text, or only what its feed carried while ``article`` is more."""
    if article.status is not ArticleStatus.FEED:
        return articles.lacks_text(connection, entry_id)
    return articles.article(connection, entry_id) is None


def _take_image(
    connection: sqlite3.Connection, folder: ImageFolder, entry_id: int, image: SavedImage, now: datetime
) -> bool:
    """Note a staged image as one of an article that lacks it, and return whether it did; its file must be there."""
    known = connection.execute("SELECT suffix FROM images WHERE hash = ?", (image.digest,)).fetchone()
    if not folder.has(image.digest, known[0] if known else image.suffix, image.size):
        return False
    connection.execute(
        "INSERT OR IGNORE INTO images (hash, suffix, size, width, height, saved_at) VALUES (?, ?, ?, ?, ?, ?)",
        (image.digest, image.suffix, image.size, image.width, image.height, to_column(now)),
    )
    return (
        connection.execute(
            "UPDATE article_images SET hash = ?, error = '' WHERE entry_id = ? AND url = ? AND hash IS NULL",
            (image.digest, entry_id, sound(image.url)),
        ).rowcount
        > 0
    )
