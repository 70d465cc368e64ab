"""Tables as lines: columns as wide as they need, narrowed where they must be, else stacked."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from newsreader.model import Inline, Table
from newsreader.tui.widgets.cells import cell_len
from newsreader.tui.widgets.lines import BLANK, Kind, Line, Look, Piece, pieces_of, set_pieces

GAP = 2
"""Cells between two columns."""
NARROWEST = 6
"""Cells below which a column cannot be read."""

_NUMBER = re.compile(r"[-+−–]?[\d.,\s]*\d[\d.,\s]*[%°€$£¥]?|[-–—]?")

Cells = Sequence[list[Piece]]


def table_lines(table: Table, width: int) -> list[Line]:
    """Return ``table`` as lines of at most ``width`` cells."""
    header = [pieces_of(cell, Look.STRONG) for cell in table.header]
    rows = [[pieces_of(cell) for cell in row] for row in table.rows]
    lines = [Line(Kind.CAPTION, pieces) for pieces in _caption(table.caption, width)]
    columns = max(map(len, [header, *rows]), default=0)
    if not columns:
        return lines
    if columns * NARROWEST + (columns - 1) * GAP > width:
        return lines + list(_stacked(header, rows, width))
    everything = [header, *rows] if header else rows
    widths = _column_widths(everything, columns, width)
    numbers = [all(_is_number(row, column) for row in rows) for column in range(columns)]
    if header:
        lines += _row_lines(header, widths, numbers)
        lines.append(Line(Kind.HAIR, (Piece("─" * (sum(widths) + GAP * (columns - 1))),)))
    for row in rows:
        lines += _row_lines(row, widths, numbers)
    return lines


def _caption(caption: Inline, width: int) -> Iterator[tuple[Piece, ...]]:
    return set_pieces(pieces_of(caption), width) if caption else iter(())


def _text(cell: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in cell)


def _is_number(row: Cells, column: int) -> bool:
    return column >= len(row) or _NUMBER.fullmatch(_text(row[column]).strip()) is not None


def _column_widths(rows: Sequence[Cells], columns: int, width: int) -> list[int]:
    """Return the cells of each column: what its widest line needs, the widest narrowed first until all fit."""
    widths = [1] * columns
    for row in rows:
        for column, cell in enumerate(row):
            widths[column] = max(widths[column], *(cell_len(line) for line in _text(cell).split("\n")))
    room = width - GAP * (columns - 1)
    widths = [min(wanted, room) for wanted in widths]
    while sum(widths) > room:
        widest = max(widths)
        second = max((w for w in widths if w < widest), default=NARROWEST)
        many = widths.count(widest)
        target = max(second, widest - -(-(sum(widths) - room) // many), 2)
        widths = [min(w, target) for w in widths]
    return widths


def _row_lines(row: Cells, widths: Sequence[int], numbers: Sequence[bool]) -> Iterator[Line]:
    columns = [list(set_pieces(cell, width)) for cell, width in zip(row, widths, strict=False)]
    for parts in zip_longest(*columns, fillvalue=()):
        pieces: list[Piece] = []
        owed = 0  # cells still to be left free before the next column
        for part, width, number in zip(parts, widths, numbers, strict=False):
            free = width - sum(cell_len(piece.text) for piece in part)
            before = owed + (free if number else 0)
            if part and before:
                pieces.append(Piece(" " * before))
            pieces.extend(part)
            owed = (0 if number else free) + GAP if part else owed + width + GAP
        yield Line(Kind.TEXT, tuple(pieces))


def _stacked(header: Cells, rows: Sequence[Cells], width: int) -> Iterator[Line]:
    """Yield each row as a few lines of its own, a cell a line, named by its column's header."""
    for index, row in enumerate(rows or [header]):
        if index:
            yield BLANK
        for name, cell in zip_longest(header if rows else (), row, fillvalue=()):
            named = [*name, Piece(": ")] if name else []
            for number, pieces in enumerate(set_pieces([*named, *cell], width - 2)):
                yield Line(Kind.TEXT, pieces, lead="  " if number else "")
