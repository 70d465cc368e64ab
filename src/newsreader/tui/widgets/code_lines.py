"""Code as lines: every space kept, what is too long broken, comments and words in inks of their own."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from newsreader.model import Code
from newsreader.tui.widgets.cells import cell_len, chop, drawn_text
from newsreader.tui.widgets.code_inks import Inked, inked
from newsreader.tui.widgets.lines import GROUND_EDGE, Kind, Line, Piece

_END = attrgetter("end")
_EDGE = " " * GROUND_EDGE
_ON = "↳".ljust(GROUND_EDGE)
"""What stands before the rest of a line that was too long."""


def code_lines(code: Code, width: int, room: int) -> list[Line]:
    """Return ``code`` on a ground ``width`` cells wide, or up to ``room`` where that keeps some line whole."""
    text = drawn_text(code.text).rstrip("\n")
    rows = [row.rstrip() for row in text.split("\n")]
    needs = (cell_len(row) + 2 * GROUND_EDGE for row in rows)
    ground = max(width, *(need for need in needs if need <= room), 0)
    inks = list(inked(text, code.language))
    lines: list[Line] = []
    at = 0
    for row, whole in zip(rows, text.split("\n"), strict=True):
        start = at
        for part in _broken(row, ground - 2 * GROUND_EDGE):
            lead = _ON if start > at else _EDGE
            lines.append(Line(Kind.CODE, tuple(_pieces(part, start, inks)), lead, glue="", ground=ground))
            start += len(part)
        lines[-1] = lines[-1]._replace(glue="\n")
        at += len(whole) + 1
    return lines


def _broken(row: str, width: int) -> Iterator[str]:
    """Yield ``row`` in parts of at most ``width`` cells, broken after a space where one is near."""
    while True:
        part = next(chop(row, width))
        if len(part) < len(row) and (cut := part.rfind(" ") + 1) > len(part) // 2:
            part = part[:cut]
        yield part
        row = row[len(part) :]
        if not row:
            return


def _pieces(part: str, start: int, inks: Sequence[Inked]) -> Iterator[Piece]:
    """Yield ``part``, which stands at ``start`` of the text, in its inks."""
    at, end = start, start + len(part)
    for number in range(bisect_right(inks, start, key=_END), len(inks)):
        ink = inks[number]
        if ink.start >= end:
            break
        if ink.start > at:
            yield Piece(part[at - start : ink.start - start])
        stop = min(ink.end, end)
        yield Piece(part[max(at, ink.start) - start : stop - start], ink.look)
        at = stop
    if at < end:
        yield Piece(part[at - start :])
