"""A line of the article as it stands in the column, before it has colours."""

from collections.abc import Iterable, Iterator, Sequence
from enum import IntFlag, StrEnum
from functools import cache, reduce
from itertools import pairwise
from operator import or_
from typing import NamedTuple

from newsreader.model import Inline
from newsreader.tui.widgets.cells import cell_len, drawn_text, wrap
from newsreader.tui.widgets.dividing import Divider

GROUND_EDGE = 2
"""Cells of a ground before its text, and after it at least; they are the end of the line's lead."""


class Look(IntFlag):
    """How a piece of text differs from the line it stands in."""

    PLAIN = 0
    STRONG = 1
    EMPHASIS = 2
    CODE = 4
    STRIKE = 8
    MUTED = 16
    COMMENT = 32
    STRING = 64
    WORD = 128


class Kind(StrEnum):
    """What a line is; each kind has one style."""

    SOURCE = "source"
    TITLE = "title"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    NOTICE = "notice"
    NOTE = "note"
    HAIR = "hair"
    TEXT = "text"
    HEADING = "heading"
    SUBHEADING = "subheading"
    MINOR = "minor"
    QUOTE = "quote"
    CODE = "code"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    PICTURE = "picture"


class Link:
    """One occurrence of a link; two links to one address are two."""

    __slots__ = ("href",)

    def __init__(self, href: str) -> None:
        self.href = href


class Piece(NamedTuple):
    """A run of text in one look; ``link`` is where it leads."""

    text: str
    look: Look = Look.PLAIN
    link: Link | None = None


class Line(NamedTuple):
    """A line: ``lead`` (a bar, a bullet, an indent) is drawn muted before the pieces and is not copied.

    Attributes:
        shift: cells left free before the lead.
        picture, row: for a line of a picture its address and which line of it this is.
        ground: cells that its ground takes from the left edge of its lead's last GROUND_EDGE cells; 0 for none.
        glue: what parts it from the next line in the text it was broken from: a space or nothing, else a newline.
        hyphen: whether one is drawn behind the pieces, for a word divided here; it is not copied.
        spread: cells by which the spaces of the line are widened in all.
        rtl: whether the line runs from right to left.
        tail: the lead of such a line, drawn at the right edge of the column.
    """

    kind: Kind = Kind.TEXT
    pieces: tuple[Piece, ...] = ()
    lead: str = ""
    shift: int = 0
    picture: str = ""
    row: int = 0
    glue: str = "\n"
    hyphen: bool = False
    spread: int = 0
    rtl: bool = False
    tail: str = ""
    ground: int = 0

    @property
    def text(self) -> str:
        """The text of the line, as it is searched and copied."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def width(self) -> int:
        """The cells the line takes, from the left edge of the column; without the tail."""
        return self.shift + cell_len(self.lead) + self.room + self.spread + self.hyphen

    @property
    def room(self) -> int:
        """The cells of the text."""
        return sum(cell_len(piece.text) for piece in self.pieces)


BLANK = Line()


def pieces_of(spans: Inline, look: Look = Look.PLAIN) -> list[Piece]:
    """Return spans as pieces that may be drawn; neighbours with one address are one link."""
    pieces: list[Piece] = []
    link: Link | None = None
    for span in spans:
        if span.href is None:
            link = None
        elif link is None or link.href != span.href:
            link = Link(span.href)
        own = _look(look, span.strong, span.emphasis, span.code, span.strike)
        pieces.append(Piece(drawn_text(span.text), own, link))
    return pieces


@cache
def _look(look: Look, strong: bool, emphasis: bool, code: bool, strike: bool) -> Look:
    """Return a look with those of a span; kept, for an article has thousands of spans in a few looks."""
    wanted = ((strong, Look.STRONG), (emphasis, Look.EMPHASIS), (code, Look.CODE), (strike, Look.STRIKE))
    return reduce(or_, (each for is_so, each in wanted if is_so), look)


def set_lines(kind: Kind, pieces: Sequence[Piece], width: int, divide: Divider | None = None) -> Iterator[Line]:
    """Yield the lines that ``pieces`` make in a column of ``width`` cells, each knowing how it goes on."""
    text = "".join(piece.text for piece in pieces)
    spans = list(wrap(text, width, divide))
    cuts = divide.cuts if divide else ()
    glues = [text[end:start] for (_, end), (start, _) in pairwise(spans)]
    for parts, glue, (_, end) in zip(_cut(pieces, spans), [*glues, "\n"], spans, strict=True):
        yield Line(kind, parts, glue="\n" if "\n" in glue else glue[:1], hyphen=end in cuts)


def set_pieces(pieces: Sequence[Piece], width: int) -> Iterator[tuple[Piece, ...]]:
    """Yield the lines that ``pieces`` make in a column of ``width`` cells."""
    return _cut(pieces, wrap("".join(piece.text for piece in pieces), width))


def _cut(pieces: Sequence[Piece], spans: Iterable[tuple[int, int]]) -> Iterator[tuple[Piece, ...]]:
    """Yield the pieces of each span of characters; spans are in order."""
    at, index = 0, 0  # where the piece at index starts
    for start, end in spans:
        line: list[Piece] = []
        while index < len(pieces) and at + len(pieces[index].text) <= start:
            at += len(pieces[index].text)
            index += 1
        here, which = at, index
        while which < len(pieces) and here < end:
            piece = pieces[which]
            cut = piece.text[max(0, start - here) : end - here]
            if cut:
                line.append(piece._replace(text=cut))
            here += len(piece.text)
            which += 1
        yield tuple(line)
