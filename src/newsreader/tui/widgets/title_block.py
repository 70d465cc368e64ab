"""What stands above an article: title, standfirst, who and when, and how much of it is here."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsreader.model.noting import note_line
from newsreader.tui.widgets.balance import balanced_lines
from newsreader.tui.widgets.cells import cell_len, drawn_line, drawn_text, fit
from newsreader.tui.widgets.lines import BLANK, Kind, Line, Look, Piece, set_lines

BETWEEN = " · "
"""Between two parts of a line."""
APART = 3
"""Cells between what stands at the left and what stands at the right of a line, at least."""


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """The head of an article.

    Attributes:
        source, when: where it was published, and when in words.
        about: byline and minutes to read, those that are known.
        state: what is out of the ordinary: part of a text, kept; words for a reader.
        notice: a sentence on why this is not the whole article, or empty.
        note, tags: what the reader wrote about it.
    """

    title: str
    standfirst: str = ""
    source: str = ""
    when: str = ""
    about: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    notice: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()


def title_lines(block: TitleBlock, width: int) -> list[Line]:
    """Return the head as lines of at most ``width`` cells, a hair rule below."""
    lines = _two_sided(Kind.SOURCE, (block.source,), (block.when,), width)
    lines += balanced_lines(Kind.TITLE, [Piece(drawn_line(block.title))], width)
    if standfirst := drawn_text(block.standfirst).strip():
        lines += [BLANK, *balanced_lines(Kind.STANDFIRST, [Piece(standfirst)], width)]
    if about := _two_sided(Kind.BYLINE, block.about, block.state, width):
        lines += [BLANK, *about]
    if notice := drawn_line(block.notice):
        lines += _paragraph(Kind.NOTICE, notice, width)
    if written := drawn_line(note_line(block.note, block.tags)):
        lines += [line._replace(lead="▎ ") for line in _paragraph(Kind.NOTE, written, width - 2)]
    return [*lines, Line(Kind.HAIR, (Piece("─" * width),))]


def _paragraph(kind: Kind, text: str, width: int) -> list[Line]:
    return list(set_lines(kind, [Piece(text)], width))


def _two_sided(kind: Kind, left: Sequence[str], right: Sequence[str], width: int) -> list[Line]:
    """Return parts at both ends of one line, or where they do not fit, all in lines from the left."""
    before, after = _parted(left, width), _parted(right, width)
    if len(before) == len(after) == 1:
        free = width - cell_len(before[0]) - cell_len(after[0])
        if free >= APART:
            return [Line(kind, (Piece(before[0]), Piece(" " * free), Piece(after[0], Look.MUTED)))]
    return [Line(kind, (Piece(line),)) for line in before] + [
        Line(kind, (Piece(line, Look.MUTED),)) for line in after
    ]


def _parted(parts: Sequence[str], width: int) -> list[str]:
    """Return parts in one line or more, broken between them only; a part wider than a line is cut."""
    lines: list[str] = []
    for part in filter(None, (fit(drawn_line(part), width) for part in parts)):
        if lines and cell_len(lines[-1]) + len(BETWEEN) + cell_len(part) <= width:
            lines[-1] += BETWEEN + part
        else:
            lines.append(part)
    return lines
