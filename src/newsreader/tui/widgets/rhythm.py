"""How headings part an article, and how many blank lines part one block from the next (pure)."""

from dataclasses import replace

from newsreader.model import Block, Heading, List, Paragraph, inline_text

SECTION = 2
"""The highest level of heading that parts an article; those of greater number stand inside its sections."""
_INTRODUCES = (":", "：", "՝")
"""What ends a paragraph that a list belongs to: the colon of most scripts, and the Armenian but."""


def room_between(before: Block, after: Block, *, inside: bool = False) -> int:
    """Return the blank lines between two blocks; ``inside`` a quotation or the item of a list there is less room.

    A heading stands closer to what it heads than to what came before; a list stands close to the words that
    introduce it, and inside an item to whatever it continues.
    """
    if isinstance(after, Heading):
        parts = after.level <= SECTION and not inside and not isinstance(before, Heading)
        return 2 if parts else 1
    if isinstance(before, Heading):
        return 1 if before.level <= SECTION or not isinstance(after, Paragraph) else 0
    if isinstance(after, List):
        return 0 if inside or _introduces(before) else 1
    return 1


def _introduces(block: Block) -> bool:
    return isinstance(block, Paragraph) and inline_text(block.spans[-1:]).rstrip().endswith(_INTRODUCES)


def in_sections(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return ``blocks`` with the highest of their headings parting the article, whatever their level."""
    lower = min((block.level for block in blocks if isinstance(block, Heading)), default=SECTION) - SECTION
    if lower <= 0:
        return blocks
    return tuple(replace(b, level=b.level - lower) if isinstance(b, Heading) else b for b in blocks)
