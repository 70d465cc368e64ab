"""Lines become strips: the one place where the article gets its colours."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from newsreader.tui.widgets.lines import GROUND_EDGE, Kind, Line, Link, Look, Piece

_LOOKS = {
    Look.STRONG: Style(bold=True),
    Look.EMPHASIS: Style(italic=True),
    Look.STRIKE: Style(strike=True),
}


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
    pictures: Mapping[str, list[list[Segment]]] = field(default_factory=dict)

    def strip(self, line: Line, marks: Sequence[Mark] = ()) -> Strip:
        """Return ``line`` as a strip of exactly ``width`` cells."""
        ink = self.ink
        segments = [Segment(" " * (self.left + line.shift), ink.base)]
        edge = GROUND_EDGE if line.ground else 0
        if lead := line.lead[: len(line.lead) - edge]:
            segments.append(Segment(lead, ink.lead))
        if line.kind is Kind.PICTURE:
            rows = self.pictures.get(line.picture, [])
            segments += rows[line.row] if line.row < len(rows) else []
        elif edge:
            ground = ink.kinds[line.kind]
            inside = [Segment(line.lead[-edge:], ground + ink.muted), *_marked(self._pieces(line), marks)]
            segments += [*inside, Segment(" " * max(0, line.ground - _width(inside)), ground)]
        else:
            segments += _marked(self._pieces(line), marks)
        return Strip(segments).adjust_cell_length(self.width, ink.base)

    def _pieces(self, line: Line) -> Iterator[Segment]:
        style = self.ink.kinds.get(line.kind, self.ink.base)
        hinted: Link | None = None
        for piece in line.pieces:
            if piece.link is not None and piece.link is not hinted and piece.link in self.hints:
                hinted = piece.link
                yield Segment(self.hints[piece.link], self.ink.hint)
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
