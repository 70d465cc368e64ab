"""Files that are cut short, of no known kind, or meant to do harm give one sentence, and nothing else."""

import json
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsreader.formats.imports import LARGEST, read_import
from newsreader.formats.imports.archive import MOST
from newsreader.formats.imports.beside import read_beside
from newsreader.model import FormatError
from support.exports import (
    FIREFOX,
    INSTAPAPER_CSV,
    POCKET_CSV,
    POCKET_HTML,
    WALLABAG,
    as_json,
    omnivore_zip,
    own,
    zipped,
)
from support.site import png

GOOD = [
    POCKET_CSV,
    POCKET_HTML,
    INSTAPAPER_CSV,
    FIREFOX,
    as_json(WALLABAG),
    omnivore_zip(),
    own({"url": "https://a.example/"}),
]


def refused(file: Path, data: bytes) -> str:
    file.write_bytes(data)
    with pytest.raises(FormatError) as raised:
        read_import(str(file))
    assert "\n" not in str(raised.value)
    return str(raised.value)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"not opml", "none of the files"),
        (b"\x7fELF\0\0\1\2", "none of the files"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "not text in UTF-8"),
        (b"<html><body>A page</body></html>", "none of the files"),
        (b'{"a": 1}', "JSON"),
        (b"[]", "JSON"),
        (b"[1, 2]", "JSON"),
        (b'[{"url": "https://a.example/"}]', "JSON"),
        (b"[" * 100_000, "JSON"),
        (b'{"format": "newsreader", "version": 1' + b"0" * 5_000 + b"}", "JSON"),
        (b"name,age\nAda,36\n", "columns"),
        (b"PK\x03\x04 and no more", "zip"),
        (zipped({"readme.txt": b"hello"}), "zip"),
        (zipped({"metadata_0_to_1.json": b"{"}), "JSON"),
        ("title,url,time_added\nCafé,https://a.example/,1\n".encode("latin-1"), "not text in UTF-8"),
    ],
)
def test_what_is_none_of_them(tmp_path: Path, data: bytes, told: str) -> None:
    assert told in refused(tmp_path / "file", data)


@pytest.mark.parametrize("data", GOOD)
def test_what_was_cut_short(tmp_path: Path, data: bytes) -> None:
    assert refused(tmp_path / "file", data.rstrip()[: -len(data) // 3])


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(FormatError, match="cannot be read"):
            read_import(str(path))


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.write(POCKET_CSV)
        file.truncate(LARGEST + 1)
    with pytest.raises(FormatError, match="larger than 64 MB"):
        read_import(str(path))


def test_archives_that_unpack_without_end(tmp_path: Path) -> None:
    zeros = bytes(MOST // 4)
    path = tmp_path / "bomb"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(5):
            archive.writestr(f"part_{number}.csv", zeros)
    with pytest.raises(FormatError, match="unpacks to more than"):
        read_import(str(path))


def test_a_title_without_end_is_cut(tmp_path: Path) -> None:
    head = b"title,url,time_added,tags,status\n"
    (tmp_path / "file").write_bytes(head + b'"' + b"x" * 200_000 + b'",https://a.example/,1,,unread\n')
    [page] = read_import(str(tmp_path / "file")).pages
    assert page.title == "x" * 499 + "…"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(GOOD), st.data())
def test_any_damage_gives_a_file_or_a_sentence(tmp_path: Path, good: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(good)))
    end = data.draw(st.integers(at, min(len(good), at + 200)))
    path = tmp_path / "file"
    path.write_bytes(good[:at] + data.draw(st.binary(max_size=20)) + good[end:])
    try:
        for page in read_import(str(path)).pages:
            assert page.url
            assert page.url.startswith(("http://", "https://"))
    except FormatError as error:
        told = str(error)
        assert told.isprintable()


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5), lambda v: st.lists(v, max_size=3)
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([WALLABAG[0], json.loads(own({}))["articles"][0]]), st.data())
def test_values_of_any_kind_under_any_key(tmp_path: Path, entry: dict[str, object], data: st.DataObject) -> None:
    keys = sorted(set(entry) - {"url", "is_archived"})
    odd = data.draw(st.dictionaries(st.sampled_from(keys), json_values, max_size=4))
    entry = entry | odd | {"url": "https://a.example/"}
    path = tmp_path / "file"
    path.write_bytes(as_json([entry]) if "is_archived" in entry else own(entry))
    (page,) = read_import(str(path)).pages
    assert page.url == "https://a.example/"
    assert all(isinstance(text, str) for text in (page.title, page.note, *page.tags))


def test_pictures_lie_in_the_folder_of_their_file(tmp_path: Path) -> None:
    (tmp_path / "export" / "images").mkdir(parents=True)
    (tmp_path / "export" / "images" / "a.png").write_bytes(png())
    folder = str(tmp_path / "export")
    assert read_beside(folder, "images/a.png") == png()
    (tmp_path / "export" / "inside").symlink_to("images")
    assert read_beside(folder, "inside/a.png") == png()


ELSEWHERE = ["../secret", "/etc/passwd", "images/../../secret", "out/secret", "secret", "fifo", "images", "none"]
ODD = ["", "a\0b", "..\\secret", "x" * 5000]


@pytest.mark.parametrize("name", ELSEWHERE + ODD)
def test_names_that_lead_elsewhere_are_refused(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "export"
    (folder / "images").mkdir(parents=True)
    (tmp_path / "secret").write_bytes(png())
    (folder / "out").symlink_to(tmp_path)
    (folder / "secret").symlink_to(tmp_path / "secret")
    os.mkfifo(folder / "fifo")
    with pytest.raises(FormatError):
        read_beside(str(folder), name)


def test_a_picture_as_large_as_none_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "huge.png").open("wb") as file:
        file.truncate(16_000_000)
    with pytest.raises(FormatError, match="too large"):
        read_beside(str(tmp_path), "huge.png")
