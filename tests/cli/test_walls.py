"""On the command line, too, a wall is never printed as an article."""

from collections.abc import Callable

from support.command import Done
from support.loopback import Answer, Loopback
from support.site import HTML
from support.walls import DRESSED, WALLS

Newsreader = Callable[..., Done]


def test_a_wall_is_said_to_be_one_and_none_of_it_is_printed(newsreader: Newsreader, site: Loopback) -> None:
    site.routes["/news/park"] = Answer(WALLS["consent: vendor list"].page(DRESSED), headers=HTML)
    read = newsreader("read", site.url("/news/park"))
    assert read.code == 1
    assert "asks for consent" in read.err
    assert "Bluepost" not in read.out
    told = newsreader("read", site.url("/news/park"), "--format", "json").json
    assert (told["status"], told["blocks"], told["text"]) == ("wall", [], "")
    saved = newsreader("save", site.url("/news/park"))
    assert saved.code == 1
    assert "open it in the browser" in saved.err
