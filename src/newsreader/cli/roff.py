"""Text as roff, the language of manual pages: man(7), groff_man(7). Pure."""

import re

_WRITTEN = {
    "\\": r"\e",
    "-": r"\-",
    "'": r"\(aq",
    "`": r"\(ga",
    "^": r"\(ha",
    "~": r"\(ti",
    '"': r"\(dq",
    "…": "...",
    "“": r"\(lq",
    "”": r"\(rq",
    "’": r"\(cq",
    "·": r"\(pc",
    "↑": "Up",
    "↓": "Down",
    "←": "Left",
    "→": "Right",
    "°": "",
}
"""Characters that roff, or some device of its, would set otherwise, and what is written for each: groff_char(7)."""


def text(words: str) -> str:
    """Return words as a line of roff that is set as it stands, in ASCII."""
    escaped = "".join(_WRITTEN.get(one, one) for one in words)
    if escaped.startswith("."):  # which would begin a request
        escaped = rf"\&{escaped}"
    return re.sub(r"[^\x00-\x7f]", lambda match: rf"\[u{ord(match[0]):04X}]", escaped)


def bold(words: str) -> str:
    """Return words in bold."""
    return rf"\fB{text(words)}\fP"


def section(title: str) -> str:
    """Return the beginning of a section."""
    return f".SH {text(title.upper())}"


def subsection(title: str) -> str:
    """Return the beginning of a part of a section."""
    return f".SS {text(title)}"


def paragraph(words: str) -> str:
    """Return a paragraph."""
    return f".PP\n{text(words)}"


def entry(term: str, words: str) -> str:
    """Return a term, roff already, and what is said about it."""
    return f".TP\n{term}\n{text(words)}"


def literal(code: str) -> str:
    """Return lines that are set as they are."""
    lines = (rf"\&{text(line)}" for line in code.rstrip("\n").split("\n"))  # an empty one would be set otherwise
    return "\n".join((".PP", ".nf", *lines, ".fi"))
