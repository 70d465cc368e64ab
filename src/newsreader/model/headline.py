"""What stands in the library: subscriptions, headlines (an entry with its status and source) and bookmarks."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

WHOLE_TEXT = 1_000_000
"""A position at the end of a text: the library keeps positions as whole millionths."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """The reader's relation to a feed.

    Attributes:
        title: what it is called here; ``folder`` is empty at the top.
        etag, last_modified, body_hash: what the last answer said, for conditional requests.
        checked_at: when it was last asked; ``next_check`` not before then.
        error: the sentence of the last failure, empty when the last check went well.
        failures: checks that failed in a row.
        edition: True for the built-in edition, which gives way once there is other news.
        from_page: True when the site has no feed and its headlines are read off its front page.
    """

    id: int
    url: str
    title: str
    site_url: str | None = None
    folder: str = ""
    unread: int = 0
    total: int = 0
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    checked_at: datetime | None = None
    next_check: datetime | None = None
    error: str = ""
    failures: int = 0
    edition: bool = False
    from_page: bool = False


@dataclass(frozen=True, slots=True)
class Headline:
    """One row of the list: entry, status and source together; or a page read in passing, which has no row.

    Attributes:
        id: of its entry; 0 for a page that is not in the library.
        url: the page behind it, or None when the feed named none.
        published: when the source says it was, else when it was first seen.
        words, minutes: of the text in the library (the article, else the feed's own); None when there is none.
        story: the id of the story it belongs to, or None.
        complete: for a bookmark, whether its text and all its images are on disk; else None.
        images: for a bookmark, how many of its images are on disk, and of how many; else None.
        note, tags: what the reader wrote about it.
        position: where the reading was left, as the share of the text before it; 0 when done or never begun.
        tellings: how many other sources are known to tell the same story; the library does not say.
    """

    id: int
    title: str
    source: str
    source_id: int
    url: str | None
    published: datetime
    author: str = ""
    read: bool = False
    bookmarked: bool = False
    words: int | None = None
    minutes: int | None = None
    story: int | None = None
    comments_url: str | None = None
    image_url: str | None = None
    complete: bool | None = None
    images: tuple[int, int] | None = None
    note: str = ""
    tags: tuple[str, ...] = ()
    position: float = 0.0
    tellings: int = 0

    @property
    def in_library(self) -> bool:
        """True when it has a row; what is not in the library can be neither marked nor come back to by its id."""
        return self.id > 0

    def is_same(self, other: "Headline") -> bool:
        """Return whether both stand for one page, whatever the reader did to it meanwhile."""
        return self.id == other.id and (self.in_library or self.url == other.url)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A promise: text, images and metadata of ``headline`` are on this disk as far as ``complete`` says."""

    headline: Headline
    saved_at: datetime
    images_saved: int
    images_total: int
    complete: bool


class View(StrEnum):
    """A way to look at the headlines: the keys 1 to 5."""

    ALL = "all"
    UNREAD = "unread"
    BOOKMARKS = "bookmarks"
    HISTORY = "history"
    CONTINUE = "continue"


class Order(StrEnum):
    """The order in which the headlines of a view stand; what is equal in it stands newest first."""

    NEWEST = "newest"
    """The newest first; in views of what was kept, read or begun, what was so last."""
    OLDEST = "oldest"
    """The other way round."""
    SOURCE = "source"
    """Source by source, by their titles."""
    SHORTEST = "shortest"
    """The fewest words first; those whose length is not known come last."""
    LONGEST = "longest"
    """The most words first."""


@dataclass(frozen=True, slots=True)
class HeadlineQuery:
    """Which headlines, and in which order they stand.

    Attributes:
        view: the view.
        source_id: of one subscription only, or None.
        folder: of the subscriptions in this folder only, or None; empty for those in none.
        search: what to look for, in the language of ``model.search``; empty for no search.
        limit: the first so many only, or None for all.
        order: the order.
    """

    view: View = View.ALL
    source_id: int | None = None
    search: str = ""
    limit: int | None = None
    order: Order = Order.NEWEST
    folder: str | None = None

    @property
    def of_all(self) -> bool:
        """True when the headlines of all sources are asked for, not of one or of a folder."""
        return self.source_id is None and self.folder is None
