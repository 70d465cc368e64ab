"""Terminals that know no UTF-8, pipes that break, disks that are full, streams that are closed."""

import fcntl
import json
import os
import signal
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

from support.command import Done
from support.loopback import Answer, Asked, Loopback
from support.site import HTML, open_site, page

Newsreader = Callable[..., Done]

TITLE = "Café “Molo” — 東京 ★"


def sh(script: str, home: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    """Run a line of bash in which ``$nr`` is the program."""
    line = f'nr="{sys.executable} -W error -m newsreader"; {script}'
    return subprocess.run(["bash", "-c", line], env=home, capture_output=True, timeout=60, check=False)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437"])
def test_a_terminal_without_utf8_is_given_the_nearest_it_has(
    newsreader: Newsreader, site: Loopback, home: dict[str, str], encoding: str
) -> None:
    newsreader("add", open_site(site, [TITLE]))
    home = home | {"PYTHONIOENCODING": encoding}
    listed = sh("$nr headlines", home)
    assert (listed.returncode, listed.stderr) == (0, b"")
    line = listed.stdout.decode(encoding)
    assert '"Molo" -- ?? *' in line or "Molo" in line
    assert line.split("\t")[1].startswith("o ")
    read = sh("$nr read 1 --format json", home)
    assert json.loads(read.stdout)["title"] == TITLE, "JSON loses nothing"
    assert TITLE.encode() in sh("$nr read 1 --format html", home).stdout, "the page says that it is UTF-8"


def test_the_weather_is_told_in_ascii_where_there_is_no_utf8(
    newsreader: Newsreader, started_newsreader: Newsreader
) -> None:
    newsreader("place", "--at", "39.8177,46.7528", "--name", "Stepanakert")
    assert started_newsreader("weather", PYTHONIOENCODING="ascii").out == "In Stepanakert: -- C\n"
    assert started_newsreader("weather", "--json", PYTHONIOENCODING="ascii").json["text"] == "In Stepanakert: -- C"


def test_whoever_has_read_enough_is_left_in_peace(
    newsreader: Newsreader, site: Loopback, home: dict[str, str]
) -> None:
    newsreader("add", open_site(site, [f"Story {n}, " + "long " * 80 for n in range(400)]))
    for command in ("headlines", "headlines --json", "--help"):
        done = sh(f"set -o pipefail; $nr {command} | head -c 1", home)
        assert (len(done.stdout), done.stderr) == (1, b"")


PIPE = 1 << 16
"""Bytes that a pipe holds, as Linux makes it."""


def test_a_stop_in_the_midst_of_a_write_loses_nothing(
    newsreader: Newsreader, site: Loopback, home: dict[str, str]
) -> None:
    newsreader("add", open_site(site, [f"Story {n}, " + "long " * 80 for n in range(400)]))
    whole = sh("$nr headlines --json", home).stdout
    assert len(whole) > 2 * PIPE
    program = [sys.executable, "-u", "-m", "newsreader", "headlines", "--json"]
    with subprocess.Popen(program, env=home, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        end = time.monotonic() + 30
        while waiting(process.stdout) < PIPE and time.monotonic() < end:
            time.sleep(0.01)
        assert waiting(process.stdout) == PIPE
        process.send_signal(signal.SIGSTOP)
        process.send_signal(signal.SIGCONT)
        assert process.stdout.read() == whole


def waiting(pipe: IO[bytes]) -> int:
    """Return how many bytes are in a pipe."""
    return int.from_bytes(fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)), sys.byteorder)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device to write to")
@pytest.mark.parametrize("command", ["headlines", "export", "headlines --json", "read 1 --format html"])
def test_output_that_cannot_be_written_is_told_in_one_line(
    newsreader: Newsreader, site: Loopback, home: dict[str, str], command: str
) -> None:
    newsreader("add", open_site(site))
    done = sh(f"$nr {command} > /dev/full", home)
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert b"cannot be written" in done.stderr


