"""The values that only the library and those who call it exchange."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.model import Article

if TYPE_CHECKING:
    from newsreader.formats.imports import ImportedPage


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedCheck:
    """One answer of a feed's server, as the next conditional request needs it.

    Attributes:
        checked_at: when it was asked; ``next_check`` not before then; both aware UTC.
        etag, last_modified: the headers as they came, or None.
        body_hash: of the body, so that an equal one need not be parsed; or None.
    """

    checked_at: datetime
    next_check: datetime | None = None
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep removed: headlines, and files of pictures."""

    headlines: int = 0
    files: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What the library holds.

    Attributes:
        folder: where it is.
        headlines: that can be seen, of which ``unread`` are unread.
        articles: whose pages are stored.
        bookmarks: of which ``complete`` have all their text and pictures on this disk.
        pictures: kept.
        database_bytes: of what is in use in the database; ``picture_bytes`` of the pictures and their copies.
        oldest_read: when that was read which ages out first; None when nothing does.
        can_go: headlines that may go now, if the library is too large.
        last_backup: when the database was last copied, or None.
    """

    folder: Path
    headlines: int
    unread: int
    articles: int
    bookmarks: int
    complete: int
    pictures: int
    database_bytes: int
    picture_bytes: int
    oldest_read: datetime | None
    can_go: int
    last_backup: datetime | None

    @property
    def bytes_used(self) -> int:
        """Bytes of database and pictures together."""
        return self.database_bytes + self.picture_bytes


@dataclass(frozen=True, slots=True)
class FeedText:
    """What a feed itself carried for an entry: HTML, not sanitised, and the address its links are relative to."""

    html: str
    base_url: str


@dataclass(frozen=True, slots=True)
class SavedImage:
    """An image whose file is in the library's folder, and no row yet: what :meth:`Library.stage_image` answers.

    Attributes:
        url: where the article has it from.
        digest: SHA-256 of its bytes, in hexadecimal; ``size`` how many they are.
    """

    url: str
    digest: str
    suffix: str
    size: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Arrival:
    """A page to bring in, with its text, if there is one, and the images that were staged for it."""

    page: "ImportedPage"
    article: Article | None = None
    images: tuple[SavedImage, ...] = ()


@dataclass(frozen=True, slots=True)
class Brought:
    """What an import did: feeds and pages that are new, and pages that were there and are changed, or are not."""

    feeds: int = 0
    new: int = 0
    changed: int = 0
    known: int = 0
