"""One command's session: the settings read, the newsroom opened, and both let go of at the end."""

import argparse
import asyncio
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.newsroom import Newsroom

Command = Callable[["Newsroom", argparse.Namespace], Awaitable[int]]

_LONGEST_ID = 20
"""Digits; no id has so many, and Python turns no more than 4,300 into a number."""


def in_newsroom(command: Command) -> Callable[[argparse.Namespace], int]:
    """Make a command that is given an open newsroom into one that the parser can call."""

    @wraps(command)
    def run(args: argparse.Namespace) -> int:
        return asyncio.run(_run(command, args))

    return run


def headline_id(text: str) -> int | None:
    """Return the id that ``text`` is, or None when it is something else, such as an address."""
    return int(text[:_LONGEST_ID]) if text.isdecimal() else None


async def _run(command: Command, args: argparse.Namespace) -> int:
    from newsreader.config import load_settings
    from newsreader.wiring import open_newsroom

    newsroom = open_newsroom(load_settings(library=args.library))
    try:
        return await command(newsroom, args)
    finally:
        await newsroom.close()
