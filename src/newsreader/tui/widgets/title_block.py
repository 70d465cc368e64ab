"""What stands above an article: title, standfirst, who and when, and how much of it is here."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsreader.model.noting import note_line
from newsreader.tui.widgets.cells import cell_len, drawn_line, drawn_text, fit
from newsreader.tui.widgets.lines import BLANK, Kind, Line, Piece, set_lines

BETWEEN, CLOSE = "  ·  ", " · "
"""Between two parts of a line, where there is room and where there is not."""
ROOMY = 60
"""Cells from which a column has room."""


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """The head of an article.

    Attributes:
        origin: source, byline and date, those that are known, in this order.
        state: minutes to read, status, whether it is kept; words for a reader.
        notice: a sentence on why this is not the whole article, or empty.
        note, tags: what the reader wrote about it.
    """

    title: str
    standfirst: str = ""
    origin: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    notice: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()


def title_lines(block: TitleBlock, width: int) -> list[Line]:
    """Return the head as lines of at most ``width`` cells, a hair rule below."""
    lines = _paragraph(Kind.TITLE, drawn_line(block.title), width)
    if standfirst := drawn_text(block.standfirst).strip():
        lines += [BLANK, *_paragraph(Kind.STANDFIRST, standfirst, width)]
    about = _parted(block.origin, width) + _parted(block.state, width)
    if about:
        lines += [BLANK, *about]
    if notice := drawn_line(block.notice):
        lines += _paragraph(Kind.NOTICE, notice, width)
    if written := drawn_line(note_line(block.note, block.tags)):
        lines += [line._replace(lead="▎ ") for line in _paragraph(Kind.NOTE, written, width - 2)]
    return [*lines, Line(Kind.HAIR, (Piece("─" * width),))]


def _paragraph(kind: Kind, text: str, width: int) -> list[Line]:
    return list(set_lines(kind, [Piece(text)], width))


def _parted(parts: Sequence[str], width: int) -> list[Line]:
    """Return parts in one line or more, broken between them only; a part wider than a line is cut."""
    lines: list[str] = []
    between = BETWEEN if width >= ROOMY else CLOSE
    for part in filter(None, (fit(drawn_line(part), width) for part in parts)):
        if lines and cell_len(lines[-1]) + len(between) + cell_len(part) <= width:
            lines[-1] += between + part
        else:
            lines.append(part)
    return [Line(Kind.BYLINE, (Piece(line),)) for line in lines]
