"""Writing the place into the settings, and nothing else."""

import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.config import default_config, load_settings, save_places, write_default_config
from newsreader.model import ConfigError, Place, PlaceError, clean_line

SHUSHI = Place("Shushi", 39.7586, 46.7483)
SECTION = '[place]\nname = "Shushi"\nlatitude = 39.7586\nlongitude = 46.7483\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "newsreader" / "config.toml"


def save(file: Path, text: str, place: Place = SHUSHI) -> str:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())
    try:
        found = load_settings(config_file=file)
    except ConfigError:  # a mistake elsewhere in the file
        found = replace(load_settings(config_file=file.with_name("none")), config_file=file)
    save_places(found, [place])
    return file.read_bytes().decode()


def test_without_a_file_one_is_made_that_only_the_reader_may_read(file: Path) -> None:
    save_places(load_settings(config_file=file), [SHUSHI])
    assert file.read_text() == SECTION
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert load_settings(config_file=file).place == SHUSHI
    assert list(file.parent.iterdir()) == [file]


BEFORE_AND_AFTER = {
    "an empty file": ("", SECTION),
    "other sections": (
        "# mine\n[reading]\nwidth = 80 # wide\n",
        "# mine\n[reading]\nwidth = 80 # wide\n\n" + SECTION,
    ),
    "no newline at the end": ("[reading]\nwidth = 80", "[reading]\nwidth = 80\n\n" + SECTION),
    "an empty section": ("[place]\n", SECTION),
    "a header at the end of the file": ("[keys]\n[place]", "[keys]\n" + SECTION),
    "an old place between comments": (
        '[place]  # home\n# name\nname = "X"\n\nlatitude = 1.5 # north\nlongitude = 2\n\n[keys]\nx = "y"\n',
        '[place]  # home\nname = "Shushi"\nlatitude = 39.7586\nlongitude = 46.7483\n# name\n\n\n[keys]\nx = "y"\n',
    ),
    "a country that no longer holds": ('[place]\nname="X"\nlatitude=1\nlongitude=1\ncountry="US"\n', SECTION),
    "dotted keys": (
        'place.name = "X"\nplace.latitude = 1\nplace.longitude = 2\nrefresh.every = "2h"\n',
        'refresh.every = "2h"\n\n' + SECTION,
    ),
    "an inline table": (
        'place = { name = "X", latitude = 1, longitude = 2 }\n[keys]\n',
        "[keys]\n\n" + SECTION,
    ),
    "quoted headers": ('["place"]\n"name" = \'X\'\n', SECTION.replace("[place]", '["place"]')),
    "text that looks like a section": (
        '[reading]\ntheme = """\\\n[place]\\\n"""\n',
        '[reading]\ntheme = """\\\n[place]\\\n"""\n\n' + SECTION,
    ),
    "a mistake elsewhere": ("[reading]\nwidth = 1\n", "[reading]\nwidth = 1\n\n" + SECTION),
    "lines of Windows": (
        '\ufeff[place]\r\nname = "X"\r\n[keys]\r\n',
        "\ufeff" + SECTION.replace("\n", "\r\n") + "[keys]\r\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), BEFORE_AND_AFTER.values(), ids=BEFORE_AND_AFTER)
def test_every_other_byte_stays(file: Path, before: str, after: str) -> None:
    assert save(file, before) == after
    assert save(file, after) == after  # saying it again changes nothing


GORIS = Place("Goris", 39.5111, 46.3417, zone="Asia/Yerevan")
BOTH = SECTION + '\n[[places]]\nname = "Goris"\nlatitude = 39.5111\nlongitude = 46.3417\nzone = "Asia/Yerevan"\n'


@pytest.mark.parametrize("before", ["", "# mine\n[keys]\nx = 'y'\n", BOTH, SECTION + "[keys]\n", "places = []\n"])
def test_several_places_stand_one_after_the_other(file: Path, before: str) -> None:
    save(file, before)
    for _ in range(2):  # saying it again changes nothing
        save_places(load_settings(config_file=file), [SHUSHI, GORIS])
        assert BOTH in file.read_text()
        assert file.read_text().count("\n\n\n") == 0
        found = load_settings(config_file=file)
        assert (found.place, found.places) == (SHUSHI, (GORIS,))
    save_places(load_settings(config_file=file), [GORIS])
    assert load_settings(config_file=file).places == ()
    assert "Shushi" not in file.read_text()
    save_places(load_settings(config_file=file), [])
    assert load_settings(config_file=file).place is None


def test_the_country_is_kept(file: Path) -> None:
    place = replace(SHUSHI, country="AM")
    assert 'country = "AM"' in save(file, "", place)
    assert load_settings(config_file=file).place == place


def test_a_guess_that_is_saved_is_no_guess_any_more(file: Path) -> None:
    save(file, "", replace(SHUSHI, guessed=True))
    assert load_settings(config_file=file).place == SHUSHI


@settings(max_examples=100)
@given(
    name=st.text(max_size=100) | st.text("\"'\\\n\r\t\x00\x7f\u2028\ud800#[]=", max_size=20),
    latitude=st.floats(-90, 90),
    longitude=st.floats(-180, 180),
    before=st.sampled_from(["", SECTION, "[reading]\nwidth = 80", default_config()]),
)
def test_any_place_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, name: str, latitude: float, longitude: float, before: str
) -> None:
    file = tmp_path_factory.getbasetemp() / "place" / "config.toml"
    save(file, before, Place(name, latitude, longitude))
    found = load_settings(config_file=file)
    assert found.place is not None
    assert (found.place.latitude, found.place.longitude) == (latitude, longitude)
    assert found.place.name == clean_line(name, 80) or not clean_line(name)
    assert found.reading.width == (80 if "width = 80" in before else 72)


@pytest.mark.parametrize("place", [Place("X", 91, 0), Place("X", 0, 180.5), Place("X", float("nan"), 0)])
def test_a_place_off_the_globe_is_refused(file: Path, place: Place) -> None:
    with pytest.raises(PlaceError):
        save_places(load_settings(config_file=file), [place])
    assert not file.exists()


@pytest.mark.parametrize("text", ["[place\n", "[[place]]\n", "[place.of.mine]\nx = 1\n"])
def test_a_file_that_cannot_take_a_place_stays_as_it_is(file: Path, text: str) -> None:
    with pytest.raises(ConfigError, match=str(file)):
        save(file, text)
    assert file.read_text() == text
    assert list(file.parent.iterdir()) == [file]


def test_a_symbolic_link_stays_one(file: Path, tmp_path: Path) -> None:
    file.parent.mkdir()
    real = tmp_path / "dotfiles.toml"
    real.write_text("[keys]\n")
    file.symlink_to(real)
    save_places(load_settings(config_file=file), [SHUSHI])
    assert file.is_symlink()
    assert real.read_text() == "[keys]\n\n" + SECTION


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    found = load_settings(config_file=tmp_path / "config.toml")
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigError, match="Not a directory"):
        save_places(replace(found, config_file=tmp_path / "file" / "config.toml"), [SHUSHI])
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(ConfigError):
        save_places(replace(found, config_file=tmp_path / "loop"), [SHUSHI])


def test_the_default_file_never_takes_the_place_of_the_readers(file: Path) -> None:
    write_default_config(file)
    assert file.read_text() == default_config()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.write_text("[reading]\nwidth = 80\n")
    write_default_config(file)
    assert file.read_text() == "[reading]\nwidth = 80\n"


def test_when_the_disk_takes_no_more_the_old_file_stays(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("[reading]\nwidth = 80\n")
    code = (
        "import resource, sys, pathlib\n"
        "from newsreader.config import load_settings, save_places\n"
        "from newsreader.model import ConfigError, Place\n"
        "settings = load_settings(config_file=pathlib.Path(sys.argv[1]))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (30, 30))\n"
        "try: save_places(settings, [Place('Shushi', 39.7586, 46.7483)])\n"
        "except ConfigError as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, check=True, text=True)
    assert done.stdout == f"{file}: cannot be written (File too large)\n"
    assert file.read_text() == "[reading]\nwidth = 80\n"
    assert list(file.parent.iterdir()) == [file]
