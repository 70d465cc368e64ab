"""Files to bring in."""

from pathlib import Path

import pytest


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file whose name says nothing of what is in it."""
    return tmp_path / "download"
