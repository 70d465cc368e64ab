"""What the children can do: the pure functions of the floor below, by name, so that only children import them."""

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Generic, TypeVar

from newsreader.model import (
    Article,
    Block,
    CleanError,
    FeedError,
    FeedLink,
    FormatError,
    NewsreaderError,
    ParsedFeed,
    Picture,
    PictureError,
)
from newsreader.model.sealed import SealedFeed

if TYPE_CHECKING:
    from newsreader.clean import CleanedPage
    from newsreader.formats.imports import ImportedFile
    from newsreader.pictures import PictureFacts

T = TypeVar("T")


class Urgency(IntEnum):
    """Who waits for a task: the lower goes first."""

    READER = 0
    NOBODY = 1


@dataclass(frozen=True, slots=True)
class Task(Generic[T]):
    """A function that a child can be asked to run, and how far it may go.

    Attributes:
        name: ``module:function``.
        seconds: its deadline, from the moment a child takes it up.
        urgency: tasks the reader waits for overtake those of a refresh.
        error: what an exception that is not one of the house becomes.
        what: the bytes it opens, for that error.
    """

    name: str
    seconds: float
    urgency: Urgency
    error: type[NewsreaderError]
    what: str


PARSE_FEED: Task[ParsedFeed] = Task("newsreader.feeds:parse_feed", 10.0, Urgency.NOBODY, FeedError, "feed")
SEAL_FEED: Task[SealedFeed] = Task("newsreader.workshop.sealing:seal_feed", 10.0, Urgency.NOBODY, FeedError, "feed")
SEAL_FRONT_PAGE: Task[SealedFeed] = Task(
    "newsreader.workshop.sealing:seal_front_page", 10.0, Urgency.NOBODY, FeedError, "page"
)
FIND_FEEDS: Task[tuple[FeedLink, ...]] = Task(
    "newsreader.feeds:find_feeds", 10.0, Urgency.READER, FeedError, "page"
)
READ_FRONT_PAGE: Task[ParsedFeed] = Task(
    "newsreader.feeds:read_front_page", 10.0, Urgency.NOBODY, FeedError, "page"
)
CLEAN_PAGE: Task[Article] = Task("newsreader.clean:clean_page", 10.0, Urgency.READER, CleanError, "page")
READ_PAGE: "Task[CleanedPage]" = Task("newsreader.clean:read_page", 10.0, Urgency.READER, CleanError, "page")
CLEAN_FRAGMENT: Task[tuple[Block, ...]] = Task(
    "newsreader.clean:clean_fragment", 5.0, Urgency.READER, CleanError, "text"
)
INSPECT_PICTURE: "Task[PictureFacts]" = Task(
    "newsreader.pictures:inspect_picture", 5.0, Urgency.READER, PictureError, "picture"
)
SHRINK_PICTURE: Task[bytes] = Task(
    "newsreader.pictures:shrink_picture", 5.0, Urgency.NOBODY, PictureError, "picture"
)
DRAW_PICTURE: Task[Picture] = Task("newsreader.pictures:draw_picture", 5.0, Urgency.READER, PictureError, "picture")
COMMON_PICTURE: Task[tuple[bytes, str]] = Task(
    "newsreader.pictures:common_picture", 10.0, Urgency.READER, PictureError, "picture"
)
CLEAN_FRAGMENTS: Task[tuple[tuple[Block, ...], ...]] = Task(
    "newsreader.clean:clean_fragments", 30.0, Urgency.READER, CleanError, "text"
)
READ_IMPORT: "Task[ImportedFile]" = Task(
    "newsreader.formats.imports:read_import", 60.0, Urgency.READER, FormatError, "file"
)
OPEN_BESIDE: "Task[tuple[bytes, PictureFacts]]" = Task(
    "newsreader.workshop.beside:open_beside", 10.0, Urgency.READER, PictureError, "picture"
)

PRELOAD = ("newsreader.workshop.server", "newsreader.feeds", "newsreader.clean", "newsreader.pictures")
"""What the fork server imports once, so that every child has it from the start."""
