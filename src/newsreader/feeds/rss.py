"""RSS in all its versions: 0.90 to 0.94, 1.0 (RDF), 2.0, and CDF, whose channel looks alike."""

from collections.abc import Iterator

from lxml import etree

from newsreader.feeds.common import asked_rest, first_date, media_description, people, person, picture
from newsreader.feeds.elements import XML_LANG, Fields, Page, element_text, known_name, namespace
from newsreader.feeds.entries import collect, enclosure, make_entry
from newsreader.feeds.words import html_line, html_text, plain_line
from newsreader.model import Enclosure, ParsedEntry, ParsedFeed

_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"


def read_rss(root: etree._Element, page: Page) -> ParsedFeed:
    """Read an ``<rss>``, ``<rdf:RDF>`` or ``<channel>`` element; items may stand in the channel or beside it."""
    channel = next(root.iter("{*}channel", "{*}Channel", "{*}CHANNEL"), root)
    fields = Fields(channel, page)
    entries, truncated = collect(_entry(Fields(item, page)) for item in _items(root, namespace(channel)))
    return ParsedFeed(
        title=html_line(fields.text("title", "dc:title", "itunes:title")),
        entries=entries,
        site_url=_site(fields),
        language=_language(root, fields),
        description=html_text(fields.html("description", "itunes:summary", "dc:description", "abstract")),
        ttl=asked_rest(fields),
        truncated=truncated,
    )


def _items(root: etree._Element, core: str) -> Iterator[etree._Element]:
    """Yield what stands for an item; an element of another namespace that is called so too is not one."""
    for element in root.iter("{*}item", "{*}Item", "{*}ITEM", "{*}entry"):
        if known_name(str(element.tag), core) in {"item", "entry", "atom:entry"}:
            yield element


def _entry(fields: Fields) -> ParsedEntry | None:
    files = tuple(_enclosures(fields))
    updated = first_date(
        fields, "atom:updated", "dcterms:modified", "atom:modified", "updated", "dc:date", "modified"
    )
    return make_entry(
        guid=fields.text("guid", "id", "atom:id") or fields.element.get(_ABOUT, ""),
        title=html_line(fields.text("title", "atom:title", "dc:title", "itunes:title", "media:title")),
        url=_link(fields),
        author=_author(fields),
        published=first_date(
            fields,
            "pubdate",
            "atom:published",
            "dcterms:issued",
            "dcterms:created",
            "published",
            "issued",
            "dc:date",
        ),
        updated=updated,
        summary=fields.html(
            "description", "atom:summary", "summary", "itunes:summary", "dc:description", "abstract"
        )
        or media_description(fields.page, fields)
        or fields.html("itunes:subtitle"),
        content=fields.html(
            "content:encoded", "xhtml:body", "body", "fullitem", "atom:content", "content", "xhtml:div"
        ),
        image_url=picture(fields, files),
        comments_url=fields.address("comments"),
        enclosures=files,
    )


def _link(fields: Fields) -> str | None:
    """Return the page behind an item: its link, else a guid that is said to be one, else what RDF is about."""
    for link in fields.each("link", "atom:link"):
        href = link.get("href")
        if href is not None and link.get("rel", "alternate") != "alternate":
            continue
        address = fields.page.address(link, href if href is not None else element_text(link))
        if address:
            return address
    for guid in fields.each("guid"):
        text = element_text(guid)
        # relative only when it looks like a path: a bare number or a UUID is called a permalink by mistake
        if guid.get("isPermaLink", "true").lower() == "true" and ("/" in text or "." in text):
            return fields.page.address(guid, text)
    return fields.page.address(
        fields.element, fields.element.get("href") or _cdf(fields) or fields.element.get(_ABOUT)
    )


def _cdf(fields: Fields) -> str:
    """Return the address that CDF keeps in an attribute or in an ``<A>``, in any case."""
    linked = [fields.element, *fields.each("a")]
    return next((address for element in linked if (address := element.get("HREF", ""))), "")


def _author(fields: Fields) -> str:
    names = [person(element_text(author)) for author in fields.each("dc:creator")]
    if not any(names):
        names = [
            person(_name(author)) for author in fields.each("author", "atom:author", "itunes:author", "dc:author")
        ]
    return people(names)


def _name(author: etree._Element) -> str:
    """Return what an author is called: in Atom's manner by a name inside, else by the text."""
    named = (element_text(child) for child in author if str(child.tag).rpartition("}")[2].lower() == "name")
    return next(named, "") or element_text(author)


def _enclosures(fields: Fields) -> Iterator[Enclosure]:
    for element in fields.each("enclosure"):
        url = fields.page.address(element, element.get("url") or element.get("href") or element_text(element))
        file = enclosure(url, element.get("type"), element.get("length"))
        if file:
            yield file
    for link in fields.each("atom:link", "link"):
        if link.get("rel") == "enclosure":
            file = enclosure(fields.page.address(link, link.get("href")), link.get("type"), link.get("length"))
            if file:
                yield file


def _site(fields: Fields) -> str | None:
    for link in fields.each("link", "atom:link"):
        href = link.get("href")
        if href is None or link.get("rel", "alternate") == "alternate":
            address = fields.page.address(link, href if href is not None else element_text(link))
            if address:
                return address
    return fields.page.address(fields.element, fields.element.get("href") or _cdf(fields))


def _language(root: etree._Element, fields: Fields) -> str:
    told = fields.text("language", "dc:language") or fields.element.get(XML_LANG) or root.get(XML_LANG) or ""
    return plain_line(told)[:35]
