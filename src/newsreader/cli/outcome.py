"""How a command ends: exit codes, data on stdout, words on stderr."""

import json
import sys
from contextlib import suppress

from newsreader.cli.streams import let_go_of_output, speaks_utf8
from newsreader.model import FormatError, clean_text

DONE = 0
FAILED = 1
WRONG_USAGE = 2
PARTLY_DONE = 3
INTERRUPTED = 130
"""As shells count it: 128 + SIGINT."""


def say(words: str) -> None:
    """Tell the person at the terminal something, in one line on stderr, after the program's name."""
    with suppress(OSError):  # nobody listens there any more, and there is nowhere else to say so
        print(f"newsreader: {' '.join(clean_text(words).split())}", file=sys.stderr)


def print_json(value: object) -> None:
    """Print ``value`` as indented JSON, its text as it is where the terminal takes it."""
    _put(json.dumps(value, ensure_ascii=not speaks_utf8(), indent=2) + "\n")


def print_text(text: str) -> None:
    """Print text from outside, cleaned once more for the terminal it may reach, and a newline where it has none."""
    _put(clean_text(text).removesuffix("\n") + "\n")


def print_bytes(data: bytes) -> None:
    """Write a file's bytes, which say themselves how they are encoded, to standard output."""
    finish_output()
    try:
        sys.stdout.buffer.write(data)
    except OSError as error:
        raise _unwritten(error) from error
    finish_output()


def finish_output() -> None:
    """Have all that was printed leave the program.

    Raises:
        BrokenPipeError: whoever read it has gone.
        FormatError: it cannot be written; nothing is tried any more.
    """
    try:
        sys.stdout.flush()
    except OSError as error:
        raise _unwritten(error) from error


def partly(done: int, failed: int) -> int:
    """Return the exit code of a command that did ``done`` things and failed at ``failed``."""
    if not failed:
        return DONE
    return PARTLY_DONE if done else FAILED


def _put(text: str) -> None:
    try:
        sys.stdout.write(text)
    except OSError as error:
        raise _unwritten(error) from error


def _unwritten(error: OSError) -> Exception:
    let_go_of_output()
    if isinstance(error, BrokenPipeError):
        return error
    return FormatError(f"the output cannot be written ({error.strerror})", "", "look where it leads to")
