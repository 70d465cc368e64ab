"""The manual page: whole, without a warning of its setter, and as the program is now."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.cli import roff
from newsreader.cli.manual import manual
from newsreader.cli.parser import make_parser
from newsreader.tui.commands import COMMANDS

PAGE = Path(__file__).parents[2] / "src" / "newsreader.1"

needs_groff = pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")


def groff(page: str) -> subprocess.CompletedProcess[str]:
    """Return what groff made of a page and said to it."""
    command = ["groff", "-man", "-ww", "-Tascii", "-P-cbou"]
    return subprocess.run(command, input=page, capture_output=True, text=True, check=True)


def test_the_page_that_is_packed_is_of_this_program() -> None:
    assert PAGE.read_text() == manual(make_parser()), "make it anew: newsreader man > src/newsreader.1"


@needs_groff
def test_it_is_set_without_a_warning_and_names_everything() -> None:
    done = groff(PAGE.read_text())
    assert done.stderr == ""
    words = " ".join(done.stdout.split())
    assert all(f"[{command.id}]" in words for command in COMMANDS)
    for wanted in ("export [--bookmarks | --search Q", "keep_read", "--plain", "partly done", "EDITOR"):
        assert wanted in words


@needs_groff
@given(st.lists(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=30), min_size=9))
@settings(max_examples=8)
def test_any_text_is_set_as_it_stands(words: list[str]) -> None:
    entries = "\n".join(roff.entry(roff.bold("x"), word) for word in words)
    done = groff(f".TH X 1\n.nh\n{roff.literal(chr(10).join(words))}\n{entries}\n")
    assert done.stderr == ""
    found = done.stdout.split()
    assert all(found.count(word) >= 2 for word in words)
