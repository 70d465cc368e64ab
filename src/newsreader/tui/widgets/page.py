"""An article being set: its lines so far, block by block, and where the reader's place is in them."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate

from newsreader.model import Block, Code, Image, Picture, Table, blocks_text
from newsreader.model.article import walk
from newsreader.tui.widgets.body import placed_lines
from newsreader.tui.widgets.footnotes import footnotes_of
from newsreader.tui.widgets.lines import BLANK, Line
from newsreader.tui.widgets.parting import parted
from newsreader.tui.widgets.rhythm import in_sections
from newsreader.tui.widgets.title_block import TitleBlock, title_lines
from newsreader.tui.widgets.typesetting import PLAIN, Setting, typeset

Place = tuple[int, float]
"""Where the reader is: a block by its number, and how far into its lines from 0 to 1."""

PICTURE = 200
"""Characters that a picture counts as much as: about the lines it stands in the way of."""


class Page:
    """The lines of one article in a column of ``width`` cells, set little by little.

    Attributes:
        room: cells that what is too wide for the column may take.
        lines: the lines set so far.
        pictures: the pictures that are there, or that room is left for, by address.
    """

    def __init__(
        self,
        head: TitleBlock,
        blocks: Sequence[Block],
        width: int,
        pictures: dict[str, Picture],
        setting: Setting = PLAIN,
        *,
        room: int = 0,
    ) -> None:
        self.head = head
        self.blocks = tuple(parted(blocks))
        self.width, self.room = width, room
        self._sections = in_sections(self.blocks)
        self._notes = footnotes_of(self.blocks)
        self.pictures = pictures
        self.setting = setting
        self.lines: list[Line] = []
        self._starts: list[int] = []  # the first line of each block set so far; block 0 is the head

    @property
    def is_set(self) -> bool:
        """True when every block is among the lines."""
        return len(self._starts) > len(self.blocks)

    def suits(self, width: int, room: int) -> bool:
        """Tell whether the page is set as it would be for a column, and room round it, of so many cells."""
        spreads = self.room != room and any(isinstance(block, Code | Table) for block in self.blocks)
        return bool(self.lines) and self.width == width and not spreads

    def set_until(self, enough: Callable[[], bool]) -> None:
        """Set one block after the other until ``enough`` or all are set; always at least one."""
        while not self.is_set:
            lines = self._set(len(self._starts))
            self._starts.append(len(self.lines))
            self.lines.extend(lines)
            if enough():
                return

    def set_past(self, line: int) -> None:
        """Set blocks until there are lines past number ``line``."""
        if len(self.lines) <= line:
            self.set_until(lambda: len(self.lines) > line)

    def set_all(self) -> None:
        """Set everything."""
        self.set_until(lambda: False)

    def place_at(self, line: int) -> Place:
        """Return the place that line number ``line`` is."""
        if not self._starts:
            return (0, 0.0)
        number = max(0, bisect_right(self._starts, line) - 1)
        start, end = self._extent(number)
        return (number, (line - start) / max(1, end - start))

    def line_at(self, place: Place) -> int:
        """Return the line of a place, setting what stands before it."""
        number = min(place[0], len(self.blocks))
        if number >= len(self._starts):
            self.set_until(lambda: len(self._starts) > number)
        start, end = self._extent(number)
        return start + round(place[1] * (end - start))

    def share_before(self, place: Place) -> float:
        """Return how much of the text, from 0 to 1, stands before a place; the head is no part of it."""
        number, into = place
        if not number:
            return 0.0
        before, after = self._reach[number - 1 : number + 1]
        return (before + into * (after - before)) / self._reach[-1]

    def place_after(self, share: float) -> Place:
        """Return the place that this share of the text stands before, whatever the width."""
        if share <= 0:
            return (0, 0.0)
        text = share * self._reach[-1]
        number = min(bisect_right(self._reach, text), len(self.blocks))
        before, after = self._reach[number - 1 : number + 1]
        return (number, (text - before) / (after - before))

    @cached_property
    def _reach(self) -> list[int]:
        """How many characters have come by the end of each block, the head with none first."""
        return [0, *accumulate(map(_weight, self.blocks))]

    def place_picture(self, url: str, picture: Picture | None) -> list[tuple[int, int]]:
        """Take a picture in, or out again; return (line, lines more) for each place where the page grew."""
        if picture is None:
            self.pictures.pop(url, None)
        else:
            self.pictures[url] = picture
        return [self._set_again(n) for n, block in self._blocks_so_far() if _shows(block, url)]

    def change_head(self, head: TitleBlock) -> tuple[int, int]:
        """Set another head; return where the page grew, and by how many lines."""
        self.head = head
        return self._set_again(0) if self._starts else (0, 0)

    def _blocks_so_far(self) -> list[tuple[int, Block]]:
        return list(enumerate(self.blocks[: len(self._starts) - 1], 1)) if self._starts else []

    def _set_again(self, number: int) -> tuple[int, int]:
        start, end = self._extent(number)
        lines = self._set(number)
        self.lines[start:end] = lines
        more = len(lines) - (end - start)
        for later in range(number + 1, len(self._starts)):
            self._starts[later] += more
        return (start, more)

    def _extent(self, number: int) -> tuple[int, int]:
        ends = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.lines)
        return self._starts[number], ends

    def _set(self, number: int) -> list[Line]:
        if number == 0:
            lines = [*title_lines(self.head, self.width), BLANK]
        else:
            lines = placed_lines(self._sections, number - 1, self._notes, self.width, self.pictures, room=self.room)
        return typeset(lines, self.width, self.setting)


def _shows(block: Block, url: str) -> bool:
    return any(isinstance(inside, Image) and inside.url == url for inside in walk((block,)))


def _weight(block: Block) -> int:
    return PICTURE if isinstance(block, Image) else max(1, len(blocks_text((block,))))
