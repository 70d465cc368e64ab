"""The workshop's beginning and end, in programs of their own: quick, quiet, and nothing left behind."""

import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

TESTS = str(Path(__file__).parent.parent)

PROGRAM = f"""
import sys
sys.path.insert(0, {TESTS!r})
import asyncio, time
from newsreader.workshop import Workshop
from workshop import chores

async def main():
    workshop = Workshop()
    began = time.perf_counter()
    workshop.warm()
    assert time.perf_counter() - began < 0.3, "warm waited"
    %s

if __name__ == "__main__":
    asyncio.run(main())
    print("done")
"""

WORK = """
    assert await workshop.run(chores.double, 2) == 4
    began = time.perf_counter()
    workshop.close()
    assert time.perf_counter() - began < 3
"""

BUSY = """
    hangs = [asyncio.create_task(workshop.run(chores.hang_in_c)) for _ in range(5)]
    assert await workshop.run(chores.double, 2) == 4
    await asyncio.sleep(0.2)
    began = time.perf_counter()
    workshop.close()
    assert time.perf_counter() - began < 3
    told = await asyncio.gather(*hangs, return_exceptions=True)
    assert all("closing" in str(error) for error in told), told
"""

AT_ONCE = """
    workshop.close()
"""

UNCLOSED = """
    assert await workshop.run(chores.double, 2) == 4
"""

IN_TEXTUAL = """
    from textual.app import App

    class Small(App):
        async def on_mount(self):
            self.run_worker(self.work())

        async def work(self):
            here = Workshop()
            assert await here.run(chores.double, 21) == 42
            here.close()
            self.exit(42)

    workshop.close()
    assert await Small().run_async(headless=True) == 42
"""

IN_TEXTUAL_WARMED_BEFORE = """
    from textual.app import App

    class Small(App):
        async def on_mount(self):
            self.run_worker(self.work())

        async def work(self):
            self.exit(await workshop.run(chores.double, 21))

    assert await Small().run_async(headless=True) == 42
    workshop.close()
"""


@pytest.mark.parametrize(
    "body",
    [WORK, BUSY, AT_ONCE, UNCLOSED, IN_TEXTUAL, IN_TEXTUAL_WARMED_BEFORE],
    ids=["work", "busy", "at once", "unclosed", "in textual", "in textual, warmed before"],
)
def test_a_program_ends_quietly(tmp_path: Path, body: str) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM.replace("%s", body.strip()))
    ran = subprocess.run(
        [sys.executable, "-W", "error", str(program)], capture_output=True, text=True, timeout=30, check=False
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "done\n", "")


@pytest.fixture
def killed(tmp_path: Path) -> Iterator[tuple[int, int]]:
    """A program with a busy and an idle child on a terminal, killed with -9: the terminal and the busy child."""
    note = tmp_path / "busy"
    body = f"""
    hang = asyncio.create_task(workshop.run(chores.hang_after_writing, {str(note)!r}))
    await workshop.run(chores.double, 2)
    await hang
    """
    (tmp_path / "program.py").write_text(PROGRAM.replace("%s", body.strip()))
    master, slave = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, str(tmp_path / "program.py")], stdin=slave, stdout=slave, stderr=slave, close_fds=True
    )
    os.close(slave)
    wait_for(lambda: note.exists() and note.read_text().isdigit())
    child = int(note.read_text())
    program.send_signal(signal.SIGKILL)
    program.wait()
    yield master, child
    os.close(master)


def test_children_die_with_a_killed_parent_and_let_go_of_the_terminal(killed: tuple[int, int]) -> None:
    master, child = killed
    wait_for(lambda: not Path(f"/proc/{child}").exists())
    with pytest.raises(OSError, match="Input/output error"):  # what Linux says once nobody holds the other end
        read_to_the_end(master)


LATE = """
import multiprocessing
from workshop import chores

if __name__ == "__main__":
    child = multiprocessing.get_context("forkserver").Process(target=chores.settle_when_told, args=({gate!r},))
    child.start()
    print(child.pid, flush=True)
    input()
"""


def test_a_child_whose_parent_is_killed_before_it_is_set_up_ends_too(tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    (tmp_path / "program.py").write_text(LATE.format(gate=str(gate)))
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    with subprocess.Popen(
        [sys.executable, str(tmp_path / "program.py")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env
    ) as program:
        assert program.stdout is not None
        child = int(program.stdout.readline())
        program.kill()
    gate.write_text("now")  # waits until the child reads
    wait_for(lambda: not Path(f"/proc/{child}").exists())


def read_to_the_end(master: int) -> None:
    while os.read(master, 1024):
        pass


def wait_for(condition: Callable[[], bool], seconds: float = 8) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


def test_the_parent_imports_nothing_that_only_children_need() -> None:
    code = (
        "import sys; from newsreader.workshop import Workshop; Workshop();"
        "names = ('pebble', 'multiprocessing', 'lxml', 'PIL', 'newsreader.feeds', 'newsreader.clean');"
        "sys.exit(', '.join(name for name in names if name in sys.modules) or 0)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
