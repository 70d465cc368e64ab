"""A web server on 127.0.0.1 that answers as a test tells it to, over real sockets."""

import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self


@dataclass(frozen=True)
class Asked:
    """One request as it came in; header names are in lower case."""

    path: str
    headers: dict[str, str]


@dataclass(frozen=True)
class Answer:
    """What to answer: a status, headers and a body, or (``raw``) bytes put on the wire as they are."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    raw: bytes | None = None


Route = Answer | Callable[[Asked], Answer]


class Loopback:
    """A server with a route for each path (the query is not part of it); any other path is a 404.

    Use it as a context manager; ``url(path)`` is an address on it, ``asked`` every request so far.
    Routes may be changed at any time. A route that is a function runs in a thread of its own.
    """

    def __init__(
        self,
        routes: dict[str, Route] | None = None,
        *,
        tls: ssl.SSLContext | None = None,
        host: str = "127.0.0.1",
        port: int = 0,
    ) -> None:
        self.routes: dict[str, Route] = dict(routes or {})
        self.asked: list[Asked] = []
        self._server = _Server((host, port), _handler(self))
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self._scheme = "http" if tls is None else "https"
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """Return the address of ``path`` on this server."""
        return f"{self._scheme}://{host}:{self.port}{path}"

    def count(self, path: str) -> int:
        """Return how often ``path`` was asked for."""
        return sum(asked.path.partition("?")[0] == path for asked in self.asked)

    def answer(self, asked: Asked) -> Answer:
        """Return what the routes say to a request."""
        self.asked.append(asked)
        route = self.routes.get(asked.path.partition("?")[0])
        if route is None:
            return Answer(b"not found", 404, {"Content-Type": "text/plain"})
        return route if isinstance(route, Answer) else route(asked)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Go offline: nothing listens on the port any more."""
        self._server.shutdown()
        self._server.server_close()


def closed_port() -> int:
    """Return a port of 127.0.0.1 on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 256

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing when a client hangs up, as the tests make them do."""


def _handler(loopback: Loopback) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            answer = loopback.answer(Asked(self.path, {k.lower(): v for k, v in self.headers.items()}))
            if answer.raw is not None:
                self.wfile.write(answer.raw)
                self.close_connection = True
                return
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if "Content-Length" not in answer.headers and "Transfer-Encoding" not in answer.headers:
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *args: object) -> None:
            """Keep no log."""

    return Handler