def test_closed_streams_are_no_trouble_and_nothing_takes_their_place(
    newsreader: Newsreader, site: Loopback, home: dict[str, str]
) -> None:
    newsreader("add", open_site(site))
    assert sh("$nr headlines >&-", home).stderr == b""
    unheard = sh("$nr read 999 2>&-", home)
    assert (unheard.returncode, unheard.stdout) == (1, b""), "words never go where data goes"
    assert sh("$nr refresh --all <&- >&- 2>&-", home).returncode == 0
    assert newsreader("doctor").code == 0
    empty = sh("$nr read - <&-", home)
    assert (empty.returncode, empty.stderr) == (1, b"newsreader: standard input: the page is empty\n")


def test_what_is_empty_too_long_or_endless_is_refused_in_one_line(newsreader: Newsreader, tmp_path: Path) -> None:
    for args in (
        ["read", "9" * 5000],
        ["save", "9" * 5000],
        ["remove", "9" * 5000],
        ["remove", ""],
        ["headlines", "--source", ""],
        ["read", ""],
        ["read", "a\nb"],
        ["read", "/dev/zero"],
        ["import", str(tmp_path)],
        ["add", ""],
    ):
        done = newsreader(*args)
        assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    for args in (["headlines", "--limit", "many"], ["--library", "", "feeds"], ["feeds", "--library", ""]):
        done = newsreader(*args)
        assert done.code == 2
        assert "_" not in done.err.partition("error:")[2]


def test_an_unset_name_removes_nothing(newsreader: Newsreader, site: Loopback) -> None:
    newsreader("add", open_site(site))
    assert newsreader("remove", "").code == 1
    assert len(newsreader("feeds", "--json").json) == 1


def test_a_library_that_is_a_file_is_told_so(newsreader: Newsreader, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "library"):
        done = newsreader("--library", str(folder), "headlines")
        assert (done.code, done.err.count("\n")) == (1, 1)
        assert "cannot be the folder of a library" in done.err


def test_an_article_without_a_word_is_no_success(newsreader: Newsreader, site: Loopback) -> None:
    item = b"<item><title>Bare</title><link>/gone</link></item>"
    site.routes["/feed.xml"] = Answer(b"<rss version='2.0'><channel><title>t</title>" + item + b"</channel></rss>")
    newsreader("add", site.url("/feed.xml"))
    read = newsreader("read", "1")
    assert (read.code, read.err.count("\n")) == (1, 1)
    assert "404" in read.err
    saved = newsreader("save", "1")
    assert "only what the feed carried" in saved.err
    site.routes["/gone"] = Answer(page(1, "Bare"), headers=HTML)
    newsreader("refresh")
    assert newsreader("read", "1").code == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_told_so(newsreader: Newsreader, tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    done = newsreader("--library", str(tmp_path / "locked"), "headlines")
    assert (done.code, done.err.count("\n")) == (1, 1)


HEEDING = """
import os, signal, sys
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, signal.SIG_DFL)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""
"""Runs Python with its arguments, heeding signals as in a terminal even if the tests run under nohup."""


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 143)])
def test_a_command_that_is_ended_ends_in_order(
    newsreader: Newsreader, site: Loopback, home: dict[str, str], tmp_path: Path, number: int, code: int
) -> None:
    newsreader("add", open_site(site))
    asked, never = threading.Event(), threading.Event()

    def silent(_: Asked) -> Answer:
        asked.set()
        never.wait(10)
        return Answer()

    site.routes["/feed.xml"] = silent
    (tmp_path / "temporary").mkdir()
    process = subprocess.Popen(
        [sys.executable, "-c", HEEDING, "-W", "error", "-m", "newsreader", "refresh", "--all"],
        env=home | {"TMPDIR": str(tmp_path / "temporary")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert asked.wait(10)
    os.killpg(process.pid, number)
    out, err = process.communicate(timeout=10)
    never.set()
    assert (process.returncode, out, err) == (code, b"", b"")
    assert list((tmp_path / "temporary").iterdir()) == []
    assert newsreader("doctor").code == 0
