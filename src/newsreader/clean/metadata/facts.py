"""Everything a page says about its article, gathered once before its tree is pruned."""

from collections import defaultdict
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml.html import HtmlElement

from newsreader.clean.metadata.json_ld import Node, article_node, read_json_ld
from newsreader.model import clean_line


@dataclass(frozen=True, slots=True)
class Facts:
    """The witnesses.

    Attributes:
        url: of the page; ``base`` what its addresses are relative to.
        metas: contents of meta elements by their name, property, itemprop or http-equiv in small letters.
        nodes: the objects of its JSON-LD; ``article`` the one that describes the article, or empty.
        document_title: of the ``title`` element, one line.
    """

    url: str
    base: str
    root: HtmlElement
    metas: dict[str, list[str]]
    nodes: list[Node] = field(repr=False)
    article: Node = field(repr=False)
    document_title: str = ""

    def meta(self, *names: str) -> str:
        """Return the first content of the first of ``names`` that has one, as one line, or an empty string."""
        for name in names:
            for content in self.metas.get(name, ()):
                if line := clean_line(content, limit=2000):
                    return line
        return ""


def gather(root: HtmlElement, url: str) -> Facts:
    """Return the facts of the page ``root``; the tree is kept, not changed."""
    metas: defaultdict[str, list[str]] = defaultdict(list)
    for meta in root.iter("meta"):
        content = meta.get("content")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = meta.get(attribute)
            if name and content:
                metas[name.strip().lower()].append(content)
    nodes = read_json_ld(root)
    title = root.find(".//title")
    text = clean_line(title.text_content()) if title is not None else ""
    return Facts(url, _base(root, url), root, dict(metas), nodes, article_node(nodes), text)


def _base(root: HtmlElement, url: str) -> str:
    """Return what the page's addresses are relative to."""
    base = root.find(".//base[@href]")
    try:
        return urljoin(url, base.get("href") or "") if base is not None else url
    except ValueError:
        return url
