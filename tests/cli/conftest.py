"""The program as a command, in a process and with folders of its own."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support.command import Done
from support.loopback import Loopback
from support.ready import Ready

Newsreader = Callable[..., Done]


@pytest.fixture
def site() -> Iterator[Loopback]:
    with Loopback() as server:
        yield server


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """Return an environment in which nothing of the person who runs the tests is read or written."""
    config = tmp_path / "config" / "newsreader"
    config.mkdir(parents=True)
    closed = "http://127.0.0.1:9/"
    (config / "config.toml").write_text(
        f'[weather]\nforecast_url = "{closed}"\ngeocoding_url = "{closed}"\nfallback_url = "{closed}"\n'
    )
    return {
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "TZ": "UTC",
        "LANG": "C.UTF-8",
        "PATH": "/usr/bin:/bin",
    }


@pytest.fixture(scope="session")
def ready() -> Iterator[Ready]:
    with Ready() as waiting:
        yield waiting


@pytest.fixture
def newsreader(home: dict[str, str], ready: Ready) -> Newsreader:
    """Return a function that runs ``newsreader`` with arguments, and waits for its end."""

    def run(*args: str, stdin: bytes = b"", **env: str) -> Done:
        return ready.run(*args, env=home | env, stdin=stdin)

    return run


@pytest.fixture
def started_newsreader(home: dict[str, str]) -> Newsreader:
    """Return the same, but one that starts Python for it: a second more, for what is about that start."""

    def run(*args: str, stdin: bytes = b"", **env: str) -> Done:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-m", "newsreader", *args],
            input=stdin,
            capture_output=True,
            env=home | env,
            timeout=60,
            check=False,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
