"""Opening the reader itself."""

import argparse
import gc
import os
import sys

from newsreader.cli.outcome import WRONG_USAGE, say

_POOR = frozenset({"", "dumb", "unknown"})
"""What TERM says of terminals that only write one line after the other."""


def open_reader(args: argparse.Namespace) -> int:
    """Open the reader on the library, or with ``--demo`` on the built-in edition."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        say("the reader needs a terminal; without one, try: newsreader headlines")
        return WRONG_USAGE
    if (term := os.environ.get("TERM", "")) in _POOR:
        say(f"the reader needs a terminal that can move the cursor, not TERM={term}; try: newsreader --plain")
        return WRONG_USAGE
    gc.disable()  # nothing of what is imported now is garbage; the app turns it on again when it stands
    from newsreader.config import load_settings
    from newsreader.wiring import run_demo, run_reader

    settings = load_settings(library=args.library)
    if args.demo:
        return run_demo(settings, throw_away=args.library is None)
    return run_reader(settings)
