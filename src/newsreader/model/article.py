"""An article: the readable page behind an entry, its body a sequence of typed blocks.

::

    Block = Paragraph | Heading | Quote | List | Code | Table | Image | Rule

Text inside blocks is a tuple of spans. All of it is clean (see ``model.text``) and all addresses are absolute
web addresses (see ``model.addresses``) by the time it is in one of these values.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from newsreader.model.text import count_words, reading_minutes


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style; ``href`` is where it links to. A newline in ``text`` is a line break."""

    text: str
    href: str | None = None
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    strike: bool = False


Inline: TypeAlias = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``rtl`` when its text runs from right to left."""

    spans: Inline
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the body; ``level`` is 1 to 6, where 2 is a section of the article."""

    level: int
    spans: Inline
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation, itself made of blocks."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class List:
    """A list; each item is made of blocks (a paragraph, then perhaps a nested list)."""

    items: "tuple[tuple[Block, ...], ...]"
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Code:
    """Preformatted text; ``language`` is the name the page gave it, or None."""

    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``header`` is empty when the page marked none. All rows have the same number of cells."""

    rows: tuple[tuple[Inline, ...], ...]
    header: tuple[Inline, ...] = ()
    caption: Inline = ()


@dataclass(frozen=True, slots=True)
class Image:
    """A picture by its address; ``width`` and ``height`` are the page's own claim, in pixels."""

    url: str
    alt: str = ""
    caption: Inline = ()
    credit: str = ""
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A break between sections."""


Block: TypeAlias = Paragraph | Heading | Quote | List | Code | Table | Image | Rule


class ArticleStatus(StrEnum):
    """What an article honestly is."""

    FULL = "full"
    """The whole text of the page."""
    PARTIAL = "partial"
    """Some of the text; the page held more back, or it could not all be found."""
    FEED = "feed"
    """Only what the feed itself carried."""
    WALL = "wall"
    """The page showed a wall (consent, payment, script) and the feed carried nothing."""


class Wall(StrEnum):
    """What a page shows instead of its article."""

    CONSENT = "consent"
    """It asks for leave to use cookies and data."""
    PAY = "pay"
    """It wants to be paid."""
    LOGIN = "login"
    """It wants to know its reader: an account, an age, an address for letters."""
    SCRIPT = "script"
    """It wants a browser that runs its scripts and shows its advertisements."""
    MISSING = "missing"
    """It says that there is nothing at this address, or no more."""
    ERROR = "error"
    """It says that its site does not work just now."""
    GUARD = "guard"
    """It keeps out programs, or readers of some countries."""
    LIST = "list"
    """It lists other stories."""
    EMPTY = "empty"
    """It shows hardly a text."""


@dataclass(frozen=True, slots=True)
class Article:
    """The readable page behind an entry.

    Attributes:
        url: where it was read, after redirects.
        authors: names, without "By".
        site: the publication's name; ``language`` a BCP 47 tag; both may be empty.
        published, updated: aware UTC, or None.
        lead_image: the picture at the top; not repeated in ``blocks``.
        wall: what the page shows instead, when ``status`` says that it is a wall; there are no blocks then.
    """

    url: str
    title: str
    blocks: tuple[Block, ...]
    standfirst: str = ""
    authors: tuple[str, ...] = ()
    site: str = ""
    language: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    lead_image: Image | None = None
    status: ArticleStatus = ArticleStatus.FULL
    wall: Wall | None = None

    @property
    def byline(self) -> str:
        """The authors in one line, or an empty string."""
        return ", ".join(self.authors)

    @property
    def text(self) -> str:
        """The body as plain text, blocks parted by newlines; no title, byline or date."""
        return blocks_text(self.blocks)

    @property
    def words(self) -> int:
        """The number of words in the body."""
        return count_words(self.text)

    @property
    def minutes(self) -> int:
        """The minutes it takes to read the body, rounded up."""
        return reading_minutes(self.text)

    @property
    def images(self) -> tuple[Image, ...]:
        """Every picture of the article once, the lead image first."""
        found = {self.lead_image.url: self.lead_image} if self.lead_image else {}
        for block in walk(self.blocks):
            if isinstance(block, Image):
                found.setdefault(block.url, block)
        return tuple(found.values())


def inline_text(spans: Inline) -> str:
    """Return the text of ``spans`` without their styles."""
    return "".join(span.text for span in spans)


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield ``blocks`` and every block inside them, in reading order."""
    todo = list(blocks)[::-1]
    while todo:
        block = todo.pop()
        yield block
        match block:
            case Quote(blocks=inner):
                todo.extend(reversed(inner))
            case List(items=items):
                todo.extend(block for item in reversed(items) for block in reversed(item))
            case _:
                pass


def blocks_text(blocks: Iterable[Block]) -> str:
    """Return the text of ``blocks``, one line a block; pictures and rules say nothing, table cells are tabbed."""
    lines: list[str] = []
    for block in walk(blocks):
        match block:
            case Paragraph(spans=spans) | Heading(spans=spans):
                lines.append(inline_text(spans))
            case Code(text=text):
                lines.append(text)
            case Table(rows=rows, header=header):
                lines.extend("\t".join(map(inline_text, row)) for row in ((header,) if header else ()) + rows)
            case _:
                pass
    return "\n".join(line for line in lines if line.strip())
