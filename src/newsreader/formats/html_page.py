"""Articles as one HTML page that stands alone: pictures and style are inside, nothing runs, nobody is asked."""

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import count

from newsreader.formats.html import PAGE_END, page_head
from newsreader.formats.html_body import article_markup
from newsreader.model import Article

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def html_opening(title: str, contents: Sequence[tuple[str, Sequence[str]]]) -> str:
    """Return the page up to its first article, with a table of contents when there are several.

    Args:
        title: of the page.
        contents: the titles of the articles, section by section; a section without a title has no heading.
    """
    head = page_head(title, "", _POLICY)
    if sum(len(titles) for _, titles in contents) < 2:
        return head
    numbers = count(1)
    listed = "".join(_section(name, titles, numbers) for name, titles in contents)
    return f'{head}<nav>\n<h1 dir="auto">{escape(title)}</h1>\n{listed}</nav>\n'


def html_article(article: Article, number: int, pictures: Mapping[str, str]) -> str:
    """Return one article of the page, the ``number``-th from 1; a picture not in ``pictures`` is told in words.

    ``pictures`` has ``data:`` addresses by the pictures' own.
    """
    language = f' lang="{escape(article.language)}"' if article.language else ""
    return f'<article id="article-{number}"{language}>\n{article_markup(article, pictures.get)}\n</article>\n'


def html_closing() -> str:
    """Return the end of the page."""
    return PAGE_END


def data_address(data: bytes, media_type: str) -> str:
    """Return the address that is the picture itself: RFC 2397."""
    return f"data:{media_type};base64,{b64encode(data).decode('ascii')}"


def _section(name: str, titles: Iterable[str], numbers: "count[int]") -> str:
    heading = f'<h2 dir="auto">{escape(name)}</h2>\n' if name else ""
    lines = "".join(f'<li><a href="#article-{next(numbers)}">{escape(title)}</a></li>\n' for title in titles)
    return f"{heading}<ul>\n{lines}</ul>\n"
