"""The fetcher in a process of its own: it fetches as the other does, and ends when the reader does."""

import asyncio
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from newsreader.fetch import Fetcher, FetchProcess, Kind, Request, process
from newsreader.model import FetchError
from support.loopback import Answer, Asked, Loopback

PROGRAM = """
import asyncio, sys
from newsreader.fetch import FetchProcess, Kind, Request

async def main():
    fetching = FetchProcess()
    fetching.trust({url!r})
    response = await fetching.fetch(Request({url!r}, Kind.PAGE))
    print(response.body.decode(), flush=True)
    {then}

asyncio.run(main())
print("httpx" in sys.modules)
"""


@pytest.fixture
async def fetching(server: Loopback) -> AsyncIterator[FetchProcess]:
    fetching = FetchProcess()
    fetching.trust(server.url())
    yield fetching
    await fetching.close()


def children(parent: int | None = None) -> list[int]:
    """Return the processes that fetch for ``parent``, or for this one."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has ended meanwhile
            state, its_parent = (folder / "stat").read_text().rpartition(")")[2].split()[:2]
            fetches = b"newsreader.fetch.child" in (folder / "cmdline").read_bytes()
            if fetches and state != "Z" and int(its_parent) == (parent or os.getpid()):
                found.append(int(folder.name))
    return found


def autogroup(process: int) -> str:
    """Return the niceness of a process's session as a whole; nothing where sessions have none."""
    with suppress(OSError):
        return Path(f"/proc/{process}/autogroup").read_text().split()[-1]
    return ""


def wait_for(condition: Callable[[], bool], seconds: float = 8) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


async def test_what_it_brings_is_what_the_other_fetcher_brings(server: Loopback, fetching: FetchProcess) -> None:
    moved = Answer(status=301, headers={"Location": "/new"})
    body = os.urandom(7_000_000)
    server.routes = {"/old": moved, "/new": Answer(body, headers={"Content-Type": "text/xml", "ETag": '"a"'})}
    fetcher = Fetcher()
    fetcher.trust(server.url())
    request = Request(server.url("/old"), Kind.FEED)
    ours, theirs = await fetching.fetch(request), await fetcher.fetch(request)
    await fetcher.close()
    assert {**ours.headers, "date": ""} == {**theirs.headers, "date": ""}
    assert (ours.url, ours.status, ours.body, ours.moved_to) == (server.url("/new"), 200, body, server.url("/new"))


async def test_validators_go_out_and_a_304_comes_back(server: Loopback, fetching: FetchProcess) -> None:
    def answer(asked: Asked) -> Answer:
        return Answer(status=304) if asked.headers.get("if-none-match") == '"a"' else Answer(b"new")

    server.routes["/feed"] = answer
    response = await fetching.fetch(Request(server.url("/feed"), Kind.FEED, etag='"a"'))
    assert response.not_modified


async def test_an_error_comes_with_all_it_says(server: Loopback, fetching: FetchProcess) -> None:
    server.routes["/feed"] = Answer(b"busy", 429, {"Retry-After": "120"})
    with pytest.raises(FetchError) as caught:
        await fetching.fetch(Request(server.url("/feed?key=secret"), Kind.FEED))
    assert (caught.value.status, caught.value.retry_after) == (429, timedelta(minutes=2))
    assert "secret" not in str(caught.value)


async def test_hundreds_at_once_each_get_their_own_answer(server: Loopback, fetching: FetchProcess) -> None:
    server.routes = {f"/{n}": Answer(b"%d" % n) for n in range(300)}
    requests = [Request(server.url(f"/{n}"), Kind.PAGE) for n in range(300)]
    responses = await asyncio.gather(*map(fetching.fetch, requests))
    assert [response.body for response in responses] == [b"%d" % n for n in range(300)]
    assert len(children()) == 1


async def test_only_hosts_that_are_trusted_are_asked_at_home(server: Loopback) -> None:
    server.routes["/"] = Answer(b"at home")
    fetching = FetchProcess()
    with pytest.raises(FetchError, match="inside your own network"):
        await fetching.fetch(Request(server.url(), Kind.PAGE))
    assert not server.asked
    fetching.trust(server.url(), only_port=True)  # while the other process runs
    assert (await fetching.fetch(Request(server.url(), Kind.PAGE))).body == b"at home"
    await fetching.close()
    assert (await fetching.fetch(Request(server.url(), Kind.PAGE))).body == b"at home"  # in another process
    await fetching.close()


