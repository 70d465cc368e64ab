"""A terminal's answers are taken out of the stream of keys, and no key with them."""

import fcntl
import os
import struct
import termios
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key

from newsreader.tui.abilities import Abilities
from newsreader.tui.terminal.answers import Heard, Sieve
from newsreader.tui.terminal.driver import pixels_of_cell
from newsreader.tui.terminal.parser import AnswerParser
from newsreader.tui.terminal.questions import GRAPHICS, questions

KEYS = ("j", "G", " ", "\r", "é", "猫", "\x1b[A", "\x1b[6~", "\x1b[6;5~", "\x1bOP", "\x1bj", "\x1b[<0;10;5M",
        "\x1b[I", "\x1b[?2026;2$y", "\x1b[48;40;120;800;960t", "\x1b[97;1;97u",
        "\x1b[200~pasted\x1b[201~")  # fmt: skip
ANSWERS = {
    "\x1b]11;rgb:1616/1818/1d1d\x1b\\": Abilities(background=(22, 24, 29)),
    "\x1b]11;rgb:f/f/f\x07": Abilities(background=(255, 255, 255)),
    "\x1b]11;rgba:ffff/0000/8080/ffff\x1b\\": Abilities(background=(255, 0, 128)),
    "\x1b_Gi=31;OK\x1b\\\x1bP>|kitty(0.35.2)\x1b\\": Abilities(kitty=True),
    "\x1b_Gi=31;OK\x1b\\\x1bP>|kitty(0.26.5)\x1b\\": Abilities(),
    "\x1b_Gi=31;OK\x1b\\\x1bP>|ghostty 1.1.3\x1b\\": Abilities(kitty=True),
    "\x1b_Gi=31;OK\x1b\\\x1bP>|WezTerm 20240203\x1b\\": Abilities(),
    "\x1b_Gi=31;ENOTSUPPORTED:no\x1b\\\x1bP>|kitty(0.35.2)\x1b\\": Abilities(),
    "\x1b[?62;4;22c": Abilities(sixel=True),
    "\x1b[?4;6c": Abilities(),
    "\x1b[6;20;10t": Abilities(cell=(10, 20)),
    "\x1b[6;0;0t": Abilities(),
    "\x1b[?997;1n": Abilities(),
    "\x1b]11;purple\x1b\\": Abilities(),
    "\x1b]11;rgb:zz/00/00\x07": Abilities(),
    "\x1b[?c": Abilities(),
}


@pytest.mark.parametrize(("answer", "means"), ANSWERS.items())
def test_an_answer_is_understood_and_is_no_key(answer: str, means: Abilities) -> None:
    sieve = Sieve(Heard())
    assert sieve.feed(answer) == ""
    assert sieve.heard.abilities == means
    assert not sieve.held


@given(st.lists(st.sampled_from([*KEYS, *ANSWERS]), max_size=12), st.data())
def test_however_the_stream_is_split_all_keys_pass_and_no_answer_does(
    parts: list[str], data: st.DataObject
) -> None:
    stream = "".join(parts)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=8)))
    sieve, whole = Sieve(Heard()), Sieve(Heard())
    passed = "".join(sieve.feed(stream[a:b]) for a, b in zip([0, *cuts], [*cuts, len(stream)], strict=True))
    assert passed == "".join(part for part in parts if part in KEYS)
    whole.feed(stream)
    assert sieve.heard == whole.heard


@given(st.text(st.sampled_from("\x1b]1;_GP>|[?6tcn\\\x07jrgb:/09"), max_size=40))
def test_nothing_is_held_but_what_may_be_an_answer(stream: str) -> None:
    sieve = Sieve(Heard())
    passed = sieve.feed(stream)
    assert not sieve.held or sieve.held[0] == "\x1b"
    assert "\x1b" in stream or passed == stream
    sieve.release()
    assert sieve.feed("j") == "j"


@pytest.mark.parametrize("typed", ["\x1b", "\x1b[", "\x1b]", "\x1b_", "\x1b[6", "\x1b[6;5"])
def test_what_may_be_a_key_is_given_back(typed: str) -> None:
    sieve = Sieve(Heard())
    assert sieve.feed(typed) + sieve.release() == typed


