"""The command about the settings: where they are, what they are, and an editor for them."""

import argparse
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from newsreader.cli.outcome import DONE, FAILED, print_text, say
from newsreader.model import ConfigError

_EDITORS = ("sensible-editor", "nano", "vi")
"""What is tried when nobody said: Debian's choice for the person, then the two that most systems have."""


def config(args: argparse.Namespace) -> int:
    """Say where the settings are, show them, or open them in the editor."""
    from newsreader.config import config_path, default_config

    path = config_path()
    if args.what == "path":
        print_text(str(path))
        return DONE
    if args.what == "edit":
        return _edit(path)
    code = _checked()  # a mistake in the file is told, not shown as if it held
    print_text(path.read_text("utf-8", "replace") if path.is_file() else default_config())
    return code


def editor_command(environ: Mapping[str, str]) -> list[str]:
    """Return the editor and its arguments, without the file: ``VISUAL``, ``EDITOR``, else one that is there.

    Raises:
        ConfigError: what is said cannot be read as a command, or there is none at all.
    """
    for name in ("VISUAL", "EDITOR"):
        try:
            words = shlex.split(environ.get(name, ""))
        except ValueError as error:
            raise ConfigError("a quotation mark is missing in it", name, "write it as in a shell") from error
        if words:
            return words
    for editor in _EDITORS:
        if shutil.which(editor):
            return [editor]
    raise ConfigError("no editor is known", "", "set EDITOR to the name of yours")


def _edit(path: Path) -> int:
    """Open the settings in the editor, again as long as there is a mistake in them and the reader wants to."""
    from newsreader.config import write_default_config

    editor = editor_command(os.environ)
    write_default_config(path)
    while True:
        try:
            done = subprocess.run([*editor, str(path)], check=False)  # noqa: S603 - the reader's own editor
        except OSError as error:
            advice = "set EDITOR to the name of yours"
            raise ConfigError(f"cannot be started ({error.strerror})", editor[0], advice) from error
        if done.returncode != 0:
            say(f"{editor[0]} ended with {done.returncode}; the settings are in {path}")
            return FAILED
        if (code := _checked()) == DONE or not _again():
            return code


def _checked() -> int:
    """Say every mistake in the settings, those in the keys among them."""
    from newsreader.config import read_settings, where_set

    settings = read_settings()
    wrong = [str(mistake) for mistake in settings.mistakes]
    if settings.keys or settings.commands:
        from newsreader.tui.keymap import reader_keymap

        wrong += reader_keymap(settings.keys, settings.commands, lambda id_: where_set(settings, id_))[2]
    for sentence in wrong:
        say(sentence)
    return FAILED if wrong else DONE


def _again() -> bool:
    """Ask a reader who is there whether to edit once more."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    print("newsreader: edit it again? [Y/n] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in {"", "y", "yes"}
