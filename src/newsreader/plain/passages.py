"""An article as passages to be said one after the other: what it shows by its looks, in words (pure)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, zip_longest

from newsreader.model import (
    Article,
    Block,
    Code,
    Heading,
    Image,
    Inline,
    List,
    Paragraph,
    Quote,
    Rule,
    Table,
    count_words,
    inline_text,
)
from newsreader.model.counting import counted
from newsreader.plain.talk import sentence

Link = tuple[str, str]
"""The words of a link and its address."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines that belong together, and the links in them."""

    lines: tuple[str, ...]
    links: tuple[Link, ...] = ()

    @property
    def words(self) -> int:
        """The number of words in it."""
        return count_words("\n".join(self.lines))


def passages(article: Article) -> tuple[Passage, ...]:
    """Return an article's passages, the picture at its top first; none of them is empty."""
    lead = (article.lead_image,) if article.lead_image else ()
    return tuple(_said((*lead, *article.blocks)))


def _said(blocks: Iterable[Block]) -> Iterator[Passage]:
    for block in blocks:
        yield from (passage for passage in _block(block) if any(passage.lines))


def _block(block: Block) -> Iterator[Passage]:
    match block:
        case Paragraph(spans=spans):
            yield _text(spans)
        case Heading(spans=spans):
            yield _begun("Heading: ", _text(spans))
        case Quote(blocks=blocks):
            yield from _between("Quote: ", _said(blocks), "End of quote.")
        case List():
            yield from _list(block, "")
        case Code(text=text, language=language):
            kind = f", in {language}" if language else ""
            lines = tuple(text.rstrip("\n").split("\n"))
            yield Passage((f"Code, {counted(len(lines), 'line')}{kind}.", *lines, "End of code."))
        case Table():
            yield from _table(block)
        case Image():
            yield _picture(block)
        case Rule():
            yield Passage(("A break.",))


def _text(spans: Inline) -> Passage:
    lines = (" ".join(line.split()) for line in inline_text(spans).split("\n"))
    return Passage(tuple(filter(None, lines)), _links(spans))


def _links(spans: Inline) -> tuple[Link, ...]:
    groups = groupby(spans, key=lambda span: span.href)
    return tuple((" ".join(inline_text(tuple(group)).split()), href) for href, group in groups if href)


def _begun(words: str, passage: Passage) -> Passage:
    """Return a passage that begins with ``words``; one without lines stays so."""
    first, *rest = passage.lines or ("",)
    return replace(passage, lines=(words + first, *rest)) if passage.lines else passage


def _between(opening: str, inner: Iterator[Passage], end: str) -> Iterator[Passage]:
    said = list(inner)
    if said:
        said[0] = _begun(opening, said[0])
        said[-1] = replace(said[-1], lines=(*said[-1].lines, end))
    yield from said


def _list(block: List, before: str) -> Iterator[Passage]:
    """Yield the items, each with its number; an item in an item has the numbers of both, as in ``2.1.``."""
    yield Passage((f"List, {counted(len(block.items), 'item')}.",) if block.items else ())
    for number, item in enumerate(block.items, block.start if block.ordered else 1):
        mark = f"{before}{number}."
        said = [
            passage
            for part in item
            for passage in (_list(part, mark) if isinstance(part, List) else _said((part,)))
            if passage.lines
        ]
        yield from [_begun(f"{mark} ", said[0]), *said[1:]] if said else ()


def _table(block: Table) -> Iterator[Passage]:
    """Yield a passage for the table as such, then one for each row, every cell after the header of its column."""
    caption = _text(block.caption)
    named = f": {' '.join(caption.lines)}" if caption.lines else ""
    yield Passage((sentence(f"Table, {counted(len(block.rows), 'row')}{named}"),), caption.links)
    heads = [" ".join(_text(cell).lines) for cell in block.header]
    for number, row in enumerate(block.rows, 1):
        texts = [
            (head, " ".join(_text(cell).lines))
            for head, cell in zip_longest(heads, row, fillvalue="")
            if isinstance(head, str) and isinstance(cell, tuple)
        ]
        cells = "; ".join(f"{head}: {text}" if head else text for head, text in texts if text)
        yield Passage((sentence(f"Row {number}. {cells}"),), tuple(link for cell in row for link in _links(cell)))


def _picture(image: Image) -> Passage:
    caption = _text(image.caption)
    words = " ".join(caption.lines) or image.alt
    credit = f" By {image.credit}." if image.credit else ""
    said = f"Picture: {sentence(words)}{credit}" if words else f"A picture without words.{credit}"
    return Passage((said,), caption.links)
