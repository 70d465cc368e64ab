"""Beside a kept picture stands a copy of a terminal's size; the doctor knows both, and what belongs to nothing."""

import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from newsreader.library import Library, Swept
from newsreader.library.database import FILE_NAME
from support.articles import FULL_ARTICLE
from support.libraries import CHECK, NOON, Clock, entry, feed, sweep_daily

BRIDGE, MAP = (image.url for image in FULL_ARTICLE.images)


@pytest.fixture(autouse=True)
async def shelved(library: Library) -> None:
    paper = await library.subscribe("https://a.example/feed", "A")
    await library.store_feed(paper.id, feed(entry("1"), entry("2")), CHECK)
    await library.bookmark_entry(1, FULL_ARTICLE)
    await library.add_image(1, BRIDGE, b"bridge" * 9, "jpg", 640, 360, small=b"small bridge")
    await library.add_image(1, MAP, b"map", "png", 10, 10)


def files(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / "images").rglob("*") if path.is_file())


async def test_the_copy_is_given_where_there_is_one(library: Library, folder: Path) -> None:
    original, copy = library.picture_file(1, BRIDGE), library.picture_file(1, BRIDGE, small=True)
    assert original is not None
    assert copy is not None
    assert copy == original.with_name(f"{original.stem}.small.jpg")
    assert (original.read_bytes(), copy.read_bytes()) == (b"bridge" * 9, b"small bridge")
    assert library.picture_file(1, MAP, small=True) == library.picture_file(1, MAP)
    assert library.holdings().picture_bytes == sum(path.stat().st_size for path in files(folder))


async def test_what_has_no_copy_gets_one_and_what_needs_none_is_not_asked_about_again(library: Library) -> None:
    ((digest, path),) = library.images_without_copy(9)
    assert path == library.picture_file(1, MAP)
    await library.add_copy("f" * 64, b"of a picture that is gone")
    await library.add_copy(digest, b"")
    assert library.images_without_copy(9) == []
    assert library.picture_file(1, MAP, small=True) == path


async def test_a_copy_goes_with_its_picture(library: Library, folder: Path, clock: Clock) -> None:
    await library.unbookmark(1)
    assert await sweep_daily(library, clock, 9) == Swept(files=2)
    assert files(folder) == []


@pytest.mark.parametrize("hurt", ["missing", "damaged"])
async def test_a_lost_copy_is_found_and_made_anew(library: Library, hurt: str) -> None:
    copy = library.picture_file(1, BRIDGE, small=True)
    assert copy is not None
    if hurt == "missing":
        copy.unlink()
        assert library.picture_file(1, BRIDGE, small=True) == library.picture_file(1, BRIDGE)
    else:
        copy.write_bytes(b"small fridge")
    assert await library.examine(repair=True) == [f"{copy}: this small copy of a picture is {hurt}"]
    assert await library.examine() == []
    assert copy.name.partition(".")[0] in {digest for digest, _ in library.images_without_copy(9)}
    await library.add_copy(copy.name.partition(".")[0], b"small bridge")
    assert library.picture_file(1, BRIDGE, small=True) == copy


async def test_with_a_lost_picture_its_copy_goes_too(library: Library, folder: Path) -> None:
    path = library.picture_file(1, BRIDGE)
    assert path is not None
    path.write_bytes(b"rot")
    assert await library.examine(repair=True) == [f"{path}: this picture of a bookmark is damaged"]
    assert await library.examine() == []
    assert files(folder) == [library.picture_file(1, MAP)]


async def test_files_that_belong_to_nothing_are_found_and_removed_when_old(
    library: Library, folder: Path, clock: Clock
) -> None:
    path = library.picture_file(1, BRIDGE)
    assert path is not None
    stray = [path.with_name(name) for name in ("a.jpg", "b.small.jpg", ".c.1.half")]
    for one in (*files(folder), *stray):
        one.touch()
        os.utime(one, (NOON.timestamp(),) * 2)
    assert await library.examine(repair=True) == []
    clock.pass_by(timedelta(days=8))
    images = folder / "images"
    assert await library.examine(repair=True) == [
        f"files in {images} that belong to no bookmark: 2",
        f"half-written files in {images}: 1",
    ]
    assert await library.examine() == []
    assert len(files(folder)) == 3
    assert not any(one.exists() for one in stray)


async def test_what_is_here_is_not_noted_as_let_go(library: Library, folder: Path) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME)) as database:
        database.execute("INSERT INTO aged VALUES (1, '1'), (1, 'long gone')")
        database.commit()
    assert await library.examine(repair=True) == ["headlines that were noted as let go and are here: 1"]
    assert await library.examine() == []
