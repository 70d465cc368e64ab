"""The package document: what a book is, every file in it, and the order they are read in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from html import escape

from newsreader.formats.epub.page import language_tag
from newsreader.formats.xml_text import sound_xml
from newsreader.model import Article

_UNKNOWN_LANGUAGE = "und"
"""BCP 47 for a language that is not known; a book must name one."""


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the book, its path relative to the package document; ``role`` is a property of EPUB's, or empty."""

    id: str
    path: str
    media_type: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is told of a book; one of a single article is by its authors. ``moment`` is in UTC."""

    identifier: str
    title: str
    moment: datetime
    articles: tuple[Article, ...]


def package_document(metadata: Metadata, items: Iterable[Item], spine: Iterable[str]) -> str:
    """Return the package document; ``spine`` has the ids of items in reading order."""
    told = [
        f'<dc:identifier id="book">{metadata.identifier}</dc:identifier>',
        _element("title", metadata.title),
        *(_element("language", language) for language in _languages(metadata.articles)),
        f'<meta property="dcterms:modified">{metadata.moment:%Y-%m-%dT%H:%M:%SZ}</meta>',
        *_of_one(metadata.articles),
    ]
    manifest = "\n".join(map(_item, items))
    order = "\n".join(f'<itemref idref="{name}"/>' for name in spine)
    return sound_xml(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book">\n'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n{"".join(told)}\n</metadata>\n'
        f'<manifest>\n{manifest}\n</manifest>\n<spine toc="ncx">\n{order}\n</spine>\n</package>\n'
    )


def _languages(articles: Iterable[Article]) -> list[str]:
    tags = dict.fromkeys(language_tag(article.language) for article in articles)
    return [tag for tag in tags if tag] or [_UNKNOWN_LANGUAGE]


def _of_one(articles: tuple[Article, ...]) -> list[str]:
    if len(articles) != 1:
        return []
    [article] = articles
    named = (("publisher", article.site), ("description", article.standfirst), ("source", article.url))
    day = f"{article.published:%Y-%m-%d}" if article.published else ""
    return [
        *(_element("creator", author) for author in article.authors if author.strip()),
        *(_element(name, text) for name, text in (*named, ("date", day)) if text.strip()),
    ]


def _element(name: str, text: str) -> str:
    return f"<dc:{name}>{escape(text)}</dc:{name}>"


def _item(item: Item) -> str:
    role = f' properties="{item.role}"' if item.role else ""
    return f'<item id="{item.id}" href="{item.path}" media-type="{item.media_type}"{role}/>'
