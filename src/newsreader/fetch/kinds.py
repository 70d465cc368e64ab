"""What is fetched: its kinds, and how much, how long and how many at once each kind may be."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an address is asked for."""

    FEED = "feed"
    PAGE = "page"
    IMAGE = "picture"
    DATA = "data"


@dataclass(frozen=True, slots=True)
class Limits:
    """How far one request may go.

    Attributes:
        size: bytes at most, after decompression.
        seconds: for the whole exchange, redirects included, once it is its turn.
        at_once: requests of this kind under way at the same time.
    """

    size: int
    seconds: float
    at_once: int


_MEGABYTE = 1_000_000

LIMITS: dict[Kind, Limits] = {
    Kind.FEED: Limits(8 * _MEGABYTE, 30.0, 64),
    Kind.PAGE: Limits(5 * _MEGABYTE, 20.0, 16),
    Kind.IMAGE: Limits(15 * _MEGABYTE, 20.0, 16),
    Kind.DATA: Limits(_MEGABYTE, 10.0, 8),
}
"""The bytes are those that were seen to be opened within the workshop's deadlines."""

ACCEPT: dict[Kind, str] = {
    Kind.FEED: (
        "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
        "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5, */*;q=0.1"
    ),
    Kind.PAGE: "text/html, application/xhtml+xml, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.1",
    Kind.IMAGE: "image/webp, image/jpeg, image/png, image/gif;q=0.8, image/*;q=0.5, */*;q=0.1",
    Kind.DATA: "application/json, */*;q=0.1",
}
"""The ``Accept`` header of each kind, what we read best first."""

_NOT_TEXT = ("image/", "audio/", "video/", "font/", "application/zip", "application/pdf")
_FAMILIES = {"image": "a picture", "audio": "a sound", "video": "a video", "font": "a font"}


def unwanted(kind: Kind, media_type: str) -> str:
    """Return what ``media_type`` is in a word or two when no ``kind`` can come of it, else nothing.

    Servers often say the wrong type, so only what is plainly something else is turned away unread.
    """
    if kind is Kind.IMAGE:
        return "a page" if media_type in {"text/html", "application/xhtml+xml"} else ""
    if not media_type.startswith(_NOT_TEXT) or media_type == "image/svg+xml":
        return ""
    if media_type == "application/pdf":
        return "a PDF file"
    family, _, name = media_type.partition("/")
    return _FAMILIES.get(family, f"a {name} file")
