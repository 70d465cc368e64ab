"""The HTTP server under the edition: daemon threads on a free port of 127.0.0.1, one answer a connection."""

import selectors
import socket
import socketserver
import threading
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from newsreader.demo.answer import Answer

Answers = Callable[[str, Mapping[str, str]], Answer]
"""From a request's target (path and query) and its headers, names in lower case, to what to answer."""

_PATIENCE = 10.0
"""Seconds that a connection may stay silent."""


class Server:
    """A listening port from the moment it is made; ``url`` is its root, ending in a slash."""

    def __init__(self) -> None:
        self._http = _Quiet(("127.0.0.1", 0), BaseHTTPRequestHandler)
        self._http.timeout = 0
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}/"
        self._wake, self._woken = socket.socketpair()
        self._thread = threading.Thread(target=self._serve, name="built-in edition", daemon=True)

    def start(self, answers: Answers) -> None:
        """Begin to answer."""
        self._http.RequestHandlerClass = _handler(answers)
        self._thread.start()

    def stop(self) -> None:
        """Close the port. The thread is woken, not waited for until it next looks, so this takes no time."""
        self._wake.send(b".")
        self._thread.join()
        self._http.server_close()
        self._wake.close()
        self._woken.close()

    def _serve(self) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(self._http, selectors.EVENT_READ)
            selector.register(self._woken, selectors.EVENT_READ)
            while all(key.fileobj is not self._woken for key, _ in selector.select()):
                self._http.handle_request()


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def server_bind(self) -> None:
        """Bind without asking the name service what 127.0.0.1 is called, which can take seconds offline."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing when a client hangs up: the terminal belongs to the reader."""


def _handler(answers: Answers) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = _PATIENCE

        def do_GET(self) -> None:
            self._send(with_body=True)

        def do_HEAD(self) -> None:
            self._send(with_body=False)

        def _send(self, *, with_body: bool) -> None:
            answer = answers(self.path, {name.lower(): value for name, value in self.headers.items()})
            self.send_response(answer.status)
            if answer.status != 304:
                self.send_header("Content-Type", answer.content_type)
                self.send_header("Content-Length", str(len(answer.body)))
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            if with_body:
                self.wfile.write(answer.body)

        def log_message(self, *args: object) -> None:
            """Keep no log."""

        def version_string(self) -> str:
            return "newsreader"

    return Handler
