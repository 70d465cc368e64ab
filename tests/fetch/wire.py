"""A TCP server that does with each connection what a test says, byte by byte."""

import socket
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

Script = Callable[[socket.socket, threading.Event], None]


class Wire:
    """Runs ``script(connection, ended)`` for each connection, in a thread of its own, once the request is in."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._ended = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._threads: list[threading.Thread] = []
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}/"

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        with socket.create_connection(self._listener.getsockname()):  # wakes accept
            pass
        for thread in self._threads:
            thread.join(5)
        self._listener.close()

    def _start(self, target: Callable[..., None], *args: socket.socket) -> None:
        thread = threading.Thread(target=target, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            if self._ended.is_set():
                connection.close()
                return
            self._start(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            try:
                if connection.recv(65536):  # the request, in one piece as small as it is
                    self._script(connection, self._ended)
            except OSError:  # the client has hung up, as it should
                return


def drip(head: bytes, byte: bytes = b"x", every: float = 0.02) -> Script:
    """Return a script that sends ``head``, then one byte at a time without end."""

    def script(connection: socket.socket, ended: threading.Event) -> None:
        connection.sendall(head)
        while not ended.wait(every):
            connection.sendall(byte)

    return script


def once(answer: bytes) -> Script:
    """Return a script that sends ``answer`` and hangs up."""

    def script(connection: socket.socket, ended: threading.Event) -> None:
        connection.sendall(answer)

    return script
