"""The child's side: what it may use, and how it runs one task."""

import contextlib
import fcntl
import gc
import importlib
import multiprocessing
import multiprocessing.connection
import os
import resource
import signal
from collections.abc import Callable
from typing import Any

from newsreader.model import NewsreaderError

_GRACE = 2.0
"""Seconds after its deadline at which a child that nobody stopped stops itself."""


class MishapError(Exception):
    """An exception that is not one of the house; ``args`` are its type's name and what it said.

    Foreign libraries raise exceptions that do not survive the way between processes; this one does.
    """


def settle(memory: int) -> None:
    """Set a new child up, with ``memory`` bytes of address space at most.

    It dies at once by the default of each signal: SIGTERM when the workshop closes or a deadline has come
    (pebble's own handler would wait for C code to return), SIGIO when the parent is gone.
    """
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGIO, signal.SIG_DFL)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    with contextlib.suppress(ValueError, OSError):  # macOS knows no limit of address space
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _die_with_parent()
    gc.freeze()  # what was preloaded is not garbage, and its pages stay shared with the fork server


def perform(name: str, args: tuple[Any, ...], seconds: float) -> Any:
    """Run the function ``name`` (``module:function``), in ``seconds`` at most.

    Raises:
        NewsreaderError: as the function raised it.
        MemoryError: it wanted more than there is.
        MishapError: any other exception.
    """
    signal.setitimer(signal.ITIMER_REAL, seconds + _GRACE)
    try:
        return _named(name)(*args)
    except (NewsreaderError, MemoryError):
        raise
    except Exception as error:
        raise MishapError(type(error).__name__, str(error)[:500]) from error
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _named(name: str) -> Callable[..., Any]:
    module, _, path = name.partition(":")
    found: Any = importlib.import_module(module)
    for part in path.split("."):
        found = getattr(found, part)
    function: Callable[..., Any] = found
    return function


def _die_with_parent() -> None:
    """Have the kernel send SIGIO when the parent's end of the pipe between us closes, however it died.

    A thread that watches the pipe would not run while a regular expression holds the interpreter.
    """
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    with contextlib.suppress(OSError):
        fcntl.fcntl(parent.sentinel, fcntl.F_SETOWN, os.getpid())
        flags = fcntl.fcntl(parent.sentinel, fcntl.F_GETFL)
        fcntl.fcntl(parent.sentinel, fcntl.F_SETFL, flags | os.O_ASYNC)
    if multiprocessing.connection.wait([parent.sentinel], 0):  # gone already, while this child was being started
        os._exit(1)
