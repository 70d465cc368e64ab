"""The program in a real pseudo-terminal, with folders of its own and no way to the outside."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from support.loopback import Loopback, closed_port
from support.terminal import Terminal

OpenReader = Callable[..., Terminal]


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """Return an environment without network: whatever is not on loopback is sent to a proxy that is not there."""
    dead = f"http://127.0.0.1:{closed_port()}"
    return {
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "TZ": "Asia/Yerevan",
        "HTTP_PROXY": dead,
        "HTTPS_PROXY": dead,
        "NO_PROXY": "127.0.0.1",
    }


@pytest.fixture
def reader(home: dict[str, str]) -> Iterator[OpenReader]:
    """Return a function that runs ``newsreader`` with arguments in a terminal; killed at the end of the test."""
    with ExitStack() as terminals:

        def run(*args: str, columns: int = 120, rows: int = 40, **env: str) -> Terminal:
            command = [sys.executable, "-m", "newsreader", *args]
            return terminals.enter_context(Terminal(command, columns=columns, rows=rows, env=home | env))

        yield run


@pytest.fixture
def site() -> Iterator[Loopback]:
    with Loopback() as server:
        yield server
