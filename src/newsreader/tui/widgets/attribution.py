"""Who is quoted: the last words of a quotation that name where the rest is from (pure)."""

from collections.abc import Sequence

from newsreader.model import Block, Inline, Paragraph, Span, inline_text

LONGEST = 120
"""Characters of a name and a source at most; more is a part of what is quoted."""
_DASHES = ("—", "–", "―", "--")


def attribution_of(blocks: Sequence[Block]) -> Inline:
    """Return the name under a quotation behind a dash, or nothing when its last block is none.

    It begins with a dash, or is a title as a whole (``<cite>``), which no paragraph before it is.
    """
    if len(blocks) < 2:
        return ()
    *before, last = blocks
    if not isinstance(last, Paragraph) or not _names(last) or any(map(_names, before)):
        return ()
    dashed = inline_text(last.spans).startswith(_DASHES)
    return last.spans if dashed else (Span("— "), *last.spans)


def _names(block: Block) -> bool:
    if not isinstance(block, Paragraph):
        return False
    text = inline_text(block.spans)
    titled = all(span.emphasis or not span.text.strip() for span in block.spans)
    return 0 < len(text.strip()) <= LONGEST and (titled or text.startswith(_DASHES))
