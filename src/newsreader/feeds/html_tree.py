"""A web page as a tree, for looking at its links."""

from lxml import etree

from newsreader.feeds.decoding import decode
from newsreader.model import web_address

LONGEST_PAGE = 5_000_000
"""Bytes of a page that are looked at (SECURITY: "5 MB a page")."""


def read_page(data: bytes, content_type: str | None = None) -> etree._Element | None:
    """Return the root element of a page, or None when there is no element in it."""
    text = decode(data[:LONGEST_PAGE], content_type).replace("\0", "")
    parser = etree.HTMLParser(
        encoding="utf-8", recover=True, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:  # what is empty, or has no element at all
        return None


def page_base(root: etree._Element, url: str) -> str:
    """Return where relative addresses in the page start: its ``<base href>``, else ``url``."""
    base = next((element.get("href", "") for element in root.iter("base")), "")
    return (web_address(base, url) if base.strip() else None) or url


def words_in(element: etree._Element) -> str:
    """Return the text inside ``element`` on one line; not yet cleaned."""
    return " ".join(" ".join(map(str, element.itertext())).split())
