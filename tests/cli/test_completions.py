"""Completions, asked for as bash asks for them, and written for every shell."""

import asyncio
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsreader.cli import run
from newsreader.library import Library
from support.libraries import Clock

Ask = Callable[[str], list[str]]

ASK = """
source /dev/stdin
COMP_LINE="newsreader $1" COMP_POINT=${#COMP_LINE} COMP_TYPE=9 COMP_WORDBREAKS=$' \\t\\n"'
_python_argcomplete newsreader
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture
def ask(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Return a function that has bash complete a line."""
    assert run(["completions", "bash"]) == 0
    code = capsys.readouterr().out
    environ = {"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", "HOME": str(tmp_path), "LANG": "C.UTF-8"}

    def complete(line: str) -> list[str]:
        done = subprocess.run(
            ["bash", "-c", ASK, "bash", line],
            input=code,
            capture_output=True,
            text=True,
            env=environ,
            cwd=tmp_path,
            check=True,
        )
        return [word.strip() for word in done.stdout.splitlines()]

    return complete


def test_commands_values_files_and_sources_are_completed(ask: Ask, tmp_path: Path) -> None:
    async def subscribe(library: Library) -> None:
        await library.subscribe("https://mole.example/feed", "The Mole")
        await library.subscribe("https://paper.example/feed", "The Paper's")

    library = Library.open(tmp_path / "library", now=Clock())
    asyncio.run(subscribe(library))
    library.close()
    (tmp_path / "feeds.opml").touch()
    assert set(ask("re")) == {"remove", "refresh", "read"}
    assert ask("import fe") == ["feeds.opml"]
    assert ask("--library library remove The") == ["The\\ Mole", "The\\ Paper\\'s"]
    assert all(word.startswith("-") for word in ask("add ")), "no file is an address"
    assert not (tmp_path / ".local").exists(), "a library is not made by looking for one"


def test_every_shell_gets_completions_it_can_read(capsys: pytest.CaptureFixture[str]) -> None:
    for shell in ("bash", "zsh", "fish", "tcsh", "powershell"):
        assert run(["completions", shell]) == 0
        code = capsys.readouterr().out
        assert "newsreader" in code
        if shell in {"bash", "zsh", "fish"} and shutil.which(shell):
            subprocess.run([shell, "-n"], input=code, text=True, check=True)
