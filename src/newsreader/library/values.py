"""The values that only the library and those who call it exchange."""

from dataclasses import dataclass
from datetime import datetime


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
class FeedText:
    """What a feed itself carried for an entry: HTML, not sanitised, and the address its links are relative to."""

    html: str
    base_url: str
