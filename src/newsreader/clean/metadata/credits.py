"""Whom a page shows as its authors: what it marks, what it names a byline, links to authors' own pages."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from newsreader.clean.metadata.bylines import byline_of, is_full_name, is_phrase, read_names
from newsreader.model import clean_line

_BYLINES = " | ".join(f"{{}}*[contains(@class, '{name}')]" for name in ("author", "Author", "byline", "Byline"))
_NAMED = "contains(@class, 'name') or contains(@class, 'author') or contains(@class, 'byline')"
_INNER = f".//*[{_NAMED}][not(.//*[{_NAMED}])]"
_SEEN = ".//text()[not(ancestor::script or ancestor::style or ancestor::noscript or ancestor::template)]"
_ABOUT = re.compile(r"title|role|job|desc|bio|affiliation|date|time|site|company|org", re.IGNORECASE)
"""Names of what is told about an author."""

_MARKS = ("//*[@itemprop='author']//*[@itemprop='name'] | //a[@rel='author']", "//*[@itemprop='author']")
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es|a|i)?|auteurs?|journalists?|contributors?|byline|profiles?|people|staff|team|writers?)/"
)
_MENUS = frozenset({"nav", "footer", "li"})
_LONGEST_BYLINE = 160
_LONGEST_INITIALS = 2
"""Capitals that stand in place of a portrait."""

_MOST = 12
_NEAR = 5
"""Levels above the first marked name within which others are names of the same article."""

_LONGEST_BLOCK = 300
"""Characters of a block that tells the names of one article, and not those of several."""

_MOST_TEXTS = 200
"""Texts of an element that are looked at."""


def marked_names(root: HtmlElement) -> list[str]:
    """Return the texts of what microdata or a link's relation marks as the author, near the first of them."""
    found = root.xpath(_MARKS[0]) or root.xpath(_MARKS[1])
    if not found:
        return []
    block = _block_of(found[0])
    near = [elem for elem in found[:_MOST] if elem is found[0] or block in elem.iterancestors()]
    return [elem.get("content") or _text(elem) for elem in near]


def shown_bylines(root: HtmlElement) -> Iterator[list[str]]:
    """Yield the names in each element that is named a byline, those after the heading first."""
    for told in _told_by_bylines(root):
        names = read_names(told)
        initials = names and names[0].isupper() and len(names[0]) <= _LONGEST_INITIALS
        if not initials and not any(map(is_phrase, names)):
            yield told


def linked_names(root: HtmlElement) -> list[str]:
    """Return the text of the first link whose address is that of an author's own page."""
    for link in root.iter("a"):
        if not _AUTHOR_PAGE.search(link.get("href") or ""):
            continue
        text = _text(link)
        if all(map(is_full_name, read_names([text]) or [""])) and _MENUS.isdisjoint(
            above.tag for above in link.iterancestors()
        ):
            return [text]
    return []


def _block_of(mark: HtmlElement) -> HtmlElement:
    """Return the block of names that ``mark`` stands in: the highest element near it that holds little text."""
    block = mark
    for above in islice(mark.iterancestors(), _NEAR):
        if len("".join(islice(above.itertext(), _MOST_TEXTS))) > _LONGEST_BLOCK:
            break
        block = above
    return block


def _told_by_bylines(root: HtmlElement) -> Iterator[list[str]]:
    for elem in _bylines(root):
        links = [
            link for link in elem.iter("a") if "author" in (link.get("href") or "") + (link.get("class") or "")
        ]
        inner = [each for each in elem.xpath(_INNER) if not _ABOUT.search(each.get("class") or "")]
        text = _text(elem)
        if links or inner:
            yield [text for each in links or inner if len(text := _text(each)) <= _LONGEST_BYLINE]
        if len(text) <= _LONGEST_BYLINE:
            yield [byline_of(text)]
        elif is_full_name(first := clean_line(next(filter(str.strip, _seen(elem)), ""))):
            yield [first]


def _bylines(root: HtmlElement) -> list[HtmlElement]:
    """Return the first elements that are named a byline, outside of comments: those after the heading first."""
    heading = next(root.iter("h1"), None)
    after = heading.xpath(_BYLINES.replace("{}", "following::")) if heading is not None else []
    return [
        elem
        for elem in (*after[:_MOST], *root.xpath(_BYLINES.replace("{}", "//body//"))[:_MOST])
        if not any("comment" in (each.get("class") or "").lower() for each in (elem, *elem.iterancestors()))
    ]


def _text(elem: HtmlElement) -> str:
    return clean_line(" ".join(_seen(elem)))


def _seen(elem: HtmlElement) -> list[str]:
    """Return the texts of an element that a reader sees: what a script or a style says is none."""
    found: list[str] = elem.xpath(_SEEN)
    return found
