"""Text to an XML tree: read as it is where it is XML, mended where a known mistake is in the way."""

import re
from dataclasses import dataclass
from html.entities import html5

from lxml import etree

from newsreader.model import FeedError

_START = re.compile(r"<\?xml|<!doctype|<!--|<(?:[\w.-]+:)?(?:rss|feed|entry|rdf|channel)\b", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*>", re.IGNORECASE)
_PROLOGUE = re.compile(r"<!--.*?-->|<!DOCTYPE([^>\[]*(?:\[.*?\]\s*)?)>|<[A-Za-z_]", re.IGNORECASE | re.DOTALL)
_DOCTYPE_WITHIN = 20_000
"""Characters at the start in which a document type is looked for."""

_ENTITY_DECLARED = re.compile(r"<!ENTITY\s+([\w.-]{1,40})\s+([\"'])([^\"'&<%]{0,100})\2\s*>")
_ENTITIES_GROW = 1_000_000
"""Characters that a document's own entities may add to it in all."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_AMPERSAND = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)"
    r"|&(?:#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});|([A-Za-z_][\w.-]{0,39});)?",
    re.DOTALL,
)
_OF_XML = {"amp", "lt", "gt", "quot", "apos"}

_USUAL_PREFIXES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "thr": "http://purl.org/syndication/thread/1.0",
    "wfw": "http://wellformedweb.org/CommentAPI/",
    "xhtml": "http://www.w3.org/1999/xhtml",
}


@dataclass(frozen=True, slots=True)
class Tree:
    """A document: its root, and whether the parser had to guess, so that something may be lost or misplaced."""

    root: etree._Element
    recovered: bool = False


def read_tree(text: str) -> Tree:
    """Read XML. Nothing outside of ``text`` is ever opened, and its entities cannot make it grow much.

    Mended, in this order and only when it does not parse as it is: control characters, HTML's entities, bare
    ampersands, well-known prefixes that are not declared. What still does not parse is recovered as far as
    it makes sense.

    Raises:
        FeedError: there is no element in it at all.
    """
    bare, entities = _prepare(text)
    root = None if entities else _parse(bare, recover=False)
    if root is not None:
        return Tree(root)
    mended = _mend(bare, entities)
    root = _parse(mended, recover=False)
    if root is not None:
        return Tree(root)
    root = _parse(mended, recover=True)
    if root is None:
        raise FeedError("this is not XML")
    return Tree(root, recovered=True)


def _prepare(text: str) -> tuple[str, dict[str, str]]:
    """Return ``text`` without what stands before the first element, and the entities it declares for itself."""
    start = _START.search(text)
    bare = text[start.start() :] if start else text.lstrip()
    declaration = _DECLARATION.match(bare)
    if declaration:
        bare = bare[declaration.end() :]
    found = _document_type(bare)
    if found is None:
        return bare, {}
    bare = bare[: found.start()] + bare[found.end() :]
    entities = {name: value for name, _, value in _ENTITY_DECLARED.findall(found[1])}
    grown = sum(bare.count(f"&{name};") * len(value) for name, value in entities.items())
    return bare, entities if grown <= _ENTITIES_GROW else {}


def _document_type(text: str) -> re.Match[str] | None:
    """Return the document type before the first element, what stands in comments left aside."""
    for found in _PROLOGUE.finditer(text[:_DOCTYPE_WITHIN]):
        if found[1] is not None:
            return found
        if not found[0].startswith("<!"):
            return None
    return None


def _parse(text: str, *, recover: bool) -> etree._Element | None:
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None


def _mend(text: str, entities: dict[str, str]) -> str:
    text = _NOT_XML.sub("", text)
    text = _AMPERSAND.sub(lambda found: _mended_ampersand(found, entities), text)
    missing = [
        f'xmlns:{prefix}="{name}"'
        for prefix, name in _USUAL_PREFIXES.items()
        if f"<{prefix}:" in text and f"xmlns:{prefix}=" not in text
    ]
    if missing:
        text = re.sub(r"<[A-Za-z][\w:.-]*", lambda found: " ".join([found[0], *missing]), text, count=1)
    return text


def _mended_ampersand(found: re.Match[str], entities: dict[str, str]) -> str:
    """Return what stands for one ampersand: CDATA as it is, a reference as its character, else "&amp;"."""
    whole, name = found[0], found[1]
    if whole.startswith("<!"):
        return whole
    if name is None:
        return _mended_reference(whole) if len(whole) > 1 else "&amp;"
    if name in _OF_XML:
        return whole
    value = entities.get(name) or html5.get(name + ";")
    return value.replace("&", "&amp;").replace("<", "&lt;") if value else "&amp;" + whole[1:]


def _mended_reference(reference: str) -> str:
    """Return ``&#…;`` as XML writes it, or nothing when XML has no such character."""
    digits = reference[2:-1].lower()
    code = int(digits[1:], 16) if digits.startswith("x") else int(digits)
    return f"&#{digits};" if code <= 0x10FFFF and _NOT_XML.match(chr(code)) is None else ""
