"""The edition, running, and a way to ask it."""

from collections.abc import Iterator

import pytest

from demo.asking import NOON, Get, asker
from newsreader.demo import Edition


@pytest.fixture(scope="session")
def edition() -> Iterator[Edition]:
    with Edition(lambda: NOON) as running:
        yield running


@pytest.fixture(scope="session")
def get(edition: Edition) -> Get:
    return asker(edition.url)
