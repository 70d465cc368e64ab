"""The terminal is asked, heard and left as it was found, however the program ends."""

import os
import signal
import sys
from pathlib import Path

import pytest

from e2e.conftest import OpenReader
from support.modes import assert_as_found, colours, keyboards, left_set
from support.terminal import Terminal

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks into /proc"),
]
FENCE = b"\x1b[c"
LIGHT = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\"
PAPER, NIGHT = "fbf8f1", "16181d"


def stopped(process: int) -> bool:
    """Return whether a process was stopped by a signal, as by Ctrl+Z."""
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "T"


def test_a_light_terminal_gets_the_day_page_and_no_answer_is_typed(reader: OpenReader) -> None:
    terminal = reader("--demo")
    terminal.wait_for(lambda shown: FENCE in shown.sent)
    for part in (LIGHT[:9], LIGHT[9:], "\x1b_Gi=31;OK\x1b", "\\\x1bP>|kitty(0.40.0)\x1b\\\x1b[6;20;10t\x1b[?62;4c"):
        terminal.press(part)
    terminal.wait_for(lambda shown: "The keeper" in shown.text and PAPER in shown.colours())
    terminal.press("\x1b[?997;1n")
    terminal.wait_for(lambda shown: shown.sent.count(FENCE) == 2)
    terminal.press("\x1b]11;rgb:1010/1010/1010\x07\x1b[?62c")
    terminal.wait_for(lambda shown: NIGHT in shown.colours() and PAPER not in shown.colours())
    terminal.press("\x1a")
    terminal.wait_for(lambda shown: left_set(shown.sent) == {} and stopped(shown.pid))
    os.kill(terminal.pid, signal.SIGCONT)
    terminal.wait_for(lambda shown: shown.sent.count(FENCE) == 3 and "The keeper" in shown.text)
    terminal.press("q")
    terminal.press("\x1b[?62c")
    assert terminal.wait_for_end() == 0
    assert_as_found(terminal.sent)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_it_leaves_no_colour_and_no_mode_behind(reader: OpenReader, number: int) -> None:
    terminal = reader("--demo", NO_COLOR="1", TERM="linux" if number == signal.SIGHUP else "xterm-256color")
    terminal.wait_for("The keeper")
    assert colours(terminal.sent) == []
    assert (FENCE in terminal.sent) == (number == signal.SIGTERM)
    os.kill(terminal.pid, number)
    assert terminal.wait_for_end() == 0
    assert_as_found(terminal.sent)


def test_stopped_with_no_warning_it_takes_the_terminal_again_once(reader: OpenReader) -> None:
    terminal = reader("--demo")
    terminal.wait_for("The keeper")
    os.kill(terminal.pid, signal.SIGSTOP)
    terminal.wait_for(lambda shown: stopped(shown.pid))
    terminal.wipe()
    os.kill(terminal.pid, signal.SIGCONT)
    terminal.wait_for(lambda shown: shown.sent.count(FENCE) == 2 and "The keeper" in shown.text)
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert_as_found(terminal.sent)


ENDED = """
import os, signal
from newsreader.tui import NewsreaderApp
from support.newsroom_double import NOON, NewsroomDouble
app = NewsreaderApp(NewsroomDouble([]), now=lambda: NOON, start_refresh=False)
app.run()
os.kill(os.getpid(), signal.SIGCONT)
"""


def test_whoever_has_ended_takes_no_terminal_again(home: dict[str, str]) -> None:
    tests = str(Path(__file__).parents[1])
    with Terminal([sys.executable, "-c", ENDED], env=home | {"PYTHONPATH": tests}) as it:
        it.wait_for("keys")
        it.press("q")
        assert it.wait_for_end() == 0
        assert_as_found(it.sent)


CRASH = """
import asyncio, sys
from newsreader.tui import NewsreaderApp
from support.newsroom_double import NOON, NewsroomDouble
def broken(app):
    raise RuntimeError("a handler broke")
NewsreaderApp.action_help = broken
app = NewsreaderApp(NewsroomDouble([]), now=lambda: NOON, start_refresh=False)
app.run()
sys.exit(app.return_code)
"""


def test_a_crash_is_told_on_the_terminal_as_it_was(reader: OpenReader, home: dict[str, str]) -> None:
    tests = str(Path(__file__).parents[1])
    with Terminal(
        [sys.executable, "-c", CRASH], env=home | {"PYTHONPATH": tests, "TERM": "linux", "LANG": "C"}
    ) as it:
        it.wait_for(lambda shown: b"\x1b[?2004h" in shown.sent and "keys" in shown.text)
        assert it.sent.decode("ascii")
        it.press("?")
        assert it.wait_for_end() == 1
        assert left_set(it.sent) == {}
        assert keyboards(it.sent) == 0
        assert b"a handler broke" in it.sent.rpartition(b"\x1b[?1049l")[2]
