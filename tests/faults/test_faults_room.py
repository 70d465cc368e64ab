"""A disk that takes no more: one sentence, nothing lost, and all is well when there is room again."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from support.fault_kinds import KINDS, Kind, assert_sound
from support.faults import Ended, Trial

IN_CI, ALL = 1, 12
SEEDS = [pytest.param(seed, marks=[pytest.mark.slow] if seed > IN_CI else []) for seed in range(1, ALL + 1)]
DISK = 24
"""Megabytes of a disk of our own."""

LEAST, MOST = 0, 600_000
"""Bytes that there is room for still."""


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a small disk of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", f"size={DISK}m", "tmpfs", str(place)]
    try:
        done = subprocess.run(mounting, check=False, capture_output=True, text=True)
    except OSError as error:
        pytest.skip(f"no disk can be mounted here: {error}")
    if done.returncode:
        pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def assert_told(ended: Ended) -> None:
    """See that the program ended by itself, with sentences and no traceback."""
    assert ended.code in {0, 1, 3}, ended
    assert "Traceback" not in ended.err
    lines = ended.err.splitlines() + [line for line in ended.said if line.startswith("!")]
    if ended.code:
        assert lines
    assert all(line.startswith(("newsreader: ", "! ")) for line in lines)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", KINDS)
def test_files_may_not_grow(tmp_path: Path, home: Path, kinds: dict[str, Kind], name: str, seed: int) -> None:
    kind, folder = kinds[name], tmp_path / "library"
    kind.prepare(folder, seed)
    largest = max((file.stat().st_size for file in folder.iterdir()), default=0) if folder.exists() else 0
    room = Random(seed).randint(LEAST, largest + MOST)
    ended = Trial(kind.args(folder, seed), home, waits=False, room=room).ended()
    assert_told(ended)
    assert_sound(folder)
    kind.check(folder, seed, ended.promised, whole=False)
    if name not in {"undo", "sweep"}:  # which would begin anew
        again = Trial(kind.args(folder, seed), home, waits=False).ended()
        assert again.code == 0, again
        kind.check(folder, seed, again.promised, whole=True)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", KINDS)
def test_the_disk_is_full(disk: Path, home: Path, kinds: dict[str, Kind], name: str, seed: int) -> None:
    kind, folder = kinds[name], disk / "library"
    kind.prepare(folder, seed)
    free = Random(seed).randint(LEAST, MOST)
    filler = disk / "filler"
    used = sum(file.stat().st_blocks * 512 for file in disk.rglob("*") if file.is_file())
    with filler.open("wb") as file:
        file.write(bytes(max(0, DISK * 1_048_576 - used - free)))
    ended = Trial(kind.args(folder, seed), home, waits=False).ended()
    assert_told(ended)
    filler.unlink()
    assert_sound(folder)
    kind.check(folder, seed, ended.promised, whole=False)
