"""The reader's own commands on the screen: keys, help, palette, and their text in the article's place."""

import asyncio
import os
import re
import select
import signal
from pathlib import Path

from newsreader.config import Form, Output, OwnCommand
from newsreader.model import Article, Paragraph, Span
from newsreader.tui.help_page import Section, help_sections
from newsreader.tui.keymap import reader_keymap
from support.newsroom_double import NewsroomDouble, article, headline
from support.on_screen import delivered, main, press, reading, settled, shown, toasts
from support.terminal import PATIENCE

UPPER = OwnCommand("shout", ("tr", "a-z", "A-Z"), "in capitals", "E", Form.TEXT, Output.ARTICLE)
BROKEN = OwnCommand("broken", ("no-such-program", "{url}"), "open with nothing")


def two() -> NewsroomDouble:
    made = [headline(number) for number in (1, 2)]
    return NewsroomDouble(made, [(one.id, article(one)) for one in made])


async def test_what_a_program_prints_stands_in_the_place_of_the_article() -> None:
    async with reading(two(), own=(UPPER,)) as pilot:
        await press(pilot, "j", "E")
        assert "THE TEXT OF HEADLINE NUMBER 2." in shown(pilot)
        assert "What “in capitals” printed; x brings the article back" in shown(pilot)
        await press(pilot, "x")
        assert "The text of Headline number 2." in shown(pilot)
        await press(pilot, "question_mark", "slash", *"own")
        assert "Your own commands" in shown(pilot)
        await press(pilot, "escape", "escape", "colon", *"in capitals")
        assert re.search(r"In capitals {3,}E\b", shown(pilot))


async def test_a_page_read_in_passing_is_kept_as_it_is_not_as_a_program_made_it() -> None:
    page = Article("https://log.example/", "The wind log", (Paragraph((Span("Force four."),)),))
    made = [headline(1)]
    newsroom = NewsroomDouble(made, [(1, Article("", "One", (Paragraph((Span("the log", page.url),)),)))])
    newsroom.visits.pages[page.url] = page
    async with reading(newsroom, own=(UPPER,)) as pilot:
        await press(pilot, "enter", "f", "a")
        await press(pilot, "E")
        assert "FORCE FOUR." in shown(pilot)
        await press(pilot, "x")
        assert "Force four." in shown(pilot)
        await press(pilot, "E")
        await press(pilot, "b")
        assert newsroom.articles[900] == page


async def test_a_program_that_is_not_there_is_told_and_the_program_goes_on() -> None:
    async with reading(two(), own=(BROKEN,)) as pilot:
        await pilot.app.screen.run_action("do('own.broken')")
        await settled(pilot)
        assert toasts(pilot)[-1].startswith("no-such-program: there is no such program")
        await press(pilot, "j")
        assert main(pilot).headlines.cursor == 1


async def test_the_same_key_again_stops_it(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    waiting = OwnCommand("wait", ("cat", str(fifo)), "wait for ever", "ctrl+e")
    async with reading(two(), own=(waiting,)) as pilot:
        await pilot.press("ctrl+e")
        await delivered(pilot)
        assert toasts(pilot) == ["Wait for ever"]
        await press(pilot, "ctrl+e")
        assert toasts(pilot)[-1] == "Stopped: wait for ever"


async def test_quitting_stops_what_runs_and_leaves_what_is_detached(tmp_path: Path) -> None:
    own = []
    for name, key in (("stays", "ctrl+e"), ("goes", "E")):
        os.mkfifo(tmp_path / name)
        run = ("/bin/sh", "-c", f"echo $$ > {tmp_path / name}; exec sleep 1000")
        own.append(OwnCommand(name, run, name, key, detached=name == "stays"))
    pids = []
    async with reading(two(), own=own) as pilot:
        for command in own:
            await pilot.press(command.key)
            pids.append(int(await asyncio.to_thread((tmp_path / command.name).read_text)))
        watched = [os.pidfd_open(pid) for pid in pids]
    ended, _, _ = await asyncio.to_thread(select.select, watched[1:], [], [], PATIENCE)
    assert ended == watched[1:]
    assert select.select(watched[:1], [], [], 0)[0] == []
    signal.pidfd_send_signal(watched[0], signal.SIGKILL)
    for descriptor in watched:
        os.close(descriptor)


def test_keys_of_own_commands_may_not_clash_and_may_be_mapped_like_others() -> None:
    own = (UPPER, OwnCommand("quiet", ("true",), "nothing", "q"), OwnCommand("odd", ("true",), "odd", "hyperspace"))
    commands, accepted, wrong = reader_keymap({}, own, "config.toml, {}".format)
    assert accepted == {"own.shout": "E"}
    assert wrong == (
        "config.toml, own.odd: “hyperspace” for own.odd is no key",
        "config.toml, own.quiet: q for own.quiet already means “quit” (quit)",
    )
    assert Section("Your own commands", (("E", "in capitals"),)) in help_sections(accepted, commands)
    assert reader_keymap({"own.quiet": "ctrl+e", "quit": "E"}, own[:2])[1] == {
        "own.shout": "E",
        "own.quiet": "ctrl+e",
    }
