"""Everything that can be asked of the library at once, on the caller's own thread."""

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from newsreader.library import (
    articles,
    bookmarks,
    copies,
    entries,
    headlines,
    holdings,
    indexing,
    journal,
    kindred,
    listing,
    subscriptions,
)
from newsreader.library.columns import fitting, is_id, sound
from newsreader.library.database import connect, connect_to_read
from newsreader.library.failures import told
from newsreader.library.images import ImageFolder
from newsreader.library.journal import StatusChange
from newsreader.library.opening import Opened
from newsreader.library.values import FeedText, Holdings
from newsreader.library.writer import Writer
from newsreader.model import Article, Bookmark, Headline, HeadlineQuery, LibraryError, Subscription, View

_PATIENCE = 2.0
"""Seconds that a search waits at most for what is not indexed yet: ten thousand entries and more."""


class Reads:
    """The reading half of the library; any method raises LibraryError when the disk fails.

    Each answer is a snapshot of what was committed when it was asked for. Safe from several threads.
    """

    def __init__(self, opened: Opened, images: ImageFolder, writer: Writer, now: Callable[[], datetime]) -> None:
        path = opened.path
        self._opened = opened
        self._path = path
        self._now = now
        self._last_found: tuple[HeadlineQuery, int, tuple[int, ...]] = (HeadlineQuery(), -1, ())
        self._writer = writer
        self._images = images
        self._lock = threading.RLock()
        with told(path):
            self._connection: sqlite3.Connection | None = (
                connect_to_read(path) if opened.barred else connect(path, only_read=True)
            )

    @property
    def read_only(self) -> str:
        """Why nothing can be changed, in one sentence; empty when it can."""
        return self._opened.barred or self._opened.lease.check()

    def headline_ids(self, query: HeadlineQuery, *, patience: float = _PATIENCE) -> tuple[int, ...]:
        """Return the ids of all headlines asked for, in the order asked for; see ``model.headline.Order``.

        The edition's entries show only while there are no others, and bookmarked ones always; but where one source
        or the history is asked for, its entries show in any case. A search waits ``patience`` seconds at most for
        what is not indexed yet.
        """
        if query.search:
            self._await_index(patience)
        with self._reading() as connection:
            if not query.search:
                return listing.headline_ids(connection, query, self._now())
            return self._found(connection, query)

    def headlines(self, ids: Sequence[int]) -> list[Headline]:
        """Return the headlines with these ids, in this order; unknown ids are left out."""
        with self._reading() as connection:
            return headlines.headlines(connection, ids)

    def count(self, query: HeadlineQuery, *, patience: float = _PATIENCE) -> tuple[int, int]:
        """Return how many headlines are asked for: (unread, total); ``patience`` as for ``headline_ids``."""
        if query.search:
            self._await_index(patience)
        with self._reading() as connection:
            if not query.search:
                return listing.count(connection, query, self._now())
            return listing.count_of(connection, self._found(connection, query))

    def subscriptions(self, *, counted: bool = False) -> list[Subscription]:
        """Return all subscriptions, by folder and title; ``counted`` with their counts, which takes longer."""
        with self._reading() as connection:
            return subscriptions.subscriptions(connection, counted=counted)

    def has_news(self) -> bool:
        """Return whether a subscription other than the built-in edition has brought a headline."""
        with self._reading() as connection:
            return subscriptions.have_news(connection)

    def subscription(self, which: int | str) -> Subscription | None:
        """Return the subscription with this id or address, or None."""
        with self._reading() as connection:
            return subscriptions.subscription(connection, which)

    def due(self, now: datetime) -> list[Subscription]:
        """Return the subscriptions that may be asked again at ``now``, longest unasked first; without counts."""
        with self._reading() as connection:
            return subscriptions.due(connection, now)

    def article(self, entry_id: int) -> Article | None:
        """Return the stored article behind an entry, or None."""
        with self._reading() as connection:
            return articles.article(connection, entry_id) if is_id(entry_id) else None

    def lacks_text(self, entry_id: int) -> bool:
        """Return whether an entry has no text here, or only what its feed carried."""
        with self._reading() as connection:
            return articles.lacks_text(connection, fitting(entry_id))

    def has_text(self, url: str) -> bool:
        """Return whether the text of the page at ``url`` is here, and more than what a feed carried of it."""
        with self._reading() as connection:
            return articles.has_text(connection, url)

    def entry_content(self, entry_id: int) -> FeedText | None:
        """Return what the feed carried for an entry, its content or else its summary, or None."""
        with self._reading() as connection:
            return entries.feed_text(connection, entry_id) if is_id(entry_id) else None

    def find_entry(self, url: str) -> int | None:
        """Return the newest entry whose page is at ``url``, or None."""
        with self._reading() as connection:
            return headlines.find_entry(connection, sound(url))

    def bookmarks(self) -> list[Bookmark]:
        """Return all bookmarks, the last saved first."""
        with self._reading() as connection:
            ids = listing.headline_ids(connection, HeadlineQuery(View.BOOKMARKS), self._now())
            return headlines.bookmarks(connection, ids)

    def bookmark(self, entry_id: int) -> Bookmark | None:
        """Return the bookmark on an entry, or None when it has none."""
        with self._reading() as connection:
            return next(iter(headlines.bookmarks(connection, [entry_id])), None)

    def picture_file(self, entry_id: int, image_url: str, *, small: bool = False) -> Path | None:
        """Return the file of an image that was saved for an entry, or None when it is not on disk.

        With ``small`` its copy for terminals, where there is one.
        """
        with self._reading() as connection:
            if not is_id(entry_id):
                return None
            if small and (copy := copies.copy_file(connection, self._images, entry_id, image_url)):
                return copy
            return bookmarks.picture_file(connection, self._images, entry_id, image_url)

    def images_without_copy(self, most: int) -> list[tuple[str, Path]]:
        """Return SHA-256 and file of saved images whose copy for terminals is still to be made."""
        with self._reading() as connection:
            return copies.lacking(connection, self._images, most)

    def missing_images(self, entry_id: int) -> tuple[str, ...]:
        """Return the images of a bookmarked entry that are still to be saved; not those known to be gone."""
        with self._reading() as connection:
            return bookmarks.missing_images(connection, entry_id) if is_id(entry_id) else ()

    def position(self, entry_id: int) -> int:
        """Return where the reading of an article was left, in millionths of its text; 0 when it was not begun."""
        with self._reading() as connection:
            query = "SELECT position FROM statuses WHERE entry_id = ?"
            row = connection.execute(query, (entry_id,)).fetchone() if is_id(entry_id) else None
            return 0 if row is None else int(row[0])

    def status_changes(self, after: int = 0) -> list[StatusChange]:
        """Return of each status its last change, in the order they were made, those after a number only."""
        with self._reading() as connection:
            return journal.changes_since(connection, fitting(after))

    def title_counts(self, words: Iterable[str]) -> dict[str, int]:
        """Return in how many titles each of ``words``, folded, stands; see ``kindred``."""
        with self._reading() as connection:
            return kindred.title_counts(connection, words)

    def near(self, beginnings: Iterable[str], since: datetime, until: datetime) -> tuple[int, ...]:
        """Return entries of that time with a word in their title that begins so."""
        with self._reading() as connection:
            return kindred.near(connection, beginnings, since, until)

    def opening(self, entry_id: int) -> str:
        """Return how the text that the feed carried for an entry begins; empty for none."""
        with self._reading() as connection:
            return kindred.opening(connection, fitting(entry_id))

    def titles(self) -> int:
        """Return about how many titles there are."""
        with self._reading() as connection:
            return int(connection.execute("SELECT coalesce(max(id), 0) FROM entries").fetchone()[0])

    def setting(self, key: str) -> str | None:
        """Return what was remembered under ``key``, or None."""
        with self._reading() as connection:
            row = connection.execute("SELECT value FROM settings WHERE key = ?", (sound(key),)).fetchone()
            return None if row is None else str(row[0])

    def holdings(self) -> Holdings:
        """Return how much there is of everything, and the room it takes; this looks at every row."""
        with self._reading() as connection:
            return holdings.holdings(connection, self._path.parent, self._now())

    def _found(self, connection: sqlite3.Connection, query: HeadlineQuery) -> tuple[int, ...]:
        """Return the ids a search finds; of the last one they are remembered until something is written."""
        (version,) = connection.execute("PRAGMA data_version").fetchone()
        if self._last_found[:2] != (query, version):
            self._last_found = (query, version, listing.headline_ids(connection, query, self._now()))
        return self._last_found[2]

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._lock, told(self._path):
            yield self._open()

    def _await_index(self, patience: float) -> None:
        if patience and not self.read_only:
            with self._reading() as connection:
                behind = indexing.is_behind(connection)
            if behind:
                self._writer.catch_up(patience)

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            raise LibraryError("the library is closed", str(self._path))
        return self._connection

    def _close_reading(self) -> None:
        with self._lock:
            if self._connection is not None:
                self._connection.close()
            self._connection = None
