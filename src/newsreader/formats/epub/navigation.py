"""The contents of a book: the navigation document, and an NCX for readers of EPUB 2."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from newsreader.formats.epub.page import xhtml
from newsreader.formats.xml_text import sound_xml


@dataclass(frozen=True, slots=True)
class Chapter:
    """An article's place in the contents: its file, its title, and the section it stands in, or empty."""

    name: str
    title: str
    section: str = ""


def contents_page(title: str, chapters: Sequence[Chapter]) -> str:
    """Return the navigation document; sections are a level of their own."""
    lines = [
        f'<li><a href="{group[0].name}" dir="auto">{escape(name)}</a>\n<ol>\n{_links(group)}</ol>\n</li>\n'
        if name
        else _links(group)
        for name, group in _sections(chapters)
    ]
    heading = f'<h1 dir="auto">{escape(title)}</h1>'
    return xhtml(title, f'<nav epub:type="toc" id="toc">\n{heading}\n<ol>\n{"".join(lines)}</ol>\n</nav>')


def ncx(identifier: str, title: str, chapters: Sequence[Chapter]) -> str:
    """Return the same contents as EPUB 2 had them."""
    points = "".join(
        _point(f"section-{number}", name, group[0].name, _points(group)) if name else _points(group)
        for number, (name, group) in enumerate(_sections(chapters), 1)
    )
    depth = 2 if any(chapter.section for chapter in chapters) else 1
    return sound_xml(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">\n<head>\n'
        f'<meta name="dtb:uid" content="{identifier}"/>\n<meta name="dtb:depth" content="{depth}"/>\n</head>\n'
        f"<docTitle><text>{escape(title)}</text></docTitle>\n<navMap>\n{points}</navMap>\n</ncx>\n"
    )


def _sections(chapters: Iterable[Chapter]) -> list[tuple[str, list[Chapter]]]:
    return [(name, list(group)) for name, group in groupby(chapters, key=lambda chapter: chapter.section)]


def _links(chapters: Iterable[Chapter]) -> str:
    return "".join(f'<li><a href="{one.name}" dir="auto">{escape(one.title)}</a></li>\n' for one in chapters)


def _points(chapters: Iterable[Chapter]) -> str:
    return "".join(_point(one.name.removesuffix(".xhtml"), one.title, one.name) for one in chapters)


def _point(name: str, title: str, target: str, inside: str = "") -> str:
    label = f"<navLabel><text>{escape(title)}</text></navLabel>"
    return f'<navPoint id="{name}">{label}<content src="{target}"/>\n{inside}</navPoint>\n'
