"""Tables as lines: columns as wide as they need, narrowed where they must be, else stacked.

A table that does not fit the column may take the room beside it. It is not scrolled sideways: a row of which a part
is out of sight has to be read twice, and the hand that reads on would have to go to other keys.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from newsreader.model import Inline, Table
from newsreader.tui.widgets.cells import cell_len
from newsreader.tui.widgets.lines import BLANK, Kind, Line, Look, Piece, pieces_of, set_pieces

GAP = 2
"""Cells between two columns."""
NARROWEST = 6
"""Cells below which a column cannot be read."""
BESIDE = 10
"""Cells of room beside the column that are worth leaving it for; for fewer its edges are kept."""
COMFORT = 40
"""Cells past which a column takes no room from beside the text: its words are broken into lines instead."""
READABLE, TALLEST = 24, 4
"""Cells below which a column of more lines than that is a tower, and the table is better stacked."""
LONG_WORD = 14
"""Cells of a word up to which no column is so narrow that it is broken; a longer one may be."""

_NUMBER = re.compile(r"[$€£¥]?[-+−–]?[\d.,\s]*\d[\d.,\s]*[%€$£¥]?(?:°?[^\W\d]{0,3})?|[-–—]?")
"""A number, with its sign, its currency or a unit of a few letters; or that there is none."""
LONGEST_NUMBER = 40
"""Characters of a number at most; the expression takes the square of what it is shown."""

Cells = Sequence[list[Piece]]


def table_lines(table: Table, width: int, room: int = 0) -> list[Line]:
    """Return ``table`` as lines of at most ``width`` cells, or up to ``room`` where its columns need them."""
    header = [pieces_of(cell, Look.STRONG) for cell in table.header]
    rows = [[pieces_of(cell) for cell in row] for row in table.rows]
    lines = [Line(Kind.CAPTION, pieces) for pieces in _caption(table.caption, width)]
    columns = max(map(len, [header, *rows]), default=0)
    if not columns:
        return lines
    everything = [header, *rows] if header else rows
    widths = _column_widths(everything, columns, width, room if room - width >= BESIDE else width)
    if not widths:
        return lines + list(_stacked(header, rows, width))
    numbers = [all(_is_number(row, column) for row in rows) for column in range(columns)]
    if header:
        lines += _row_lines(header, widths, numbers)
        lines.append(Line(Kind.HAIR, (Piece("─" * (sum(widths) + GAP * (columns - 1))),)))
    return lines + _body(rows, widths, numbers)


def _caption(caption: Inline, width: int) -> Iterator[tuple[Piece, ...]]:
    return set_pieces(pieces_of(caption), width) if caption else iter(())


def _text(cell: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in cell)


def _is_number(row: Cells, column: int) -> bool:
    if column >= len(row):
        return True
    text = _text(row[column]).strip()
    return len(text) <= LONGEST_NUMBER and _NUMBER.fullmatch(text) is not None


def _column_widths(rows: Sequence[Cells], columns: int, width: int, most: int) -> list[int]:
    """Return the cells of each column: what its widest line needs, the widest narrowed first until all fit.

    All fit when they take no more than ``width``, or than ``most`` with no column over COMFORT. There are none when
    a column would have to break the words in it, or would become a tower.
    """
    wanted, least = _needs(rows, columns)
    gaps = GAP * (columns - 1)
    comfortable = sum(min(full, COMFORT) for full in wanted)
    room = min(max(comfortable, width - gaps), most - gaps)

    def narrowed(to: int) -> list[int]:
        return [min(full, max(word, to)) for full, word in zip(wanted, least, strict=True)]

    if sum(narrowed(0)) > room:
        return []
    widths = narrowed(bisect_right(range(room + 1), room, key=lambda to: sum(narrowed(to))) - 1)
    if widths == wanted:
        return widths
    widths = _evened(rows, widths, wanted, room)
    return (
        []
        if any(_is_tower(cell, cells) for row in rows for cell, cells in zip(row, widths, strict=False))
        else widths
    )


def _needs(rows: Sequence[Cells], columns: int) -> tuple[list[int], list[int]]:
    """Return the cells of each column that its widest line takes, and those that its longest word does."""
    wanted, least = [1] * columns, [NARROWEST] * columns
    for row in rows:
        for column, cell in enumerate(row):
            text = _text(cell)
            wanted[column] = max(wanted[column], *map(cell_len, text.split("\n")))
            least[column] = max(least[column], *(min(LONG_WORD, cell_len(word)) for word in text.split()), 1)
    return wanted, least


def _is_tower(cell: Sequence[Piece], width: int) -> bool:
    return width < READABLE and sum(1 for _ in set_pieces(cell, width)) > TALLEST


def _evened(rows: Sequence[Cells], widths: Sequence[int], wanted: Sequence[int], room: int) -> list[int]:
    """Return ``widths`` without the cells that no line takes; the column that wants most has them instead."""
    taken = [1] * len(widths)
    for row in rows:
        for column, cell in enumerate(row):
            lines = set_pieces(cell, widths[column])
            taken[column] = max(taken[column], *(cell_len(_text(line)) for line in lines))
    most = max(range(len(widths)), key=lambda column: wanted[column] - taken[column])
    taken[most] = min(wanted[most], taken[most] + room - sum(taken))
    return taken


def _body(rows: Sequence[Cells], widths: Sequence[int], numbers: Sequence[bool]) -> list[Line]:
    """Return the lines of all rows, parted by blank ones where a row takes more than one."""
    sets = [list(_row_lines(row, widths, numbers)) for row in rows]
    apart = [BLANK] if any(len(lines) > 1 for lines in sets) else []
    return [line for index, lines in enumerate(sets) for line in (apart if index else []) + lines]


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
    filled = {column for row in rows for column, cell in enumerate(row) if _text(cell).strip()}
    for index, row in enumerate(rows or [header]):
        if index:
            yield BLANK
        for column, (name, cell) in enumerate(zip_longest(header if rows else (), row, fillvalue=())):
            if column in filled and not _text(cell).strip():
                continue
            lead = "  " if column else ""
            named = [*(piece._replace(look=Look.MUTED) for piece in name), Piece(": ", Look.MUTED)] if name else []
            own = cell if column else [piece._replace(look=piece.look | Look.STRONG) for piece in cell]
            for number, pieces in enumerate(set_pieces([*named, *own], width - 4)):
                yield Line(Kind.TEXT, pieces, lead=lead + ("  " if number else ""))