@pytest.mark.parametrize("broken", ["\x1b]11;rgb:12", "\x1b_Gi=31", "\x1b[?62;4", "\x1b[6;20;1"])
def test_an_answer_that_breaks_off_is_never_typed(broken: str) -> None:
    sieve = Sieve(Heard())
    assert sieve.feed(broken) + sieve.release() + sieve.feed("j") == "j"
    assert sieve.feed(broken + "\x1b[A") == "\x1b[A" or broken.startswith("\x1b[")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return a list whose only number is the time, in seconds."""
    now = [100.0]
    for module in ("newsreader.tui.terminal.parser.monotonic", "textual._parser.get_time"):
        monkeypatch.setattr(module, lambda: now[0])
    return now


def test_an_escape_key_comes_as_soon_as_it_does_in_textual(clock: list[float]) -> None:
    parser = AnswerParser(Sieve(Heard()))
    assert list(parser.feed("\x1b")) == []
    assert parser.waits == pytest.approx(0.1)
    clock[0] += 0.1
    assert [event.key for event in parser.tick() if isinstance(event, Key)] == ["escape"]
    assert parser.waits is None
    assert [event.key for event in parser.feed("j") if isinstance(event, Key)] == ["j"]


def test_an_answer_in_two_parts_is_waited_for_and_a_key_after_it_is_a_key(clock: list[float]) -> None:
    parser = AnswerParser(Sieve(heard := Heard()))
    assert list(parser.feed("\x1b]11;rgb:00")) == []
    clock[0] += 0.5
    assert list(parser.tick()) == []
    assert [event.key for event in parser.feed("/00/00\x07j") if isinstance(event, Key)] == ["j"]
    assert heard.background is None
    assert list(parser.feed("\x1b]11;rgb:00")) == []
    clock[0] += 1.0
    assert list(parser.tick()) == []
    assert [event.key for event in parser.feed("k") if isinstance(event, Key)] == ["k"]


@pytest.mark.parametrize("environ", [{}, {"TERM": "dumb"}, {"TERM": "linux"}])
def test_who_would_not_answer_is_not_asked(environ: dict[str, str]) -> None:
    assert questions(environ) == ""


@pytest.mark.parametrize(
    "environ",
    [{"TERM": "screen"}, {"TERM": "tmux-256color"}, {"TERM": "xterm", "TMUX": "x"}, {"TERM": "x", "STY": "1"}],
)
def test_a_multiplexer_is_asked_only_what_it_answers_itself(environ: dict[str, str]) -> None:
    assert GRAPHICS not in questions(environ)
    assert questions(environ).endswith("\x1b[c")


def test_any_other_terminal_is_asked_everything_the_fence_last() -> None:
    asked = questions({"TERM": "xterm-kitty"})
    assert asked.startswith("\x1b]11;?")
    assert GRAPHICS in asked
    assert asked.endswith("\x1b[c")


@pytest.mark.parametrize(
    ("size", "cell"), [((40, 120, 1200, 800), (10, 20)), ((40, 120, 0, 0), None), ((0, 0, 1200, 800), None)]
)
def test_the_system_may_know_how_large_a_cell_is(size: tuple[int, ...], cell: tuple[int, int] | None) -> None:
    ends = os.openpty()
    try:
        fcntl.ioctl(ends[1], termios.TIOCSWINSZ, struct.pack("HHHH", *size))
        assert pixels_of_cell(ends[1]) == cell
    finally:
        for end in ends:
            os.close(end)


def test_what_is_no_terminal_has_no_cells() -> None:
    with Path(os.devnull).open() as nothing:
        assert pixels_of_cell(nothing.fileno()) is None


def test_an_answer_without_an_end_is_not_waited_for_for_ever() -> None:
    sieve = Sieve(Heard())
    assert sieve.feed("\x1b]11;" + "x" * 500) == ""
    assert sieve.feed("x" * 600) == ""
    assert (sieve.held, sieve.feed("j")) == ("", "j")


@pytest.mark.parametrize("sequence", ["\x1b[106;1:1u", "\x1b[99999999u", "\x1b[106;1;99999999999u"])
def test_a_key_that_there_is_not_ends_nothing(sequence: str) -> None:
    events = AnswerParser(Sieve(Heard())).feed(f"{sequence}j")
    assert [event.key for event in events if isinstance(event, Key)] == ["j"]
