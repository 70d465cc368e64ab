"""What all tests share: which are not measured for coverage, how long they may take, what signals they hear."""

import signal

import pytest
from hypothesis import HealthCheck, settings

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


def pytest_configure() -> None:
    """Give property tests all the time they take, for other programs may be using the machine.

    And let programs that tests start hear the signals that nohup, or a shell in the background, made us deaf to.
    """
    settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("patient")
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
