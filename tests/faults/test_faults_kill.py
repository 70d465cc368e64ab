"""Killed with SIGKILL at any moment, the program has lost nothing that it promised, and leaves nothing running."""

from pathlib import Path
from random import Random

import pytest

from faults.conftest import Span
from support.fault_kinds import KINDS, Kind, assert_sound
from support.faults import Trial

IN_CI, ALL = 3, 45
"""Kills of each kind of work: in every run of the tests, and when the slow ones are asked for as well."""

SEEDS = [pytest.param(seed, marks=[pytest.mark.slow] if seed > IN_CI else []) for seed in range(1, ALL + 1)]
STARTING = 0.4
"""The part of a run of the whole program in which it only starts."""


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", KINDS)
def test_killed_at_any_moment(
    tmp_path: Path, home: Path, kinds: dict[str, Kind], spans: Span, name: str, seed: int
) -> None:
    kind, folder = kinds[name], tmp_path / "library"
    whole = spans(name)
    moment = Random(seed).uniform(0.0 if kind.waits else STARTING, 1.0) * whole
    kind.prepare(folder, seed)
    ended = Trial(kind.args(folder, seed), home, waits=kind.waits).ended(kill_after=moment)
    assert "Traceback" not in ended.err
    assert_sound(folder)
    kind.check(folder, seed, ended.promised, whole=ended.code == 0)


TOGETHER = [pytest.param(seed, marks=[pytest.mark.slow] if seed > 2 else []) for seed in range(1, ALL + 1)]


@pytest.mark.parametrize("seed", TOGETHER)
@pytest.mark.parametrize(("one", "other"), [("undo", "refresh")])
def test_two_programs_killed_while_both_write(
    tmp_path: Path, home: Path, kinds: dict[str, Kind], spans: Span, one: str, other: str, seed: int
) -> None:
    folder, random = tmp_path / "library", Random(seed)
    for name in (one, other):
        kinds[name].prepare(folder, seed)
    moments = (random.uniform(0.0, 1.0) * spans(one), random.uniform(STARTING, 1.0) * spans(other))
    second = Trial(kinds[other].args(folder, seed), home, waits=False)
    first = Trial(kinds[one].args(folder, seed), home, waits=True)
    ended = [first.ended(kill_after=moments[0]), second.ended(kill_after=moments[1])]
    assert not any("Traceback" in program.err for program in ended)
    assert_sound(folder)
    for name, program in zip((one, other), ended, strict=True):
        kinds[name].check(folder, seed, program.promised, whole=program.code == 0)
