"""Whatever goes wrong, what was said to be saved is there, and the program goes on."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from e2e.conftest import OpenReader
from support.loopback import Answer, Loopback
from support.site import PNG, open_site, png

pytestmark = pytest.mark.terminal

TITLES = [f"Story number {n} of a long day" for n in range(40)]


def command(library: Path, *args: str) -> list[str]:
    return [sys.executable, "-m", "newsreader", "--library", str(library), *args]


def headlines(library: Path, home: dict[str, str], *args: str) -> list[dict[str, object]]:
    done = subprocess.run(command(library, "headlines", "--json", *args), env=home, check=True, capture_output=True)
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


def assert_sound(library: Path) -> None:
    with sqlite3.connect(library / "library.db") as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    database.close()


def test_killed_right_after_the_star_the_bookmark_is_there(
    reader: OpenReader, site: Loopback, tmp_path: Path, home: dict[str, str]
) -> None:
    library = tmp_path / "library"
    subprocess.run(command(library, "add", open_site(site, TITLES)), env=home, check=True, capture_output=True)
    for kept in range(1, 3):
        terminal = reader("--library", str(library))
        terminal.wait_for(TITLES[0][:14])
        terminal.press("j" * kept)
        terminal.press("b")
        terminal.wait_for("Kept for offline")
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.wait_for_end()
        assert_sound(library)
        assert len(headlines(library, home, "--bookmarked")) == kept


def test_a_full_disk_is_told_in_one_line_and_loses_nothing(
    site: Loopback, tmp_path: Path, home: dict[str, str]
) -> None:
    library = tmp_path / "library"
    subprocess.run(command(library, "add", open_site(site)), env=home, check=True, capture_output=True)
    first = str(headlines(library, home)[0]["id"])
    largest = max(file.stat().st_size for file in library.iterdir()) // 1024
    full = ["bash", "-c", f'ulimit -f {largest}; exec "$@"', "bash", *command(library, "save", first)]
    site.routes |= {f"/picture/{n}.png": Answer(png(600, 400, noise=True), headers=PNG) for n in (1, 2)}
    done = subprocess.run(
        full, env=home | {"PATH": os.environ["PATH"]}, check=False, capture_output=True, text=True
    )
    assert done.returncode in {1, 3}
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1
    assert_sound(library)
    assert len(headlines(library, home)) == 2
    done = subprocess.run(command(library, "save", first), env=home, check=False, capture_output=True, text=True)
    assert done.returncode == 0
