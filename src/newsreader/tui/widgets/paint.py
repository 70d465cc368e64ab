"""Lines become strips: the one place where the article gets its colours."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from newsreader.model import Picture
from newsreader.tui.widgets.cells import cell_len
from newsreader.tui.widgets.laid import laid, places
from newsreader.tui.widgets.lines import GROUND_EDGE, Kind, Line, Link, Look, Piece
from newsreader.tui.widgets.sixels import SixelStrip

_LOOKS = {
    Look.STRONG: Style(bold=True),
    Look.EMPHASIS: Style(italic=True),
    Look.STRIKE: Style(strike=True),
}


Row: TypeAlias = Sequence[Segment]
"""A row of cells of a picture, without style where it is awaited; a control segment is painted over the cells."""


class Mark(NamedTuple):
    """Characters ``start`` to ``end`` of a line drawn in another style."""

    start: int
    end: int
    style: Style


@dataclass(frozen=True)
class Ink:
    """The styles an article is drawn with: of each kind of line, and of what stands out in it.

    Attributes:
        inks: what comments, strings and words of code are drawn with.
    """

    base: Style
    kinds: Mapping[Kind, Style]
    lead: Style
    muted: Style
    code: Style
    inks: Mapping[Look, Style]
    link: Style
    focused_link: Style
    hint: Style


@dataclass(frozen=True)
class Sheet:
    """Where lines are drawn: ``left`` cells before the column, ``column`` cells for it, ``width`` in all."""

    ink: Ink
    left: int
    column: int
    width: int
    focused: Link | None = None
    hints: Mapping[Link, str] = field(default_factory=dict)
    pictures: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    reorder: bool = False

    def strip(self, line: Line, marks: Sequence[Mark] = ()) -> Strip:
        """Return ``line`` as a strip of exactly ``width`` cells."""
        ink = self.ink
        segments = [Segment(" " * (self.left + line.shift), ink.base)]
        inset = GROUND_EDGE if line.ground else 0
        if lead := line.lead[: len(line.lead) - inset]:
            segments.append(Segment(lead, ink.lead))
        if line.kind is Kind.PICTURE:
            return self._picture(line, segments)
        runs = [(text, style) for text, style, _ in _marked(self._pieces(line), marks)]
        inside = [Segment(*run) for run in laid(line, runs, reorder=self.reorder)]
        if inset:
            ground = ink.kinds[line.kind]
            inside.insert(0, Segment(line.lead[-inset:], ground + ink.muted))
            inside.append(Segment(" " * max(0, line.ground - _width(inside)), ground))
        segments += inside
        if line.tail:
            edge = self.left + self.column - cell_len(line.tail)
            segments += [Segment(" " * max(0, edge - _width(segments)), ink.base), Segment(line.tail, ink.lead)]
        return Strip(segments).adjust_cell_length(self.width, ink.base)

    def places(self, line: Line, number: int) -> Strip:
        """Return ``line`` as a strip that tells the mouse the place of every character in the text that is read."""
        before, after = self.left + line.shift + cell_len(line.lead), len(line.text)
        runs = [(" " * before, -before), *places(line, reorder=self.reorder)]
        segments = [Segment(text, Style.from_meta({"offset": (at, number)})) for text, at in runs]
        room = max(0, self.width - _width(segments))
        return Strip([*segments, Segment(" " * room, Style.from_meta({"offset": (after, number)}))])

    def _picture(self, line: Line, before: Sequence[Segment]) -> Strip:
        """Return a row of a picture, ``before`` on its left."""
        rows = self.pictures.get(line.picture, ())
        row = rows[line.row] if line.row < len(rows) else ()
        waiting = self.ink.kinds[Kind.PICTURE]
        base = self.ink.base
        cells = [Segment(text, waiting if style is None else base + style) for text, style, c in row if c is None]
        strip = Strip([*before, *cells]).adjust_cell_length(self.width, base)
        at, columns = _width(before), _width(cells)
        if (over := next((s.text for s in row if s.is_control), "")) and at + columns <= self.width:
            return SixelStrip(strip, self.width, at, columns, over)
        return strip

    def _pieces(self, line: Line) -> Iterator[Segment]:
        style = self.ink.kinds.get(line.kind, self.ink.base)
        hinted: Link | None = None
        for piece in line.pieces:
            if piece.link is not None and piece.link is not hinted and piece.link in self.hints:
                hinted = piece.link
                yield Segment(self.hints[piece.link], self.ink.hint)
                yield Segment(" ", style)
            yield Segment(piece.text, self._style(style, piece))

    def _style(self, style: Style, piece: Piece) -> Style:
        if piece.look & Look.CODE:
            style += self.ink.code
        if piece.look & Look.MUTED:
            style += self.ink.muted
        if piece.look:
            for look, own in (*_LOOKS.items(), *self.ink.inks.items()):
                if piece.look & look:
                    style += own
        if piece.link is not None:
            style += self.ink.focused_link if piece.link is self.focused else self.ink.link
        return style


def empty_rows(picture: Picture) -> list[Row]:
    """Return the rows of the room that is left for a picture."""
    return [[Segment(" " * picture.width)]] * (picture.height // 2)


def _width(segments: Sequence[Segment]) -> int:
    return sum(segment.cell_length for segment in segments)


def _marked(segments: Iterator[Segment], marks: Sequence[Mark]) -> Iterator[Segment]:
    """Yield ``segments`` with the marks laid over them, the later over the earlier."""
    if not marks:
        yield from segments
        return
    at = 0
    for text, style, _ in segments:
        end = at + len(text)
        edges = {at, end} | {e for mark in marks for e in (mark.start, mark.end) if at < e < end}
        cuts = sorted(edges)
        for start, stop in pairwise(cuts):
            own = style
            for mark in marks:
                if mark.start <= start < mark.end:
                    own = own + mark.style if own else mark.style
            yield Segment(text[start - at : stop - at], own)
        at = end
