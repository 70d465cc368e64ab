"""An article in the forms that others read (JSON, plain text, Markdown, HTML), and lists of feeds as OPML. Pure.

Only those who ask for OPML pay for importing lxml: a stored article is shown without it.
"""

from typing import TYPE_CHECKING

from newsreader.formats.html import article_to_html
from newsreader.formats.markdown import article_to_markdown
from newsreader.formats.structure import article_from_json, article_to_json
from newsreader.formats.text import article_to_text

if TYPE_CHECKING:
    from newsreader.formats.opml import OpmlFeed, read_opml, write_opml

__all__ = [
    "OpmlFeed",
    "article_from_json",
    "article_to_html",
    "article_to_json",
    "article_to_markdown",
    "article_to_text",
    "read_opml",
    "write_opml",
]


def __getattr__(name: str) -> object:
    if name in ("OpmlFeed", "read_opml", "write_opml"):
        from newsreader.formats import opml

        value: object = getattr(opml, name)
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
