"""Paragraphs too long to be set at once, parted into some that are not (pure).

A page is set block by block, and a key waits for one block at most: a text of a megabyte without a paragraph takes
seconds. Nobody wrote one that long to be read as one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from newsreader.model import Block, Inline, Paragraph, Span

LONGEST = 10_000
"""Characters of a paragraph that is left whole: 1,700 words, four times a long one."""


def parted(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield ``blocks``, each paragraph of more than LONGEST characters as several of no more than that."""
    for block in blocks:
        if isinstance(block, Paragraph) and sum(len(span.text) for span in block.spans) > LONGEST:
            yield from (Paragraph(spans, block.rtl) for spans in _parts(block.spans))
        else:
            yield block


def _parts(spans: Inline) -> Iterator[Inline]:
    part: list[Span] = []
    room = LONGEST
    for span in spans:
        for piece in _pieces(span, room):
            if len(piece.text) > room:
                yield tuple(part)
                part, room = [], LONGEST
            part.append(piece)
            room -= len(piece.text)
    yield tuple(part)


def _pieces(span: Span, room: int) -> Iterator[Span]:
    """Yield a span in pieces: the first for the ``room`` there is, the others of LONGEST characters at most."""
    text = span.text
    while len(text) > room:
        cut = text.rfind(" ", 0, room) + 1 or room
        yield replace(span, text=text[:cut])
        text, room = text[cut:], LONGEST
    if text:
        yield replace(span, text=text)
