"""The house stands as it was drawn: imports go down only, and nothing heavy is loaded before it is needed."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("httpx", "lxml", "readability", "feedparser", "PIL", "pebble", "tzlocal", "multiprocessing.pool")
ROOT = Path(__file__).parents[1]


def loaded_after(code: str) -> set[str]:
    """Return the names of all modules that a fresh process has loaded after ``code``."""
    show = "import sys; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", f"{code}; {show}"], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_imports_go_down_a_floor_only() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "code",
    [
        "import newsreader.newsroom, newsreader.wiring, newsreader.tui",
        "from newsreader.cli import run; from newsreader.cli.parser import make_parser; make_parser()",
    ],
    ids=["screen", "command line"],
)
def test_the_first_paint_waits_for_nothing_heavy(code: str) -> None:
    loaded = loaded_after(code)
    assert not loaded & set(HEAVY)


def test_the_command_line_starts_without_textual() -> None:
    assert "textual" not in loaded_after("from newsreader.cli.parser import make_parser; make_parser()")


def test_files_are_rooms_not_halls() -> None:
    long = {
        str(file.relative_to(ROOT)): lines
        for file in (ROOT / "src").rglob("*.py")
        if (lines := len(file.read_text("utf-8").splitlines())) > 300
    }
    assert long == {}
