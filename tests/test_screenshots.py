"""The pictures in the README show the program as it is."""

import re
import subprocess
import sys
from html import unescape
from pathlib import Path

ROOT = Path(__file__).parents[1]


def words(svg: str) -> list[str]:
    """Return what stands in a picture, run by run; colours may differ from one version of Pillow to another."""
    return [unescape(text) for text in re.findall(r"<text [^>]*>([^<]*)</text>", svg)]


def test_the_pictures_are_as_the_program_draws_them_today(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "screenshots" / "make.py"), "--to", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    drawn = {file.name: words(file.read_text("utf-8")) for file in tmp_path.glob("*.svg")}
    kept = {file.name: words(file.read_text("utf-8")) for file in (ROOT / "screenshots").glob("*.svg")}
    stale = {name for name in drawn.keys() | kept.keys() if drawn.get(name) != kept.get(name)}
    assert stale == set(), "make them again: python screenshots/make.py"


def test_every_picture_of_the_readme_is_there() -> None:
    shown = re.findall(r"\]\((screenshots/[^)]+)\)", (ROOT / "README.md").read_text("utf-8"))
    assert shown
    assert all((ROOT / file).is_file() for file in shown)
