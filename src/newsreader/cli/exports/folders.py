"""Folders beside or around what is written: of pictures, and of Markdown files. What else is in them stays."""

from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import quote

from newsreader.cli.files import make_folder, unwritten, writing
from newsreader.formats.clipping import Clipping, PictureFile
from newsreader.formats.front_matter import clipping_to_markdown
from newsreader.formats.naming import clipping_names
from newsreader.newsroom.exporting import picture_bytes

_IDENTITY = 3
"""Lines at the head of a Markdown file that tell whose it is: the opening, the title, the address."""


class PictureFolder:
    """A folder of pictures, made when the first of them comes; each is in it once, named by its hash."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, clipping: Clipping) -> dict[str, str]:
        """Copy the pictures of an article into the folder; return their paths, relative to its parent, by address.

        Raises:
            FormatError: one cannot be written. LibraryError: one cannot be read.
        """
        return {url: self._keep(picture) for url, picture in clipping.pictures.items()}

    def addresses(self, clipping: Clipping) -> dict[str, str]:
        """Copy as :meth:`keep` does, and return the paths as a link may have them."""
        return {url: quote(path) for url, path in self.keep(clipping).items()}

    def _keep(self, picture: PictureFile) -> str:
        name = picture.path.name
        place = self._folder / name
        make_folder(self._folder)
        with unwritten(str(place)):
            is_there = place.is_file() and place.stat().st_size == picture.path.stat().st_size
        if not is_there:
            with writing(str(place)) as file:
                file.write(picture_bytes(picture))
        return f"{self._folder.name}/{name}"


async def write_markdown_folder(folder: Path, clippings: AsyncIterator[tuple[str, Clipping]]) -> None:
    """Write a file for each article into ``folder``, and their pictures into ``images`` in it.

    An article that is there from an earlier time is written anew; no other file is.

    Raises:
        FormatError: something cannot be written. LibraryError: something cannot be read.
    """
    make_folder(folder)
    pictures = PictureFolder(folder / "images")
    taken: set[str] = set()
    async for _, clipping in clippings:
        data = clipping_to_markdown(clipping, pictures.addresses(clipping)).encode("utf-8", "replace")
        place = _place(folder, clipping, data, taken)
        with writing(str(place)) as file:
            file.write(data)


def _place(folder: Path, clipping: Clipping, data: bytes, taken: set[str]) -> Path:
    """Return where an article goes: by its day and title, or with a hash where another has that name."""
    stem, hashed = clipping_names(clipping)
    place = folder / f"{stem}.md"
    if stem.casefold() in taken or (place.exists() and not _is_of(place, data)):
        stem, place = hashed, folder / f"{hashed}.md"
    taken.add(stem.casefold())
    return place


def _is_of(place: Path, data: bytes) -> bool:
    """Tell whether the file at ``place`` is of the article that ``data`` is of."""
    head = b"".join(data.splitlines(keepends=True)[:_IDENTITY])
    with unwritten(str(place)), place.open("rb") as file:
        return file.read(len(head)) == head
