"""The program imported once, and forked for every command: all of a process of its own but the start of Python.

A command in it has its own arguments, environment, streams, signal handlers and module state, and ends as any
process does. What the interpreter reads while it starts (``-W``, ``PYTHONIOENCODING``) is as when this was
started; a test about that, or about streams and signals, runs a real ``python -m newsreader``. The workshop's
fork server, whose children serve one command each as ever, is started once too.
"""

import gc
import importlib
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from multiprocessing import forkserver
from pathlib import Path
from types import TracebackType
from typing import Self

from newsreader.__main__ import main
from newsreader.workshop.pool import start_server
from support.command import Done

PATIENCE = 60.0
"""Seconds within which a command must have ended."""

_IMPORTED = (
    *("newsreader.cli.articles", "newsreader.cli.bring_in", "newsreader.cli.export", "newsreader.cli.headlines"),
    *("newsreader.cli.sources", "newsreader.cli.upkeep", "newsreader.cli.weather", "newsreader.wiring"),
    *("newsreader.formats", "newsreader.workshop.bench", "newsreader.demo", "httpx", "pebble", "tzlocal"),
)
"""What most commands import; what is not here is imported by the command that needs it."""

_MOST_BYTES = 1 << 16
"""Of a command with its environment."""


class Ready:
    """The waiting process; a context manager. Commands run one after the other."""

    def __init__(self) -> None:
        self._ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._ours.settimeout(PATIENCE)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-W", "error", "-m", "support.ready", str(theirs.fileno())],
                cwd=Path(__file__).parents[1],
                pass_fds=[theirs.fileno()],
                env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
            )

    def run(self, *args: str, env: Mapping[str, str], stdin: bytes = b"") -> Done:
        """Run ``newsreader`` with arguments in an environment, and wait for its end."""
        reading, writing = os.pipe()
        feeding = threading.Thread(target=_feed, args=(writing, stdin))
        feeding.start()
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            told = json.dumps([args, dict(env)]).encode()
            socket.send_fds(self._ours, [told], [reading, out.fileno(), err.fileno()])
            os.close(reading)
            code = int(self._ours.recv(_MOST_BYTES))
            feeding.join()
            for file in (out, err):
                file.seek(0)
            return Done(code, out.read().decode(), err.read().decode())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ours.close()
        self._process.wait(PATIENCE)


def _feed(writing: int, data: bytes) -> None:
    with suppress(BrokenPipeError), open(writing, "wb", buffering=0) as pipe:  # it may not be read to its end
        pipe.write(data)


def _serve(descriptor: int) -> int:
    """Fork for every command that comes; return the exit code, in the process that waits and in each command."""
    for name in _IMPORTED:
        importlib.import_module(name)
    start_server()
    gc.freeze()
    with socket.socket(fileno=descriptor) as theirs:
        while True:
            told, streams, _, _ = socket.recv_fds(theirs, _MOST_BYTES, 3)
            if not told:
                return 0
            child = os.fork()
            if not child:
                break
            for stream in streams:
                os.close(stream)
            theirs.send(str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])).encode())
    args, env = json.loads(told)
    _become(args, env, streams)
    return main()


def _become(args: Sequence[str], env: Mapping[str, str], streams: Sequence[int]) -> None:
    """Make this process one that was started with these arguments, environment and streams."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.environ.clear()
    os.environ.update(env)
    time.tzset()
    sys.argv[1:] = args
    for owner in (forkserver, forkserver._forkserver):  # it runs, but is no child of ours to be asked for
        vars(owner).update(ensure_running=_nothing)


def _nothing() -> None:
    """Do nothing."""


if __name__ == "__main__":
    sys.exit(_serve(int(sys.argv[1])))
