"""Every key of the table, the mouse, other sizes and a way back from the shell, on terminals good and poor."""

import os
import signal
from pathlib import Path

import pytest
from textual.binding import BindingsMap
from textual.widget import Widget

from e2e.conftest import OpenReader
from e2e.seen import Seen, at, both, foot, hair, head, reads, says, silent, top
from e2e.walk import CREDIT, FIRST, QUIT, SECOND, SUSPEND, THIRD, WALK
from newsreader.tui.commands import COMMANDS, Room, bindings
from newsreader.tui.widgets.article_view import ArticleView
from newsreader.tui.widgets.headline_list import HeadlineList
from newsreader.tui.widgets.source_list import SourceList
from support.modes import assert_as_found, colours
from support.sequences import unknown
from support.terminal import Terminal

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks into /proc"),
]
STANDS = "14 unread of 14 · refreshed"
"""What the header bar says once the built-in edition is there."""


def test_no_key_is_left_out() -> None:
    walked = {(step.id, step.key) for step in (*WALK, CREDIT, SUSPEND, QUIT) if step.id}
    assert walked == {(command.id, key) for command in COMMANDS for key in command.keys.split(",") if key}


@pytest.mark.parametrize("pane", [SourceList, HeadlineList, ArticleView])
def test_a_key_of_the_whole_screen_does_the_same_in_every_pane(pane: type[Widget]) -> None:
    above = {key for room in (Room.READING, Room.APP) for key in BindingsMap(bindings(room)).key_to_bindings}
    assert above.isdisjoint(pane._merge_bindings().key_to_bindings)


def do(terminal: Terminal, typed: str, seen: Seen, *, new: bool = True) -> None:
    """Type something and wait for what must be seen then, and, where it is ``new``, was not seen before."""
    if new:
        terminal.wait_for(lambda shown: not seen(shown))
    terminal.press(typed)
    terminal.wait_for(seen)


POOR = [("xterm-256color", {}), ("linux", {"COLORTERM": ""}), ("xterm-256color", {"NO_COLOR": "1"})]


@pytest.mark.parametrize(("term", "env"), POOR, ids=["xterm", "linux", "no-color"])
def test_every_key_does_what_it_says(reader: OpenReader, tmp_path: Path, term: str, env: dict[str, str]) -> None:
    browser = tmp_path / "browser"
    browser.write_text('#!/bin/sh\necho "$1" >> "$0.opened"\n')
    browser.chmod(0o700)
    terminal = reader("--demo", TERM=term, BROWSER=str(browser), **env)
    terminal.wait_for(STANDS)
    for step in WALK:
        do(terminal, step.typed(term), step.seen, new=bool(step.id))
    do(terminal, "w", CREDIT.seen)
    opened = Path(f"{browser}.opened")
    do(terminal, CREDIT.typed(term), lambda _: "open-meteo.com" in opened.read_text())
    do(terminal, "\x1b", silent("another place"))
    do(terminal, SUSPEND.typed(term), SUSPEND.seen)
    assert_as_found(terminal.sent)
    terminal.wipe()
    os.kill(terminal.pid, signal.SIGCONT)
    terminal.wait_for(both(head("unread of 14"), at(THIRD), foot("keys")))
    terminal.press(QUIT.typed(term))
    assert terminal.wait_for_end() == 0
    assert_as_found(terminal.sent)
    assert unknown(terminal.sent, console=term == "linux") == set()
    assert "NO_COLOR" not in env or colours(terminal.sent) == []


SIZES = [(200, 60), (160, 50), (120, 40), (100, 30), (80, 24), (60, 18), (40, 12)]
LEFT, MOVED, WHEEL_UP, WHEEL_DOWN = 0, 32, 64, 65
"""Buttons of the mouse (xterm, "SGR (1006)")."""


def mouse(button: int, column: int, row: int, *, up: bool = False) -> str:
    """Return what the mouse sends at a cell, counted from 0."""
    return f"\x1b[<{button};{column + 1};{row + 1}{'m' if up else 'M'}"


def click(column: int, row: int) -> str:
    """Return what a click sends."""
    return mouse(LEFT, column, row) + mouse(LEFT, column, row, up=True)


def cell(terminal: Terminal, words: str) -> tuple[int, int]:
    """Return column and row of words on the screen, those nearest to its foot."""
    row = max(row for row, line in enumerate(terminal.lines) if words in line)
    return terminal.lines[row].rindex(words), row


def click_on(terminal: Terminal, words: str, seen: Seen) -> None:
    """Click on words that are on the screen, and wait for what comes of it."""
    terminal.wait_for(says(words))
    do(terminal, click(*cell(terminal, words)), seen)


def dragged_to(column: int) -> Seen:
    """The hair line stands in a column, to which the mouse is moved until it does."""

    def moved(terminal: Terminal) -> bool:
        terminal.press(mouse(LEFT + MOVED, column, 20))
        return hair(column)(terminal)

    return moved


def test_the_mouse_does_it_too_and_the_place_is_kept_in_every_size(reader: OpenReader) -> None:
    terminal = reader("--demo", BROWSER="true")
    terminal.wait_for(STANDS)
    click_on(terminal, SECOND, both(at(SECOND), reads(SECOND)))
    do(terminal, mouse(WHEEL_DOWN, 20, 20), both(silent(FIRST), reads(SECOND)))
    do(terminal, mouse(WHEEL_UP, 20, 20), says(FIRST))
    terminal.wait_for("The boat to Tarn Point")
    do(terminal, mouse(WHEEL_DOWN, 80, 20), silent("today, "))
    do(terminal, mouse(WHEEL_UP, 80, 20), says("today, "))
    click_on(terminal, "31 min", foot("page"))
    click_on(terminal, "headlines", foot("read"))
    do(terminal, click(*cell(terminal, THIRD)) * 2, both(reads(THIRD), foot("page")))
    do(terminal, "G", foot("100 %"))
    click_on(terminal, "keeper who would not go home", both(at(SECOND), reads(SECOND)))
    click_on(terminal, "refreshed", foot("Nothing new"))
    click_on(terminal, "keep ", foot("Kept for offline"))
    click_on(terminal, "undoes", silent("★"))
    terminal.press(mouse(LEFT, 48, 20))
    terminal.wait_for(dragged_to(58))
    terminal.press(mouse(LEFT, 58, 20, up=True))

    do(terminal, "}", top("A hundred and forty-two steps"))
    do(terminal, "}", top("The log"))
    for columns, rows in (*SIZES, *SIZES[-2::-1]):
        terminal.resize(columns, rows)
        terminal.wipe()
        terminal.wait_for(both(top("The log"), foot("min left")))
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert_as_found(terminal.sent)
    assert unknown(terminal.sent) == set()
