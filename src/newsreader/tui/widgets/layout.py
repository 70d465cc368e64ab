"""Blocks become lines in a column of so many cells (pure)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsreader.model import Block, Code, Heading, Image, List, Paragraph, Picture, Quote, Rule, Span, Table
from newsreader.tui.widgets.attribution import attribution_of
from newsreader.tui.widgets.balance import balanced_lines
from newsreader.tui.widgets.cells import cell_len, drawn_line
from newsreader.tui.widgets.code_lines import code_lines
from newsreader.tui.widgets.lines import BLANK, Kind, Line, Look, Piece, pieces_of, set_lines
from newsreader.tui.widgets.rhythm import room_between
from newsreader.tui.widgets.tables import table_lines

BULLETS = ("•", "◦", "–")
HEADINGS = {1: Kind.HEADING, 2: Kind.HEADING, 3: Kind.SUBHEADING}
"""How a heading of each level is set; all others are minor."""
DEEPEST = 6
"""Quotes and lists nested deeper than this are set flat; no page means more."""
NARROWEST = 12
"""Cells below which a nested block is not narrowed any further."""
READABLE = 24
"""Cells below which a list inside a list is not moved to the right of it."""
AIRY = 2
"""Lines that the items of a list take on average, above which blank lines part them."""
NARROW_CAPTION = 32
"""Cells a caption gets at least, however narrow its picture."""

Pictures = Mapping[str, Picture]
Inner = tuple[Block, list[Line]]
"""A block inside another, and lines of it or after it."""


def block_lines(block: Block, width: int, pictures: Pictures, depth: int = 0, *, room: int = 0) -> list[Line]:
    """Return ``block`` as lines of at most ``width`` cells; ``pictures`` are those that are there, by address.

    Tables that need more may take up to ``room`` cells, the column in the middle of them; code may go as far to the
    right, but never begins left of the text that it belongs to.
    """
    match block:
        case Paragraph(spans=spans, rtl=rtl):
            return _aligned(list(set_lines(Kind.TEXT, pieces_of(spans), width)), width, rtl=rtl)
        case Heading(level=level, spans=spans, rtl=rtl):
            kind = HEADINGS.get(level, Kind.MINOR)
            return _aligned(balanced_lines(kind, pieces_of(spans), width), width, rtl=rtl)
        case Quote(blocks=blocks):
            return _quote_lines(blocks, width, pictures, depth)
        case List():
            return _list_lines(block, width, pictures, depth)
        case Code():
            return code_lines(block, width, width + max(0, room - width) // 2)
        case Table():
            return _spread(table_lines(block, width, room), width, room)
        case Image():
            return figure_lines(block, width, pictures.get(block.url))
        case Rule():
            return [Line(Kind.HAIR, (Piece("·   ·   ·"[:width], Look.MUTED),), shift=max(0, (width - 9) // 2))]


def figure_lines(image: Image, width: int, picture: Picture | None) -> list[Line]:
    """Return a picture, or a mark where it will stand, with its caption and credit."""
    caption = pieces_of(image.caption)
    if not any(piece.text.strip() for piece in caption) and (picture is None or not image.credit):
        caption = pieces_of((Span(drawn_line(image.alt)),)) if picture is None else []
    if credit := drawn_line(image.credit):
        caption.append(Piece(("  " if caption else "") + credit, Look.MUTED))
    if picture is None:
        named = caption if any(piece.text.strip() for piece in caption) else [Piece("picture")]
        return _led(set_lines(Kind.CAPTION, named, width - 2), "▣ ", "  ")
    shift = max(0, (width - picture.width) // 2)
    lines = [Line(Kind.PICTURE, shift=shift, picture=image.url, row=row) for row in range(picture.height // 2)]
    if caption:
        room = max(picture.width, min(width, NARROW_CAPTION))
        edge = min(shift, width - room)
        lines += [line._replace(shift=edge) for line in set_lines(Kind.CAPTION, caption, room)]
    return lines


def _aligned(lines: list[Line], width: int, *, rtl: bool) -> list[Line]:
    """Return ``lines`` at the edge that they begin at."""
    if rtl:
        lines = [line._replace(shift=max(0, width - line.width), rtl=True) for line in lines]
    return lines


def _led(lines: Iterable[Line], first: str, rest: str) -> list[Line]:
    return [line._replace(lead=rest if index else first) for index, line in enumerate(lines)]


def _within(line: Line, lead: str) -> Line:
    """Return ``line`` moved to the right by a lead before what it already has."""
    if line.rtl:  # its leads go to the other side, where it already stands
        return line._replace(lead=lead + line.lead)
    return line._replace(lead=lead + " " * line.shift + line.lead, shift=0)


def _spread(lines: list[Line], width: int, room: int) -> list[Line]:
    """Return ``lines`` where they stand best: at the left edge of the column, moved only as far as must be."""
    widest = max((line.width for line in lines), default=0)
    shift = width + (room - width) // 2 - widest
    return [line._replace(shift=shift) for line in lines] if widest > width and shift < 0 else lines


def _inner(blocks: Iterable[Block], width: int, pictures: Pictures, depth: int, lists: int) -> Iterator[Inner]:
    """Yield each block inside another with its lines, ``lists`` in as many cells, blank lines between them."""
    before: Block | None = None
    for block in blocks if depth < DEEPEST else _flat(blocks):
        if before is not None:
            yield before, [BLANK] * room_between(before, block, inside=True)
        yield block, block_lines(block, lists if isinstance(block, List) else width, pictures, depth + 1)
        before = block


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks without others inside them, in order; a loop, for hostile pages nest without end."""
    todo = list(blocks)[::-1]
    while todo:
        match todo.pop():
            case Quote(blocks=inside):
                todo.extend(reversed(inside))
            case List(items=items):
                todo.extend(inside for item in reversed(items) for inside in reversed(item))
            case block:
                yield block


