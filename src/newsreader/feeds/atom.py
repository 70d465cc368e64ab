"""Atom 1.0 (RFC 4287) and 0.3."""

import base64
from collections.abc import Iterator

from lxml import etree

from newsreader.feeds.common import asked_rest, first_date, media_description, people, person, picture
from newsreader.feeds.elements import (
    XML_LANG,
    Fields,
    Page,
    based,
    element_html,
    element_text,
    known_name,
    namespace,
)
from newsreader.feeds.entries import collect, enclosure, make_entry
from newsreader.feeds.words import escaped, html_line, html_text, literal_line, plain_line, tidy
from newsreader.model import Enclosure, ParsedEntry, ParsedFeed, web_address

_XHTML_TYPES = ("xhtml", "application/xhtml+xml", "text/xml", "application/xml")
_HTML_TYPES = ("html", "text/html")


def read_atom(root: etree._Element, page: Page) -> ParsedFeed:
    """Read a ``<feed>`` element, or an ``<entry>`` that stands alone."""
    feed = Fields(root, page)
    core = namespace(root)
    alone = known_name(str(root.tag), core) == "entry"
    found = [root] if alone else _entries(root, core)
    everyones = _authors(feed)
    entries, truncated = collect(_entry(Fields(element, page), everyones) for element in found)
    return ParsedFeed(
        title=_title(feed),
        entries=entries,
        site_url=_link(feed),
        language=plain_line(root.get(XML_LANG) or feed.text("dc:language", "language"))[:35],
        description=html_text(_words(feed, "subtitle", "tagline", "info", "itunes:summary")),
        ttl=asked_rest(feed),
        truncated=truncated,
    )


def _entries(root: etree._Element, core: str) -> list[etree._Element]:
    named = root.iter("{*}entry", "{*}Entry", "{*}item")
    return [one for one in named if known_name(str(one.tag), core) in {"entry", "atom:entry", "item"}]


def _entry(fields: Fields, everyones: str) -> ParsedEntry | None:
    files = tuple(_enclosures(fields))
    summary = _words(fields, "summary", "media:description", "itunes:summary", "description")
    return make_entry(
        guid=fields.text("id", "guid", "atom:id"),
        title=_title(fields),
        url=_link(fields),
        author=_authors(fields) or _source_authors(fields) or everyones,
        published=first_date(
            fields, "published", "issued", "dcterms:issued", "dcterms:created", "pubdate", "created", "dc:date"
        ),
        updated=first_date(fields, "updated", "modified", "atom:updated", "dcterms:modified", "dc:date"),
        summary=summary or media_description(fields.page, fields),
        content=_words(fields, "content", "content:encoded", "xhtml:body"),
        image_url=picture(fields, files),
        comments_url=_comments(fields),
        enclosures=files,
    )


def _title(fields: Fields) -> str:
    """Return the title by its type: markup stripped from HTML, plain text taken at its word."""
    for element in fields.each("title", "atom:title", "dc:title", "media:title"):
        kind, mode = element.get("type", "text").lower(), element.get("mode", "").lower()
        if len(element):
            line = html_line(element_html(element))
        elif _is_base64(kind, mode):
            line = html_line(_decoded(element_text(element)))
        elif kind in _HTML_TYPES or mode == "escaped" or kind in _XHTML_TYPES:
            line = html_line(element_text(element))
        else:
            line = literal_line(element_text(element))
        if line:
            return line
    return ""


def _words(fields: Fields, *names: str) -> str:
    """Return the first text construct under these names that says anything, as HTML."""
    return next((text for element in fields.each(*names) if (text := _construct(fields, element))), "")


def _construct(fields: Fields, element: etree._Element) -> str:
    """Return a text construct as HTML (RFC 4287, 3.1 and 4.1.3; Atom 0.3 says "mode" besides the type)."""
    kind = element.get("type", "text").lower().partition(";")[0].strip()
    if len(element):
        return _unwrapped(fields.page.html(element))
    if _is_base64(kind, element.get("mode", "").lower()):
        return tidy(_decoded(element_text(element)))
    text = tidy(element.text or "")
    plain = kind in {"text", "text/plain"} and element.get("mode", "").lower() != "escaped"
    if plain and known_name(str(element.tag), namespace(element)) in {"title", "summary", "content", "subtitle"}:
        return escaped(text)
    base = fields.page.base(element)
    return text if base == fields.page.url else based(text, base)


def _is_base64(kind: str, mode: str) -> bool:
    """Whether text is in base64: Atom 0.3 says so, Atom 1.0 means it by any type that is no text (4.1.3.3)."""
    if mode:
        return mode == "base64"
    named = kind in {"", "text", *_HTML_TYPES, *_XHTML_TYPES} or kind.startswith("text/")
    return not named and "/" in kind and not kind.endswith(("+xml", "/xml"))


def _decoded(text: str) -> str:
    """Return what base64 says when that is UTF-8 text, else nothing: a file is not for reading."""
    try:
        return base64.b64decode(text, validate=False).decode("utf-8")
    except ValueError:
        return ""


def _unwrapped(markup: str) -> str:
    """Return ``markup`` without the ``<div>`` that XHTML content must be wrapped in (RFC 4287, 3.1.1.3)."""
    start = markup.partition(">")[0]
    if start.startswith("<div") and markup.endswith("</div>") and markup.count("<div") == 1:
        return markup[len(start) + 1 : -len("</div>")].strip()
    return markup


def _link(fields: Fields) -> str | None:
    """Return the page behind an entry: its alternate that is HTML, else any alternate, else what it is called."""
    found: list[tuple[bool, str]] = []
    for link in fields.each("link", "atom:link"):
        if link.get("rel", "alternate").lower() in {
            "alternate",
            "http://www.iana.org/assignments/relation/alternate",
        }:
            address = fields.page.address(link, link.get("href") or element_text(link))
            if address:
                found.append(("html" in link.get("type", "html"), address))
    if found:
        return max(found, key=lambda judged: judged[0])[1]
    name = fields.text("id", "guid")
    return web_address(name) if name.lower().startswith(("http://", "https://")) else None


def _comments(fields: Fields) -> str | None:
    """Return where an entry is discussed: a page of replies (RFC 4685), not the feed of them."""
    for link in fields.each("link"):
        if link.get("rel") == "replies" and "html" in link.get("type", "html"):
            return fields.page.address(link, link.get("href"))
    return fields.address("comments")


def _authors(fields: Fields) -> str:
    names = [person(_name(Fields(author, fields.page))) for author in fields.each("author")]
    return people(names) or people([person(element_text(creator)) for creator in fields.each("dc:creator")])


def _name(author: Fields) -> str:
    return author.text("name", "email") or (element_text(author.element) if not len(author.element) else "")


def _source_authors(fields: Fields) -> str:
    """Return who wrote the feed an entry was taken over from (RFC 4287, 4.2.1)."""
    return next((_authors(Fields(source, fields.page)) for source in fields.each("source")), "")


def _enclosures(fields: Fields) -> Iterator[Enclosure]:
    for link in fields.each("link"):
        if link.get("rel") == "enclosure":
            file = enclosure(fields.page.address(link, link.get("href")), link.get("type"), link.get("length"))
            if file:
                yield file
