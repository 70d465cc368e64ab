"""OPML 2.0: lists of feeds, brought from other readers and taken to them (opml.org/spec2.opml)."""

import codecs
import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from newsreader.formats.xml_text import sound_xml
from newsreader.model import FormatError, clean_line, shown_host, web_address

_LONGEST = 8_000_000
"""Bytes at most in a file; ten thousand feeds take about three million."""

_NESTED = " / "
"""What parts the names of folders inside folders."""

_DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*>")
_BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)")


@dataclass(frozen=True, slots=True)
class OpmlFeed:
    """One feed of a list; ``folder`` names the folders it is in, the outermost first: "News / Local", or ""."""

    url: str
    title: str
    site_url: str | None = None
    folder: str = ""


def read_opml(data: bytes) -> tuple[OpmlFeed, ...]:
    """Return the feeds of an OPML file in its order, each address once; those without a web address are left out.

    Raises:
        FormatError: it is not OPML, larger than 8 MB, or it declares a document type.
    """
    if len(data) > _LONGEST:
        raise FormatError("this is too large for a list of feeds", advice="8 MB is the most that is read")
    root = _tree(_decode(data))
    if _name(root) not in {"opml", "outlinedocument", "body"}:
        raise FormatError("this is not an OPML list of feeds")
    found: dict[str, OpmlFeed] = {}
    for feed in _feeds(root):
        found.setdefault(feed.url, feed)
    return tuple(found.values())


def write_opml(feeds: Iterable[OpmlFeed], title: str) -> bytes:
    """Return an OPML 2.0 file in UTF-8 of ``feeds`` in their order, those of a folder together in its outline."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = _written(title)
    body = etree.SubElement(root, "body")
    folders: dict[str, etree._Element] = {"": body}
    for feed in feeds:
        if feed.folder not in folders:
            name = _written(feed.folder)
            folders[feed.folder] = etree.SubElement(body, "outline", text=name, title=name)
        name = _written(feed.title)
        outline = etree.SubElement(folders[feed.folder], "outline", text=name, title=name, type="rss")
        outline.set("xmlUrl", _written(feed.url, limit=4096))
        if feed.site_url:
            outline.set("htmlUrl", _written(feed.site_url, limit=4096))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _decode(data: bytes) -> str:
    """Return the text of a file by its mark, as UTF-8, by what it declares, or as windows-1252."""
    for mark, codec in (
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF8, "utf-8"),
    ):
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    declared = _DECLARED.search(data[:400])
    named = declared[1].decode("ascii", "replace") if declared else "cp1252"
    for codec in ("utf-8", "cp1252" if "escape" in named.lower() else named):  # Python's escapes are no encoding
        try:
            return data.decode(codec)
        except (LookupError, UnicodeError):
            continue
    return data.decode("cp1252", "replace")


def _tree(text: str) -> etree._Element:
    declaration = _DECLARATION.match(text)
    bare = text[declaration.end() :] if declaration else text
    if "<!doctype" in bare.lower():  # OPML has none; entities could only be declared to do harm
        raise FormatError("this declares a document type, which OPML has no use for")
    mended = _BARE_AMPERSAND.sub("&amp;", sound_xml(bare)).strip()
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
    )
    try:
        root: etree._Element | None = etree.fromstring(mended.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise FormatError("this is not an OPML list of feeds") from error
    if root is None:
        raise FormatError("this is not an OPML list of feeds")
    return root


def _feeds(root: etree._Element) -> Iterator[OpmlFeed]:
    """Yield the feeds below ``root`` in document order, each with the names of the outlines around it."""
    todo = [(root, "")]
    while todo:
        element, folder = todo.pop()
        inner = folder
        if _name(element) == "outline":
            told = {str(key).rpartition("}")[2].lower(): str(value) for key, value in element.attrib.items()}
            feed = _feed(told, folder)
            if feed:
                yield feed
            elif len(element):
                inner = _NESTED.join(
                    name for name in (folder, _line(told.get("text") or told.get("title"))) if name
                )
        todo.extend((child, inner) for child in reversed(element) if isinstance(child.tag, str))


def _feed(told: dict[str, str], folder: str) -> OpmlFeed | None:
    address = told.get("xmlurl") or (told.get("url") if told.get("type", "").lower() in {"rss", "atom"} else None)
    url = _address(address)
    if url is None:
        return None
    title = _line(told.get("title")) or _line(told.get("text")) or shown_host(url)
    return OpmlFeed(url, title, _address(told.get("htmlurl")), clean_line(folder))


def _address(text: str | None) -> str | None:
    """Return a web address; ``feed:`` before or instead of its scheme is taken off."""
    text = (text or "").strip().replace("&amp;", "&")  # escaped twice; no other entity is meant in an address
    if text.lower().startswith("feed:"):
        text = text[5:]
        text = text if text.lower().startswith(("http:", "https:")) else "http://" + text.lstrip("/")
    return web_address(text) if text else None


def _line(text: str | None) -> str:
    return clean_line(html.unescape(text or ""))


def _written(text: str, limit: int = 500) -> str:
    return sound_xml(clean_line(text, limit))


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2].lower()
