"""A selection written as an EPUB, picture by picture and article by article."""

from collections.abc import AsyncIterator
from typing import IO
from zipfile import ZipFile

from newsreader.formats.clipping import Clipping, PictureFile
from newsreader.formats.epub import CORE_PICTURES, EpubBook, Part, write_part
from newsreader.newsroom.exporting import Exports, Selection, picture_bytes


async def write_book(
    file: IO[bytes], exports: Exports, selection: Selection, clippings: AsyncIterator[tuple[str, Clipping]]
) -> None:
    """Write the book into ``file``, which can be sought in: the size of a part is written before it, afterwards."""
    moment = exports.now()
    addresses = "\n".join(headline.url or headline.title for headline in selection.headlines)
    book = EpubBook(selection.title, moment, addresses)
    with ZipFile(file, "w") as archive:

        def put(*parts: Part) -> None:
            for part in parts:
                write_part(archive, part, moment)

        put(*book.opening())
        async for section, clipping in clippings:
            names = {}
            for url, picture in clipping.pictures.items():
                if found := await _picture(exports, picture):
                    put(*book.picture(*found))
                    names[url] = found[0]
            put(book.article(clipping.article, section, names))
        put(*book.closing())


async def _picture(exports: Exports, picture: PictureFile) -> tuple[str, bytes, str] | None:
    """Return a picture's name, bytes and media type, in a kind that books may hold; None when it is broken."""
    if picture.media_type in CORE_PICTURES:
        return picture.path.name, picture_bytes(picture), picture.media_type
    return await exports.in_common(picture)
