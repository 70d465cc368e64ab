"""What every line passes before it is drawn in a poor terminal: no colours, or only the characters it has."""

import os
import re
from collections.abc import Callable, Mapping
from sys import __stderr__ as screen

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from newsreader.tui.terminal.console import is_console
from newsreader.tui.terminal.nearest import Nearest, ascii_only, console_font, in_charset

_DEGREES = re.compile("°([CF])")
"""A unit of temperature, whose letter alone is the plain way to write it: ``+18 C``."""


class NoColours(LineFilter):
    """Takes every colour away, the terminal's own included; bold, underlined and reversed stay."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments without colours."""
        del background
        return [Segment(text, style and style.without_color, control) for text, style, control in segments]


class Characters(LineFilter):
    """Puts the nearest character the terminal has in the place of one it has not, cell by cell."""

    def __init__(self, has: Callable[[str], bool]) -> None:
        super().__init__()
        self._nearest = Nearest(has)
        self._has_degrees = has("°")

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments, as wide as they were."""
        del background
        return [
            segment if segment.text.isascii() else Segment(self._drawn(segment.text), *segment[1:])
            for segment in segments
        ]

    def _drawn(self, text: str) -> str:
        if not self._has_degrees:
            text = _DEGREES.sub(r"\1 ", text)
        return text.translate(self._nearest)


def line_filters(*, no_color: bool, environ: Mapping[str, str] = os.environ) -> tuple[LineFilter, ...]:
    """Return the filters for the terminal that ``environ`` describes; none for a good one."""
    found: list[LineFilter] = [NoColours()] if no_color else []
    encoding = (screen and screen.encoding) or "utf-8"
    if has := characters_of(environ, encoding):
        found.append(Characters(has))
    return tuple(found)


def characters_of(environ: Mapping[str, str], encoding: str) -> Callable[[str], bool] | None:
    """Return what tells whether the terminal has a character; None when it has them all.

    A locale C that is set in so many words means ASCII, though Python makes UTF-8 of it (PEP 538, 540); where
    nothing is set, as in many a container, it is left at that.
    """
    if _locale(environ) in {"C", "POSIX"}:
        return ascii_only
    if encoding.lower().replace("-", "") not in {"utf8", "utf"}:
        return in_charset(encoding)
    return console_font if is_console(environ) else None


def _locale(environ: Mapping[str, str]) -> str:
    """Return the locale of characters, past the one that Python itself has put in for a C (PEP 538)."""
    names = [environ.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG")]
    if names[1] in {"C.UTF-8", "C.utf8", "UTF-8"} and names[2] in {"C", "POSIX"}:
        names[1] = ""
    return next(filter(None, names), "")
