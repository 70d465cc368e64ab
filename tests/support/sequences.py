"""What a program may send to a terminal: every sequence it is known to need, and nothing else."""

import re

from newsreader.tui.terminal.nearest import console_font

_CONSOLE = (
    r"\[\d+;\d+H",  # where to write next (ECMA-48, CUP)
    r"\[(?:\d+(?:;\d+)*)?m",  # how it looks (ECMA-48, SGR)
    r"\[\?(?:7|25|100[0346]|101[56]|1049|2004|2026|2031|2048)[hl]",  # private modes; one not known is passed over
)
"""Sequences that the Linux console knows, without their escape (console_codes(4))."""

_XTERM = (
    *_CONSOLE,
    r"\[>\d+u|\[<u",  # Kitty's keyboard protocol, pushed and popped
    r"\[\?(?:2026|2048)\$p",  # is there such a mode? (DECRQM)
    r"\]11;\?\x1b\\|\[>0q|\[16t|\[c",  # colour of the ground, name, size of a cell, attributes
    r"_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\",  # can it draw pictures? (Kitty)
    r"\]22;[a-z-]+\x07",  # the shape of the mouse pointer (Kitty)
    r"\]52;c;[A-Za-z0-9+/=]+\x07",  # to the clipboard (xterm)
)

_KNOWN: dict[bool, re.Pattern[str]] = {
    console: re.compile(rf"\x1b(?:{'|'.join(known)})") for console, known in ((False, _XTERM), (True, _CONSOLE))
}
_NO_TEXT = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f].{,16}|\r(?!\n)|(?<!\r)\n", re.DOTALL)


def unknown(sent: bytes, *, console: bool = False) -> set[str]:
    """Return the beginning of each thing in ``sent`` that is neither text nor a sequence it may hold.

    Controls, the C1 ones too, are no text, but for the end of a line. On the Linux ``console`` fewer sequences are
    known, and fewer characters. Raises UnicodeDecodeError for what is no UTF-8.
    """
    text = _KNOWN[console].sub(" ", sent.decode())
    missing = {one for one in text if one > "\x9f" and not console_font(one)} if console else set()
    return {*_NO_TEXT.findall(text), *missing}
