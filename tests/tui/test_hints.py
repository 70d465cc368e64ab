"""The footer names what matters in every state the reader can be in, and each key it names works there."""

import pytest
from textual.pilot import Pilot

from newsreader.model import FetchError, Subscription
from newsreader.tui.commands import key_names
from support.newsroom_double import SOURCE, NewsroomDouble, article, headline
from support.on_screen import in_article, main, press, reading, rows, settled, shown

PRESSED = {"esc": "escape"}


def harbour() -> NewsroomDouble:
    made = [headline(number, f"Harbour {number}") for number in (1, 2, 3)]
    return NewsroomDouble(made, [(one.id, article(one, "Lamps. " * 200, "The lamp is out.")) for one in made])


def words(pilot: Pilot[None]) -> str:
    """Return what stands on the screen as one line."""
    return " ".join(shown(pilot).replace("│", " ").split())


def named(pilot: Pilot[None]) -> dict[str, str]:
    """Return the words in the footer, each with its key; every key that is named has a meaning here."""
    footer = rows(pilot)[-1]
    keys = {words: key for key, words in main(pilot).keys.keys if f"{key} {words}".strip() in footer}
    bound = {key_names(key)[0] for key in pilot.app.screen.active_bindings}
    assert keys
    for key in " ".join(keys.values()).split():
        assert key in bound, (key, footer)
    return keys


async def do(pilot: Pilot[None], words: str) -> None:
    """Press the key that the footer names for something."""
    key = named(pilot)[words].split()[0]
    await press(pilot, PRESSED.get(key, key))


async def test_one_goes_everywhere_by_what_the_footer_names_and_back() -> None:
    async with reading(harbour()) as pilot:
        assert list(named(pilot)) == ["headlines", "read", "keep", "browser", "search", "keys"]
        await do(pilot, "headlines")
        assert main(pilot).headlines.cursor == 1
        await do(pilot, "keep")
        await do(pilot, "let go")
        await do(pilot, "read")
        assert list(named(pilot)) == ["page", "headlines", "keep", "links", "find", "keys"]
        await do(pilot, "find")
        assert list(named(pilot)) == ["show", "done"]
        await press(pilot, *"lamp")
        await do(pilot, "show")
        assert list(named(pilot)) == ["matches", "page", "keep", "find again", "done"]
        await do(pilot, "matches")
        assert "match 2 of" in rows(pilot)[-1]
        await do(pilot, "find again")
        await press(pilot, *"qqq", "enter")
        assert list(named(pilot)) == ["find again", "done"]
        await do(pilot, "done")
        await press(pilot, "z")
        assert list(named(pilot)) == ["back"]
        await do(pilot, "back")
        assert not in_article(pilot)
        await press(pilot, "l")
        assert list(named(pilot)) == ["save", "leave"]
        await do(pilot, "leave")
        await do(pilot, "search")
        await press(pilot, *"harbour")
        await do(pilot, "show")
        assert list(named(pilot)) == ["matches", "read", "search again", "done"]
        await do(pilot, "search again")
        await press(pilot, *"qqq", "enter")
        assert list(named(pilot)) == ["search again", "done"]
        assert "Looked in the titles, texts, authors and notes of 3 headlines." in words(pilot)
        await do(pilot, "done")
        await press(pilot, "3")
        assert list(named(pilot)) == ["look for news", "all headlines", "add a source", "keys"]
        await do(pilot, "all headlines")
        assert main(pilot).headlines.ids == (1, 2, 3)


async def test_an_article_that_cannot_be_shown_is_asked_for_again_where_one_is() -> None:
    newsroom = NewsroomDouble([headline(1, read=True)])
    newsroom.failure = FetchError("the server does not answer", "https://post.example/1")
    async with reading(newsroom, size=(60, 20)) as pilot:
        await press(pilot, "enter")
        assert list(named(pilot)) == ["again", "browser", "headlines", "keys"]
        await do(pilot, "again")
        assert "The text of Headline number 1." in shown(pilot)
        assert "again" not in named(pilot)


async def test_without_any_source_it_is_said_how_to_have_one() -> None:
    newsroom = NewsroomDouble()
    newsroom.sources = []
    async with reading(newsroom, keys={"source.add": "ctrl+a"}) as pilot:
        text = words(pilot)
        assert "There is no source yet." in text
        assert "ctrl+a to add one" in text
        assert named(pilot)["add a source"] == "ctrl+a"
        await press(pilot, "ctrl+a", *"news.example", "enter")
        assert [source.title for source in newsroom.sources] == ["A new source"]


@pytest.mark.parametrize(("columns", "least"), [(40, 3), (80, 6), (200, 6)])
async def test_it_fits(columns: int, least: int) -> None:
    async with reading(harbour(), size=(columns, 24)) as pilot:
        assert len(named(pilot)) >= least
        assert "? keys" in rows(pilot)[-1]
        await settled(pilot)


async def test_empty_views_say_what_there_is_instead() -> None:
    newsroom = harbour()
    newsroom.sources = [SOURCE, Subscription(2, "https://mole.example/", "Mole")]
    async with reading(newsroom) as pilot:
        await press(pilot, "b", "A", "2")
        text = words(pilot)
        assert "Everything is read." in text
        assert "1 kept: press 3 to see them." in text
        await press(pilot, "slash", *"is:waiting qqq", "enter")
        assert "A condition such as is:unread leaves much out" in words(pilot)


async def test_while_the_program_opens_nothing_is_said_to_be_missing() -> None:
    newsroom = NewsroomDouble()
    newsroom.sources = []
    newsroom.gate.clear()
    async with reading(newsroom, wait=False, start_refresh=True) as pilot:
        await pilot.pause()
        assert "Looking for news …" in shown(pilot)
        newsroom.gate.set()
        await settled(pilot)
        assert "There is no source yet." in shown(pilot)
