"""An article as one HTML page that needs nothing else, runs nothing and asks no server but for its pictures."""

from collections.abc import Mapping
from html import escape
from types import MappingProxyType

from newsreader.formats.html_body import article_markup
from newsreader.model import Article, web_address

_STYLE = (
    "body{max-width:38em;margin:2em auto;padding:0 1em;font:1.1em/1.6 Georgia,serif;color:#222;background:#fffdf8}"
    "h1{line-height:1.2}img{max-width:100%;height:auto}figure{margin:1.5em 0}"
    "figcaption,.imprint,.note,caption{color:#666;font-size:.85em}.standfirst{font-size:1.15em}"
    "pre{overflow-x:auto;padding:.8em;background:#f3f0e8}blockquote{margin:1em 0;padding-left:1em;"
    "border-left:3px solid #ccc}table{border-collapse:collapse}td,th{padding:.3em .6em;border:1px solid #ccc;"
    "text-align:left}@media(prefers-color-scheme:dark){body{color:#ddd;background:#1b1b1b}pre{background:#262626}"
    "a{color:#8ab4f8}}nav+article,article+article{margin-top:4em;border-top:1px solid #ccc}"
)
_POLICY = "default-src 'none'; img-src http: https: data: file: 'self'; style-src 'unsafe-inline'"
_NONE: Mapping[str, str] = MappingProxyType({})


def article_to_html(article: Article, images: Mapping[str, str] = _NONE) -> str:
    """Return an article as a whole HTML page with its style inside; everything from outside is escaped.

    Args:
        article: what to write.
        images: for addresses of pictures, what to show instead (a ``data:`` address or a file's name).
    """
    body = article_markup(article, lambda url: images.get(url) or web_address(url))
    return f"{page_head(article.title, article.language, _POLICY)}<article>\n{body}\n</article>\n{PAGE_END}"


def page_head(title: str, language: str, policy: str) -> str:
    """Return a page up to its body, with the style inside; ``policy`` is what a browser may load for it."""
    tag = f' lang="{escape(language)}"' if language else ""
    return (
        f'<!DOCTYPE html>\n<html{tag}>\n<head>\n<meta charset="utf-8"/>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}"/>\n'
        '<meta name="viewport" content="width=device-width"/>\n<meta name="referrer" content="no-referrer"/>\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    )


PAGE_END = "</body>\n</html>\n"
