"""A command in the process forked for it answers as in one that Python starts, and leaves nothing to the next."""

from collections.abc import Callable
from pathlib import Path

from support.command import Done
from support.ready import Ready
from support.site import page

Newsreader = Callable[..., Done]


def test_it_answers_as_a_started_one(newsreader: Newsreader, started_newsreader: Newsreader) -> None:
    for args in (["--help"], ["dance"], ["headlines", "--limit", "0"], ["config", "path"], ["remove", "nobody"]):
        assert newsreader(*args) == started_newsreader(*args)
    article = page(3, "From a pipe")
    assert newsreader("read", "-", stdin=article) == started_newsreader("read", "-", stdin=article)


def test_no_environment_is_left_to_the_next_command(newsreader: Newsreader, tmp_path: Path) -> None:
    other = str(tmp_path / "other")
    assert newsreader("config", "path", XDG_CONFIG_HOME=other).out.startswith(other)
    assert not newsreader("config", "path").out.startswith(other)
    ways = [newsreader("weather", TZ=zone).err for zone in ("Asia/Yerevan", "UTC")]
    assert ways[0] != ways[1]


def test_a_command_that_ends_badly_takes_nothing_with_it(home: dict[str, str], ready: Ready) -> None:
    unread = ready.run("read", "/no/such/file", env=home, stdin=bytes(1 << 20))
    assert (unread.code, unread.out) == (1, "")
    assert ready.run("--version", env=home).code == 0
