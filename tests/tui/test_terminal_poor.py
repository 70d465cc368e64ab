"""Terminals without colours, without UTF-8, or with the Linux console's few characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from newsreader.tui.terminal.filters import Characters, NoColours, characters_of
from newsreader.tui.terminal.nearest import ascii_only, console_font, in_charset

BLACK = Color(0, 0, 0)
MARKS = "▌●★ ✓ ▎• ◦ – ─│▐▣ · … “a” ’ ↑⏎"


def drawn(text: str, has: object) -> str:
    """Return a text as a terminal that has only some characters shows it."""
    assert callable(has)
    return "".join(segment.text for segment in Characters(has).apply([Segment(text)], BLACK))


def test_every_mark_of_ours_has_one_in_ascii() -> None:
    assert drawn(MARKS, ascii_only) == '>** + |* o - -|:# - . "a" \' ^~'


def test_the_console_keeps_what_its_font_has() -> None:
    assert drawn(MARKS, console_font) == '▌•* √ │• o - ─│▐■ · . "a" \' ^┘'
    assert drawn("Ночной é Ω", console_font) == "Ночной é Ω"


def test_an_old_charset_keeps_its_letters() -> None:
    assert drawn("Ærø, naïve ★ Ωmega ő", in_charset("iso8859-1")) == "Ærø, naïve * ?mega o"


@given(st.text(), st.sampled_from([ascii_only, console_font, in_charset("koi8-r")]))
def test_a_line_is_as_wide_as_it_was(text: str, has: object) -> None:
    assert cell_len(drawn(text, has)) == cell_len(text)


@given(st.text())
def test_what_is_drawn_in_ascii_can_be_written_in_it(text: str) -> None:
    drawn(text, ascii_only).encode("ascii")


@pytest.mark.parametrize(
    ("environ", "encoding", "has"),
    [
        ({"LANG": "en_US.UTF-8", "TERM": "xterm"}, "utf-8", None),
        ({"TERM": "xterm"}, "utf-8", None),
        ({"LANG": "C.UTF-8", "TERM": "linux"}, "UTF-8", console_font),
        ({"LANG": "C"}, "utf-8", ascii_only),
        ({"LC_ALL": "POSIX", "LANG": "en_US.UTF-8"}, "utf-8", ascii_only),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, "utf-8", ascii_only),
        ({"LANG": "C", "LC_CTYPE": "de_DE.UTF-8"}, "utf-8", None),
    ],
)
def test_the_locale_tells_which_characters_there_are(environ: dict[str, str], encoding: str, has: object) -> None:
    assert characters_of(environ, encoding) is has


def test_a_charset_other_than_utf8_is_asked_itself() -> None:
    has = characters_of({"LANG": "de_DE"}, "ISO-8859-1")
    assert has is not None
    assert [has(character) for character in "aé★"] == [True, True, False]


def test_without_colours_the_rest_of_a_style_stays() -> None:
    made = NoColours().apply([Segment("a", Style.parse("bold underline red on blue")), Segment("b")], BLACK)
    assert [segment.style for segment in made] == [Style.parse("bold underline"), None]
