"""The program in a shell of a real terminal: suspended, brought back, told to end."""

import os
import signal
import sys
from pathlib import Path

import pytest

from support.terminal import Terminal

PROGRAM = Path(sys.executable).parent / "newsreader"
NAME = "Stepanakert"


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """Return an environment without anything of the person who runs the tests."""
    return {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}


@pytest.mark.skipif(os.name != "posix", reason="signals of a shell")
def test_suspended_and_brought_back_it_is_whole_again(env: dict[str, str]) -> None:
    with Terminal(["/bin/sh", "-i"], env={**env, "PS1": "shell> "}) as terminal:
        terminal.press(f"{PROGRAM} --demo\r")
        terminal.wait_for("min to read")
        terminal.press("\x1a")
        terminal.wait_for("shell>")
        terminal.press("clear; fg\r")
        terminal.wait_for(lambda shown: NAME in shown.lines[0] and "keys" in shown.lines[-1])
        terminal.press("q")
        terminal.wait_for("shell>")


@pytest.mark.skipif(os.name != "posix", reason="signals of a shell")
def test_told_to_end_it_leaves_the_terminal_as_it_was(env: dict[str, str]) -> None:
    with Terminal([str(PROGRAM), "--demo"], env=env) as terminal:
        terminal.wait_for(NAME)
        os.kill(terminal.pid, signal.SIGTERM)
        assert terminal.wait_for_end() == 0
        for mode in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?2004l"):
            assert mode in terminal.sent[-400:]
