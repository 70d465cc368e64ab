"""Opening the reader itself, on the screen or in plain lines."""

import argparse
import gc
import os
import sys

from newsreader.cli.outcome import WRONG_USAGE, say
from newsreader.cli.session import settings_of

_DUMB = frozenset({"dumb", "unknown"})
"""Names of terminals that can only print line after line: terminfo(5), and Emacs for its shell."""


def open_reader(args: argparse.Namespace) -> int:
    """Open the reader on the library, or with ``--demo`` on the built-in edition.

    A terminal that knows lines only, or does not say what it knows, gets the plain mode unasked.
    """
    person = sys.stdin.isatty() and sys.stdout.isatty()
    if not (args.plain or person):
        say("the reader needs a terminal; without one, try: newsreader --plain, or newsreader headlines")
        return WRONG_USAGE
    talk = None
    if args.plain or os.environ.get("TERM", "") in {"", *_DUMB}:
        from newsreader.cli.talking import open_talk

        talk = open_talk(os.environ)
        settings = settings_of(args)
    else:
        gc.disable()  # nothing of what is imported now is garbage; the app turns it on again when it stands
        from newsreader.config import read_settings

        settings = read_settings(library=args.library)  # the screen tells mistakes itself
    from newsreader.wiring import run_demo, run_reader

    if args.demo:
        return run_demo(settings, talk, throw_away=args.library is None)
    return run_reader(settings, talk)
