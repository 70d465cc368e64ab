"""Starting and stopping the pool of children, also inside a running Textual app."""

import contextlib
import io
import signal
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from newsreader.workshop.tasks import PRELOAD

if TYPE_CHECKING:
    from pebble import ProcessPool

MEMORY = 1 << 30
"""Bytes of address space for a child: three times what the worst page of 5 MB was seen to need."""

_TASKS_A_LIFE = 500
"""Tasks after which a child makes way for a fresh one, so that what a library leaks is given back."""


def start_server() -> None:
    """Start the fork server, which then imports what children need, in its own process and on another core.

    Ctrl+C, which the terminal sends to every process in its foreground, is for the reader only.

    Raises:
        OSError: the system does not let us.
    """
    import multiprocessing
    from multiprocessing import forkserver

    _start_tracker()
    multiprocessing.get_context("forkserver").set_forkserver_preload(list(PRELOAD))
    deaf = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # what is started now is born with this mask
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, deaf)


def start_pool(processes: int, memory: int = MEMORY) -> "ProcessPool":
    """Return a pool whose children are running; with a cold fork server it takes a quarter of a second.

    Raises:
        OSError, RuntimeError, EOFError: the system does not let us.
    """
    import multiprocessing

    start_server()  # before pebble is imported, which costs as much again
    from pebble import ProcessPool

    from newsreader.workshop.bench import settle

    context = multiprocessing.get_context("forkserver")
    pool = ProcessPool(
        max_workers=processes, max_tasks=_TASKS_A_LIFE, initializer=settle, initargs=(memory,), context=context
    )
    if not pool.active:  # asking starts it
        raise RuntimeError("the pool did not start")
    return pool


def stop_pool(pool: "ProcessPool") -> None:
    """Stop ``pool`` and end its children, whatever they are doing."""
    stop: Callable[[], object] = pool.stop  # pebble says no types here
    stop()
    pool.join()


def _start_tracker() -> None:
    """Start multiprocessing's resource tracker, which wants a standard error with a file descriptor.

    Textual puts one in place of ``sys.stderr`` that has none; the tracker is given the real one then.
    """
    from multiprocessing import resource_tracker

    if _has_descriptor(sys.stderr):
        resource_tracker.ensure_running()
        return
    with contextlib.redirect_stderr(sys.__stderr__):
        resource_tracker.ensure_running()


def _has_descriptor(stream: object) -> bool:
    try:
        return stream is not None and isinstance(stream, io.TextIOBase) and stream.fileno() >= 0
    except (OSError, ValueError):
        return False
