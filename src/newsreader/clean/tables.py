"""Tables that hold data, as rows of equal length; tables that only lay out a page are told apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from newsreader.clean.passages import Passage, cut
from newsreader.clean.spans import spans_of, tidy
from newsreader.model import Inline, Span, Table, clean_line

_MOST_COLUMNS = 50
_MOST_ROWS = 1_000
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
    """Return ``table``, or None when it says nothing.

    Where a cell spans others, those are empty. Several rows of headers are one, which says in each column what
    stands above it. A header at the side is a strong cell.
    """
    headers: list[list[Inline]] = []
    rows: list[list[Inline]] = []
    for is_header, line in _lines(table, base):
        if any(line):
            (headers if is_header and not rows else rows).append(line[:_MOST_COLUMNS])
    caption = table.find("caption")
    width = max(map(len, headers + rows), default=0)
    if not width:
        return None
    return Table(
        rows=tuple(_fill(row, width) for row in rows),
        header=tuple(map(_joined, zip(*(_fill(row, width) for row in headers), strict=True))),
        caption=inline_of(caption, base) if caption is not None else (),
    )


def _lines(table: HtmlElement, base: str) -> Iterator[tuple[bool, list[Inline]]]:
    """Yield for each row whether it is one of headers, and its cells; headers are told again where they span."""
    below: dict[int, tuple[int, Inline]] = {}
    rows = list(table.iter("tr"))
    bold = len(rows) > 1 and table.find(".//th") is None and _is_bold(rows[0]) and not _is_bold(rows[1])
    for row in rows:
        cells = [cell for cell in row if cell.tag in {"td", "th"}]
        is_header = _is_header(row, cells) or (bold and row is rows[0])
        line: list[Inline] = []
        for cell in cells:
            _fill_spanned(line, below)
            text = _cell(cell, base, side=cell.tag == "th" and not is_header)
            again = text if is_header else ()
            for number in range(_span(cell, "colspan", _MOST_COLUMNS)):
                below[len(line)] = (_span(cell, "rowspan", _MOST_ROWS) - 1, again)
                line.append(again if number else text)
        _fill_spanned(line, below)
        yield is_header, line


def _fill_spanned(line: list[Inline], below: dict[int, tuple[int, Inline]]) -> None:
    """Add to ``line`` what the cells above, which reach down to it, leave there."""
    while (left := below.get(len(line), (0, ()))) and left[0] > 0:
        below[len(line)] = (left[0] - 1, left[1])
        line.append(left[1])


def _joined(cells: Sequence[Inline]) -> Inline:
    """Return the headers of one column, from the top, as one."""
    told = [cell for cell in dict.fromkeys(cells) if cell]
    return tidy(span for cell in told for span in (*cell, Span(" ")))


def _cell(cell: HtmlElement, base: str, side: bool) -> Inline:
    """Return what ``cell`` says; a picture alone is told by its description."""
    text = inline_of(cell, base)
    if not text:
        text = tidy(Span(clean_line(img.get("alt") or "") + " ") for img in cell.iter("img"))
    return tuple(replace(span, strong=True) for span in text) if side else text


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


def _is_bold(row: HtmlElement) -> bool:
    """Tell whether all that ``row`` says is bold."""
    bold = "".join(part for elem in row.iter("b", "strong") for part in elem.itertext())
    text = "".join(row.itertext())
    return bool(text.strip()) and "".join(bold.split()) == "".join(text.split())


def _span(cell: HtmlElement, name: str, most: int) -> int:
    found = _DIGITS.match(cell.get(name) or "")
    return min(max(1, int(found[1])), most) if found else 1


def _fill(row: Sequence[Inline], width: int) -> tuple[Inline, ...]:
    return (*row, *((),) * (width - len(row)))
