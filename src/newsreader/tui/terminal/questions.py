"""What a terminal is asked at the start, and which terminals are not asked (pure)."""

from collections.abc import Mapping

BACKGROUND = "\x1b]11;?\x1b\\"
"""Which colour is the ground? (xterm, OSC 11)"""
GRAPHICS = "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\"
"""Is this pixel a picture that you can draw? (Kitty's graphics protocol, "Querying support")"""
NAME = "\x1b[>0q"
"""Who are you? (xterm, XTVERSION): graphics are not enough, placeholders are known by name only."""
CELL = "\x1b[16t"
"""How large is a cell, in pixels? (xterm, window operation 16)"""
FENCE = "\x1b[c"
"""What can you do? (DEC, primary device attributes) Nearly all answer this, and after all that was asked before."""

FOLLOW_LIGHT, UNFOLLOW_LIGHT = "\x1b[?2031h", "\x1b[?2031l"
"""Say it when the system turns dark or light, and no longer (mode 2031, Contour's and Kitty's)."""

_SILENT = frozenset({"", "dumb", "unknown", "linux"})
_MULTIPLEXERS = ("screen", "tmux")


def questions(environ: Mapping[str, str]) -> str:
    """Return what to ask the terminal that ``environ`` describes; empty where nothing is answered, or much printed.

    The Linux console draws characters only. A multiplexer answers for itself, and its
    terminal is not asked past it: tmux swallows what it does not know, screen writes it into its status line.
    """
    term = environ.get("TERM", "")
    if term in _SILENT:
        return ""
    if "TMUX" in environ or "STY" in environ or term.startswith(_MULTIPLEXERS):
        return BACKGROUND + CELL + FENCE
    return BACKGROUND + GRAPHICS + NAME + CELL + FENCE
