"""How the tests ask the edition over a real socket."""

import http.client
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

NOON = datetime(2023, 3, 30, 12, 7, 41, tzinfo=UTC)
"""What the edition's clock says."""


@dataclass(frozen=True)
class Got:
    """What came back from the wire; header names are in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


Get = Callable[..., Got]
"""From a path, a method (GET unless told) and headers (``If_None_Match=…``) to what came back."""


def asker(url: str) -> Get:
    """Return a function that asks the server at ``url``, a connection each time."""
    port = urlsplit(url).port

    def ask(path: str, method: str = "GET", **headers: str) -> Got:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            names = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, headers=names)
            answer = connection.getresponse()
            return Got(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    return ask
