"""Settings out of a file: what it may say, and how it is told what it may not."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.config import (
    Bidi,
    Clock,
    Form,
    Images,
    KeepingSettings,
    Output,
    OwnCommand,
    Settings,
    load_settings,
    read_settings,
    where_set,
)
from newsreader.model import ConfigError, Place, Units


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def load(file: Path, text: str | bytes) -> Settings:
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return load_settings(config_file=file)


def refused(file: Path, text: str | bytes) -> ConfigError:
    with pytest.raises(ConfigError) as raised:
        load(file, text)
    return raised.value


def test_without_a_file_everything_has_a_default(file: Path) -> None:
    found = load_settings(config_file=file)
    assert found.config_file == file
    assert found.place is None
    assert found.weather.units is Units.AUTO
    assert found.refresh.every == timedelta(hours=1)
    assert found.refresh.prefetch
    assert (found.reading.language, found.reading.width, found.reading.theme) == ("en", 72, "auto")
    assert found.reading.images is Images.AUTO
    assert found.keeping == KeepingSettings(timedelta(days=180), 2_000_000_000)
    assert found.keys == {}
    assert not file.exists()


def test_an_empty_file_says_nothing(file: Path) -> None:
    assert (
        load(file, "")
        == load(file, "[place]\n[weather]\n[refresh]\n[reading]\n[library]\n[keys]\n")
        == load(file, "\ufeff")
    )


def test_every_setting_is_read(file: Path) -> None:
    found = load(
        file,
        """
        [place]
        name = "Stepanakert"
        latitude = 39.8177
        longitude = 46.7528
        country = "AM"
        zone = "Asia/Yerevan"
        [[places]]
        name = "Goris"
        latitude = 39.5111
        longitude = 46.3417
        [weather]
        units = "imperial"
        forecast_url = "https://weather.example/v1/forecast?apikey=1"
        geocoding_url = "http://127.0.0.1:8080/search"
        fallback_url = "https://second.example"
        [refresh]
        every = "90s"
        prefetch = false
        [reading]
        language = "hy"
        clock = "place"
        width = 100
        theme = "my own"
        images = "half-block"
        hyphenate = false
        justify = true
        bidi = "reorder"
        [library]
        keep_read = "90d"
        size = "500 MB"
        [keys]
        "headline.next" = "j, down"
        headline.previous = "k"
        [commands]
        aloud = { run = ["espeak-ng", "-f", "{file}"], key = "ctrl+e" }
        translate = { run = ["trans"], says = "in English", input = "html", output = "article" }
        """,
    )
    assert found.place == Place("Stepanakert", 39.8177, 46.7528, "AM", zone="Asia/Yerevan")
    assert found.places == (Place("Goris", 39.5111, 46.3417),)
    assert (found.reading.language, found.reading.clock) == ("hy", Clock.PLACE)
    assert found.weather.units is Units.IMPERIAL
    assert found.weather.forecast_url == "https://weather.example/v1/forecast?apikey=1"
    assert found.weather.geocoding_url == "http://127.0.0.1:8080/search"
    assert found.weather.fallback_url == "https://second.example/"
    assert (found.refresh.every, found.refresh.prefetch) == (timedelta(seconds=90), False)
    assert (found.reading.width, found.reading.theme, found.reading.images) == (100, "my own", Images.HALF_BLOCK)
    assert (found.reading.hyphenate, found.reading.justify, found.reading.bidi) == (False, True, Bidi.REORDER)
    assert found.keeping == KeepingSettings(timedelta(days=90), 500_000_000)
    assert found.keys == {"headline.next": "j,down", "headline.previous": "k"}
    assert found.commands == (
        OwnCommand("aloud", ("espeak-ng", "-f", "{file}"), "aloud", "ctrl+e", Form.TEXT),
        OwnCommand("translate", ("trans",), "in English", "", Form.HTML, Output.ARTICLE),
    )


def test_a_library_may_be_kept_for_ever(file: Path) -> None:
    text = '[library]\nkeep_read = "forever"\nsize = "unlimited"'
    assert load(file, text).keeping == KeepingSettings(None, None)


@pytest.mark.parametrize(
    ("text", "every"), [("1h", 3600), ("30m", 1800), ("90s", 90), ("1d", 86400), ("2 h", 7200)]
)
def test_times_are_a_number_and_a_unit(file: Path, text: str, every: int) -> None:
    assert load(file, f'[refresh]\nevery = "{text}"').refresh.every == timedelta(seconds=every)


WRONG = [
    ('[weather]\n\n# a comment\nunits = "kelvin"', 4, "weather.units", '"kelvin"', "auto, metric, imperial"),
    ("[weather]\nunits = 3", 2, "weather.units", "3", "auto, metric, imperial"),
    ('[weather]\nunit = "metric"', 2, "weather.unit", "no such setting", "did you mean units?"),
    ('[weather]\nforecast_url = "ftp://x/"', 2, "weather.forecast_url", "no web address", "https://host/path"),
    ('weather.geocoding_url = "javascript:alert(1)"', 1, "weather.geocoding_url", "no web address", ""),
    ("[weather]\nfallback_url = 1", 2, "weather.fallback_url", "no web address", ""),
    ('[refresh]\nevery = "0s"', 2, "refresh.every", '"0s"', '"30m" or "1h"'),
    ('[refresh]\nevery = "999999999d"', 2, "refresh.every", '"999999999d"', '"30m" or "1h"'),
    ('[refresh]\nevery = "hourly"', 2, "refresh.every", '"hourly"', '"30m" or "1h"'),
    ("[refresh]\nevery = 3600", 2, "refresh.every", "3600", '"30m" or "1h"'),
    ('[refresh]\nevery = "٣h"', 2, "refresh.every", '"٣h"', '"30m" or "1h"'),
    ("[refresh]\nprefetch = 1", 2, "refresh.prefetch", "1", "true or false"),
    ('[reading]\nlanguage = "Armenian"', 2, "reading.language", '"Armenian"', '"hy"'),
    ('[reading]\nclock = "mine"', 2, "reading.clock", '"mine"', "system, place"),
    ('[place]\nname = "X"\nlatitude = 1\nlongitude = 1\nzone = "Asia"', 5, "place.zone", '"Asia"', "Asia/Yerevan"),
    ('[[places]]\nname = "X"\nlatitude = 1\nlongitude = 1\n[[places]]\nname = ""', 5, "places", "missing", ""),
    (
        '[[places]]\nname = "X"\nlatitude = 1\nlongitude = 1\n[[places]]\nname = "Y"\nlatitude = 91\nlongitude = 1',
        7,
        "places.latitude",
        "91",
        "-90 to 90",
    ),
    ("places = 1", 1, "places", "must be sections", "[[places]]"),
    ("[reading]\nwidth = 39", 2, "reading.width", "39", "40 to 120"),
    ("[reading]\nwidth = 72.0", 2, "reading.width", "72.0", "40 to 120"),
    ("[reading]\nwidth = true", 2, "reading.width", "true", "40 to 120"),
    ('[reading]\ntheme = ""', 2, "reading.theme", "empty", ""),
    ("[reading]\ntheme = 1", 2, "reading.theme", "text in quotes", ""),
    ('[reading]\ntheme = """a\nb"""', 2, "reading.theme", "one line", ""),
    ('[reading]\nbidi = "auto"', 2, "reading.bidi", '"auto"', "terminal, reorder"),
    ("[reading]\njustify = 1", 2, "reading.justify", "1", "true or false"),
    ('[reading]\nimages = "colour"', 2, "reading.images", '"colour"', "auto, half-block, kitty, sixel, none"),
    ('[library]\nkeep_read = "6d"', 2, "library.keep_read", '"6d"', '"7d" on, such as "180d", or "forever"'),
    ("[library]\nkeep_read = 180", 2, "library.keep_read", "180", '"180d"'),
    ('[library]\nkeep_read = "always"', 2, "library.keep_read", '"always"', '"forever"'),
    ('[library]\nsize = "9MB"', 2, "library.size", '"9MB"', '"10MB" on, such as "500MB" or "2GB", or "unlimited"'),
    ('[library]\nsize = "2gb"', 2, "library.size", '"2gb"', '"2GB"'),
    ("[library]\nsize = 2000000000", 2, "library.size", "2000000000", '"2GB"'),
    ("[library]\nfolder = 1", 2, "library.folder", "no such setting", "keep_read, size"),
    ('[keys]\n"headline.next" = ""', 2, "keys.headline.next", "not the name of a key", '"j,down"'),
    ('[keys]\nheadline.next = "j,,k"', 2, "keys.headline.next", "not the name of a key", '"j,down"'),
    ("[keys]\n\nnext = 1", 3, "keys.next", "not the name of a key", '"j,down"'),
    ('[keys]\nnext = "a b"', 2, "keys.next", "not the name of a key", '"j,down"'),
    (
        '[place]\nname = "Shushi"\nlatitude = 39.7',
        1,
        "place",
        "longitude is missing",
        "name, latitude and longitude",
    ),
    ('[place]\nname = "X"\nlatitude = 91\nlongitude = 0', 3, "place.latitude", "91", "-90 to 90"),
    ('[place]\nname = "X"\nlatitude = nan\nlongitude = 0', 3, "place.latitude", "nan", "-90 to 90"),
    ('[place]\nname = "X"\nlatitude = 1\nlongitude = inf', 4, "place.longitude", "inf", "-180 to 180"),
    ('[place]\nname = "X"\nlatitude = "1"\nlongitude = 1', 3, "place.latitude", '"1"', "-90 to 90"),
    ('[place]\nname = " "\nlatitude = 1\nlongitude = 1', 2, "place.name", "empty", ""),
    ('[place]\nname = "a\\u001bb"\nlatitude = 1\nlongitude = 1', 2, "place.name", "one line", ""),
    (
        '[place]\nname="X"\nlatitude=1\nlongitude=1\ncountry="Armenia"',
        5,
        "place.country",
        '"Armenia"',
        "two capital",
    ),
    ("[commands]\nx = 1", 2, "commands.x", "must be a section", "[commands.x]"),
    ("[commands.x]\nkey = 'E'", 1, "commands.x", "must have a program", 'run = ["program"'),
    ("[commands.x]\nrun = 'rm'", 2, "commands.x.run", "must have a program", 'run = ["program"'),
    ("[commands.x]\nrun = ['{title}', 'x']", 2, "commands.x.run", "must begin with a program", "choose one"),
    ("[commands.x]\nrun = ['rm', '']", 2, "commands.x.run", "must have a program", 'run = ["program"'),
    ("[commands.X]\nrun = ['rm']", 1, "commands.X", "cannot be the name of a command", '"read-aloud"'),
    ("[commands.x]\nrun = ['rm']\nkye = 'E'", 3, "commands.x.kye", "no such setting", "did you mean key?"),
    ("[commands.x]\nrun = ['rm']\ninput = 'pdf'", 3, "commands.x.input", '"pdf"', "none, text, markdown, html"),
    ("[commands.x]\nrun=['rm']\noutput='article'\ndetached=true", 4, "commands.x.detached", "left to itself", ""),
    ("[wether]", 1, "wether", "no such section", "did you mean weather?"),
    ("[x.y]", 1, "x", "no such section", "place, weather, refresh, reading, library, keys, commands"),
    ("[[reading]]", 1, "reading", "must be a section", "[reading]"),
    ('# hello\nplace = "Shushi"', 2, "place", "must be a section", "[place]"),
]


@pytest.mark.parametrize(("text", "line", "key", "what", "advice"), WRONG, ids=[wrong[0] for wrong in WRONG])
def test_a_mistake_is_named_by_file_line_and_key(
    file: Path, text: str, line: int, key: str, what: str, advice: str
) -> None:
    error = refused(file, text)
    assert error.where == f"{file}, line {line}, key {key}"
    assert what in error.what
    assert advice in error.advice


def test_a_line_is_counted_past_values_of_many_lines(file: Path) -> None:
    lines = ["[keys]", 'next = """\\', "", '[reading]"""', "[reading]", "", 'theme = """\\', '"""']
    assert refused(file, "\r\n".join([*lines[:5], "width = 1"])).where == f"{file}, line 6, key reading.width"
    assert refused(file, "\r\n".join(lines)).where == f"{file}, line 7, key reading.theme"


def test_what_is_not_toml_is_told_with_line_and_column(file: Path) -> None:
    error = refused(file, "[reading]\nwidth = 72\ntheme = night\n")
    assert error.where == f"{file}, line 3, column 9"
    assert "not TOML" in error.what
    assert "quotes" in error.advice


@pytest.mark.parametrize(
    "text", ["a = " + "[" * 5000, "[place", "x = 1979-99-99", "a = 1\na = 2", "x = " + "9" * 5000]
)
def test_no_text_escapes_as_another_error(file: Path, text: str) -> None:
    assert str(refused(file, text)).startswith(str(file))


def test_an_error_never_shows_an_address_with_its_secrets(file: Path) -> None:
    error = refused(file, '[weather]\nforecast_url = "https://me:secret@weather.example/?apikey=secret"')
    assert "secret" not in str(error)
    assert "before the @" in error.advice


def test_a_folder_in_its_place_is_told(file: Path) -> None:
    file.mkdir()
    with pytest.raises(ConfigError, match="is a folder"):
        load_settings(config_file=file)


def test_a_file_where_a_folder_should_be_is_told(file: Path) -> None:
    file.write_text("")
    with pytest.raises(ConfigError, match=r"cannot be read \(Not a directory\)"):
        load_settings(config_file=file / "config.toml")


def test_a_file_that_is_not_utf_8_is_told_with_its_line(file: Path) -> None:
    error = refused(file, b'[place]\nname = "K\xf6ln"\n')
    assert error.where == f"{file}, line 2"
    assert "UTF-8" in error.what


def test_a_huge_file_is_not_read(file: Path) -> None:
    assert "larger than 1 MB" in refused(file, b"#" * 1_000_001).what


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_told(file: Path) -> None:
    file.write_text("")
    file.chmod(0)
    with pytest.raises(ConfigError, match=r"cannot be read \(Permission denied\)"):
        load_settings(config_file=file)


@settings(max_examples=100)
@given(st.text(max_size=80) | st.text("[]\"'=.#\n\r placenmwhtr1,{}", max_size=60))
def test_any_text_is_settings_or_a_config_error(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.getbasetemp() / "any.toml"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        told = str(load_settings(config_file=file).config_file)
    except ConfigError as error:
        told = error.where
    assert told.startswith(str(file))


def test_folders_of_xdg_are_honoured(tmp_path: Path) -> None:
    environ = {"XDG_CONFIG_HOME": f"{tmp_path}/c", "XDG_DATA_HOME": f"{tmp_path}/d"}
    found = load_settings(environ=environ)
    assert found.config_file == tmp_path / "c" / "newsreader" / "config.toml"
    assert found.library == tmp_path / "d" / "newsreader"


def test_relative_folders_of_xdg_are_ignored() -> None:
    found = load_settings(environ={"XDG_CONFIG_HOME": "here", "XDG_DATA_HOME": "there"})
    assert found.config_file.is_absolute()
    assert "here" not in found.config_file.parts
    assert "there" not in found.library.parts


def test_a_library_of_ones_own_is_made_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_settings(library=Path("news"), environ={}).library == tmp_path / "news"
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert load_settings(library=Path("~/news"), environ={}).library == tmp_path / "home" / "news"
    assert load_settings(library=Path("~nobody-of-this-name/x"), environ={}).library.name == "x"


def test_settings_do_not_change(file: Path) -> None:
    found = load(file, '[keys]\nnext = "j"')
    with pytest.raises(TypeError):
        found.keys["next"] = "k"  # type: ignore[index]


def test_importing_it_is_cheap() -> None:
    code = "import sys, newsreader.config; sys.exit('platformdirs' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_user_without_a_home_is_told_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(number: int) -> None:
        raise KeyError(number)

    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pwd.getpwuid", nobody)
    with pytest.raises(ConfigError, match="set HOME, or XDG_CONFIG_HOME"):
        load_settings()


def test_what_cannot_be_understood_is_told_and_all_else_holds(file: Path) -> None:
    lines = [
        "colour = 1", "[reading]", "width = 1", 'theme = "day"', "[keys]", 'next = "a b"', '"undo" = "U"',
        "[place]", 'name = "X"', "latitude = 91", "longitude = 1",
    ]  # fmt: skip
    file.write_text("\n".join(lines))
    found = read_settings(config_file=file)
    assert (found.reading.width, found.reading.theme) == (72, "day")
    assert found.keys == {"undo": "U"}
    assert found.place is None
    assert [mistake.where.removeprefix(f"{file}, ") for mistake in found.mistakes] == [
        "line 1, key colour",
        "line 10, key place.latitude",
        "line 8, key place",
        "line 3, key reading.width",
        "line 6, key keys.next",
    ]


@pytest.mark.parametrize("text", ['[library]\nsize = "1GB"\nkeep_read = "allways"', "[library", b"\xff"])
def test_a_library_whose_rules_are_in_doubt_lets_nothing_go(file: Path, text: str | bytes) -> None:
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    found = read_settings(config_file=file)
    assert found.keeping == KeepingSettings(None, None)
    assert len(found.mistakes) == 1


def test_a_command_without_a_program_is_one_mistake(file: Path) -> None:
    file.write_text("[commands.x]\nrun = 'rm'\n[commands.y]\nrun = ['y']\nkey = 1\n")
    found = read_settings(config_file=file)
    assert [mistake.where for mistake in found.mistakes] == [
        f"{file}, line 2, key commands.x.run", f"{file}, line 5, key commands.y.key",
    ]  # fmt: skip
    assert [command.name for command in found.commands] == ["y"]


def test_a_mistake_elsewhere_leaves_the_rules_of_the_library(file: Path) -> None:
    file.write_text('[library]\nkeep_read = "90d"\n[reading]\nwidth = 1')
    assert read_settings(config_file=file).keeping == KeepingSettings(timedelta(days=90))


@given(st.text(max_size=60) | st.sampled_from([wrong[0] for wrong in WRONG]))
@settings(max_examples=60)
def test_any_text_gives_settings(text: str) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "config.toml"
        file.write_text(text, "utf-8", "replace")
        assert read_settings(config_file=file).reading.width in range(40, 121)


def test_a_key_is_found_however_its_id_is_written(file: Path) -> None:
    file.write_text(
        '[keys]\n"headline.next" = "j"\nheadline.previous = "k"\n[commands]\naloud = {run = ["x"], key = "E"}\n'
    )
    found = read_settings(config_file=file)
    assert where_set(found, "headline.next") == f"{file}, line 2, key keys.headline.next"
    assert where_set(found, "headline.previous") == f"{file}, line 3, key keys.headline.previous"
    assert where_set(found, "own.aloud") == f"{file}, line 5, key commands.aloud.key"
