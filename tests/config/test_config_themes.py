"""Themes as files: the program's own are easily read, the reader's are checked."""

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.config.colours import contrast, is_light, mixed, read_colour, written
from newsreader.config.theme_files import Themes
from newsreader.model import ConfigError

COLOURS = st.tuples(*[st.integers(0, 255)] * 3)
THREE = 'ground = "#ffffff"\ntext = "#202020"\naccent = "#006000"\n'


def themes(folder: Path, text: str, name: str = "mine") -> Themes:
    """Return the themes of a folder with one file in it."""
    (folder / f"{name}.toml").write_text(text, "utf-8")
    return Themes(folder)


@pytest.mark.parametrize(
    ("name", "text", "quiet"), [("night", 7, 4.5), ("day", 7, 4.5), ("sepia", 7, 4.5), ("contrast", 15, 7)]
)
def test_own_themes_are_easily_read(name: str, text: float, quiet: float) -> None:
    theme = Themes().load(name)
    assert theme is not None
    assert theme.faint == ()
    assert min(contrast(theme.text, on) for on in (theme.ground, theme.bar, theme.cursor)) >= text
    for colour, on in product((theme.quiet, theme.read, theme.accent, theme.link), (theme.ground, theme.cursor)):
        assert contrast(colour, on) >= quiet, (colour, on)
    assert min(contrast(theme.second, theme.ground), contrast(theme.wrong, theme.ground)) >= 4.5
    assert min(contrast(theme.text, theme.found), contrast(theme.text, theme.chosen)) >= 4.5
    assert theme.is_dark == (name in {"night", "contrast"})


def test_three_colours_make_a_theme_and_the_rest_may_be_said(tmp_path: Path) -> None:
    theme = themes(tmp_path, f'[colours]\n{THREE}link = "#0000A0"\n').load("mine")
    assert theme is not None
    assert (theme.name, theme.text, theme.link, theme.is_dark) == ("mine", (32, 32, 32), (0, 0, 160), False)
    assert theme.ground > theme.bar > theme.cursor > theme.hair > theme.chosen > theme.quiet
    assert Themes(tmp_path).own_names() == ("mine",)


def test_a_theme_of_a_known_name_takes_its_place(tmp_path: Path) -> None:
    theme = themes(tmp_path, f"[colours]\n{THREE}", "night").load("night")
    assert theme is not None
    assert theme.ground == (255, 255, 255)


@pytest.mark.parametrize("name", ["rainbow", "", ".", "..", "../night", "/etc/passwd", "🌃" * 80])
def test_no_other_name_is_a_theme(tmp_path: Path, name: str) -> None:
    assert Themes(tmp_path).load(name) is None
    assert Themes(tmp_path / "missing").own_names() == ()


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        (f'[colours]\n{THREE}lnik = "#000000"', "line 5, key colours.lnik", "did you mean link?"),
        (f'[colours]\n{THREE}link = "red"', "line 5, key colours.link", 'cannot be "red"'),
        (f"[colours]\n{THREE}link = 7", "line 5, key colours.link", "cannot be 7"),
        ('[colours]\nground = "#000000"', "section [colours]", "text is missing"),
        ("", "section [colours]", "ground is missing"),
        (f"[colors]\n{THREE}", "line 1, key colors", "did you mean colours?"),
        (THREE, "line 1, key ground", "there is no such section"),
        ("[colours]\n= 1", "line 2", "this is not TOML"),
    ],
)
def test_what_is_wrong_is_named_by_file_line_and_key(tmp_path: Path, text: str, where: str, what: str) -> None:
    with pytest.raises(ConfigError) as raised:
        themes(tmp_path, text).load("mine")
    told = str(raised.value)
    assert str(tmp_path / "mine.toml") in told
    assert where in told
    assert what in told


def test_what_is_hard_to_read_is_named(tmp_path: Path) -> None:
    theme = themes(tmp_path, '[colours]\nground = "#303030"\ntext = "#505050"\naccent = "#ffff00"\n').load("mine")
    assert theme is not None
    assert theme.faint == ("text", "read", "quiet")


@given(COLOURS, COLOURS, st.floats(0, 1))
def test_colours_are_what_they_were_and_contrast_is_the_same_both_ways(
    one: tuple[int, int, int], other: tuple[int, int, int], share: float
) -> None:
    assert read_colour(written(one)) == one
    assert 1 <= contrast(one, other) == contrast(other, one) <= 21
    assert all(min(a, b) <= c <= max(a, b) for a, b, c in zip(one, other, mixed(one, other, share), strict=True))


def test_white_on_black_is_the_most_there_is() -> None:
    assert contrast((255, 255, 255), (0, 0, 0)) == pytest.approx(21)
    assert is_light((251, 248, 241))
    assert not is_light((22, 24, 29))
