"""The room for each pane: set by the reader, kept over runs, and shared out anew whenever the terminal changes."""

import pytest
from textual.pilot import Pilot

from newsreader.tui.screens.paned import TOO_SMALL
from support.newsroom_double import NewsroomDouble, article, headline
from support.on_screen import delivered, in_article, main, main_screen, press, reading, rows, settled, shown

pytestmark = pytest.mark.no_cover  # others reach the lines that this goes over again and again

STEPS = [(200, 60), (119, 30), (79, 20), (40, 12), (20, 5), (1, 1), (120, 40)]


def many() -> NewsroomDouble:
    """Return a newsroom of forty long articles; every paragraph names itself."""
    made = [headline(id_) for id_ in range(1, 41)]
    texts = [f"Paragraph {number} begins. " + "It goes on for a while. " * 8 for number in range(60)]
    return NewsroomDouble(made, [(one.id, article(one, *texts)) for one in made])


def hair(pilot: Pilot[None]) -> int:
    """Return the column of the line on the right of the list."""
    return main_screen(pilot).query_one("#list-hair").region.x


def shown_text(pilot: Pilot[None]) -> list[str]:
    """Return the rows of what the screen shows on the right of the list, but the header bar."""
    return [row[70:] for row in rows(pilot)[1:]]


async def test_keys_widen_the_list_and_the_sources_and_both_stay_so() -> None:
    newsroom = many()
    async with reading(newsroom, size=(160, 24)) as pilot:
        before = hair(pilot)
        await press(pilot, "+", "ctrl+right", "-")
        assert hair(pilot) == before + 4
        await press(pilot, "0", "+")
        assert newsroom.habits.sizes["source broad"] == 32
        changed = hair(pilot)
    async with reading(newsroom, size=(160, 24)) as pilot:
        assert hair(pilot) == changed


async def test_a_pane_is_made_no_narrower_than_can_be_read() -> None:
    newsroom = many()
    async with reading(newsroom, size=(100, 24)) as pilot:
        await press(pilot, *"----------")
        assert hair(pilot) == 28
        await press(pilot, "+")
        assert hair(pilot) == 32


async def test_the_width_of_the_text_is_remembered_until_the_settings_say_otherwise() -> None:
    newsroom = many()
    async with reading(newsroom, width=60) as pilot:
        await press(pilot, "<")
    async with reading(newsroom, width=60) as pilot:
        assert main(pilot).article.measure == 56
    async with reading(newsroom, width=64) as pilot:
        assert main(pilot).article.measure == 64


async def test_an_article_alone_has_nothing_beside_it_but_how_far_it_is_read() -> None:
    async with reading(many(), size=(160, 30)) as pilot:
        await press(pilot, "enter", "z", "space")
        assert "Stepanakert" not in shown(pilot)
        assert "│" not in shown(pilot)
        assert rows(pilot)[-1].split()[:2] == ["esc", "back"]
        assert "%" in rows(pilot)[-1]
        await press(pilot, "escape")
        assert "Stepanakert" in shown(pilot)


@pytest.mark.parametrize(
    "keys",
    [
        (),
        ("enter", "space", "space"),
        ("enter", "z", "space"),
        ("slash", "s", "o"),
        ("0",),
        ("question_mark",),
        (":",),
    ],
)
async def test_whatever_is_open_the_readers_place_outlasts_every_size(keys: tuple[str, ...]) -> None:
    async with reading(many()) as pilot:
        await press(pilot, "j", "j", *keys)
        main(pilot).searching.look()
        await settled(pilot)
        before, focused, cursor = shown_text(pilot), pilot.app.focused, main(pilot).headlines.cursor
        place = main(pilot).article.place
        for columns, lines in STEPS:
            await pilot.resize_terminal(columns, lines)
            await delivered(pilot)
            assert pilot.app.focused is focused
            assert main(pilot).headlines.cursor == cursor
            assert main(pilot).article.place == place
        await settled(pilot)
        assert shown_text(pilot) == before
        assert keys or any(row.startswith("▌") and "Headline number 3" in row for row in rows(pilot))


async def test_on_too_small_a_screen_one_sentence_says_so() -> None:
    async with reading(many(), size=(80, 24)) as pilot:
        await press(pilot, "enter")
        await pilot.resize_terminal(29, 6)
        await delivered(pilot)
        assert TOO_SMALL in shown(pilot)
        assert "Headline" not in shown(pilot)
        await pilot.resize_terminal(30, 6)
        await delivered(pilot)
        assert TOO_SMALL not in shown(pilot)
        assert in_article(pilot)
