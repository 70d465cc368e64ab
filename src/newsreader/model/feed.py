"""A feed as it describes itself. Everything here is what the source said, cleaned but not judged."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that an entry carries; ``length`` in bytes, or None."""

    url: str
    media_type: str = ""
    length: int | None = None


@dataclass(frozen=True, slots=True)
class ParsedEntry:
    """One item as the feed tells it.

    Attributes:
        guid: what the feed calls it, never empty: its id, else its address, else a hash of what it says.
        url: the page behind it, an absolute web address, or None.
        title: one clean line; the start of its text where the feed gave no title.
        summary, content: HTML as the feed carried it, not sanitised (``clean.clean_fragment`` does that).
        image_url: a picture that stands for it, or None.
        comments_url: where it is discussed, or None.
    """

    guid: str
    title: str
    url: str | None = None
    author: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    summary: str = ""
    content: str = ""
    image_url: str | None = None
    comments_url: str | None = None
    enclosures: tuple[Enclosure, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed read from its bytes; ``ttl`` is how long it asks to be left alone, ``site_url`` its front page.

    Attributes:
        from_page: True when there was no feed and the headlines were read off a front page.
        truncated: True when entries past the limit were left out.
    """

    title: str
    entries: tuple[ParsedEntry, ...]
    site_url: str | None = None
    language: str = ""
    description: str = ""
    ttl: timedelta | None = None
    from_page: bool = False
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that a page names; ``title`` may be empty."""

    url: str
    title: str = ""
    media_type: str = ""
