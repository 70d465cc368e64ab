"""Folders beside or around what is written: of pictures, and of Markdown files. What else is in them stays."""

from collections.abc import AsyncIterator
from itertools import chain, count
from pathlib import Path
from urllib.parse import quote

from newsreader.cli.files import make_folder, unwritten, writing
from newsreader.formats.clipping import Clipping, PictureFile
from newsreader.formats.front_matter import clipping_to_markdown
from newsreader.formats.naming import clipping_names
from newsreader.newsroom.exporting import picture_bytes

_IDENTITY = 3
"""Lines at the head of a Markdown file that tell whose it is: the opening, the title, and mostly the address."""

_HEAD = 64_000
"""Bytes in which these lines are; titles and addresses are far shorter."""


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
    """Return where an article goes: by its day and title, with a hash and then a number where others have that."""
    stem, hashed = clipping_names(clipping)
    names = chain((stem, hashed), (f"{hashed}-{number}" for number in count(2)))
    free = (name for name in names if name.casefold() not in taken)
    place = next(place for name in free if _may_take(place := folder / f"{name}.md", data))
    taken.add(place.stem.casefold())
    return place


def _may_take(place: Path, data: bytes) -> bool:
    """Tell whether nothing is at ``place``, or a file of the article that ``data`` is of."""
    with unwritten(str(place)):
        if not place.exists():
            return True
        with place.open("rb") as file:
            return _identity(file.read(_HEAD)) == _identity(data)


def _identity(data: bytes) -> list[bytes]:
    """Return the lines that tell of what article a file is; another title on the page makes no other article."""
    head = data.splitlines(keepends=True)[:_IDENTITY]
    addresses = [line for line in head if line.startswith(b"url: ")]
    return [*head[:1], *addresses] if addresses else head
