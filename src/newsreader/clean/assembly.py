"""Kept pieces of a page as typed blocks: what they stand in makes them items, quotes, tables or code."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from lxml.html import HtmlElement

from newsreader.clean.code import code_of
from newsreader.clean.embeds import embed_of
from newsreader.clean.images import image_of
from newsreader.clean.nesting import LISTS, WHOLE, Nesting
from newsreader.clean.passages import BREAK, Medium, Passage
from newsreader.clean.spans import is_rtl, spans_of, tidy
from newsreader.clean.tables import table_of
from newsreader.model import Block, Code, Heading, Image, Inline, List, Paragraph, Quote, Rule, inline_text

_HEADINGS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
"""Levels of headings; 1 is the title's own, so that an h1 in the body is a section like an h2."""

_TERMS = frozenset({"dt", "summary"})
"""What names the text that follows it: strong."""
_BREAK = re.compile(r"^(?:[*•·~=#◆■●★☆❖✻—–-]\s*){3,}$|^[*#~⁂❦❧✻❖◆]$")
"""What stands alone in a line to part sections."""

_PICTURES = frozenset({"img", "picture", "amp-img"})


@dataclass(slots=True, eq=False)
class _Open:
    """A quote, list or item that is being filled."""

    elem: HtmlElement | None
    blocks: list[Block] = field(default_factory=list)
    items: list[tuple[Block, ...]] = field(default_factory=list)

    def put(self, block: Block) -> None:
        """Add ``block``; what stands in a list but in no item goes on with the item before."""
        if self.elem is None or self.elem.tag not in LISTS:
            self.blocks.append(block)
        elif self.items:
            self.items[-1] += (block,)
        else:
            self.items.append((block,))


def assemble(pieces: Iterable[Passage | Medium], base: str) -> tuple[Block, ...]:
    """Return ``pieces``, in reading order, as blocks with addresses made absolute by ``base``."""
    builder = _Builder(base)
    for piece in pieces:
        builder.add(piece)
    return builder.finish()


class _Builder:
    """Blocks under way: a stack of open containers, the body at its bottom."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._stack = [_Open(None)]
        self._nesting = Nesting()
        self._whole: set[HtmlElement] = set()

    def add(self, piece: Passage | Medium) -> None:
        """Add ``piece`` where it belongs; a table or a pre is added whole with its first piece."""
        nest = self._nesting.of(piece.elem)
        whole = next((elem for elem in nest if elem.tag in WHOLE), None)
        if whole is not None:
            if whole in self._whole:
                return
            self._whole.add(whole)
            nest = nest[: nest.index(whole)]
        block = self._leaf(piece) if whole is None else self._whole_block(whole)
        if block is None:
            return
        self._enter(nest)
        open_ = self._stack[-1]
        if not (isinstance(block, Rule) and open_.blocks[-1:] == [block]):
            open_.put(block)

    def finish(self) -> tuple[Block, ...]:
        """Return the blocks of the body."""
        self._close(1)
        return tuple(self._stack[0].blocks)

    def _enter(self, nest: Sequence[HtmlElement]) -> None:
        """Make ``nest`` the open containers: close what it leaves, open what it enters."""
        same = 0
        while same < len(nest) and same + 1 < len(self._stack) and self._stack[same + 1].elem is nest[same]:
            same += 1
        self._close(same + 1)
        for elem in nest[same:]:
            self._stack.append(_Open(elem))

    def _close(self, depth: int) -> None:
        """Close the containers above ``depth``, each into the one below it."""
        while len(self._stack) > depth:
            done, below = self._stack.pop(), self._stack[-1]
            elem = done.elem
            if elem is None:
                continue
            if elem.tag == "blockquote":
                below.put(Quote(tuple(done.blocks)))
            elif elem.tag not in LISTS:
                below.items.append(tuple(done.blocks))
            elif all(isinstance(block, Image) for item in done.items for block in item):  # a gallery
                for block in chain.from_iterable(done.items):
                    below.put(block)
            else:
                below.put(List(tuple(done.items), elem.tag == "ol", _start(elem)))

    def _whole_block(self, elem: HtmlElement) -> Block | None:
        return table_of(elem, self._base) if elem.tag == "table" else code_of(elem)

    def _leaf(self, piece: Passage | Medium) -> Block | None:
        """Return ``piece`` as a block by itself, or None when nothing of it is left."""
        if isinstance(piece, Medium):
            return _medium_block(piece.elem, self._base)
        level = _level(piece.elem)
        parts = (
            [(" ", elem) if text == BREAK else (text, elem) for text, elem in piece.parts] if level else piece.parts
        )
        spans = spans_of(parts, piece.elem, self._base)
        if not spans:
            return None
        return Heading(level, spans, is_rtl(spans)) if level else _text_block(spans, piece.elem.tag in _TERMS)


def _text_block(spans: Inline, is_term: bool) -> Block:
    """Return a passage that is no heading: a paragraph, a mark that parts sections, or lines of code."""
    text = inline_text(spans)
    if len(text) < 30 and _BREAK.match(text):
        return Rule()
    if "\n" in text and all(span.code or span.text.isspace() for span in spans):
        return Code(text)
    if is_term:
        spans = tidy(replace(span, strong=True) for span in spans)
    return Paragraph(spans, is_rtl(spans))


def _medium_block(elem: HtmlElement, base: str) -> Image | Paragraph | Rule | None:
    if elem.tag == "hr":
        return Rule()
    return image_of(elem, base) if elem.tag in _PICTURES else embed_of(elem, base)


def _level(elem: HtmlElement) -> int | None:
    """Return the level of the heading that ``elem`` is, or is all of; None for no heading."""
    for here in _near(elem):
        if here.tag in _HEADINGS:
            return _HEADINGS[here.tag]
        if here.get("role") == "heading":
            level = here.get("aria-level") or "2"
            return min(6, max(2, int(level))) if level.isdecimal() and len(level) < 3 else 2
    return None


def _near(elem: HtmlElement) -> Iterator[HtmlElement]:
    """Yield ``elem`` and what it stands alone in."""
    yield elem
    above = elem.getparent()
    while above is not None and len(above) == 1 and above.tag not in {"body", "li", "blockquote"}:
        yield above
        above = above.getparent()


def _start(elem: HtmlElement) -> int:
    """Return the number that a list starts with."""
    first = elem.find("li")
    start = elem.get("start") or (first.get("value") if first is not None and elem.tag == "ol" else "") or ""
    return int(start) if start.removeprefix("-").isdecimal() and len(start) < 7 else 1
