"""One command's session: the settings read, the newsroom opened, and both let go of at the end."""

import argparse
import asyncio
import signal
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import TYPE_CHECKING

from newsreader.cli.outcome import FAILED, say
from newsreader.model import LibraryError

if TYPE_CHECKING:
    from newsreader.config import Settings
    from newsreader.newsroom import Newsroom

Command = Callable[["Newsroom", argparse.Namespace], Awaitable[int]]

ENDED = 143
"""As shells count it: 128 + SIGTERM."""

_LONGEST_ID = 20
"""Digits; no id has so many, and Python turns no more than 4,300 into a number."""


def in_newsroom(command: Command) -> Callable[[argparse.Namespace], int]:
    """Make a command that is given an open newsroom into one that the parser can call."""

    @wraps(command)
    def run(args: argparse.Namespace) -> int:
        try:
            return asyncio.run(_run(command, args))
        except asyncio.CancelledError:
            return ENDED

    return run


def headline_id(text: str) -> int | None:
    """Return the id that ``text`` is, or None when it is something else, such as an address."""
    return int(text[:_LONGEST_ID]) if text.isdecimal() else None


def settings_of(args: argparse.Namespace) -> "Settings":
    """Return the settings; what cannot be understood in them is said, and the command goes on without it."""
    from newsreader.config import read_settings

    settings = read_settings(library=args.library)
    for mistake in settings.mistakes:
        say(str(mistake))
    return settings


async def _run(command: Command, args: argparse.Namespace) -> int:
    from newsreader.wiring import open_newsroom

    newsroom = open_newsroom(settings_of(args))
    try:
        _end_in_order()
        if newsroom.read_only:
            say(newsroom.read_only)
        return await command(newsroom, args)
    except LibraryError as error:
        if str(error) == newsroom.read_only:  # that was said
            return FAILED
        raise
    finally:
        await newsroom.close()


def _end_in_order() -> None:
    """Let the command be cancelled when the system or the terminal ends it, so that no child or file is left over.

    Ctrl+C is asyncio's own: ``asyncio.run`` cancels the command, and raises KeyboardInterrupt when it has ended.
    """
    command = asyncio.current_task()
    if command is not None:
        for number in (signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) is signal.SIG_IGN:  # as under nohup
                continue
            asyncio.get_running_loop().add_signal_handler(number, command.cancel)
