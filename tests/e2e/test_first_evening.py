"""The first evening, with the screen as the only guide: each key is one that the screen named just before."""

import re
from pathlib import Path

import pytest

from e2e.conftest import OpenReader
from support.loopback import Loopback
from support.site import open_site
from support.terminal import Terminal

pytestmark = pytest.mark.terminal

WRITTEN = {"enter": "\r", "space": " ", "tab": "\t", "esc": "\x1b"}
SECOND = "The keeper who would not go home"


def key_for(terminal: Terminal, words: str) -> str:
    """Return what to press for ``words`` once the screen says it, the footer first: the first key before them."""
    said = re.compile(rf"(?:^ ?|  |\u2502 ?| · )(\S+)(?: +\S+)?? +{re.escape(words)}\b")

    def places(shown: Terminal) -> list[str]:
        return [found[1] for line in reversed(shown.lines) if (found := said.search(line))]

    terminal.wait_for(lambda shown: bool(places(shown)))
    key = places(terminal)[0]
    return WRITTEN.get(key, key)


def key_from_help(terminal: Terminal, words: str) -> str:
    """Return the key that the help names for ``words``, looked for there."""
    terminal.press(key_for(terminal, "keys"))
    terminal.press(key_for(terminal, "look for"))
    terminal.wait_for("words of what is looked for")
    terminal.press(words)
    key = key_for(terminal, words)
    terminal.press(key_for(terminal, "close"))
    terminal.wait_for(lambda shown: "esc close" not in shown.text)
    return key


def test_from_the_start_to_a_source_of_ones_own(reader: OpenReader, site: Loopback, tmp_path: Path) -> None:
    open_site(site)
    library = str(tmp_path / "library")
    first = reader("--demo", "--library", library, columns=100, rows=30)
    first.wait_for("Welcome. Any key puts this away.")
    add = key_for(first, "add a site that you read")
    first.wait_for(SECOND)
    first.press(key_for(first, "from headline to headline"))
    first.wait_for(lambda shown: "Welcome. Any key" not in shown.text and shown.text.count(SECOND) == 2)
    first.press(key_for(first, "read"))
    first.press(key_for(first, "page"))
    first.wait_for(lambda shown: "% ·" in shown.lines[-1])
    first.press(key_for(first, "headlines"))
    first.press(key_for(first, "keep"))
    first.wait_for("Kept for offline")
    first.wait_for("★ ✓")
    kept = key_from_help(first, "what was kept")
    quits = key_from_help(first, "quit")
    first.press(quits)
    assert first.wait_for_end() == 0

    offline = reader("--library", library, columns=100, rows=30)
    offline.wait_for(SECOND)
    assert "Welcome. Any key" not in offline.text
    offline.press(kept)
    offline.wait_for("1 kept")
    offline.press(key_for(offline, "read"))
    offline.wait_for(lambda shown: "b let go" in shown.text and "Halloran" in shown.text)
    offline.press(add)
    offline.wait_for("Type the address of a site that you read")
    offline.press(site.url("/") + "\r")
    offline.wait_for("Added The Mole: 2 headlines")
    offline.press(key_for(offline, "undoes"))
    offline.wait_for("Subscription taken back: The Mole")
    offline.press(quits)
    assert offline.wait_for_end() == 0
