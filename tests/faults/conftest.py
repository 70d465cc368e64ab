"""A place for the libraries of faults, a site for them to read, and how long each kind of work takes."""

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support.fault_kinds import KINDS, Kind, assert_sound
from support.faults import Trial
from support.loopback import Loopback

Prepared = Callable[[str], Kind]
Span = Callable[[str], float]


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("faults")


@pytest.fixture(scope="session")
def kinds(home: Path) -> Iterator[dict[str, Kind]]:
    with Loopback() as site:
        yield {name: kind(home, site) for name, kind in KINDS.items()}


@pytest.fixture(scope="session")
def spans(home: Path, kinds: dict[str, Kind]) -> Span:
    """Return a function that says how many seconds a kind of work takes that nothing happens to."""
    known: dict[str, float] = {}
    numbers = itertools.count()

    def span(name: str) -> float:
        if name not in known:
            kind, folder = kinds[name], home / f"whole-{next(numbers)}"
            kind.prepare(folder, 0)
            ended = Trial(kind.args(folder, 0), home, waits=kind.waits).ended()
            assert ended.code == 0, ended
            kind.check(folder, 0, ended.promised, whole=True)
            assert_sound(folder)
            known[name] = ended.seconds
        return known[name]

    return span
