"""The HTML that a feed carries, as blocks: nothing is judged, only what is no text is left out."""

import re
from collections.abc import Iterable

from newsreader.clean.assembly import assemble
from newsreader.clean.hygiene import parse_page, prune
from newsreader.clean.markup import escaped_once, tame, untag
from newsreader.clean.passages import Medium, Passage, cut
from newsreader.clean.wording import SHARE
from newsreader.model import Block, CleanError, Image, Paragraph, Span, clean_text

_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>|&(?:#\d+|#x[0-9a-f]+|[a-z]+\d*);", re.IGNORECASE)
_PARAGRAPHS = re.compile(r"\n\s*\n")
_LARGEST = 2_000_000
"""Characters of a fragment that are read."""


def clean_fragment(html: str, url: str) -> tuple[Block, ...]:
    """Return ``html``, found in a feed entry whose page is ``url``, as blocks; plain text gives paragraphs.

    Scripts, styles, pictures that only count visits and links that only share are left out, all else stays.
    Never raises for what it is given.
    """
    html = escaped_once(html[:_LARGEST])
    if not _TAG.search(html):
        return _plain(html)
    try:
        root = parse_page(tame(html))
    except CleanError:
        return ()
    untag(root)
    prune(root)
    pieces = [piece for piece in cut(root) if isinstance(piece, Medium) or not _shares(piece)]
    captions = {piece.elem for piece in pieces if isinstance(piece, Passage) and piece.elem.tag == "figcaption"}
    blocks = assemble((piece for piece in pieces if piece.elem not in captions), url)
    return tuple(block for block in blocks if not isinstance(block, Image) or block.url)


def clean_fragments(pieces: Iterable[tuple[str, str]]) -> tuple[tuple[Block, ...], ...]:
    """Return the blocks of each piece, its HTML and the address of its page, as :func:`clean_fragment` does."""
    return tuple(clean_fragment(html, url) for html, url in pieces)


def _shares(passage: Passage) -> bool:
    """Tell whether ``passage`` is nothing but links to share the article."""
    return passage.linked > 0.8 and passage.words < 12 and SHARE.search(passage.text) is not None


def _plain(text: str) -> tuple[Block, ...]:
    """Return the paragraphs of ``text``, which holds no markup."""
    folded = (" ".join(part.split()) for part in _PARAGRAPHS.split(clean_text(text)))
    return tuple(Paragraph((Span(part),)) for part in folded if part)
