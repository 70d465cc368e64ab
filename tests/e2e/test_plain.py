"""The plain mode on a terminal that knows lines only, and on none."""

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from e2e.conftest import OpenReader
from newsreader.cli.talking import speaks_ascii

pytestmark = pytest.mark.terminal


def test_a_dumb_terminal_is_talked_to_in_lines(reader: OpenReader) -> None:
    with reader("--demo", columns=100, rows=60, TERM="dumb", LC_ALL="C") as terminal:
        terminal.wait_for("Headlines:")
        terminal.press("1\r")
        terminal.wait_for("Good evening.")
        assert max(len(line.rstrip()) for line in terminal.lines) < 100, "words are whole"
        terminal.press("\x03")
        terminal.wait_for("Stopped; q quits.")
        terminal.press("bakc\x7f\x7fck\r")
        terminal.wait_for("Headlines: ")
        terminal.press("\x1b[A\x1b[A\r")  # up twice: the 1 again
        terminal.wait_for(lambda screen: screen.text.count("Good evening.") == 2)
        terminal.press("\x04")
        assert terminal.wait_for_end() == 0
        assert terminal.sent.endswith(b"Article: \r\n"), "the shell begins a line of its own"
        assert re.findall(rb"[^\x20-\x7e\r\n\t\x08\x07]", terminal.sent) == []


def test_lines_from_a_pipe_are_answered_until_the_program_is_ended(home: dict[str, str], tmp_path: Path) -> None:
    command = [sys.executable, "-W", "error", "-m", "newsreader", "--plain", "--library", str(tmp_path / "library")]
    pipe = subprocess.PIPE
    with (
        socket.create_server(("127.0.0.1", 0)) as silent,
        subprocess.Popen(command, env={**os.environ, **home}, stdin=pipe, stdout=pipe, stderr=pipe) as talk,
    ):
        assert talk.stdin is not None
        talk.stdin.write(
            f"\udcff\na http://127.0.0.1:{silent.getsockname()[1]}/\n".encode("utf-8", "surrogateescape")
        )
        talk.stdin.flush()
        connection, _ = silent.accept()
        talk.send_signal(signal.SIGTERM)
        said, complaints = talk.communicate(timeout=60)
        connection.close()
    assert (talk.returncode, complaints) == (143, b"")
    lines = said.decode().splitlines()
    assert lines[-2].startswith("There is no command")
    assert lines[-1] == "Fetching…"
    assert "Headlines: " not in said.decode()


@pytest.mark.parametrize(
    ("environ", "ascii_only"),
    [
        ({}, False),
        ({"LC_ALL": "C"}, True),
        ({"LC_CTYPE": "C.UTF-8", "LANG": "C"}, True),
        ({"LC_ALL": "C.UTF-8", "LANG": "C"}, False),
        ({"LANG": "en_GB.UTF-8"}, False),
        ({"LC_CTYPE": "POSIX", "LANG": "en_GB.UTF-8"}, True),
    ],
)
def test_a_locale_of_ascii_is_taken_at_its_word(environ: dict[str, str], ascii_only: bool) -> None:
    assert speaks_ascii(environ) is ascii_only
