"""The program in a shell of a real terminal: suspended and brought back."""

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
