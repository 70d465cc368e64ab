"""What a program has set of a terminal, read out of the bytes it wrote: what it must set back before it ends."""

import re

OFF_AT_FIRST = frozenset({1049, 1000, 1002, 1003, 1004, 1006, 1015, 1016, 2004, 2026, 2031, 2048})
ON_AT_FIRST = frozenset({7, 25})
"""Private modes of a terminal that has just been opened (xterm): lines wrap, the cursor is seen."""

_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_KEYBOARD = re.compile(rb"\x1b\[([<>])\d*u")
_LOOK = re.compile(rb"\x1b\[([\d;]*)m")
_QUERY = re.compile(rb"\x1b(?:\[\?\d+\$p|\[>?\d*[cq]|\[16t|\]11;\?\x1b\\|_G[^\x1b]*\x1b\\)")


def left_set(sent: bytes) -> dict[int, bool]:
    """Return the private modes that are not as they were, each with what it is now."""
    now = dict.fromkeys(OFF_AT_FIRST, False) | dict.fromkeys(ON_AT_FIRST, True)
    for modes, how in _MODE.findall(sent):
        now.update((int(mode), how == b"h") for mode in modes.split(b";"))
    return {mode: on for mode, on in now.items() if on != (mode in ON_AT_FIRST)}


def keyboards(sent: bytes) -> int:
    """Return how many keyboard protocols were pushed (Kitty) and not popped."""
    return sum(1 if how == b">" else -1 for how in _KEYBOARD.findall(sent))


def look(sent: bytes) -> bytes:
    """Return the graphic rendition that text would have now; empty for none."""
    looks: list[bytes] = _LOOK.findall(sent)
    return looks[-1].strip(b"0;") if looks else b""


def colours(sent: bytes) -> list[bytes]:
    """Return every rendition that names a colour, the default ones included."""
    found: list[bytes] = _LOOK.findall(sent)
    return [one for one in found if any(30 <= int(part or 0) <= 107 for part in one.split(b";"))]


def outside(sent: bytes) -> bytes:
    """Return what was written outside the alternate screen and is neither a mode nor a question."""
    before, _, rest = sent.partition(b"\x1b[?1049h")
    after = rest.rpartition(b"\x1b[?1049l")[2]
    for known in (_MODE, _KEYBOARD, _LOOK, _QUERY):
        before, after = known.sub(b"", before), known.sub(b"", after)
    return before + after


def assert_as_found(sent: bytes) -> None:
    """The modes, the keyboard and the look are what they were, and no byte has reached the shell."""
    assert left_set(sent) == {}
    assert keyboards(sent) == 0
    assert look(sent) == b""
    assert outside(sent).strip() == b""
