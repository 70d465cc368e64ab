"""The whole path with no network: the edition is read, an article kept, and opened when its site is gone."""

import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from e2e.conftest import OpenReader
from support.terminal import Terminal

pytestmark = pytest.mark.terminal

WELCOME = "Welcome to your newspaper"
SECOND = "The keeper who would not go home"
FIRST_WORDS = "The boat to Tarn Point goes on Tuesdays"
SIZES = [(120, 40), (80, 24)]


def in_article(terminal: Terminal, words: str) -> bool:
    """Tell whether the right half of the screen shows ``words``, however it wraps them."""
    middle = next((at for line in terminal.lines if (at := max(line.find("│"), line.find("┃"))) >= 0), 0)
    return words in " ".join(" ".join(line[middle + 1 :] for line in terminal.lines).split())


def picture_rows(terminal: Terminal) -> int:
    """Return how many rows of the screen are part of a picture."""
    return sum(line.count("▀") > 10 for line in terminal.lines)


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_from_the_first_headline_to_a_bookmark_that_outlives_its_site(
    reader: OpenReader, tmp_path: Path, columns: int, rows: int
) -> None:
    library = str(tmp_path / "library")
    demo = reader("--demo", "--library", library, columns=columns, rows=rows)
    demo.wait_for(WELCOME)
    demo.wait_for("In Stepanakert: +18 °C")
    today = datetime.now(ZoneInfo("Asia/Yerevan"))
    assert f"{today:%A}, {today.day} {today:%B}, {today.year}" in demo.lines[0]
    demo.wait_for(lambda terminal: in_article(terminal, "Everything you need for the first evening"))

    demo.press("j")
    demo.wait_for(lambda terminal: in_article(terminal, SECOND))
    demo.press("k")
    demo.wait_for(lambda terminal: in_article(terminal, WELCOME))
    demo.press("j")
    leads = rows >= 40  # on the smallest screen the picture follows the first words
    demo.wait_for(lambda terminal: in_article(terminal, FIRST_WORDS) and (picture_rows(terminal) > 3 or not leads))
    before = demo.text
    demo.press("\r ")
    demo.wait_for(lambda terminal: terminal.text != before and not in_article(terminal, SECOND))
    demo.wait_for(lambda terminal: leads or picture_rows(terminal) > 3)
    demo.press("b")
    demo.wait_for("★ ✓")
    assert len([path for path in Path(library, "images").rglob("*.jpg") if ".small." not in path.name]) == 3
    demo.press("q")
    assert demo.wait_for_end() == 0

    again = reader("--library", library, columns=columns, rows=rows)
    again.wait_for(WELCOME)
    again.press("B")
    again.wait_for(lambda terminal: "1 kept" in terminal.text and WELCOME not in terminal.text)
    again.press("\r")
    again.wait_for("space page")
    again.press("gg")
    again.wait_for(lambda terminal: in_article(terminal, "kept offline"))
    again.press("" if leads else " ")
    again.wait_for(lambda terminal: picture_rows(terminal) > 3)
    assert len(again.colours()) > 20
    again.press("q")
    assert again.wait_for_end() == 0


@pytest.mark.parametrize(("columns", "rows"), SIZES[:1])
def test_an_article_that_is_kept_is_opened_offline_where_it_was_left_with_its_pictures(
    reader: OpenReader, tmp_path: Path, columns: int, rows: int
) -> None:
    library = str(tmp_path / "library")
    demo = reader("--demo", "--library", library, columns=columns, rows=rows)
    demo.wait_for(lambda terminal: in_article(terminal, WELCOME))
    demo.press("j")
    demo.wait_for(lambda terminal: in_article(terminal, SECOND))
    demo.press("b")
    demo.wait_for(lambda terminal: "★ ✓" in terminal.text and in_article(terminal, FIRST_WORDS))
    demo.press("\r ")
    demo.wait_for(lambda terminal: re.search(r"[1-9]\d? % · \d min left", terminal.lines[-1]) is not None)
    demo.wait_for(lambda terminal: picture_rows(terminal) > 3)
    left = article_pane(demo)
    demo.press("q")
    assert demo.wait_for_end() == 0

    again = reader("--library", library, columns=columns, rows=rows)
    again.wait_for(lambda terminal: in_article(terminal, WELCOME))
    again.press("5")
    again.wait_for(lambda terminal: "1 begun" in terminal.text and article_pane(terminal) == left)
    assert "★ ✓" in again.text
    again.wait_for(lambda terminal: picture_rows(terminal) > 3)
    assert len(again.colours("▀")) > 20
    again.press("q")
    assert again.wait_for_end() == 0


def article_pane(terminal: Terminal) -> list[str]:
    """Return the upper rows of the article pane, on which no line is told, without the scroll bar."""
    middle = min(at for line in "│┃" if (at := terminal.lines[3].find(line)) >= 0)
    return [line[middle + 1 : -2].rstrip() for line in terminal.lines[1 : len(terminal.lines) // 2]]


def test_a_first_run_with_no_network_has_something_to_read(reader: OpenReader) -> None:
    terminal = reader()
    terminal.wait_for(WELCOME)
    terminal.wait_for("In Yerevan?")
    terminal.press("\r")
    terminal.wait_for(lambda screen: in_article(screen, "Everything you need for the first evening"))
    terminal.press("q")
    assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("env", [{"TERM": "linux"}, {"NO_COLOR": "1"}, {"TERM": "xterm-256color", "COLORTERM": ""}])
def test_plainer_terminals_are_served_too(reader: OpenReader, env: dict[str, str]) -> None:
    terminal = reader("--demo", columns=80, rows=24, **env)
    terminal.wait_for(WELCOME)
    terminal.press("j")
    terminal.wait_for(lambda screen: in_article(screen, SECOND))
    if "NO_COLOR" in env:
        colours = re.findall(rb"\x1b\[[0-9;:]*?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;:m]", terminal.sent)
        assert colours == []
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_the_terminal_is_left_as_it_was_found(reader: OpenReader) -> None:
    terminal = reader("--demo")
    terminal.wait_for(WELCOME)
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    for on, off in [
        (b"\x1b[?1049h", b"\x1b[?1049l"),
        (b"\x1b[?1000h", b"\x1b[?1000l"),
        (b"\x1b[?25l", b"\x1b[?25h"),
    ]:
        assert terminal.sent.rindex(off) > terminal.sent.rindex(on)


def test_from_wide_to_narrow_and_back(reader: OpenReader) -> None:
    terminal = reader("--demo", columns=200, rows=60)
    terminal.wait_for(lambda screen: in_article(screen, "Everything you need"))
    terminal.resize(60, 20)
    terminal.wait_for(lambda screen: WELCOME in screen.text and "│" not in screen.text)
    terminal.press("\r")
    terminal.wait_for("Everything you need for the first evening")
    terminal.resize(120, 40)
    terminal.wait_for(lambda screen: in_article(screen, "Everything you need"))
