"""What comes from outside is shown harmlessly: nothing of it acts on the terminal or the program."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from e2e.conftest import OpenReader
from newsreader.tui.terminal.questions import BACKGROUND
from support.loopback import Answer, Loopback
from support.site import HTML, RSS, feed, page

pytestmark = pytest.mark.terminal

TITLES = [
    "News [/foo]",
    "[@click=app.quit]x[/] marks the spot",
    "Clip\x1b]52;c;UFdORUQ=\x1b\\board",
    "Title\x1b]0;owned\x07 set",
    "Clear\x9b2Jed \x1b[31mred",
    "invoice\u202egpj.exe and pay\u200bpal",
    "[bold red]Loud[/bold red] [video] $(id) `id`",
]
FOREIGN = [b"\x1b]52", b"\x1b]0;", b"UFdORUQ=\x1b", b"\xc2\x9b", b"\xe2\x80\xae", b"\xe2\x80\x8b", b"\x07"]
SHOWN = ["News [/foo]", "[@click=app.quit]x[/] marks the spot", "Clip]52;c;UFdORUQ=\\board", "[video] $(id)"]


def test_no_foreign_escape_reaches_the_terminal(
    reader: OpenReader, site: Loopback, tmp_path: Path, home: dict[str, str]
) -> None:
    site.routes["/feed.xml"] = Answer(_feed_with_controls(site), headers=RSS)
    for number, title in enumerate(TITLES):
        site.routes[f"/article/{number}"] = Answer(page(number, title), headers=HTML)
    library = str(tmp_path / "library")
    for args in (["add", site.url("/feed.xml")], ["headlines", "--search", "x"]):  # which waits for the index
        command = [sys.executable, "-m", "newsreader", "--library", library, *args]
        subprocess.run(command, env=home, check=True, capture_output=True)

    terminal = reader("--library", library)
    terminal.wait_for(lambda screen: all(words in " ".join(screen.text.split()) for words in SHOWN))
    for number in range(len(TITLES)):
        terminal.wait_for(f"Report {number}")
        terminal.press("j")
    terminal.press("/")
    terminal.wait_for("Search words")
    terminal.press("clip\r")
    terminal.wait_for(lambda screen: "board" in screen.text and TITLES[0] not in screen.text)
    terminal.press("\x1b")
    terminal.wait_for(TITLES[0])
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    sent = re.sub(rb"\x1b\]22;[a-z-]*\x07", b"", terminal.sent)  # Textual's own: the shape of the mouse pointer
    assert [foreign for foreign in FOREIGN if foreign in sent] == []
    assert b"\x1b]" not in sent.replace(BACKGROUND.encode(), b"", 1)


def _feed_with_controls(site: Loopback) -> bytes:
    """Return a feed whose titles carry control characters, as broken and as hostile feeds do: as HTML in XML."""
    data = feed(site.url("/"), [title.replace("\x1b", "&#27;").replace("\x9b", "&#155;") for title in TITLES])
    return data.replace(b"\x07", b"&amp;#7;")
