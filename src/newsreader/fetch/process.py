"""A fetcher in a process of its own: hundreds of requests under way hold up nothing on the screen."""

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import Iterable
from itertools import count

from newsreader.fetch.channel import Channel
from newsreader.fetch.errand import Cancel, Done, Fetch, Trust
from newsreader.fetch.hosts import host_of, server_of
from newsreader.fetch.messages import Request, Response
from newsreader.fetch.trail import shown
from newsreader.model import FetchError

_COMMAND = (sys.executable, "-P", "-m", "newsreader.fetch.child")
"""``-P``: no module of the folder that the reader happens to be in."""
_ENDING = 1.0
"""Seconds that it may take to end by itself."""


class FetchProcess:
    """Fetches as ``Fetcher`` does, and with its defaults, but elsewhere; this process never imports httpx.

    The other process is started by the first fetch, and again by the next one after it has died. It ends when
    this one does, however that comes about. It belongs to the event loop it first fetches in.
    """

    def __init__(self) -> None:
        self._trusted: set[str] = set()
        self._numbers = count()
        self._answers: dict[int, asyncio.Future[Response]] = {}
        self._starting = asyncio.Lock()
        self._channel: Channel | None = None
        self._listening: asyncio.Task[None] | None = None

    def trust(self, url: str, *, only_port: bool = False) -> None:
        """Let the host of ``url`` be one inside the reader's own network; see ``Client``."""
        self.trust_hosts([server_of(url) if only_port else host_of(url)])

    def trust_hosts(self, hosts: Iterable[str]) -> None:
        """Trust many hosts at once, each as ``host_of`` tells it."""
        new = frozenset(hosts) - self._trusted
        self._trusted |= new
        if new and self._channel is not None:
            self._channel.send(Trust(new))

    async def fetch(self, request: Request) -> Response:
        """Return what ``request.url`` answers; see ``Client``.

        Raises:
            FetchError: also when the other process cannot be started, or died.
        """
        channel = await self._opened(request)
        number = next(self._numbers)
        answer: asyncio.Future[Response] = asyncio.get_running_loop().create_future()
        self._answers[number] = answer
        channel.send(Fetch(number, request))
        try:
            return await answer
        except asyncio.CancelledError:
            channel.send(Cancel(number))
            raise
        finally:
            self._answers.pop(number, None)

    async def close(self) -> None:
        """End the other process, whatever it is doing."""
        if self._channel is not None and self._listening is not None:
            self._channel.close()
            await self._listening

    async def _opened(self, request: Request) -> Channel:
        async with self._starting:
            if self._channel is None:
                self._channel = await self._start(shown(request.url))
            return self._channel

    async def _start(self, where: str) -> Channel:
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                process = _process(theirs)
            except OSError as error:
                ours.close()
                raise FetchError("the process that fetches cannot be started", where, str(error)) from error
        channel = await Channel.on(ours)
        channel.send(Trust(frozenset(self._trusted)))
        self._listening = asyncio.create_task(self._listen(channel, process))
        return channel

    async def _listen(self, channel: Channel, process: "subprocess.Popen[bytes]") -> None:
        """Hand out what comes; when the other end is gone, all that were waiting are told."""
        try:
            async for done in channel.values():
                self._hand_out(done)
                await asyncio.sleep(0)  # what is done with it may take a moment: a key goes before the next
        finally:  # also when what comes is none of ours
            channel.close()
            self._channel = None
            for number in tuple(self._answers):
                self._hand_out(Done(number, FetchError("the process that fetches has ended", advice="try again")))
            await asyncio.to_thread(_end, process)

    def _hand_out(self, done: Done) -> None:
        answer = self._answers.pop(done.number, None)
        if answer is None or answer.done():
            return
        if isinstance(done.outcome, Response):
            answer.set_result(done.outcome)
        else:
            answer.set_exception(done.outcome)


def _process(end: socket.socket) -> "subprocess.Popen[bytes]":
    """Start the other process, with one end of a socket as its standard input."""
    paths = os.pathsep.join(filter(None, sys.path))
    return subprocess.Popen(  # noqa: S603 - ourselves
        _COMMAND,
        stdin=end.fileno(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": paths},
        start_new_session=True,  # Ctrl+C and the like are for the reader only
    )


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Wait until a process has ended, and make it."""
    try:
        process.wait(_ENDING)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
