"""Writing what the reader did, while the reader goes on; the program waits for it before it quits."""

from collections.abc import Awaitable, Callable
from typing import Any

from textual.screen import Screen

from newsreader.tui.screens.telling import told

GROUP = "marks"
"""The workers that write what the reader did."""


def write_down(host: Screen[Any], write: Callable[[], Awaitable[None]]) -> None:
    """Have something written; where that fails, the reader is told."""
    host.run_worker(_write(host, write), group=GROUP)


async def _write(host: Screen[Any], write: Callable[[], Awaitable[None]]) -> None:
    with told(host.app):
        await write()
