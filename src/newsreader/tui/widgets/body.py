"""A block where it stands in its article: how much room comes after it, and whether it is a note (pure)."""

from collections.abc import Sequence

from newsreader.model import Block, Heading, Rule
from newsreader.tui.widgets.footnotes import Footnotes
from newsreader.tui.widgets.layout import Pictures, block_lines
from newsreader.tui.widgets.lines import BLANK, Kind, Line, Piece
from newsreader.tui.widgets.rhythm import room_between

NOTES_RULE = 12
"""Cells of the hair rule over notes that no heading and no rule of the page parts from the text."""


def placed_lines(
    blocks: Sequence[Block], number: int, notes: Footnotes, width: int, pictures: Pictures, *, room: int = 0
) -> list[Line]:
    """Return the lines of block ``number`` of an article and the blank ones after it; none for an empty block."""
    block = blocks[number]
    lines = block_lines(notes.dressed(number, block), width, pictures, room=room)
    if not lines:
        return []
    if number in notes:
        lines = [line._replace(kind=Kind.FOOTNOTE) if line.kind is Kind.TEXT else line for line in lines]
        if number == notes.first and number and not isinstance(blocks[number - 1], Heading | Rule):
            lines = [Line(Kind.HAIR, (Piece("─" * min(NOTES_RULE, width)),)), *lines]
    return [*lines, *[BLANK] * _room_after(blocks, number, notes)]


def _room_after(blocks: Sequence[Block], number: int, notes: Footnotes) -> int:
    if number + 1 == len(blocks):
        return 1
    if number in notes and number + 1 in notes:
        return 0
    return room_between(blocks[number], blocks[number + 1])
