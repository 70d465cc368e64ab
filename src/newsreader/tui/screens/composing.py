"""What of an article is put before the reader, and where in it the lead picture stands (pure)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from newsreader.model import Article, Block, Headline, Paragraph, Span
from newsreader.tui.key_words import named

LOW = 28
"""Rows of a pane under which head and picture would leave no room for the text to begin."""
NO_TEXT = (
    "There is no text to show here. Press {browser.open} to open the page, {article.source} for the other version."
)


def composed(article: Article, rows: int, keymap: Mapping[str, str]) -> tuple[Block, ...]:
    """Return all there is to show in a pane of ``rows``: the lead picture on top, or after the first words."""
    blocks = article.blocks or (Paragraph((Span(named(NO_TEXT, keymap)),)),)
    if article.lead_image is None:
        return blocks
    after = first_words(blocks) if rows < LOW else 0
    return (*blocks[:after], article.lead_image, *blocks[after:])


def first_words(blocks: Sequence[Block]) -> int:
    """Return how many of ``blocks`` there are up to the first paragraph and with it; 0 when there is none."""
    return next((number for number, block in enumerate(blocks, 1) if isinstance(block, Paragraph)), 0)


def with_marks(fresh: Headline, known: Headline) -> Headline:
    """Return a headline as it was just read, with the marks of the reader's that the disk may not have yet."""
    return replace(
        fresh,
        read=known.read,
        bookmarked=known.bookmarked,
        complete=known.complete,
        images=known.images,
        note=known.note,
        tags=known.tags,
    )
