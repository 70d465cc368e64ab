"""Links of the article: walking from one to the next, and numbers to type for those in view."""

from collections.abc import Sequence

from newsreader.tui.widgets.cells import cell_len as _cells
from newsreader.tui.widgets.laid import laid
from newsreader.tui.widgets.lines import Line, Link


def links_of(lines: Sequence[Line], first: int, end: int) -> dict[Link, int]:
    """Return the links in lines ``first`` to ``end`` in order, each with the line it starts in."""
    found: dict[Link, int] = {}
    for number in range(max(0, first), min(end, len(lines))):
        for piece in lines[number].pieces:
            if piece.link is not None:
                found.setdefault(piece.link, number)
    return found


def next_link(
    lines: Sequence[Line], focused: Link | None, step: int, first: int, end: int
) -> tuple[Link, int] | None:
    """Return the link ``step`` after (or before) the focused one and its line, or None where there is no more.

    With none focused, or the focused one out of view, it is the first (or last) in view, else the nearest beyond.
    """
    found = links_of(lines, 0, len(lines))
    links = list(found)
    if focused in found and first <= found[focused] < end:
        at = links.index(focused) + step
        return (links[at], found[links[at]]) if 0 <= at < len(links) else None
    if step > 0:
        return next(((link, line) for link, line in found.items() if line >= first), None)
    return next(((link, line) for link, line in reversed(found.items()) if line < end), None)


def numbered(links: Sequence[Link]) -> dict[str, Link]:
    """Return ``links`` by numbers of equal length, counted from 1."""
    digits = len(str(len(links)))
    return {str(number).zfill(digits): link for number, link in enumerate(links, 1)}


def link_at(line: Line, cell: int, *, reorder: bool = False) -> Link | None:
    """Return the link at a cell of ``line``, counted from the left edge of the column, or None."""
    at = line.shift + _cells(line.lead)
    if cell < at:
        return None
    for text, link in laid(line, [(piece.text, piece.link) for piece in line.pieces], reorder=reorder):
        at += _cells(text)
        if cell < at:
            return link
    return None


class LinkHand:
    """The link under the reader's hand, and the numbers shown for those in view."""

    def __init__(self) -> None:
        self.focused: Link | None = None
        self.hints: dict[str, Link] = {}
        self._typed = ""

    @property
    def labels(self) -> dict[Link, str]:
        """The numbers to draw; those that what is typed so far rules out are gone."""
        return {link: number for number, link in self.hints.items() if number.startswith(self._typed)}

    def show(self, links: Sequence[Link]) -> None:
        """Number ``links``."""
        self.hints, self._typed = numbered(links), ""

    def type(self, digit: str) -> Link | None:
        """Take a digit of a number; return the link when it is complete. Any other key ends the numbers."""
        self._typed += digit
        if link := self.hints.get(self._typed):
            self.hints = {}
            return link
        if not any(number.startswith(self._typed) for number in self.hints):
            self.hints = {}
        return None
