"""The standard streams, made fit for any terminal, pipe or closed descriptor that they lead to."""

import codecs
import io
import os
import sys
import unicodedata
from typing import TextIO

_NEAREST = str.maketrans(
    {
        "\N{NO-BREAK SPACE}": " ",
        "\N{NARROW NO-BREAK SPACE}": " ",
        "\N{THIN SPACE}": " ",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "‚": "'",
        "–": "-",
        "—": "--",
        "−": "-",
        "…": "...",
        "•": "*",
        "·": "-",
        "★": "*",
        "●": "o",
        "─": "-",
        "│": "|",
        "×": "x",
        "°": "",
    }
)
"""What stands for a character where a terminal has no such one."""


def prepare_streams() -> None:
    """Give the program three streams that can be used, whatever it was started with.

    A stream that was closed (``newsreader … >&-``) leads to nothing; left closed, the next file opened, perhaps
    the library, would take its place. A character that the terminal has not is written as the nearest it has.
    What a single write does not take is written by the next.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nothing = os.open(os.devnull, os.O_RDWR)  # the lowest descriptor that is free: the one that was closed
            setattr(sys, name, os.fdopen(nothing, mode, encoding="utf-8", closefd=False))
    codecs.register_error("newsreader-nearest", _nearest)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="newsreader-nearest")
            if isinstance(stream.buffer, io.RawIOBase):
                whole = _by_lines(stream)
                setattr(sys, name, whole)
                setattr(sys, f"__{name}__", whole)  # Textual writes to that one


def speaks_utf8() -> bool:
    """Tell whether standard output takes any character."""
    return codecs.lookup(sys.stdout.encoding or "ascii").name == "utf-8"


def let_go_of_output() -> None:
    """Lead standard output to nothing, so that what is still on its way there fails no more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _by_lines(stream: io.TextIOWrapper) -> TextIO:
    """Return a stream in the place of one with no buffer under it (PYTHONUNBUFFERED, ``python -u``).

    Such a one writes once and leaves out what that did not take, as when a signal comes in between.
    """
    return os.fdopen(stream.fileno(), "w", 1, encoding=stream.encoding, errors=stream.errors, closefd=False)


def _nearest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_near, error.object[error.start : error.end])), error.end


def _near(character: str) -> str:
    plain = character.translate(_NEAREST)
    if plain == character:
        plain = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode("ascii") or "?"
    return plain
