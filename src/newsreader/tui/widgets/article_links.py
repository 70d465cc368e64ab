"""Links of the article: walking from one to the next, and letters to type for those in view."""

from collections.abc import Sequence
from itertools import islice, product

from newsreader.tui.widgets.cells import cell_len as _cells
from newsreader.tui.widgets.laid import laid
from newsreader.tui.widgets.lines import Line, Link

LETTERS = "asdfjklghewio"
"""What links are lettered with: the home row, then what is easy to reach; none that is taken for another."""


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


def lettered(links: Sequence[Link]) -> dict[str, Link]:
    """Return ``links`` by as few letters as tell them apart, as many for each."""
    length = 1
    while len(LETTERS) ** length < len(links):
        length += 1
    return dict(zip(map("".join, islice(product(LETTERS, repeat=length), len(links))), links, strict=True))


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
    """The link under the reader's hand, and the letters shown for those in view."""

    def __init__(self) -> None:
        self.focused: Link | None = None
        self.hints: dict[str, Link] = {}
        self._typed = ""

    @property
    def labels(self) -> dict[Link, str]:
        """The letters to draw; those that what is typed so far rules out are gone."""
        return {link: letters for letters, link in self.hints.items() if letters.startswith(self._typed)}

    def show(self, links: Sequence[Link]) -> None:
        """Letter ``links``."""
        self.hints, self._typed = lettered(links), ""

    def type(self, letter: str) -> Link | None:
        """Take a letter, small or capital; return the link when it is told. Letters of none end it."""
        self._typed += letter.lower()
        if link := self.hints.get(self._typed):
            self.hints = {}
            return link
        if not any(letters.startswith(self._typed) for letters in self.hints):
            self.hints = {}
        return None
