"""A terminal's answers, taken out of the stream of keys they come in (pure)."""

import re
from dataclasses import dataclass, replace

from newsreader.tui.abilities import Abilities

ESCAPE = "\x1b"

_ANSWER = re.compile(
    r"""\x1b(?:
        \]11;(?P<background>[ -~]*)(?:\x07|\x1b\\)
      | _G(?P<graphics>[ -~]*)\x1b\\
      | P>\|(?P<name>[ -~]*)\x1b\\
      | \[\?(?P<attributes>[\d;]*)c
      | \[6;(?P<cell>\d{1,4};\d{1,4})t
      | \[\?997;(?P<light>[12])n
    )""",
    re.VERBOSE,
)
_PARTLY = re.compile(
    r"\x1b(?:\](?:1(?:1(?:;[ -~]*\x1b?)?)?)?|_(?:G[ -~]*\x1b?)?|P(?:>(?:\|[ -~]*\x1b?)?)?"
    r"|\[(?:\?[\d;]*|6(?:;[\d;]*)?)?)?"
)
"""What may still become an answer."""
_STRING = re.compile(r"\x1b(?:\]11;|_G|P>\|)[ -~]*")
"""An answer that is broken off or has not ended: no key sends this."""
_BEGUN = re.compile(r"\x1b(?:\]11;|_G|P>\||\[\?|\[6;\d+;)")
"""What no key begins with; Ctrl+PageDown is ``ESC [ 6 ; 5 ~``."""

_LONGEST = 1024
"""Characters of an answer at most; what is longer and has not ended is none, and is not looked through again."""

_COLOUR = re.compile(r"rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})(?:/[0-9a-fA-F]{1,4})?")
_SIXEL = "4"
"""Among the device attributes (DEC VT330)."""
_LARGEST_CELL = 512
_KITTY = re.compile(r"kitty\((\d+)\.(\d+)")
_PLACEHOLDERS_SINCE = (0, 28)
"""The version of Kitty that knows Unicode placeholders, by its changelog; Ghostty has always known them."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was answered so far.

    Attributes:
        placeholders: whether it is a terminal that knows Kitty's Unicode placeholders.
        fences: how often the last question was answered, after which nothing more comes.
        turned: how often the system turned dark or light.
    """

    background: tuple[int, int, int] | None = None
    graphics: bool = False
    placeholders: bool = False
    sixel: bool = False
    cell: tuple[int, int] | None = None
    fences: int = 0
    turned: int = 0

    @property
    def abilities(self) -> Abilities:
        """What it can do, for those who draw."""
        return Abilities(self.background, self.graphics and self.placeholders, self.sixel, self.cell)

    def with_answer(self, kind: str, text: str) -> "Heard":
        """Return this with an answer; one that says nothing we understand changes nothing."""
        match kind:
            case "background" if colour := _colour(text):
                return replace(self, background=colour)
            case "graphics":
                return replace(self, graphics=self.graphics or text.endswith(";OK"))
            case "name":
                return replace(self, placeholders=_knows_placeholders(text))
            case "attributes":
                return replace(self, sixel=_SIXEL in text.split(";")[1:], fences=self.fences + 1)
            case "cell" if cell := _cell(text):
                return replace(self, cell=cell)
            case "light":
                return replace(self, turned=self.turned + 1)
        return self


class Sieve:
    """Lets keys through as they come and keeps answers; what may be either is held for who feeds it to release.

    Attributes:
        heard: what was answered so far.
        held: the end of what was fed, when it may be the beginning of an answer.
    """

    def __init__(self, heard: Heard) -> None:
        self.heard = heard
        self.held = ""

    @property
    def begun(self) -> bool:
        """True when what is held can be no key."""
        return _BEGUN.match(self.held) is not None

    def feed(self, text: str) -> str:
        """Take in what the terminal sent; return what of it, and of what was held, are keys."""
        text, self.held = self.held + text, ""
        passed: list[str] = []
        at = 0
        while (start := text.find(ESCAPE, at)) >= 0:
            passed.append(text[at:start])
            if answer := _ANSWER.match(text, start):
                kind = answer.lastgroup or ""
                self.heard = self.heard.with_answer(kind, answer[kind])
                at = answer.end()
            elif len(text) - start <= _LONGEST and _PARTLY.fullmatch(text, start):
                self.held = text[start:]
                return "".join(passed)
            elif broken := _STRING.match(text, start):
                at = broken.end()
            else:
                passed.append(ESCAPE)
                at = start + 1
        return "".join([*passed, text[at:]])

    def release(self) -> str:
        """Wait no longer for the rest of what is held: return it when it may be keys, else forget it."""
        held, begun, self.held = self.held, self.begun, ""
        return "" if begun else held


def _colour(text: str) -> tuple[int, int, int] | None:
    """Return an X colour, one to four hexadecimal digits a part, as 0 to 255 each."""
    if match := _COLOUR.fullmatch(text):
        red, green, blue = (round(int(part, 16) * 255 / (16 ** len(part) - 1)) for part in match.groups())
        return red, green, blue
    return None


def _cell(text: str) -> tuple[int, int] | None:
    """Return width and height of a cell told as height and width."""
    height, width = map(int, text.split(";"))
    return (width, height) if 0 < width <= _LARGEST_CELL and 0 < height <= _LARGEST_CELL else None


def _knows_placeholders(name: str) -> bool:
    if match := _KITTY.match(name):
        return (int(match[1]), int(match[2])) >= _PLACEHOLDERS_SINCE
    return name.startswith("ghostty")
