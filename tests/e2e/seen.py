"""How keys are typed, and what can be seen on the screen when they have done what they should."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from support.modes import left_set
from support.terminal import Terminal

Seen: TypeAlias = Callable[[Terminal], bool]

TYPED = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "ctrl+left": "\x1b[1;5D",
    "ctrl+right": "\x1b[1;5C",
    "alt+left": "\x1b[1;3D",
    "alt+right": "\x1b[1;3C",
    "shift+tab": "\x1b[Z",
    "tab": "\t",
    "enter": "\r",
    "escape": "\x1b",
    "backspace": "\x7f",
    "space": " ",
    "ctrl+p": "\x10",
    "ctrl+z": "\x1a",
}
"""What keys send that are more than one character, or none that can be seen (xterm, "PC-style function keys")."""

CONSOLE = {"home": "\x1b[1~", "end": "\x1b[4~", "shift+tab": "\x1b\t"}
"""What the Linux console sends otherwise (kbd, its default keymap)."""


@dataclass(frozen=True)
class Step:
    """A key of a command, by its id, and what must be seen then; without an id it is only a way to the next one."""

    id: str
    key: str
    seen: Seen

    def typed(self, term: str) -> str:
        """Return what the key sends, twice where twice is how it is pressed."""
        sent = (CONSOLE if term == "linux" else {}).get(self.key) or TYPED.get(self.key, self.key)
        return sent * 2 if self.key == "g" else sent


def way(typed: str, seen: Seen) -> Step:
    """Return a step that is no command's, but text that is typed or a way back."""
    return Step("", typed, seen)


def says(words: str) -> Seen:
    """Words are anywhere on the screen."""
    return lambda shown: words in shown.text


def silent(words: str) -> Seen:
    """Words are nowhere on the screen."""
    return lambda shown: words not in shown.text


def source(words: str) -> Seen:
    """The cursor's bar stands at the left edge, before a row of the sources that begins with words."""
    return lambda shown: any(line[0] in "▌█" and line[1:].strip().startswith(words) for line in shown.lines)


def foot(words: str) -> Seen:
    """Words are in the footer."""
    return lambda shown: words in shown.lines[-1]


def head(words: str) -> Seen:
    """Words are in the header bar."""
    return lambda shown: words in shown.lines[0]


def at(words: str) -> Seen:
    """The cursor's bar stands before a row that begins with words."""
    return lambda shown: re.search(rf"[▌█](?: ?●| ?•|)? *{re.escape(words)}", shown.text) is not None


def top(words: str) -> Seen:
    """Words are on the first line of the article in view."""
    return lambda shown: words in _article(shown.lines[2])


def reads(words: str) -> Seen:
    """Words are in the head of an article that is shown from its top."""
    return lambda shown: any(words in _article(line) for line in shown.lines[2:5])


def _article(line: str) -> str:
    return re.split("[│┃|]", line)[-1]


def copied(words: str) -> Seen:
    """Words are in the footer, where there is a clipboard."""
    return lambda shown: words in shown.lines[-1] or "has no clipboard" in shown.text


def place(words: str) -> Seen:
    """The weather card is of a place, one of two: its name stands over theirs."""
    return lambda shown: any(
        "Stepanakert · Elsewhere" in below and words in above for above, below in pairwise(shown.lines)
    )


def hair(column: int) -> Seen:
    """The hair line on the left of the article stands in a column."""
    return lambda shown: shown.lines[20].rstrip()[column : column + 1] in {"│", "┃", "|"}


def stopped(shown: Terminal) -> bool:
    """The program was stopped by a signal, and has given back the terminal."""
    state = Path(f"/proc/{shown.pid}/stat").read_text().rpartition(")")[2].split()[0]
    return state == "T" and left_set(shown.sent) == {}


def both(*seen: Seen) -> Seen:
    """All of it is seen."""
    return lambda shown: all(one(shown) for one in seen)