def _quote_lines(blocks: Sequence[Block], width: int, pictures: Pictures, depth: int) -> list[Line]:
    bar = "▎ " if width - 2 >= NARROWEST else ""
    room = width - len(bar)
    name = attribution_of(blocks)
    lines = [
        line._replace(kind=Kind.QUOTE if line.kind is Kind.TEXT else line.kind)
        for _, inner in _inner(blocks[:-1] if name else blocks, room, pictures, depth, room)
        for line in inner
    ]
    if name:
        lines += set_lines(Kind.CAPTION, pieces_of(name), room)
    return [_within(line, bar) for line in lines]


def _list_lines(block: List, width: int, pictures: Pictures, depth: int) -> list[Line]:
    items = [
        list(_item_lines(mark, item, width, pictures, depth))
        for mark, item in zip(_marks(block, depth), block.items, strict=True)
    ]
    texts = [[inner for inner in item if not isinstance(inner, List)] for item in block.items]
    nested = depth or any(len(text) < len(item) for text, item in zip(texts, block.items, strict=True))
    airy = any(len(text) > 1 for text in texts) or (not nested and sum(map(len, items)) > AIRY * len(items))
    lines: list[Line] = []
    for item_lines in items:
        if lines and airy:
            lines.append(BLANK)
        lines += item_lines
    return lines


def _marks(block: List, depth: int) -> list[str]:
    """Return what stands before each item: its number, all of one width, or the bullet of this depth."""
    if not block.ordered:
        return [BULLETS[depth % len(BULLETS)] + " "] * len(block.items)
    numbers = [f"{block.start + number}. " for number in range(len(block.items))]
    widest = max(map(len, numbers), default=0)
    return [number.rjust(widest) for number in numbers]


def _item_lines(mark: str, item: Sequence[Block], width: int, pictures: Pictures, depth: int) -> Iterator[Line]:
    """Yield an item behind its mark; lists in it that would become too narrow to read stand under the mark."""
    room = width - cell_len(mark)
    if room < NARROWEST:
        mark, room = "", width
    outer = room < READABLE
    for block, lines in _inner(item, room, pictures, depth, width if outer else room):
        for line in lines:
            if outer and isinstance(block, List):
                yield line
            else:
                yield _within(line, mark)
                mark = " " * cell_len(mark)
