"""An article as plain text for a terminal or a pager; links are numbered and listed at the end."""

from collections.abc import Iterable
from itertools import groupby, zip_longest

from newsreader.formats.columns import text_width, wrapped
from newsreader.formats.front import honesty, imprint
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
    inline_text,
)


def article_to_text(article: Article, width: int = 80) -> str:
    """Return an article as text, wrapped to ``width`` columns in which wide characters take two.

    Title, standfirst and byline stand on top, the addresses of links at the end. Code and addresses are not
    wrapped. The text ends with a newline.
    """
    writer = _TextWriter(width)
    front = (article.title, article.standfirst, imprint(article), honesty(article))
    parts = [wrapped(line, width) for line in front if line]
    parts.append([article.url] if article.url else [])
    if article.lead_image:
        parts.append(writer.block(article.lead_image, ""))
    parts += writer.blocks(article.blocks, "")
    if writer.links:
        parts.append([f"[{number}] {href}" for href, number in writer.links.items()])
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


class _TextWriter:
    """Writes blocks as lines; ``links`` are the addresses met so far, with their numbers."""

    def __init__(self, width: int) -> None:
        self._width = width
        self.links: dict[str, int] = {}

    def blocks(self, blocks: Iterable[Block], indent: str) -> list[list[str]]:
        return [lines for block in blocks if (lines := self.block(block, indent))]

    def block(self, block: Block, indent: str) -> list[str]:
        match block:
            case Paragraph(spans=spans):
                return self._wrapped(self._inline(spans), indent)
            case Heading(level=level, spans=spans):
                return self._heading(level, self._wrapped(self._inline(spans), indent), indent)
            case Quote(blocks=blocks):
                return _spaced(self.blocks(blocks, f"{indent}> "), f"{indent}>")
            case List():
                return self._list(block, indent)
            case Code(text=text):
                return [f"{indent}    {line}".rstrip() for line in text.split("\n")]
            case Table():
                return self._table(block, indent)
            case Image():
                return self._image(block, indent)
            case Rule():
                return [f"{indent}* * *"]

    def _wrapped(self, text: str, indent: str) -> list[str]:
        return wrapped(text.strip(), self._width, indent) if text.strip() else []

    def _heading(self, level: int, lines: list[str], indent: str) -> list[str]:
        longest = max((text_width(line) - len(indent) for line in lines), default=0)
        return [*lines, indent + ("=" if level == 1 else "-") * longest] if lines else []

    def _inline(self, spans: Inline) -> str:
        """Return the text of spans; where a link ends stands its number, unless the text is the address itself."""
        text = ""
        for href, group in groupby(spans, key=lambda span: span.href):
            words = inline_text(tuple(group))
            text += words
            if href is not None and words.strip() != href:
                text = text.rstrip() + f"{self._note(href)}" + " " * (words != words.rstrip())
        return text

    def _note(self, href: str) -> str:
        return f"[{self.links.setdefault(href, len(self.links) + 1)}]"

    def _list(self, block: List, indent: str) -> list[str]:
        tight = all(len(item) < 2 or (len(item) == 2 and isinstance(item[1], List)) for item in block.items)
        items = []
        for number, item in enumerate(block.items, block.start):
            mark = f"{number}. " if block.ordered else "- "
            inner = indent + " " * len(mark)
            parts = self.blocks(item, inner)
            lines = _joined(parts) if tight else _spaced(parts, "")
            first = indent + mark + (lines[0][len(inner) :] if lines else "")
            items.append([first.rstrip(), *lines[1:]])
        return _joined(items) if tight else _spaced(items, "")

    def _table(self, block: Table, indent: str) -> list[str]:
        rows = [
            [self._cell(cell) for cell in row] for row in ((block.header,) if block.header else ()) + block.rows
        ]
        widths = [max(map(text_width, column)) for column in zip_longest(*rows, fillvalue="")]
        caption = self._wrapped(self._inline(block.caption), indent)
        if sum(widths) + 2 * len(widths) + len(indent) <= self._width:
            lines = [indent + "  ".join(map(_padded, row, widths)).rstrip() for row in rows]
            if block.header:
                lines.insert(1, indent + "  ".join("-" * width for width in widths))
            return lines + caption
        names = rows[0] if block.header else [""] * len(widths)
        records = [self._record(names, row, indent) for row in rows[bool(block.header) :]]
        return _spaced([record for record in [*records, caption] if record], "")

    def _record(self, names: list[str], row: list[str], indent: str) -> list[str]:
        """Write a row that is too wide for columns as one line for each cell."""
        cells = [(f"{name}: {cell}" if name else cell) for name, cell in zip(names, row, strict=False) if cell]
        return [line for cell in cells for line in wrapped(cell, self._width, indent, f"{indent}  ")]

    def _cell(self, spans: Inline) -> str:
        return " ".join(self._inline(spans).split())

    def _image(self, block: Image, indent: str) -> list[str]:
        said = " ".join(part for part in (self._inline(block.caption) or block.alt, block.credit) if part)
        return self._wrapped(f"[Picture{': ' if said else ''}{said}]{self._note(block.url)}", indent)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - text_width(text))


def _joined(parts: list[list[str]]) -> list[str]:
    return [line for part in parts for line in part]


def _spaced(parts: list[list[str]], between: str) -> list[str]:
    """Join groups of lines with one line between them."""
    lines: list[str] = []
    for part in parts:
        lines += [between, *part] if lines else part
    return lines
