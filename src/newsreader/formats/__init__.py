"""An article in the forms that others read (JSON, plain text, Markdown, HTML), and lists of feeds as OPML. Pure.

Each is imported when it is first asked for: a stored article is shown without the others, and without lxml.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.formats.html import article_to_html
    from newsreader.formats.markdown import article_to_markdown
    from newsreader.formats.opml import OpmlFeed, read_opml, write_opml
    from newsreader.formats.structure import article_from_json, article_to_json
    from newsreader.formats.text import article_to_text

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

_ROOMS = {
    "OpmlFeed": "opml",
    "article_from_json": "structure",
    "article_to_html": "html",
    "article_to_json": "structure",
    "article_to_markdown": "markdown",
    "article_to_text": "text",
    "read_opml": "opml",
    "write_opml": "opml",
}


def __getattr__(name: str) -> object:
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
    return value
