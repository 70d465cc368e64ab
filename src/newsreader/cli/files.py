"""Files that a command is given: read no larger than can be opened, and written whole."""

import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from shutil import copymode
from typing import IO, BinaryIO

from newsreader.model import FormatError, NewsreaderError

LARGEST = 8_000_000
"""Bytes at most, as many as of a feed; a device that never ends would take all memory."""

LARGEST_COPY = 64_000_000
"""Bytes at most that are copied to bring them in; a file in its place is bounded by whoever opens it."""

_PIECE = 1_000_000
_STDIN = "standard input"


def read_bytes(name: str) -> bytes:
    """Return what is in the file ``name``, or on standard input for ``-``.

    Raises:
        FormatError: the file cannot be read, or is larger than 8 MB.
    """
    with _opened(name) as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise _too_large(name, LARGEST)
    return data


@contextmanager
def as_file(name: str) -> Iterator[tuple[Path, Path | None]]:
    """Give a file that another process can open, and its folder, for ``name`` or, for ``-``, standard input.

    What is no plain file, such as a pipe, is copied into one of our own, without a folder and gone afterwards.

    Raises:
        FormatError: it cannot be read, or what had to be copied is larger than 64 MB.
    """
    with ExitStack() as until_the_end:
        with _opened(name) as file:
            if name != "-" and stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                path = Path(name).resolve()
                place: tuple[Path, Path | None] = path, path.parent
            else:
                copy = until_the_end.enter_context(tempfile.NamedTemporaryFile(prefix="newsreader-"))
                _copy(file, copy, name)
                place = Path(copy.name), None
        yield place


def _copy(file: BinaryIO, copy: IO[bytes], name: str) -> None:
    left = LARGEST_COPY + 1
    while left and (piece := file.read(min(left, _PIECE))):
        copy.write(piece)
        left -= len(piece)
    if not left:
        raise _too_large(name, LARGEST_COPY)
    copy.flush()


def write_bytes(name: str, data: bytes) -> None:
    """Write ``data`` to the file ``name``, as :func:`writing` does.

    Raises:
        FormatError: it cannot be written; what was there before is still there.
    """
    with writing(name) as file:
        file.write(data)


@contextmanager
def writing(name: str) -> Iterator[BinaryIO]:
    """Give a file to write in, which takes the place of ``name`` when the block ends well, and else is gone.

    What is no file but a device or a pipe is written into as it is.

    Raises:
        FormatError: it cannot be written; what was there before is still there.
    """
    from secrets import token_hex

    with unwritten(name):
        if is_stream(name):  # by the name it was given: what /dev/stdout leads to may have none
            with Path(name).open("wb") as file:
                yield file
            return
        place = Path(name).resolve()  # what a link leads to is replaced, not the link
        half = place.with_name(f".{token_hex(8)}.half")
        try:
            with half.open("xb") as file:
                yield file
            if place.exists():
                copymode(place, half)
            half.replace(place)
        finally:
            half.unlink(missing_ok=True)


def is_stream(name: str) -> bool:
    """Tell whether ``name`` is of a device, a pipe or whatever else is there that is no file.

    Raises:
        FormatError: it can be of no file.
    """
    with unwritten(name):
        return Path(name).exists() and not Path(name).is_file()


def make_folder(folder: Path) -> None:
    """Make ``folder``, and those around it, where there is none.

    Raises:
        FormatError: it cannot be made.
    """
    with unwritten(str(folder)):
        folder.mkdir(parents=True, exist_ok=True)


@contextmanager
def unwritten(name: str) -> Iterator[None]:
    """Let what the disk says about ``name`` be said in one sentence.

    Raises:
        FormatError: it cannot be written.
    """
    try:
        yield
    except OSError as error:
        raise FormatError(f"cannot be written ({error.strerror})", shown(name), "name another file") from error


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    """Give the file ``name``, or standard input for ``-``, and say so when it cannot be read."""
    try:
        if name == "-":
            yield sys.stdin.buffer
        else:
            with open(name, "rb") as file:  # noqa: PTH123 - Path("") is the folder one is in
                yield file
    except OSError as error:
        advice = "name a file, - for standard input, or an address with https://"
        raise FormatError(f"cannot be read ({error.strerror})", shown(name) or '""', advice) from error
    except ValueError as error:  # a NUL in the name
        raise FormatError("this is not the name of a file", shown(name), "name another") from error


def _too_large(name: str, limit: int) -> FormatError:
    return FormatError(f"is larger than {limit / 1_000_000:g} MB, more than is read", shown(name))


@contextmanager
def about(name: str) -> Iterator[None]:
    """Let an error that does not say where it happened say that it was in the file ``name``."""
    try:
        yield
    except NewsreaderError as error:
        if error.where:
            raise
        raise type(error)(error.what, shown(name), error.advice) from error


def shown(name: str) -> str:
    """Return a file's name as an error may show it."""
    return _STDIN if name == "-" else name if len(name) <= 200 else f"{name[:200]}…"
