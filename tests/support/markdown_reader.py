"""Markdown read back into blocks by a CommonMark parser, and blocks as they can be compared after that."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from newsreader.clean.spans import is_rtl, tidy
from newsreader.model import (
    Block,
    Code,
    Heading,
    Image,
    Inline,
    List,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
)

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
vars(READER)["normalizeLink"] = str  # addresses as they are written
_STYLES = {"strong": "strong", "em": "emphasis", "s": "strike", "del": "strike", "code": "code"}
_WHITE = re.compile(r"\s+")
_TAG = re.compile(r"<(/?)(\w+)>")


def read_markdown(markdown: str) -> tuple[Block, ...]:
    """Return the blocks that ``markdown`` says, by the rules that ``formats.markdown`` writes down."""
    return _blocks(SyntaxTreeNode(READER.parse(markdown)).children)


def comparable(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return ``blocks`` without what Markdown does not carry, all text in the form that the cleaner gives it."""
    return tuple(found for block in blocks for found in _comparable(block))


def _blocks(nodes: Sequence[SyntaxTreeNode]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for node in nodes:
        if node.type == "html_block":
            assert node.content.strip() == "<!-- -->"
            continue
        block = _block(node)
        if isinstance(block, Paragraph) and blocks and isinstance(blocks[-1], Table) and _is_caption(block.spans):
            first, *rest = block.spans
            blocks[-1] = replace(blocks[-1], caption=tidy([replace(first, text=first.text[7:]), *rest]))
        else:
            blocks.append(block)
    return tuple(blocks)


def _is_caption(spans: Inline) -> bool:
    return bool(spans) and spans[0] == Span(spans[0].text) and spans[0].text.startswith("Table: ")


def _block(node: SyntaxTreeNode) -> Block:
    inside = node.children
    match node.type:
        case "paragraph":
            return _paragraph(inside[0].to_tokens()[0].children or [])
        case "heading":
            spans = _spans(inside[0].to_tokens()[0].children or [])
            return Heading(int(node.tag[1]), spans, is_rtl(spans))
        case "blockquote":
            return Quote(_blocks(inside))
        case "bullet_list" | "ordered_list":
            ordered = node.type == "ordered_list"
            start = int(node.attrs.get("start", 1)) if ordered else 1
            return List(tuple(_blocks(item.children) for item in inside), ordered, start)
        case "fence":
            return Code(node.content.removesuffix("\n"), node.info or None)
        case "table":
            return _table(node)
        case "hr":
            return Rule()
        case _:
            raise AssertionError(f"Markdown that is never written: {node.type}")


def _table(node: SyntaxTreeNode) -> Table:
    head, *bodies = [
        [tuple(_spans(cell.to_tokens()[1].children or []) for cell in row.children) for row in part.children]
        for part in node.children
    ]
    return Table(tuple(row for body in bodies for row in body), head[0] if any(head[0]) else ())


def _paragraph(tokens: Sequence[Token]) -> Block:
    if not tokens or tokens[0].type != "image":
        spans = _spans(tokens)
        return Paragraph(spans, is_rtl(spans))
    said, credit = _spans(tokens[1:]), ""
    if said and not said[-1].href and (found := re.search(r"(?:^|\n)Credit: (.*)$", said[-1].text)):
        credit = found[1]
        said = tidy([*said[:-1], replace(said[-1], text=said[-1].text[: found.start()])])
    return Image(str(tokens[0].attrs["src"]), _alt(tokens[0]), said, credit)


def _alt(image: Token) -> str:
    return "".join(child.content for child in image.children or ())


def _spans(tokens: Sequence[Token]) -> Inline:
    spans: list[Span] = []
    now = Span("")
    for token in tokens:
        style = _STYLES.get(token.tag)
        tag = _TAG.fullmatch(token.content) if token.type == "html_inline" else None
        if token.type in {"softbreak", "hardbreak"} or (tag and tag[2] == "br"):
            spans.append(replace(now, text="\n"))
        elif token.type in {"text", "code_inline"}:
            spans.append(replace(now, text=token.content, code=now.code or token.type == "code_inline"))
        elif token.type in {"link_open", "link_close"}:
            now = replace(now, href=str(token.attrs["href"]) if token.nesting > 0 else None)
        elif tag:
            now = _styled(now, _STYLES[tag[2]], not tag[1])
        elif style:
            now = _styled(now, style, token.nesting > 0)
        else:
            raise AssertionError(f"Markdown that is never written: {token.type}")
    return tidy(spans)


def _styled(span: Span, style: str, wanted: bool) -> Span:
    values = {name: getattr(span, name) for name in _STYLES.values()} | {style: wanted}
    return Span(span.text, span.href, **values)


def _comparable(block: Block) -> Iterable[Block]:
    match block:
        case Paragraph(spans=spans):
            spans = _plain(spans)
            return [Paragraph(spans, is_rtl(spans))] if spans else []
        case Heading(level=level, spans=spans):
            spans = tidy(replace(span, text=span.text.replace("\n", " ")) for span in _plain(spans))
            return [Heading(level, spans, is_rtl(spans))] if spans else []
        case Quote(blocks=blocks):
            inner = comparable(blocks)
            return [Quote(inner)] if inner else []
        case List(items=items, ordered=ordered, start=start):
            shown = tuple(filter(None, map(comparable, items)))
            start = min(max(start, 0), 999_999_999 - len(shown)) if ordered else 1
            return [List(shown, ordered, start)] if shown else []
        case Table(rows=rows, header=header, caption=caption):
            lines = [tuple(map(_plain, row)) for row in rows]
            head = tuple(map(_plain, header))
            return [Table(tuple(lines), head if any(head) else (), _plain(caption))]
        case Image():
            alt, credit = (" ".join(text.split()) for text in (block.alt, block.credit))
            return [Image(block.url, alt, _plain(block.caption), credit)]
        case _:
            return [block]


def _plain(spans: Iterable[Span]) -> Inline:
    """Return ``spans`` with white space folded, and one break at most between two lines."""
    return tidy(replace(span, text=_WHITE.sub(_folded, span.text)) for span in spans)


def _folded(white: re.Match[str]) -> str:
    return "\n" if "\n" in white[0] else " "
