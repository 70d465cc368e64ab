"""Paragraphs as they are set: words divided, lines widened, and what runs from right to left at its side (pure).

It takes lines that are broken already, and looks again only at paragraphs that can be made better; what is not
asked for costs nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, repeat

from newsreader.tui.widgets.bidi import is_rtl
from newsreader.tui.widgets.cells import cell_len
from newsreader.tui.widgets.dividing import LEAST_RAGGED, SHORTEST, Divider, Points, ragged
from newsreader.tui.widgets.lines import Kind, Line, Look, Piece, set_lines

_RUNNING = frozenset({Kind.TEXT, Kind.QUOTE})
"""Kinds of lines that paragraphs are made of: headings, captions and code stay as they are."""
_ALIGNED = frozenset({Kind.TITLE, Kind.STANDFIRST})
"""Kinds whose side follows from their text; a block of the article knows its own."""
_MARKS = re.compile(r"\d+|\D")


@dataclass(frozen=True, slots=True)
class Setting:
    """How paragraphs are set.

    Attributes:
        points: divides words of the article's language; None leaves them whole.
        nouns: whether common words of that language begin with a capital.
        justify: whether lines are widened to one length.
        reorder: whether what runs from right to left is put in the order it is seen, for terminals that do not.
    """

    points: Points | None = None
    nouns: bool = False
    justify: bool = False
    reorder: bool = False


PLAIN = Setting()


def typeset(lines: list[Line], width: int, setting: Setting) -> list[Line]:
    """Return the lines of one block as they stand in a column of ``width`` cells."""
    if any(line.kind in _ALIGNED for line in lines):
        return [aligned for run in _paragraphs(lines) for aligned in _at_its_side(run, width)]
    if any(line.rtl for line in lines):
        lines = list(_mirrored(lines))
    if setting.points or setting.justify:
        return [line for run in _paragraphs(lines) for line in _set_again(run, width, setting)]
    return lines


def _paragraphs(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield lines that are one text together."""
    run: list[Line] = []
    for line in lines:
        run.append(line)
        if line.glue == "\n":
            yield run
            run = []
    if run:
        yield run


def _at_its_side(run: list[Line], width: int) -> list[Line]:
    if run[0].kind not in _ALIGNED or not is_rtl("".join(line.text for line in run)):
        return run
    return [line._replace(rtl=True, shift=max(0, width - line.width)) for line in run]


def _mirrored(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines of a block with bars and bullets on the right where its text runs from there.

    A block of another direction keeps them where its other lines have them.
    """
    rtl = next((line.rtl for line in lines if line.pieces), False)
    for line in lines:
        if not rtl:
            yield line._replace(lead=line.lead + " " * line.shift, shift=0) if line.rtl else line
        elif line.rtl or not (line.pieces or line.picture):
            yield line._replace(lead="", tail="".join(reversed(_MARKS.findall(line.lead))))
        else:
            yield line


def _set_again(run: list[Line], width: int, setting: Setting) -> Iterator[Line]:
    """Yield the lines of a paragraph with its words divided and its lines widened."""
    if len(run) < 2 or run[0].kind not in _RUNNING or (run[0].rtl and run[0].lead):
        yield from run
        return
    room = width - cell_len(run[0].lead + run[0].tail)
    if setting.points:
        run = _hyphenated(run, room, setting, setting.points)
    for line in run:
        spread = _spread(line, room) if setting.justify else 0
        if spread or line.rtl:
            shift = max(0, room - line.room - line.hyphen - spread) if line.rtl else line.shift
            line = line._replace(spread=spread, shift=shift)
        yield line


def _hyphenated(run: list[Line], room: int, setting: Setting, points: Points) -> list[Line]:
    """Return a paragraph broken again from the first line on that can be made better."""
    free = LEAST_RAGGED if setting.justify else ragged(room)  # what could not be widened would gape
    pairs = enumerate(pairwise(run))
    first = next((at for at, (line, after) in pairs if _could_divide(line, after, room - free)), len(run))
    if not (rest := run[first:]):
        return run
    divider = Divider(points, free, nouns=setting.nouns, whole=list(_code(rest)))
    lines = set_lines(rest[0].kind, list(_rejoined(rest)), room, divider)
    return [
        *run[:first],
        *(
            line._replace(lead=like.lead, tail=like.tail, rtl=like.rtl)
            for line, like in zip(lines, chain(rest, repeat(rest[-1])), strict=False)
        ),
    ]


def _could_divide(line: Line, after: Line, longest: int) -> bool:
    """Tell whether a line is ragged and the word after it is long: most paragraphs need no second look."""
    return line.room <= longest and line.glue == " " and len(after.text.partition(" ")[0]) >= SHORTEST


def _code(run: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield where in the text of a paragraph there is code."""
    at = 0
    for piece in _rejoined(run):
        if piece.look & Look.CODE:
            yield at, at + len(piece.text)
        at += len(piece.text)


def _rejoined(run: Sequence[Line]) -> Iterator[Piece]:
    """Yield the pieces that a paragraph was broken from."""
    for number, line in enumerate(run):
        yield from line.pieces
        if line.glue == " " and number < len(run) - 1:
            before = line.pieces[-1] if line.pieces else Piece("")
            after = next(iter(run[number + 1].pieces), before)
            yield Piece(" ", before.look & after.look, before.link if before.link is after.link else None)


def _spread(line: Line, room: int) -> int:
    """Return the cells that widen a line to ``room``; 0 where it is the last, or no space would be one still."""
    free = room - line.room - line.hyphen
    goes_on = line.glue == " " or line.hyphen
    if not goes_on or free <= 0 or any(piece.look & Look.CODE for piece in line.pieces):
        return 0
    text = line.text
    is_spaced = line.room <= len(text)  # wide characters stand in a grid of their own
    return free if is_spaced and free <= text.count(" ") else 0
