"""A request and its response, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from newsreader.fetch.freshness import freshness
from newsreader.fetch.kinds import Kind


@dataclass(frozen=True, slots=True)
class Request:
    """What to fetch; ``etag`` and ``last_modified`` are those of the answer that is already here, if any."""

    url: str
    kind: Kind
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """What came back: 200 and a body, or 304 and none.

    Attributes:
        url: the address that answered, after redirects.
        status: 2xx or 304.
        headers: names in lower case.
        body: decompressed bytes, at most what the kind allows.
        moved_to: where the address has moved for good (an unbroken chain of 301 and 308), or None.
    """

    url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    moved_to: str | None = None

    @property
    def content_type(self) -> str | None:
        """The ``Content-Type`` as it was sent, with its charset, or None."""
        return self.headers.get("content-type")

    @property
    def etag(self) -> str | None:
        """The validator to send next time as ``If-None-Match``, or None."""
        return self.headers.get("etag")

    @property
    def last_modified(self) -> str | None:
        """The validator to send next time as ``If-Modified-Since``, or None."""
        return self.headers.get("last-modified")

    @property
    def not_modified(self) -> bool:
        """Whether nothing has changed since the validators of the request."""
        return self.status == 304

    @property
    def fresh_for(self) -> timedelta | None:
        """How long the server says that this answer stays fresh, or None when it does not say."""
        return freshness(self.headers)
