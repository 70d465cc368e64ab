"""An article as CommonMark, with GitHub's tables and strikethrough; whatever the text says, it stays text.

Read again, it gives the same blocks. What CommonMark has no form for is written so that it still shows:

- a picture's caption is the lines after it in its paragraph, its credit the last of them, after ``Credit:``;
- a table's caption is the paragraph after it and begins with ``Table:``, as Pandoc has it; a line break in a
  cell is ``<br>``; a table without headers has empty ones;
- bold, italic, struck and code text that touches letters where no mark would be read is in HTML's tags;
- ``<!-- -->`` stands between two lists, or two quotations, that follow each other.

Lost are the size of a picture, a line break in a heading and an item without text; that a text runs from right to
left is told by its letters.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from newsreader.formats.front import honesty, imprint
from newsreader.formats.markdown_inline import escaped, inline, link_target
from newsreader.model import Article, Block, Code, Heading, Image, Inline, List, Paragraph, Quote, Rule, Table

_LARGEST_START = 999_999_999
"""CommonMark 0.31, 5.2: an ordered list starts at nine digits at most."""

_BACKTICKS = re.compile("`+")
_CLOSING = re.compile(r"(^|\s)(#+)$")
"""What would be taken for the end of a heading."""

_APART = "<!-- -->"
"""Between two lists or two quotes, which would else become one."""


def article_to_markdown(article: Article) -> str:
    """Return an article as Markdown: the title as the first heading, its standfirst, byline and address, its body.

    The text ends with a newline.
    """
    parts = [f"# {_one_line(escaped(article.title))}"] if article.title else []
    parts += [escaped(line) for line in (article.standfirst, imprint(article), honesty(article)) if line]
    if article.url:
        parts.append(f"<{link_target(article.url)}>")
    if article.lead_image:
        parts.append(_image(article.lead_image))
    return "\n\n".join([*parts, *_blocks(article.blocks)]) + "\n"


def _blocks(blocks: Iterable[Block]) -> list[str]:
    shown = [(block, text) for block in blocks if (text := _block(block))]
    parts = [text for _, text in shown[:1]]
    for (before, _), (block, text) in pairwise(shown):
        if isinstance(block, List | Quote) and type(before) is type(block):
            parts.append(_APART)
        parts.append(text)
    return parts


def _block(block: Block) -> str:
    match block:
        case Paragraph(spans=spans):
            return inline(spans)
        case Heading(level=level, spans=spans):
            text = _CLOSING.sub(r"\1\\\2", _one_line(inline(spans)))
            return f"{'#' * min(max(level, 1), 6)} {text}" if text else ""
        case Quote(blocks=blocks):
            return _prefixed("\n\n".join(_blocks(blocks)), "> ")
        case List():
            return _list(block)
        case Code():
            return _code(block)
        case Table():
            return _table(block)
        case Image():
            return _image(block)
        case Rule():
            return "* * *"


def _list(block: List) -> str:
    shown = [(item, parts) for item in block.items if (parts := _blocks(item))]
    tight = all(_is_tight(item) for item, _ in shown)
    start = min(max(block.start, 0), _LARGEST_START - len(shown))
    items = []
    for number, (_, parts) in enumerate(shown, start):
        mark = f"{number}. " if block.ordered else "- "
        items.append(mark + _indented(("\n" if tight else "\n\n").join(parts), len(mark)))
    return ("\n" if tight else "\n\n").join(items)


def _is_tight(item: tuple[Block, ...]) -> bool:
    """Tell whether no empty line need part what is in ``item``: it is one block, or a text and a list under it.

    Only a list that begins with 1 may follow a line of text at once: CommonMark, 5.3.
    """
    if len(item) < 2:
        return True
    first, second = item[0], item[1]
    if len(item) > 2 or not isinstance(first, Paragraph) or not isinstance(second, List):
        return False
    return not second.ordered or second.start == 1


def _code(block: Code) -> str:
    longest = max((len(run) for run in _BACKTICKS.findall(block.text)), default=0)
    fence = "`" * max(3, longest + 1)
    language = re.sub(r"[^\w.+#-]", "", block.language or "")
    return f"{fence}{language}\n{block.text}\n{fence}"


def _table(block: Table) -> str:
    columns = max((len(row) for row in (block.header, *block.rows)), default=0)
    if not columns:
        return inline(block.caption)
    header = list(map(_cell, block.header)) or [""] * columns
    lines = [header, ["---"] * columns, *(map(_cell, row) for row in block.rows)]
    table = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
    caption = inline(block.caption)
    return f"{table}\n\nTable: {caption}" if caption else table


def _cell(spans: Inline) -> str:
    """Return what stands in a cell: on one line, and no bar in it but an escaped one."""
    return " ".join(inline(spans, bar="\\|").replace("\\\n", "<br>").split())


def _image(block: Image) -> str:
    picture = f"![{_one_line(escaped(block.alt))}](<{link_target(block.url)}>)"
    credit = f"Credit: {_one_line(escaped(block.credit))}" if block.credit else ""
    return "\\\n".join(part for part in (picture, inline(block.caption), credit) if part)


def _one_line(text: str) -> str:
    return " ".join(text.replace("\\\n", " ").split())


def _indented(text: str, columns: int) -> str:
    first, *rest = text.split("\n")
    return "\n".join([first, *(" " * columns + line if line else "" for line in rest)])


def _prefixed(text: str, prefix: str) -> str:
    return "\n".join(prefix + line if line else prefix.rstrip() for line in text.split("\n")) if text else ""
