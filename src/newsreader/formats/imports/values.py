"""What every file to bring in comes down to: feeds to subscribe to, and pages with what the reader did to them."""

from dataclasses import dataclass
from datetime import datetime

from newsreader.formats.opml import OpmlFeed
from newsreader.model import Article


@dataclass(frozen=True, slots=True)
class ImportedImage:
    """A picture of a page that lies beside the file: in ``file``, if that is true."""

    url: str
    file: str


@dataclass(frozen=True, slots=True)
class ImportedPage:
    """A page, or an entry of a feed, as another program knew it. All text is clean, all addresses are of the web.

    Attributes:
        url: where the page is; None only for an entry of a feed that named none.
        saved_at: when it was saved there, aware UTC, or None; the same for all moments.
        read_at, read_changed, bookmarked_changed: when it was read, and when the reader last changed the two.
        html: its text as the file carried it, not sanitised; ``article`` where it is one already.
        source: the name of where it came from; ``feed_url`` the feed that told of it, ``guid`` its name there.
    """

    url: str | None
    title: str
    saved_at: datetime | None = None
    bookmarked: bool = True
    read: bool = False
    read_at: datetime | None = None
    read_changed: datetime | None = None
    bookmarked_changed: datetime | None = None
    note: str = ""
    tags: tuple[str, ...] = ()
    html: str = ""
    article: Article | None = None
    authors: tuple[str, ...] = ()
    site: str = ""
    language: str = ""
    published: datetime | None = None
    source: str = ""
    feed_url: str | None = None
    guid: str = ""
    images: tuple[ImportedImage, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """What a file holds; ``kind`` names whose it is, ``skipped`` counts what could not be taken, by the reason."""

    kind: str
    feeds: tuple[OpmlFeed, ...] = ()
    pages: tuple[ImportedPage, ...] = ()
    skipped: tuple[tuple[str, int], ...] = ()
