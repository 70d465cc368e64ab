"""How a command ends: exit codes, and the words on stderr."""

import json
import sys

from newsreader.model import clean_text

DONE = 0
FAILED = 1
WRONG_USAGE = 2
PARTLY_DONE = 3
INTERRUPTED = 130
"""As shells count it: 128 + SIGINT."""


def say(words: str) -> None:
    """Tell the person at the terminal something, on stderr, after the program's name."""
    print(f"newsreader: {clean_text(words)}", file=sys.stderr)


def print_json(value: object) -> None:
    """Print ``value`` as indented JSON, its text as it is."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_text(text: str) -> None:
    """Print text that came from outside, cleaned once more for the terminal it may reach."""
    print(clean_text(text))


def partly(done: int, failed: int) -> int:
    """Return the exit code of a command that did ``done`` things and failed at ``failed``."""
    if not failed:
        return DONE
    return PARTLY_DONE if done else FAILED