async def test_who_stops_waiting_lets_the_server_go(server: Loopback, fetching: FetchProcess) -> None:
    asked, gone = threading.Event(), threading.Event()
    server.routes["/quick"] = Answer(b"quick")

    def never(_: Asked) -> Answer:
        asked.set()
        gone.wait(10)
        return Answer(b"late")

    server.routes["/slow"] = never
    fetches = [asyncio.create_task(fetching.fetch(Request(server.url("/slow"), Kind.PAGE))) for _ in range(4)]
    await asyncio.to_thread(asked.wait, 10)
    for fetch in fetches:  # all the turns that there are at one host
        fetch.cancel()
    await asyncio.wait(fetches)
    assert all(fetch.cancelled() for fetch in fetches)
    response = await asyncio.wait_for(fetching.fetch(Request(server.url("/quick"), Kind.PAGE)), 5)
    gone.set()
    assert response.body == b"quick"


async def test_when_it_is_killed_who_waits_is_told_and_the_next_has_another(
    server: Loopback, fetching: FetchProcess
) -> None:
    asked, over = threading.Event(), threading.Event()

    def never(_: Asked) -> Answer:
        asked.set()
        over.wait(10)
        return Answer(b"late")

    server.routes = {"/slow": never, "/": Answer(b"there")}
    waiting = asyncio.create_task(fetching.fetch(Request(server.url("/slow"), Kind.PAGE)))
    await asyncio.to_thread(asked.wait, 10)
    (first,) = children()
    os.kill(first, signal.SIGKILL)
    with pytest.raises(FetchError, match="the process that fetches has ended; try again"):
        await waiting
    over.set()
    assert (await fetching.fetch(Request(server.url(), Kind.PAGE))).body == b"there"
    wait_for(lambda: children() not in ([], [first]) and len(children()) == 1)


async def test_closing_ends_it_in_the_middle_of_its_work(server: Loopback, fetching: FetchProcess) -> None:
    over = threading.Event()

    def never(_: Asked) -> Answer:
        over.wait(10)
        return Answer(b"late")

    server.routes["/slow"] = never
    waiting = asyncio.create_task(fetching.fetch(Request(server.url("/slow"), Kind.PAGE)))
    await asyncio.to_thread(wait_for, lambda: bool(server.asked))
    began = time.monotonic()
    await fetching.close()
    assert time.monotonic() - began < 0.9  # by itself: after a second it is made to
    assert not children()
    with pytest.raises(FetchError, match="has ended"):
        await waiting
    over.set()


async def test_what_cannot_be_started_is_told(server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_COMMAND", ("/nowhere/python",))
    with pytest.raises(FetchError, match="the process that fetches cannot be started"):
        await FetchProcess().fetch(Request(server.url(), Kind.PAGE))


async def test_it_is_out_of_the_foreground_and_goes_after_the_reader(
    server: Loopback, fetching: FetchProcess
) -> None:
    server.routes["/"] = Answer(b"there")
    await fetching.fetch(Request(server.url(), Kind.PAGE))
    (child,) = children()
    assert os.getsid(child) == child != os.getsid(0)
    assert autogroup(child) in {"", "10"}
    assert os.getpriority(os.PRIO_PROCESS, child) == os.getpriority(os.PRIO_PROCESS, 0) + 10


def run(server: Loopback, folder: Path, then: str) -> "subprocess.Popen[str]":
    program = PROGRAM.format(url=server.url(), then=then)
    command = [sys.executable, "-W", "error", "-c", program]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=folder)


def test_the_reader_s_process_needs_no_http_and_its_folder_has_no_say(server: Loopback, tmp_path: Path) -> None:
    server.routes["/"] = Answer(b"there")
    (tmp_path / "httpx.py").write_text("raise SystemExit('in the wrong folder')")
    with run(server, tmp_path, "await fetching.close()") as program:
        said, complaints = program.communicate(timeout=20)
    assert (said, complaints) == ("there\nFalse\n", "")


def test_it_ends_with_a_reader_that_is_killed(server: Loopback, tmp_path: Path) -> None:
    server.routes["/"] = Answer(b"there")
    with run(server, tmp_path, "await asyncio.sleep(60)") as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "there\n"
        (child,) = children(program.pid)
        program.kill()
        wait_for(lambda: not Path(f"/proc/{child}").exists())
