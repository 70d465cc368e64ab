"""The command line: what is typed after ``newsreader``, for people and for scripts.

Data goes to stdout, words to stderr. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 partly done.
"""

import os
from collections.abc import Sequence

from newsreader.cli.outcome import FAILED, INTERRUPTED, finish_output, say
from newsreader.cli.parser import make_parser
from newsreader.cli.streams import prepare_streams
from newsreader.model import FormatError, NewsreaderError

__all__ = ["run"]


def run(argv: Sequence[str]) -> int:
    """Do what ``argv`` (without the program's name) asks for; return the exit code."""
    prepare_streams()
    try:
        code = _told(argv)
        finish_output()
    except FormatError as error:
        say(str(error))
        return FAILED
    except BrokenPipeError:  # the reader of our output has had enough, as in `newsreader headlines | head`
        return FAILED
    return code


def _told(argv: Sequence[str]) -> int:
    try:
        return _run(argv)
    except NewsreaderError as error:
        say(str(error))
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(argv: Sequence[str]) -> int:
    parser = make_parser()
    if "_ARGCOMPLETE" in os.environ:  # set by a shell that completes a line; the process ends there
        from newsreader.cli.completing import complete

        complete(parser)
    try:
        args = parser.parse_args(argv)
    except SystemExit as end:  # help was asked for, or the usage is wrong; argparse has said so
        return int(end.code or 0)
    code: int = args.run(args)
    return code
