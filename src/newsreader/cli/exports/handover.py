"""One handing over of articles: what is written where. Of articles and pictures no more than one is in memory."""

import tempfile
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from pathlib import Path
from shutil import copyfileobj

from newsreader.cli.exports.book import write_book
from newsreader.cli.exports.folders import PictureFolder, write_markdown_folder
from newsreader.cli.exports.texts import texts
from newsreader.cli.files import is_stream, shown, unwritten, writing
from newsreader.cli.outcome import print_bytes, print_text
from newsreader.formats.clipping import Clipping
from newsreader.model import FormatError
from newsreader.newsroom.exporting import Exports, Selection

_SPOOL = 16_000_000
"""Bytes of a book kept in memory on their way into a pipe; a larger one waits on the disk."""

_CHUNK = 1_000_000


class Handover:
    """Writes a selection in one format.

    Attributes:
        articles: how many were written; ``lacking`` how many pictures of them are not on this disk.
    """

    def __init__(self, exports: Exports, selection: Selection, form: str, out: str | None) -> None:
        self._exports = exports
        self._selection = selection
        self._form = form
        self._out = out
        self.articles = 0
        self.lacking = 0

    async def write(self) -> None:
        """Write it all.

        Raises:
            FormatError: it cannot be written; what was there before is still there.
            LibraryError: the library, or a picture in it, cannot be read.
        """
        into = self._out is not None and self._is_folder(self._out)
        async with aclosing(self._clippings()) as clippings:
            if self._form == "epub":
                await self._write_book(clippings)
            elif self._out is None:
                await self._print(clippings)
            elif into:
                await write_markdown_folder(Path(self._out), clippings)
            else:
                await self._write_file(self._out, clippings)

    async def _clippings(self) -> AsyncGenerator[tuple[str, Clipping], None]:
        async with aclosing(self._exports.clippings(self._selection)) as clippings:
            async for section, clipping in clippings:
                self.articles += 1
                self.lacking += len(clipping.article.images) - len(clipping.pictures)
                yield section, clipping

    def _is_folder(self, out: str) -> bool:
        """Tell whether ``out`` is to be a folder, as only Markdown may go into."""
        if not out:  # an unset variable in a script: not the folder it happens to be in
            raise FormatError("this is not the name of a file", '""', "name another")
        with unwritten(out):
            is_folder = out.endswith("/") or Path(out).is_dir()
        if is_folder and self._form != "markdown":
            raise FormatError("this is a folder", shown(out), "name a file in it")
        is_several = self._form == "markdown" and len(self._selection.headlines) > 1
        return is_folder or (is_several and not is_stream(out))

    async def _print(self, clippings: AsyncIterator[tuple[str, Clipping]]) -> None:
        async for text in texts(self._form, self._exports, self._selection, clippings, None):
            if self._form in {"html", "json"}:  # which say themselves how they are encoded
                print_bytes(text.encode("utf-8", "replace"))
            else:
                print_text(text)

    async def _write_file(self, out: str, clippings: AsyncIterator[tuple[str, Clipping]]) -> None:
        beside = Path(out)
        folder = None if is_stream(out) else beside.with_name(f"{beside.stem}-images")
        pictures = PictureFolder(folder) if folder else None
        with writing(out) as file:
            async for text in texts(self._form, self._exports, self._selection, clippings, pictures):
                file.write(text.encode("utf-8", "replace"))

    async def _write_book(self, clippings: AsyncIterator[tuple[str, Clipping]]) -> None:
        if self._out is not None and not is_stream(self._out):
            with writing(self._out) as file:
                await write_book(file, self._exports, self._selection, clippings)
            return
        with tempfile.SpooledTemporaryFile(_SPOOL) as spool:  # a pipe cannot go back, as the book must
            await write_book(spool, self._exports, self._selection, clippings)
            spool.seek(0)
            if self._out is not None:
                with writing(self._out) as file:
                    copyfileobj(spool, file)
                return
            while chunk := spool.read(_CHUNK):
                print_bytes(chunk)
