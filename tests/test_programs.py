"""Programs of the reader's own: what they are given, what becomes of what they print, and how they end."""

import asyncio
import gc
import os
import select
import sys
import tempfile
import warnings
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.config import Form, Output, OwnCommand
from newsreader.model import ProgramError
from newsreader.programs import filled_in, run_own
from support.articles import FULL_ARTICLE
from support.newsroom_double import headline
from support.terminal import PATIENCE

HOSTILE = "-rf $(id) `id` ; rm \x1b]0;x\x07 {url} 'x"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Return a program that writes down its arguments, the file it is given, and its standard input."""
    script = tmp_path / "program"
    script.write_text(
        "#!/bin/sh\n"
        f'cd {tmp_path}\nprintf "%s\\n" "$@" >arguments\n'
        '[ -f "$1" ] && { stat -c %a "$1" >mode; cat "$1" >file; }\n'
        'cat >input\nprintf "Eine \\033[1mBrücke\\n\\nZwei\\n"\n'
    )
    script.chmod(0o755)
    return script


async def test_what_comes_from_outside_is_an_argument_and_nothing_else(program: Path) -> None:
    command = OwnCommand("mine", (str(program), "{title}", "--title={title}", "{url}", "{other}", "-x"), "mine")
    await run_own(command, headline(1, HOSTILE), None)
    title = "-rf $(id) `id` ; rm ]0;x {url} 'x"
    assert program.with_name("arguments").read_text().splitlines() == [
        f" {title}", f"--title={title}", "https://post.example/1", "{other}", "-x",
    ]  # fmt: skip


async def test_a_file_is_private_and_gone_afterwards(program: Path) -> None:
    command = OwnCommand("mine", (str(program), "{file}"), "mine", input=Form.TEXT)
    assert await run_own(command, headline(1), FULL_ARTICLE) is None
    [name] = program.with_name("arguments").read_text().splitlines()
    assert not os.access(name, os.F_OK)
    assert program.with_name("mode").read_text() == "600\n"
    begins = (
        "The bridge is open again\n\nAfter two years the river can be crossed on foot.\n\nOn Thursday the mayor"
    )
    assert program.with_name("file").read_text().startswith(begins)
    assert program.with_name("input").read_text() == ""


@pytest.mark.parametrize(
    ("form", "begins"), [(Form.MARKDOWN, "# The "), (Form.HTML, "<!DOCTYPE html>"), (Form.TEXT, "The ")]
)
async def test_without_a_file_the_article_is_on_standard_input(program: Path, form: Form, begins: str) -> None:
    command = OwnCommand("mine", (str(program),), "mine", input=form, output=Output.ARTICLE)
    printed = await run_own(command, headline(1), FULL_ARTICLE)
    assert program.with_name("input").read_text().lower().startswith(begins.lower())
    assert printed is not None
    assert (printed.title, printed.text) == ("The bridge is open again", "Eine Brücke\nZwei")


@pytest.mark.parametrize(
    ("run", "told"),
    [
        (("/bin/sh", "-c", "echo first >&2; echo no sound card >&2; exit 3"), "mine: it failed: no sound card"),
        (("/bin/sh", "-c", "exit 3"), "mine: it failed: it ended with 3"),
        (("no-such-program",), "no-such-program: there is no such program; install it"),
        (("/",), "cannot be started (Permission denied)"),
        (("true", "{url}"), "mine: this headline has no page"),
    ],
)
async def test_a_failure_is_one_sentence(run: tuple[str, ...], told: str) -> None:
    with pytest.raises(ProgramError) as raised:
        await run_own(OwnCommand("mine", run, "mine"), headline(1, url=None), None)
    assert told in str(raised.value)


async def test_without_an_article_there_is_nothing_to_give() -> None:
    with pytest.raises(ProgramError, match="there is no article"):
        await run_own(OwnCommand("mine", ("cat",), "mine", input=Form.TEXT), headline(1), None)


async def test_without_room_for_the_file_it_is_not_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(ProgramError, match="mine: the file for it cannot be written"):
        await run_own(OwnCommand("mine", ("cat", "{file}"), "mine", input=Form.TEXT), headline(1), FULL_ARTICLE)


@pytest.mark.parametrize("ends", [False, True])
async def test_a_program_that_is_stopped_is_killed_with_its_children(tmp_path: Path, ends: bool) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    run = ("/bin/sh", "-c", f"sleep 1000 & echo $$ $! > {fifo}{'' if ends else '; wait'}")
    task = asyncio.ensure_future(run_own(OwnCommand("mine", run, "mine"), headline(1), None))
    parent, child = map(int, (await asyncio.to_thread(fifo.read_text)).split())
    grandchild = os.pidfd_open(child)
    while ends and await asyncio.to_thread(Path(f"/proc/{parent}").exists):  # until it was waited for
        pass
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    ended, _, _ = await asyncio.to_thread(select.select, [grandchild], [], [], PATIENCE)
    os.close(grandchild)
    assert ended


@pytest.mark.parametrize("turns", [2, 6])
def test_a_program_is_waited_for_when_the_loop_ends_while_it_is_stopped(tmp_path: Path, turns: int) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    slow_to_die = "import os, sys, time; room = b'x' * 200_000_000"
    tells = "file = open(sys.argv[1], 'w'); file.write(str(os.getpid())); file.close(); time.sleep(1000)"
    command = OwnCommand("mine", (sys.executable, "-c", f"{slow_to_die}; {tells}", str(fifo)), "mine")

    async def stop() -> int:
        task = asyncio.create_task(run_own(command, headline(1), None))
        number = int(await asyncio.to_thread(fifo.read_text))
        task.cancel()
        for _ in range(turns):
            await asyncio.sleep(0)
        return number

    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        number = asyncio.run(stop())
        gc.collect()
    assert [str(warning.message) for warning in told] == []
    assert not Path(f"/proc/{number}").exists()


async def test_a_detached_program_is_left_to_itself(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    command = OwnCommand("mine", ("/bin/sh", "-c", f"echo started > {fifo}"), "mine", detached=True)
    assert await run_own(command, headline(1), None) is None
    assert await asyncio.to_thread(fifo.read_text) == "started\n"


@given(st.lists(st.sampled_from(["{title}", "{url}", "-o{title}", "x{file}"]), min_size=1), st.text(max_size=20))
def test_no_text_from_outside_becomes_an_option(run: list[str], title: str) -> None:
    values = {"{title}": title, "{url}": "https://post.example/", "{file}": "/tmp/file"}
    for word, argument in zip(run, filled_in(run, values), strict=True):
        assert argument.startswith("-") is word.startswith("-")
