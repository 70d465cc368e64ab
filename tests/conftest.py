"""What all tests share: which of them are not measured for coverage."""

import pytest

_UNMEASURED = ("hypothesis", "terminal")
"""Marks of tests that show coverage nothing, while measuring doubles their time: hypothesis goes over the same
lines a hundred times (what no example reaches should have an example of its own), and what is driven in a
terminal runs in another process."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark them after hypothesis has marked its own."""
    for item in items:
        if any(item.get_closest_marker(name) for name in _UNMEASURED):
            item.add_marker("no_cover")
