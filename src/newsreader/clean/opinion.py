"""The first opinion on where a page keeps its article: readability-lxml's."""

import logging
from collections.abc import Iterable, Iterator
from copy import deepcopy

from lxml import etree
from lxml.html import HtmlElement
from readability import Document
from readability.readability import REGEXES, Unparseable

_MARK = "data-nr"
_MOST_ELEMENTS = 30_000
"""Elements of a page that readability is asked about; its time grows faster than the page."""

_BLOCKS = ("blockquote", "dl", "div", "img", "ol", "p", "pre", "table", "ul")
"""How the tags of elements begin that make a div more than a paragraph."""

_IN_LINE = frozenset({"a", "b", "cite", "code", "em", "font", "i", "small", "span", "strong", "sub", "sup", "u"})

logging.getLogger("readability").addHandler(logging.NullHandler())
logging.getLogger("readability").propagate = False


class _Reading(Document):  # type: ignore[misc]
    """A reading of a tree that is already parsed and pruned, and that answers with the elements it would keep."""

    def _parse(self, tree: HtmlElement) -> HtmlElement:
        """Return a fresh copy of ``tree``: readability takes it apart, and may begin again."""
        return deepcopy(tree)

    def tags(self, node: HtmlElement, *names: str) -> Iterator[HtmlElement]:
        """Yield the elements below ``node`` of each of ``names`` in turn; readability goes by paths, far slower."""
        for name in names:
            yield from list(node.iterdescendants(name))

    def remove_unlikely_candidates(self) -> None:
        """Drop what is named like furniture; readability asks by two paths of each whether it is to be spared."""
        spared: set[HtmlElement] = set()
        for text in self.html.iter("pre", "code"):
            spared.update(text.iter())
        for article in self.html.iter("main", "article", "math"):
            spared.update((article, *article.iterancestors()))
        for elem in list(self.html.iterdescendants()):
            names = f"{elem.get('class', '')} {elem.get('id', '')}"
            if (
                REGEXES["unlikelyCandidatesRe"].search(names)
                and not REGEXES["okMaybeItsACandidateRe"].search(names)
                and elem.tag not in {"html", "body"}
                and elem not in spared
            ):
                elem.drop_tree()

    def transform_misused_divs_into_paragraphs(self) -> None:
        """Make paragraphs of divs without blocks and of loose text; readability writes all of them out to see."""
        for div in self.tags(self.html, "div"):
            if not _holds_blocks(div):
                div.tag = "p"
        for div in self.tags(self.html, "div"):
            _gather_loose(div)

    def get_link_density(self, elem: HtmlElement) -> float:
        """Return the share of the text in ``elem`` that is links; white space is folded in one go."""
        return sum(map(_length, elem.iterfind(".//a"))) / max(_length(elem), 1)

    def get_clean_html(self) -> str:
        """Return the source of what is left; readability goes by its length."""
        return etree.tostring(self.html, encoding="unicode", method="html")


def _holds_blocks(elem: HtmlElement) -> bool:
    return any(below.tag.startswith(_BLOCKS) for below in elem.iterdescendants())


def _gather_loose(div: HtmlElement) -> None:
    """Put text that stands in ``div`` itself, and each run of elements inside a line, into paragraphs."""
    run: HtmlElement | None = None
    children = list(div)
    if div.text and div.text.strip():
        run = div.makeelement("p")
        run.text, div.text = div.text, None
        div.insert(0, run)
    for child in children:
        if child.tag not in _IN_LINE or _holds_blocks(child):
            run = None
            continue
        if run is None:
            run = div.makeelement("p")
            child.addprevious(run)
        run.append(child)
    for child in list(div):
        if child.tail and child.tail.strip():
            after = div.makeelement("p")
            after.text, child.tail = child.tail, None
            child.addnext(after)
        if child.tag == "br":
            child.drop_tree()


def _length(elem: HtmlElement) -> int:
    return len(" ".join("".join(elem.itertext()).split()))


def readable_elements(root: HtmlElement, among: Iterable[HtmlElement]) -> frozenset[HtmlElement]:
    """Return those of ``among``, elements below ``root``, that readability keeps; none when it has no opinion."""
    if sum(1 for _ in root.iter(etree.Element)) > _MOST_ELEMENTS:
        return frozenset()
    elements = list(among)
    for i, elem in enumerate(elements):
        elem.set(_MARK, str(i))
    reading = _Reading(root)
    try:
        reading.summary(html_partial=True)
    except Unparseable:
        return frozenset()
    marks = reading.html.xpath(f"//@{_MARK}")
    return frozenset(elements[int(mark)] for mark in marks)
