"""A book put together part by part: whoever writes it need hold no more than one article or picture at a time."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from newsreader.formats.epub.navigation import Chapter, contents_page, ncx
from newsreader.formats.epub.package import Item, Metadata, package_document
from newsreader.formats.epub.page import STYLE, article_page, titled
from newsreader.model import Article

CORE_PICTURES = frozenset({"image/gif", "image/jpeg", "image/png", "image/svg+xml", "image/webp"})
"""What every reading system shows: EPUB 3.3, 3.2, core media types. Any other is to be written as one of them."""

_CONTAINER = """\
<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_XHTML = "application/xhtml+xml"


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the book; ``packed`` is False for what is compressed already, and for the first."""

    name: str
    data: bytes
    packed: bool = True


class EpubBook:
    """The parts of a book, in the order they must be written: opening, pictures and articles, closing.

    The same articles at the same moment make the same bytes.
    """

    def __init__(self, title: str, moment: datetime, seed: str) -> None:
        """Begin a book; of one ``title`` and ``seed`` (the addresses in it) all are editions of the same work.

        ``moment`` is when it is written, aware.
        """
        self._title = titled(title)
        self._moment = moment.astimezone(UTC)
        self._identifier = f"urn:uuid:{uuid5(NAMESPACE_URL, title + seed)}"
        self._articles: list[Article] = []
        self._chapters: list[Chapter] = []
        self._pictures: dict[str, Item] = {}

    def opening(self) -> list[Part]:
        """Return what comes first: what kind of file this is, and where to begin."""
        return [
            Part("mimetype", b"application/epub+zip", packed=False),
            _text("META-INF/container.xml", _CONTAINER),
            _text("EPUB/style.css", STYLE),
        ]

    def picture(self, name: str, data: bytes, media_type: str) -> list[Part]:
        """Return a picture as a part, or nothing when it is in the book already; ``name`` stands for its bytes.

        ``media_type`` is one of ``CORE_PICTURES``.
        """
        if name in self._pictures:
            return []
        number = len(self._pictures) + 1
        role = "" if self._pictures else "cover-image"
        self._pictures[name] = Item(f"picture-{number}", f"images/{name}", media_type, role)
        return [Part(f"EPUB/images/{name}", data, packed=False)]

    def article(self, article: Article, section: str, pictures: Mapping[str, str]) -> Part:
        """Return the page of an article.

        Args:
            article: what to write.
            section: the heading it stands under in the contents, or empty.
            pictures: the names of pictures that are in the book, by their addresses; the others are told in words.
        """
        name = f"article-{len(self._articles) + 1}.xhtml"
        self._articles.append(replace(article, blocks=(), lead_image=None))
        self._chapters.append(Chapter(name, titled(article.title), section and titled(section)))
        shown = {url: f"images/{picture}" for url, picture in pictures.items()}
        return _text(f"EPUB/{name}", article_page(article, shown))

    def closing(self) -> list[Part]:
        """Return what tells of all that is in the book: contents and package document."""
        pages = [Item(f"page-{n}", chapter.name, _XHTML) for n, chapter in enumerate(self._chapters, 1)]
        items = [
            Item("nav", "nav.xhtml", _XHTML, "nav"),
            Item("ncx", "toc.ncx", "application/x-dtbncx+xml"),
            Item("style", "style.css", "text/css"),
            *pages,
            *self._pictures.values(),
        ]
        metadata = Metadata(self._identifier, self._title, self._moment, tuple(self._articles))
        spine = [page.id for page in pages] if len(pages) == 1 else ["nav", *(page.id for page in pages)]
        return [
            _text("EPUB/nav.xhtml", contents_page(self._title, self._chapters)),
            _text("EPUB/toc.ncx", ncx(self._identifier, self._title, self._chapters)),
            _text("EPUB/package.opf", package_document(metadata, items, spine)),
        ]


def write_part(archive: ZipFile, part: Part, moment: datetime) -> None:
    """Write ``part`` into the book's file, dated ``moment`` (aware) as zip can: from 1980 on, to 2 seconds."""
    when = moment.astimezone(UTC)
    info = ZipInfo(part.name, (max(when.year, 1980), when.month, when.day, when.hour, when.minute, when.second))
    info.compress_type = ZIP_DEFLATED if part.packed else ZIP_STORED
    info.external_attr = 0o644 << 16
    archive.writestr(info, part.data)


def _text(name: str, text: str) -> Part:
    return Part(name, text.encode("utf-8"))
