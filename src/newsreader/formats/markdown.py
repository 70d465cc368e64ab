"""An article as CommonMark, with GitHub's tables and strikethrough; whatever the text says, it stays text."""

import re
from collections.abc import Iterable
from itertools import pairwise

from newsreader.formats.front import honesty, imprint
from newsreader.formats.markdown_inline import escaped, inline, link_target
from newsreader.model import Article, Block, Code, Heading, Image, List, Paragraph, Quote, Rule, Table

_LARGEST_START = 999_999_999
"""CommonMark 0.31, 5.2: an ordered list starts at nine digits at most."""

_BACKTICKS = re.compile("`+")
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
            text = _one_line(inline(spans))
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
    tight = all(len(item) < 2 or (len(item) == 2 and isinstance(item[1], List)) for item in block.items)
    start = min(max(block.start, 0), _LARGEST_START - len(block.items))
    items = []
    for number, item in enumerate(block.items, start):
        mark = f"{number}. " if block.ordered else "- "
        text = ("\n" if tight else "\n\n").join(_blocks(item))
        items.append((mark + _indented(text, len(mark))).rstrip())
    return ("\n" if tight else "\n\n").join(items)


def _code(block: Code) -> str:
    longest = max((len(run) for run in _BACKTICKS.findall(block.text)), default=0)
    fence = "`" * max(3, longest + 1)
    language = re.sub(r"[^\w.+#-]", "", block.language or "")
    return f"{fence}{language}\n{block.text}\n{fence}"


def _table(block: Table) -> str:
    columns = max((len(row) for row in (block.header, *block.rows)), default=0)
    if not columns:
        return inline(block.caption)
    header = [_one_line(inline(cell)) for cell in block.header] or [""] * columns
    lines = [header, ["---"] * columns, *([_one_line(inline(cell)) for cell in row] for row in block.rows)]
    table = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
    return "\n\n".join(part for part in (table, inline(block.caption)) if part)


def _image(block: Image) -> str:
    picture = f"![{_one_line(escaped(block.alt))}](<{link_target(block.url)}>)"
    said = " ".join(part for part in (inline(block.caption), escaped(block.credit)) if part)
    return f"{picture}\\\n{said}" if said else picture


def _one_line(text: str) -> str:
    return " ".join(text.replace("\\\n", " ").split())


def _indented(text: str, columns: int) -> str:
    first, *rest = text.split("\n")
    return "\n".join([first, *(" " * columns + line if line else "" for line in rest)])


def _prefixed(text: str, prefix: str) -> str:
    return "\n".join((prefix + line).rstrip() for line in text.split("\n")) if text else ""
