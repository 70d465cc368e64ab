"""Blocks become lines in a column of so many cells (pure)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsreader.model import Block, Code, Heading, Image, List, Paragraph, Picture, Quote, Rule, Span, Table
from newsreader.tui.widgets.cells import cell_len, chop, drawn_line, drawn_text
from newsreader.tui.widgets.lines import BLANK, Kind, Line, Look, Piece, pieces_of, set_lines
from newsreader.tui.widgets.tables import table_lines

BULLETS = ("•", "◦", "–")
DEEPEST = 6
"""Quotes and lists nested deeper than this are set flat; no page means more."""
NARROWEST = 12
"""Cells below which a nested block is not narrowed any further."""
NARROW_CAPTION = 32
"""Cells a caption gets at least, however narrow its picture."""

Pictures = Mapping[str, Picture]


def block_lines(block: Block, width: int, pictures: Pictures, depth: int = 0) -> list[Line]:
    """Return ``block`` as lines of at most ``width`` cells; ``pictures`` are those that are there, by address."""
    match block:
        case Paragraph(spans=spans, rtl=rtl):
            return _set(Kind.TEXT, pieces_of(spans), width, rtl=rtl)
        case Heading(spans=spans, rtl=rtl):
            return _set(Kind.HEADING, pieces_of(spans), width, rtl=rtl)
        case Quote(blocks=blocks):
            return _quote_lines(blocks, width, pictures, depth)
        case List():
            return _list_lines(block, width, pictures, depth)
        case Code(text=text):
            return _code_lines(text, width)
        case Table():
            return table_lines(block, width)
        case Image():
            return figure_lines(block, width, pictures.get(block.url))
        case Rule():
            return [Line(Kind.HAIR, (Piece("·   ·   ·"[:width]),), shift=max(0, (width - 9) // 2))]


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


def _set(kind: Kind, pieces: Sequence[Piece], width: int, *, rtl: bool) -> list[Line]:
    lines = list(set_lines(kind, pieces, width))
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


def _inner(blocks: Iterable[Block], width: int, pictures: Pictures, depth: int) -> Iterator[Line]:
    """Yield the lines of blocks inside another, parted by blank lines; a list follows its paragraph closely."""
    first = True
    for block in blocks if depth < DEEPEST else _flat(blocks):
        if not first and not isinstance(block, List):
            yield BLANK
        yield from block_lines(block, width, pictures, depth + 1)
        first = False


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


def _quote_lines(blocks: Iterable[Block], width: int, pictures: Pictures, depth: int) -> list[Line]:
    narrow = width - 2 >= NARROWEST
    return [
        _within(line._replace(kind=Kind.QUOTE if line.kind is Kind.TEXT else line.kind), "▎ " if narrow else "")
        for line in _inner(blocks, width - 2 if narrow else width, pictures, depth)
    ]


def _list_lines(block: List, width: int, pictures: Pictures, depth: int) -> list[Line]:
    last = f"{block.start + len(block.items) - 1}."
    marks = [
        f"{block.start + number}.".rjust(len(last)) if block.ordered else BULLETS[depth % len(BULLETS)]
        for number in range(len(block.items))
    ]
    loose = any(len([b for b in item if not isinstance(b, List)]) > 1 for item in block.items)
    lines: list[Line] = []
    for mark, item in zip(marks, block.items, strict=True):
        if loose and lines:
            lines.append(BLANK)
        lead = mark + " "
        room = width - cell_len(lead)
        if room < NARROWEST:
            lead, room = "", width
        for index, line in enumerate(_inner(item, room, pictures, depth)):
            lines.append(_within(line, " " * cell_len(lead) if index else lead))
    return lines


def _code_lines(text: str, width: int) -> list[Line]:
    lines: list[Line] = []
    for line in drawn_text(text).rstrip("\n").split("\n"):
        parts = [
            Line(Kind.CODE, (Piece(part),) if part else (), " ", glue="") for part in chop(line.rstrip(), width - 2)
        ]
        lines += [*parts[:-1], parts[-1]._replace(glue="\n")]
    return lines
