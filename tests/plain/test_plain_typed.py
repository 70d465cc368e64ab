"""What may be typed: numbers, the screen's letters, and words."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.model import NotFoundError
from newsreader.plain.typed import LINES, WORDS, understood


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("", ("on", "")),
        (" 12 ", ("open", "12")),
        ("/ flood is:unread", ("search", "flood is:unread")),
        ("/flood", ("search", "flood")),
        (":2", ("view", "2")),
        ("view unread", ("view", "unread")),
        ("A", ("mark-all", "")),
        ("a https://paper.example/", ("add", "https://paper.example/")),
        ("r", ("refresh", "")),
        ("R", ("refresh-all", "")),
        ("Unread", ("unread", "")),
        ("b 3", ("keep", "3")),
        ("l for Monday  #work", ("note", "for Monday  #work")),
        ("?", ("help", "")),
    ],
)
def test_a_line_is_understood(line: str, meant: tuple[str, str]) -> None:
    assert understood(line) == meant


def test_every_word_is_a_command() -> None:
    assert [understood(word)[0] for word in WORDS] == list(WORDS)


def test_a_mistyped_word_is_answered_with_the_one_that_was_meant() -> None:
    with pytest.raises(NotFoundError, match="did you mean unread"):
        understood("unraed")
    with pytest.raises(NotFoundError, match="did you mean read-aloud"):
        understood("read-alout", ["read-aloud"])
    with pytest.raises(NotFoundError, match="for help"):
        understood("Q")


@given(st.text(max_size=20) | st.sampled_from(["-b", "b\t3", "٣", "²", "N", "on", "open"]))
def test_any_line_is_a_command_or_told_not_to_be(line: str) -> None:
    with suppress(NotFoundError):
        id_, rest = understood(line)
        assert id_ in {*WORDS, "on", "open"}
        assert rest == rest.strip()


def test_the_help_is_ten_lines() -> None:
    assert len(LINES) == 10
