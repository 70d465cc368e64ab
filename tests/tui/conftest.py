"""What all tests of the screens share."""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="session")
def imported_code_is_not_garbage() -> Iterator[None]:
    """Keep the collector from looking through all that was imported, many times in every test."""
    gc.freeze()
    yield
    gc.unfreeze()
