"""Footnotes of an article: the notes at its end, and where its text calls them (pure)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsreader.model import Block, List, Paragraph, Span, inline_text
from newsreader.model.article import walk

LAST = 6
"""Blocks from the end of an article among which its notes may end: a line about its author may follow them."""

_CALL = re.compile(r" ?\[(\d{1,3})\]")
_NOTE = re.compile(r"\[(\d{1,3})\]\s*")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Footnotes:
    """Where the notes of an article stand among its blocks: from ``first`` up to ``end``, none where they meet."""

    first: int = 0
    end: int = 0

    def __contains__(self, number: int) -> bool:
        """True for the number of a block that is a note, or some."""
        return self.first <= number < self.end

    def dressed(self, number: int, block: Block) -> Block:
        """Return block ``number`` as it is set: a note behind its number, calls of notes raised."""
        if not self.end or not isinstance(block, Paragraph):
            return block
        if number in self and (mark := _NOTE.match(inline_text(block.spans))):
            return List(
                ((Paragraph(_without(block.spans, mark.end()), block.rtl),),), ordered=True, start=int(mark[1])
            )
        return replace(block, spans=tuple(_with_calls(block.spans)))


def footnotes_of(blocks: Sequence[Block]) -> Footnotes:
    """Return the notes of an article: a numbered list or numbered paragraphs, the first called in its text."""
    for end in range(len(blocks), max(0, len(blocks) - LAST), -1):
        last = blocks[end - 1]
        if isinstance(last, List) and last.ordered:
            return _called(blocks, end - 1, end, last.start)
        if _number(last) is not None:
            first = end - 1
            while first and _number(blocks[first - 1]) is not None:
                first -= 1
            return _called(blocks, first, end, _number(blocks[first]) or 0)
    return Footnotes()


def _number(block: Block) -> int | None:
    found = _NOTE.match(inline_text(block.spans)) if isinstance(block, Paragraph) else None
    return int(found[1]) if found else None


def _called(blocks: Sequence[Block], first: int, end: int, number: int) -> Footnotes:
    call = f"[{number}]"
    texts = (span.text for block in walk(blocks[:first]) if isinstance(block, Paragraph) for span in block.spans)
    return Footnotes(first, end) if any(call in text for text in texts) else Footnotes()


def _with_calls(spans: Sequence[Span]) -> Iterator[Span]:
    """Yield ``spans`` with the calls in them raised."""
    for span in spans:
        if span.code or "[" not in span.text:
            yield span
        else:
            yield replace(span, text=_CALL.sub(lambda call: call[1].translate(_RAISED), span.text))


def _without(spans: Sequence[Span], many: int) -> tuple[Span, ...]:
    """Return ``spans`` without their first characters."""
    left: list[Span] = []
    for span in spans:
        if len(span.text) > many:
            left.append(replace(span, text=span.text[many:]))
        many = max(0, many - len(span.text))
    return tuple(left)
