"""A library in a folder of its own for every test, closed at the end."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsreader.library import Library
from support.libraries import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def library(folder: Path, clock: Clock) -> Iterator[Library]:
    library = Library.open(folder, now=clock)
    yield library
    library.close()
