"""The command line: what is typed after ``newsreader``, for people and for scripts.

Data goes to stdout, words to stderr. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 partly done.
"""

import os
import sys
from collections.abc import Sequence

from newsreader.cli.outcome import FAILED, INTERRUPTED, say
from newsreader.cli.parser import make_parser
from newsreader.model import NewsreaderError

__all__ = ["run"]


def run(argv: Sequence[str]) -> int:
    """Do what ``argv`` (without the program's name) asks for; return the exit code."""
    parser = make_parser()
    if (
        "_ARGCOMPLETE" in os.environ
    ):  # set by the shell while it completes a line; argcomplete then ends the process
        import argcomplete

        argcomplete.autocomplete(parser)
    args = parser.parse_args(argv)
    try:
        code: int = args.run(args)
        sys.stdout.flush()
    except NewsreaderError as error:
        say(str(error))
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output has had enough, as in `newsreader headlines | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    return code
