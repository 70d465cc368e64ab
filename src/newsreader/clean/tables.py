"""Tables that hold data, as rows of equal length; tables that only lay out a page are told apart."""

import re

from lxml.html import HtmlElement

from newsreader.clean.passages import Passage, cut
from newsreader.clean.spans import spans_of, tidy
from newsreader.model import Inline, Span, Table

_MOST_COLUMNS = 50
_LONG_CELL = 400
"""Characters in a cell, on average, from which a table is there for the layout."""

_DIGITS = re.compile(r"\s*(\d{1,4})")


def is_data_table(table: HtmlElement) -> bool:
    """Tell whether ``table`` holds data: rows and columns of short cells, or headers, and no other table."""
    if table.get("role") in {"presentation", "none"} or table.find(".//table") is not None:
        return False
    if table.find(".//pre") is not None or table.find(".//article") is not None:
        return False
    rows = [row for row in table.iter("tr") if len(row)]
    cells = [cell for row in rows for cell in row if cell.tag in {"td", "th"}]
    if not cells or sum(len(cell.text_content()) for cell in cells) > _LONG_CELL * len(cells):
        return False
    if table.find(".//th") is not None or table.find("caption") is not None:
        return len(cells) > 1
    return len(rows) > 1 and max(len(row) for row in rows) > 1


def table_of(table: HtmlElement, base: str) -> Table | None:
    """Return ``table`` with spanned cells filled by empty ones, or None when it says nothing."""
    header: tuple[Inline, ...] = ()
    rows: list[tuple[Inline, ...]] = []
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in {"td", "th"}]
        line: list[Inline] = []
        for cell in cells:
            line.append(inline_of(cell, base))
            line.extend([()] * (min(_span(cell), _MOST_COLUMNS) - 1))
        if not any(line):
            continue
        if not rows and not header and _is_header(row, cells):
            header = tuple(line[:_MOST_COLUMNS])
        else:
            rows.append(tuple(line[:_MOST_COLUMNS]))
    caption = table.find("caption")
    width = max([len(header), *map(len, rows)], default=0)
    if not width or not (rows or header):
        return None
    filled = tuple(_fill(row, width) for row in rows)
    return Table(
        filled, _fill(header, width) if header else (), inline_of(caption, base) if caption is not None else ()
    )


def inline_of(elem: HtmlElement, base: str) -> Inline:
    """Return all text in ``elem`` as spans, a line for each block in it."""
    spans: list[Span] = []
    for piece in cut(elem):
        if isinstance(piece, Passage):
            spans += [*spans_of(piece.parts, piece.elem, base), Span("\n")]
    return tidy(spans)


def _is_header(row: HtmlElement, cells: list[HtmlElement]) -> bool:
    parent = row.getparent()
    return all(cell.tag == "th" for cell in cells) or (parent is not None and parent.tag == "thead")


def _span(cell: HtmlElement) -> int:
    found = _DIGITS.match(cell.get("colspan") or "")
    return max(1, int(found[1])) if found else 1


def _fill(row: tuple[Inline, ...], width: int) -> tuple[Inline, ...]:
    return row + ((),) * (width - len(row))
