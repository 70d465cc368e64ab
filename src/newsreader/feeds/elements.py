"""Elements of a feed by one name each, whatever namespace they came in."""

import html
import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urljoin

from lxml import etree

from newsreader.feeds.words import tidy
from newsreader.model import web_address

XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_PREFIXES = {
    # namespaces without scheme and closing slash, in lower case → the prefix they go by here
    "www.w3.org/2005/atom": "atom",
    "purl.org/atom/ns#": "atom",
    "purl.org/dc/elements/1.1": "dc",
    "purl.org/dc/elements/1.0": "dc",
    "purl.org/dc/terms": "dcterms",
    "purl.org/rss/1.0/modules/content": "content",
    "purl.org/rss/1.0/modules/syndication": "sy",
    "purl.org/rss/1.0/modules/slash": "slash",
    "search.yahoo.com/mrss": "media",
    "video.search.yahoo.com/mrss": "media",
    "www.rssboard.org/media-rss": "media",
    "www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "www.w3.org/1999/xhtml": "xhtml",
    "purl.org/syndication/thread/1.0": "thr",
}
_PLAIN = {
    # namespaces of RSS itself: RSS 0.90 and 1.0, and those that RSS 2.0 was given by mistake
    "my.netscape.com/rdf/simple/0.9",
    "channel.netscape.com/rdf/simple/0.9",
    "purl.org/rss/1.0",
    "purl.org/net/rss1.1#",
    "backend.userland.com/rss",
    "backend.userland.com/rss2",
    "backend.userland.com/rss091",
    "blogs.law.harvard.edu/tech/rss",
}
_ORDINARY = re.compile(
    r"https?://[a-z0-9][a-z0-9.-]{0,250}/[\w!$%&'()*+,./:;=@~-]{0,1000}"
    r"(?:\?[\w!$%&'()*+,./:;=?@~-]{1,1000})?(?:#[\w!$%&'()*+,./:;=?@~-]{1,500})?",
    re.ASCII,
)
"""Addresses that ``web_address`` would give back as they are; most are, and a match is ten times faster."""

_NAMED_BASE = re.compile(r"(<[^<>]*?\s(?:href|src|poster)\s*=\s*)([\"'])(?!#)([^\"'<>]*)\2", re.IGNORECASE)


@lru_cache(maxsize=4096)
def known_name(tag: str, core: str = "") -> str:
    """Return the name a tag goes by here: "title" of the feed's own, "dc:date", "media:content", "?:x" unknown.

    ``core`` is the namespace of the element around; what shares it is the feed's own.
    """
    space, _, local = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
    local = local.lower()
    if ":" in local:  # a prefix that was never declared
        prefix, _, local = local.partition(":")
        return f"{prefix}:{local}"
    if space == core or not space:
        return local
    key = space.lower().partition("://")[2].rstrip("/")
    if key in _PLAIN:
        return local
    return f"{_PREFIXES.get(key, '?')}:{local}"


def namespace(element: etree._Element) -> str:
    """Return the namespace of ``element``, or an empty string."""
    tag = str(element.tag)
    return tag[1:].rpartition("}")[0] if tag.startswith("{") else ""


def element_text(element: etree._Element) -> str:
    """Return all text inside ``element``, trimmed."""
    text = (element.text or "") if not len(element) else "".join(map(str, element.itertext()))
    return text.strip()


def element_html(element: etree._Element) -> str:
    """Return what is inside ``element`` as HTML: its text where that is escaped markup, else its elements.

    The elements lose their namespaces on the way, so that ``<xhtml:p>`` becomes ``<p>``, and are moved out of
    the document: read each only once.
    """
    if not len(element):
        return tidy(element.text or "")
    inside = etree.Element("div")
    inside.text = element.text
    inside.extend(list(element))
    for inner in inside.iter():
        if isinstance(inner.tag, str):
            inner.tag = inner.tag.rpartition("}")[2].rpartition(":")[2]
    etree.cleanup_namespaces(inside)
    written = str(etree.tostring(inside, encoding="unicode", method="html"))
    return tidy(written.removeprefix("<div>").removesuffix("</div>"))


@dataclass(frozen=True, slots=True)
class Page:
    """The document that elements stand in: its address, and whether any ``xml:base`` is in it."""

    url: str
    has_bases: bool = False

    def base(self, element: etree._Element) -> str:
        """Return the address that relative addresses in ``element`` start from."""
        if not self.has_bases:
            return self.url
        bases = [around.get(XML_BASE, "") for around in (element, *element.iterancestors())]
        base = self.url
        for told in reversed(bases):
            base = _joined(base, told)
        return base

    def address(self, element: etree._Element, text: str | None) -> str | None:
        """Return ``text`` as an absolute web address, or None when it is empty or none."""
        text = (text or "").strip()
        if not text:
            return None
        if _ORDINARY.fullmatch(text):
            return text
        return web_address(text, self.base(element))

    def html(self, element: etree._Element) -> str:
        """Return ``element_html``, relative addresses made absolute where an ``xml:base`` is in force."""
        if not self.has_bases or (base := self.base(element)) == self.url:
            return element_html(element)
        return based(element_html(element), base)


def based(markup: str, base: str) -> str:
    """Return ``markup`` with the relative addresses in its links and pictures made absolute."""
    return _NAMED_BASE.sub(
        lambda found: f"{found[1]}{found[2]}{html.escape(_joined(base, found[3].replace('&amp;', '&')))}{found[2]}",
        markup,
    )


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address.strip())
    except ValueError:  # brackets that are no IPv6 address
        return base


class Fields:
    """The children of an element by their names; the feed's own are called as they are, "dc:date" others."""

    __slots__ = ("_found", "element", "page")

    def __init__(self, element: etree._Element, page: Page) -> None:
        self.element = element
        self.page = page
        self._found: dict[str, list[etree._Element]] = {}
        core = namespace(element)
        for child in element:
            if isinstance(child.tag, str):
                self._found.setdefault(known_name(child.tag, core), []).append(child)

    def each(self, *names: str) -> list[etree._Element]:
        """Return the children of these names, all of the first name, then all of the next."""
        found = self._found
        return [child for name in names if name in found for child in found[name]]

    def text(self, *names: str) -> str:
        """Return the text of the first child of these names that has any, trimmed, not yet cleaned."""
        for child in self.each(*names):
            if text := element_text(child):
                return text
        return ""

    def html(self, *names: str) -> str:
        """Return the first child of these names that holds anything, as HTML."""
        for child in self.each(*names):
            if text := self.page.html(child):
                return text
        return ""

    def address(self, *names: str) -> str | None:
        """Return the first text of these names that is a web address."""
        for child in self.each(*names):
            if address := self.page.address(child, element_text(child)):
                return address
        return None
