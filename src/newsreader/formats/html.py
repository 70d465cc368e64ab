"""An article as one HTML page that needs nothing else, runs nothing and asks no server but for its pictures."""

from collections.abc import Iterable, Mapping
from html import escape
from types import MappingProxyType

from newsreader.formats.front import honesty, imprint
from newsreader.model import Article, Block, Code, Heading, Image, Inline, List, Paragraph, Quote, Rule, Span, Table
from newsreader.model.addresses import LINK_SCHEMES, web_address

_POLICY = "default-src 'none'; img-src http: https: data: file: 'self'; style-src 'unsafe-inline'"
_STYLE = (
    "body{max-width:38em;margin:2em auto;padding:0 1em;font:1.1em/1.6 Georgia,serif;color:#222;background:#fffdf8}"
    "h1{line-height:1.2}img{max-width:100%;height:auto}figure{margin:1.5em 0}"
    "figcaption,.imprint,.note,caption{color:#666;font-size:.85em}.standfirst{font-size:1.15em}"
    "pre{overflow-x:auto;padding:.8em;background:#f3f0e8}blockquote{margin:1em 0;padding-left:1em;"
    "border-left:3px solid #ccc}table{border-collapse:collapse}td,th{padding:.3em .6em;border:1px solid #ccc;"
    "text-align:left}@media(prefers-color-scheme:dark){body{color:#ddd;background:#1b1b1b}pre{background:#262626}"
    "a{color:#8ab4f8}}"
)
_NONE: Mapping[str, str] = MappingProxyType({})


def article_to_html(article: Article, images: Mapping[str, str] = _NONE) -> str:
    """Return an article as a whole HTML page with its style inside; everything from outside is escaped.

    Args:
        article: what to write.
        images: for addresses of pictures, what to show instead (a ``data:`` address or a file's name).
    """
    language = f' lang="{escape(article.language)}"' if article.language else ""
    parts = [
        f'<!DOCTYPE html>\n<html{language}>\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">',
        '<meta name="viewport" content="width=device-width">\n<meta name="referrer" content="no-referrer">',
        f"<title>{escape(article.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<article>",
        *_front(article),
        *([_image(article.lead_image, images)] if article.lead_image else []),
        _blocks(article.blocks, images),
        "</article>\n</body>\n</html>\n",
    ]
    return "\n".join(parts)


def _front(article: Article) -> list[str]:
    parts = [f"<h1>{escape(article.title)}</h1>"]
    named = (("standfirst", article.standfirst), ("imprint", imprint(article)), ("note", honesty(article)))
    parts += [f'<p class="{name}">{escape(text)}</p>' for name, text in named if text]
    if article.url:
        parts.append(f'<p class="imprint">{_linked(escape(article.url), article.url)}</p>')
    return parts


def _blocks(blocks: Iterable[Block], images: Mapping[str, str]) -> str:
    return "\n".join(_block(block, images) for block in blocks)


def _block(block: Block, images: Mapping[str, str]) -> str:
    match block:
        case Paragraph(spans=spans, rtl=rtl):
            return f"<p{_direction(rtl)}>{_inline(spans)}</p>"
        case Heading(level=level, spans=spans, rtl=rtl):
            tag = f"h{min(max(level, 1), 6)}"
            return f"<{tag}{_direction(rtl)}>{_inline(spans)}</{tag}>"
        case Quote(blocks=blocks):
            return f"<blockquote>\n{_blocks(blocks, images)}\n</blockquote>"
        case List(items=items, ordered=ordered, start=start):
            opening, tag = (f'<ol start="{start}">' if start != 1 else "<ol>", "ol") if ordered else ("<ul>", "ul")
            inside = "\n".join(f"<li>{_blocks(item, images)}</li>" for item in items)
            return f"{opening}\n{inside}\n</{tag}>"
        case Code(text=text, language=language):
            named = f' class="language-{escape(language)}"' if language else ""
            return f"<pre><code{named}>{escape(text)}</code></pre>"
        case Table():
            return _table(block)
        case Image():
            return _image(block, images)
        case Rule():
            return "<hr>"


def _table(block: Table) -> str:
    caption = f"<caption>{_inline(block.caption)}</caption>\n" if block.caption else ""
    head = f"<thead>{_row(block.header, 'th')}</thead>\n" if block.header else ""
    body = "\n".join(_row(row, "td") for row in block.rows)
    return f"<table>\n{caption}{head}<tbody>\n{body}\n</tbody>\n</table>"


def _row(cells: Iterable[Inline], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{_inline(cell)}</{tag}>" for cell in cells) + "</tr>"


def _image(block: Image, images: Mapping[str, str]) -> str:
    source = images.get(block.url) or web_address(block.url)
    credit = f'<span class="credit">{escape(block.credit)}</span>' if block.credit else ""
    said = " ".join(part for part in (_inline(block.caption), credit) if part)
    caption = f"<figcaption>{said}</figcaption>" if said else ""
    sides = (("width", block.width), ("height", block.height))
    size = "".join(f' {side}="{pixels}"' for side, pixels in sides if pixels is not None)
    picture = f'<img src="{escape(source)}" alt="{escape(block.alt)}"{size}>' if source else escape(block.alt)
    return f"<figure>{picture}{caption}</figure>"


def _inline(spans: Inline) -> str:
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    text = escape(span.text).replace("\n", "<br>")
    styles = (("code", span.code), ("em", span.emphasis), ("strong", span.strong), ("s", span.strike))
    for tag, wanted in styles:
        text = f"<{tag}>{text}</{tag}>" if wanted else text
    return _linked(text, span.href) if span.href else text


def _linked(text: str, href: str) -> str:
    """Return a link, or the text alone where the address is not one to follow."""
    address = web_address(href, schemes=LINK_SCHEMES)
    return f'<a href="{escape(address)}" rel="noopener noreferrer">{text}</a>' if address else text


def _direction(rtl: bool) -> str:
    return ' dir="rtl"' if rtl else ""
