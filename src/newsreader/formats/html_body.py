"""The markup of an article, as HTML and as XHTML alike; everything from outside is escaped."""

from collections.abc import Callable, Iterable
from html import escape
from typing import TypeAlias

from newsreader.formats.front import honesty, imprint
from newsreader.formats.links import link_address
from newsreader.model import Article, Block, Code, Heading, Image, Inline, List, Paragraph, Quote, Rule, Span, Table

Shown: TypeAlias = Callable[[str], str | None]
"""Where the picture of an address is to be shown from; None has its words stand for it."""


def article_markup(article: Article, shown: Shown) -> str:
    """Return title, standfirst, imprint, address, lead picture and body; every element in it is closed."""
    parts = [
        *_front(article),
        *([_image(article.lead_image, shown)] if article.lead_image else []),
        _blocks(article.blocks, shown),
    ]
    return "\n".join(parts)


def _front(article: Article) -> list[str]:
    parts = [f'<h1 dir="auto">{escape(article.title)}</h1>']
    named = (("standfirst", article.standfirst), ("imprint", imprint(article)), ("note", honesty(article)))
    parts += [f'<p class="{name}" dir="auto">{escape(text)}</p>' for name, text in named if text]
    if article.url:
        parts.append(f'<p class="imprint">{_linked(escape(article.url), article.url)}</p>')
    return parts


def _blocks(blocks: Iterable[Block], shown: Shown) -> str:
    return "\n".join(_block(block, shown) for block in blocks)


def _block(block: Block, shown: Shown) -> str:
    match block:
        case Paragraph(spans=spans, rtl=rtl):
            return f"<p{_direction(rtl)}>{_inline(spans)}</p>"
        case Heading(level=level, spans=spans, rtl=rtl):
            tag = f"h{min(max(level, 1), 6)}"
            return f"<{tag}{_direction(rtl)}>{_inline(spans)}</{tag}>"
        case Quote(blocks=blocks):
            return f"<blockquote>\n{_blocks(blocks, shown)}\n</blockquote>"
        case List(items=items, ordered=ordered, start=start):
            opening, tag = (f'<ol start="{start}">' if start != 1 else "<ol>", "ol") if ordered else ("<ul>", "ul")
            inside = "\n".join(f"<li>{_blocks(item, shown)}</li>" for item in items)
            return f"{opening}\n{inside}\n</{tag}>"
        case Code(text=text, language=language):
            named = f' class="language-{escape(language)}"' if language else ""
            return f"<pre><code{named}>{escape(text)}</code></pre>"
        case Table():
            return _table(block)
        case Image():
            return _image(block, shown)
        case Rule():
            return "<hr/>"


def _table(block: Table) -> str:
    caption = f"<caption>{_inline(block.caption)}</caption>\n" if block.caption else ""
    head = f"<thead>{_row(block.header, 'th')}</thead>\n" if block.header else ""
    body = "\n".join(_row(row, "td") for row in block.rows)
    return f"<table>\n{caption}{head}<tbody>\n{body}\n</tbody>\n</table>"


def _row(cells: Iterable[Inline], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{_inline(cell)}</{tag}>" for cell in cells) + "</tr>"


def _image(block: Image, shown: Shown) -> str:
    source = shown(block.url)
    credit = f'<span class="credit">{escape(block.credit)}</span>' if block.credit else ""
    said = " ".join(part for part in (_inline(block.caption), credit) if part)
    caption = f"<figcaption>{said}</figcaption>" if said else ""
    sides = (("width", block.width), ("height", block.height))
    size = "".join(f' {side}="{pixels}"' for side, pixels in sides if pixels is not None)
    picture = f'<img src="{escape(source)}" alt="{escape(block.alt)}"{size}/>' if source else escape(block.alt)
    return f"<figure>{picture}{caption}</figure>"


def _inline(spans: Inline) -> str:
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    text = escape(span.text).replace("\n", "<br/>")
    styles = (("code", span.code), ("em", span.emphasis), ("strong", span.strong), ("s", span.strike))
    for tag, wanted in styles:
        text = f"<{tag}>{text}</{tag}>" if wanted else text
    return _linked(text, span.href) if span.href else text


def _linked(text: str, href: str) -> str:
    """Return a link, or the text alone where the address is not one to follow."""
    address = link_address(href)
    return f'<a href="{escape(address)}" rel="noopener noreferrer">{text}</a>' if address else text


def _direction(rtl: bool) -> str:
    return ' dir="rtl"' if rtl else ""
