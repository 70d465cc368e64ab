"""Characters in the place of others that a terminal has not, each as wide as the one it stands for (pure)."""

import unicodedata
from collections.abc import Callable

from rich.cells import get_character_cell_size

_LIKE = {
    "▌": "█>", "▐": "█:", "▎": "│|", "▏": "│|", "█": "#", "▀": " ", "■": "#", "▣": "■#", "░▒▓": ":",
    "▁▂": ".", "▃▄▅": "▄:", "▆▇": "█#",
    "─╌┄": "-", "━": "═=", "│┃╎┆": "|", "┌┐└┘├┤┬┴┼╭╮╰╯": "+", "═": "=",
    "●": "•*", "•": "*", "◦○": "o", "·‧∙": "·-", "★☆": "*", "✓✔√": "√+", "✗✘×": "x",
    "“”„«»": '"', "‘’‚‹›": "'", "–‐‑−": "-", "—―": "-", "…": ".",
    "→▸▶►›": ">", "←◂◀◄‹": "<", "↑▴▲": "^", "↓▾▼": "v", "⏎↵": "┘~", "⌫": "<",
    "¶§†‡": "*", "°º": "o", "€": "E", "£": "L", "¥": "Y", "©": "c", "®": "r", "™": "t", "\xa0": " ",
}  # fmt: skip
"""For each of some characters what comes nearest, the better before the plainer."""

_CONSOLE = frozenset("─│┌┐└┘├┤┬┴┼═█▀▄▌▐■░▒▓•√")
"""Beside letters, what the fonts of the Linux console have: marks of code page 437, the VGA's own."""


def ascii_only(character: str) -> bool:
    """Tell whether a character is ASCII."""
    return character.isascii()


def console_font(character: str) -> bool:
    """Tell whether the Linux console draws a character: letters it is left to try, marks it mostly lacks."""
    return character < "\u2000" or character in _CONSOLE or (character.isalpha() and character < "\u2e80")


def in_charset(encoding: str) -> Callable[[str], bool]:
    """Return what tells whether an encoding has a character."""

    def has(character: str) -> bool:
        try:
            character.encode(encoding)
        except UnicodeEncodeError:
            return False
        return True

    return has


class Nearest(dict[int, str]):
    """A table for ``str.translate`` that fills itself; ``has`` tells which characters there are."""

    def __init__(self, has: Callable[[str], bool]) -> None:
        super().__init__()
        self._has = has

    def __missing__(self, code: int) -> str:
        self[code] = nearest = self._find(chr(code))
        return nearest

    def _find(self, character: str) -> str:
        if self._has(character):
            return character
        for like, nearer in _LIKE.items():
            if character in like:
                return next(mark for mark in nearer if mark.isascii() or self._has(mark))
        width = get_character_cell_size(character)
        bare = unicodedata.normalize("NFKD", character)[:1]
        return bare if width == 1 and bare.isascii() and bare.isprintable() else "?" * width
