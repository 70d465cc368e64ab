"""The Linux console: what it has not, and what it would print instead of doing it (pure)."""

import re
from collections.abc import Mapping

_FOREIGN = re.compile(r"\x1b(?:\[[<>]\d*u|\[\?\d+\$p|\][^\x1b\x07]*(?:\x07|\x1b\\))")
"""Kitty's keyboard, questions about modes, and commands to the system: of these older kernels print a part."""


def is_console(environ: Mapping[str, str]) -> bool:
    """Tell whether the terminal that ``environ`` describes is the Linux console; it has no clipboard either."""
    return environ.get("TERM") == "linux"


def is_foreign(data: str) -> bool:
    """Tell whether the console does not know a sequence (console_codes(4))."""
    return _FOREIGN.fullmatch(data) is not None
