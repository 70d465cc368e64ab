"""What the library holds, for people and for scripts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsreader.cli.stock import age_words, room_words, size_words
from newsreader.config import KeepingSettings
from newsreader.library import Holdings
from newsreader.newsroom import Stock
from support.command import Done
from support.loopback import Loopback
from support.site import open_site

Newsreader = Callable[..., Done]

HELD = Holdings(
    folder=Path("/somewhere"),
    headlines=9,
    unread=4,
    articles=3,
    bookmarks=2,
    complete=1,
    pictures=1,
    database_bytes=1_500_000_000,
    picture_bytes=700_000_000,
    oldest_read=datetime(2023, 3, 30, tzinfo=UTC),
    can_go=3,
    last_backup=None,
)


def test_it_counts_what_there_is(newsreader: Newsreader, site: Loopback, home: dict[str, str]) -> None:
    newsreader("add", open_site(site))
    newsreader("save", site.url("/article/0"))
    told = newsreader("library", "--json").json
    assert told["headlines"] == {"total": 2, "unread": 2, "read": 0, "bookmarked": 1}
    assert (told["articles"], told["bookmarks"], told["pictures"]) == (1, {"complete": 1, "waiting": 0}, 2)
    assert told["bytes"]["total"] == told["bytes"]["database"] + told["bytes"]["pictures"] > 0
    assert (told["budget"], told["keep_read_days"], told["next_to_age"]) == (2_000_000_000, 180, None)
    assert told["folder"].startswith(home["XDG_DATA_HOME"])
    words = newsreader("library").out
    assert "headlines  2, 2 of them unread\narticles   1\nbookmarks  1, 0 of them not yet complete\n" in words
    assert "age        what was read goes after 180 days\nbackup     none yet\n" in words
    checked = newsreader("doctor")
    assert checked.code == 0
    assert checked.err.endswith("of 2 GB used (0%)\n")


def test_too_large_it_says_what_follows() -> None:
    stock = Stock(HELD, KeepingSettings())
    assert room_words(stock) == "2.2 GB of 2 GB used (110%); what was read longest ago goes with the next refresh"
    assert "nothing more may go: raise size in [library]" in room_words(
        replace(stock, holdings=replace(HELD, can_go=0))
    )
    assert room_words(Stock(HELD, KeepingSettings(None, None))) == "2.2 GB used; its size is not limited"


def test_it_says_when_what_was_read_goes() -> None:
    assert age_words(Stock(HELD, KeepingSettings(timedelta(days=30)))) == (
        "what was read goes after 30 days, the next on 2023-04-29"
    )
    assert age_words(Stock(HELD, KeepingSettings(None))) == "what was read stays for ever"


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1_000, "1 kB"),
        (999_700, "1 MB"),
        (1_540_000_000, "1.5 GB"),
        (10**13, "10 TB"),
    ],
)
def test_sizes_are_easy_to_read(size: int, words: str) -> None:
    assert size_words(size) == words
