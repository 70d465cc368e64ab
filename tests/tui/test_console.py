"""What the Linux console does not know is not sent to it."""

import pytest

from newsreader.tui.terminal.console import is_console, is_foreign


def test_the_console_is_known_by_its_name() -> None:
    assert is_console({"TERM": "linux"})
    assert not is_console({"TERM": "xterm-256color"})
    assert not is_console({})


@pytest.mark.parametrize("data", ["\x1b[>25u", "\x1b[<u", "\x1b[?2026$p", "\x1b]22;text\x07", "\x1b]52;c;QQ==\x07"])
def test_what_it_would_print_is_foreign(data: str) -> None:
    assert is_foreign(data)


@pytest.mark.parametrize("data", ["\x1b[?25l", "\x1b[1;1H", "words", "\x1b]22;text\x07words", ""])
def test_what_it_knows_and_what_is_text_is_not(data: str) -> None:
    assert not is_foreign(data)
