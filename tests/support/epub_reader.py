"""An EPUB read by the rules of EPUB 3.3, which it must keep in every part: https://www.w3.org/TR/epub-33/."""

import posixpath
import re
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import urldefrag
from zipfile import ZIP_STORED, ZipFile

from lxml import etree
from PIL import Image

XML = {
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "h": "http://www.w3.org/1999/xhtml",
    "epub": "http://www.idpf.org/2007/ops",
    "ncx": "http://www.daisy.org/z3986/2005/ncx/",
}
PICTURES = {"image/jpeg": "JPEG", "image/png": "PNG", "image/gif": "GIF", "image/webp": "WEBP"}


@dataclass(frozen=True)
class Book:
    """What a reader of the book sees.

    Attributes:
        metadata: of Dublin Core, every value by name, and ``modified``.
        pages: the content documents in reading order, by their names in the file.
        contents: titles and, where they are sections, what is in them: ``[title | (title, [title, ...])]``.
        shown: the bytes of every picture that is shown, in order.
    """

    metadata: dict[str, list[str]]
    pages: dict[str, etree._Element]
    contents: list[str | tuple[str, list[str]]]
    shown: list[bytes]

    @property
    def text(self) -> str:
        """All words of all pages."""
        return " ".join(" ".join(map(str, page.itertext())) for page in self.pages.values())


def read_epub(data: bytes) -> Book:
    """Return the book in ``data``; an AssertionError or an XML error says which rule it breaks."""
    with ZipFile(BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
        assert len(files) == len(archive.infolist()), "no name twice"
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")
    assert data[30:58] == b"mimetypeapplication/epub+zip", "where a reader looks for it: OCF, 4.2.6.2"
    container = etree.fromstring(files["META-INF/container.xml"])
    [root] = found(container, "//c:rootfile/@full-path")
    package = etree.fromstring(files[root])
    assert package.get("version") == "3.0"
    items = {item.get("id"): item for item in elements(package, "opf:manifest/opf:item")}
    paths = {path(root, item.get("href")): str(item.get("media-type")) for item in items.values()}
    assert len(paths) == len(items)
    assert set(paths) == set(files) - {"mimetype", "META-INF/container.xml", root}, "every file, and no other"
    order = [path(root, items[name].get("href")) for name in found(package, "opf:spine/opf:itemref/@idref")]
    documents = {name: etree.fromstring(files[name]) for name, kind in paths.items() if kind.endswith("xhtml+xml")}
    for name, page in documents.items():
        _check_page(name, page, paths)
    [nav] = [path(root, item.get("href")) for item in items.values() if item.get("properties") == "nav"]
    _check_ncx(files, root, items, documents, package)
    for name, kind in paths.items():
        if kind.startswith("image/"):
            assert Image.open(BytesIO(files[name])).format == PICTURES[kind]
    pages = {name: documents[name] for name in order}
    shown = [files[path(name, src)] for name, page in pages.items() for src in found(page, "//h:img/@src")]
    return Book(_metadata(package), pages, _contents(nav, documents), shown)


def found(element: etree._Element, query: str) -> list[str]:
    """Return the strings that an XPath finds."""
    return list(map(str, _answers(element, query)))


def elements(element: etree._Element, query: str) -> list[etree._Element]:
    """Return the elements that an XPath finds."""
    return [one for one in _answers(element, query) if isinstance(one, etree._Element)]


def _answers(element: etree._Element, query: str) -> list[object]:
    answers = element.xpath(query, namespaces=XML)
    assert isinstance(answers, list)
    return list(answers)


def path(base: str, href: str | None) -> str:
    """Return the name in the file of what ``href`` in the document ``base`` leads to."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), urldefrag(href or "")[0]))


def _check_page(name: str, page: etree._Element, paths: dict[str, str]) -> None:
    assert page.tag == f"{{{XML['h']}}}html"
    assert "".join(found(page, "h:head/h:title/text()")).strip()
    assert not elements(page, "//h:script | //h:iframe | //h:style")
    for source in found(page, "//h:img/@src | //h:link/@href"):
        assert path(name, source) in paths, "nothing is loaded from elsewhere"
    for href in found(page, "//h:a/@href"):
        if not href.startswith(("http:", "https:", "mailto:")):
            assert path(name, href) in paths
        else:
            assert re.fullmatch(r"[^\s<>\"{}|\\^`]*", href)


def _check_ncx(
    files: dict[str, bytes],
    root: str,
    items: dict[str | None, etree._Element],
    documents: dict[str, etree._Element],
    package: etree._Element,
) -> None:
    [named] = found(package, "opf:spine/@toc")
    name = path(root, items[named].get("href"))
    ncx = etree.fromstring(files[name])
    assert found(ncx, "//ncx:meta[@name='dtb:uid']/@content") == found(package, "//dc:identifier/text()")
    targets = [path(name, target) for target in found(ncx, "//ncx:content/@src")]
    assert targets
    assert set(targets) <= set(documents)


def _metadata(package: etree._Element) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for element in elements(package, "opf:metadata/dc:*"):
        assert (element.text or "").strip()
        told.setdefault(etree.QName(element).localname, []).append(element.text or "")
    [book] = found(package, "@unique-identifier")
    [modified] = found(package, "//opf:meta[@property='dcterms:modified']/text()")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", modified)
    assert len(elements(package, f"//dc:identifier[@id='{book}']")) == 1
    assert {"identifier", "title", "language"} <= told.keys()
    return told | {"modified": [modified]}


def _contents(nav: str, documents: dict[str, etree._Element]) -> list[str | tuple[str, list[str]]]:
    [toc] = elements(documents[nav], "//h:nav[@epub:type='toc']")
    contents: list[str | tuple[str, list[str]]] = []
    for item in elements(toc, "h:ol/h:li"):
        title = "".join(found(item, "h:a//text()"))
        assert title.strip()
        inner = ["".join(found(one, "h:a//text()")) for one in elements(item, "h:ol/h:li")]
        contents.append((title, inner) if inner else title)
    for href in found(toc, ".//h:a/@href"):
        assert path(nav, href) in documents
    return contents
