"""The palette: everything by name, what cannot be done now said why, themes tried on before they are chosen."""

from dataclasses import replace

from textual.pilot import Pilot

from newsreader.model import Article, Block, Heading, HeadlineQuery, Paragraph, Span, Subscription
from newsreader.tui.screens.palette import Palette
from newsreader.tui.screens.reading import ReadingScreen
from newsreader.tui.widgets.choice_list import ChoiceList
from support.newsroom_double import SOURCE, NewsroomDouble, article, headline
from support.on_screen import in_article, main, press, reading, rows, shown

MOLE = Subscription(2, "https://mole.example/", "Harbour [/b] Mole", folder="Seas", error="no answer", failures=5)


def harbour() -> NewsroomDouble:
    """Return a newsroom of three headlines; the first is long, the second kept, the last read."""
    made = [headline(1), headline(2, bookmarked=True, complete=True), headline(3, read=True)]
    long: tuple[Block, ...] = (
        *(Paragraph((Span("The wind is under twenty knots. " * 20),)) for _ in range(9)),
        Heading(2, (Span("What the harbourmaster says"),)),
        *(Paragraph((Span("He says nothing. " * 40),)) for _ in range(9)),
    )
    articles = [(one.id, article(one)) for one in made[1:]]
    newsroom = NewsroomDouble(made, [(1, Article("", made[0].title, long)), *articles])
    newsroom.read_at = [3]
    newsroom.sources = [SOURCE, MOLE]
    return newsroom


def here(pilot: Pilot[None]) -> str:
    """Return the row of the palette that the cursor is on."""
    names = pilot.app.screen.query_one(ChoiceList)
    x, y, width, _ = names.region
    return rows(pilot)[y + names.cursor - names.scroll_offset.y][x : x + width].strip("▌ ")


async def test_every_command_is_there_with_its_keys_and_done_when_chosen() -> None:
    async with reading(harbour()) as pilot:
        await press(pilot, "ctrl+p", *"mark all")
        assert here(pilot).split() == ["Mark", "all", "in", "this", "view", "read", "A"]
        await press(pilot, "enter")
        assert "0 unread of 3" in shown(pilot)
        await press(pilot, "colon", *"keep for", "escape", "colon", *"next article", "enter")
        assert main(pilot).headlines.cursor == 1


async def test_a_folder_and_a_source_are_gone_to_by_name() -> None:
    async with reading(harbour()) as pilot:
        await press(pilot, "colon", *"seas", "enter")
        assert main(pilot).shelf.query == HeadlineQuery(folder="Seas")
        await press(pilot, "colon", *"mole", "enter")
        assert "Harbour [/b] Mole" in rows(pilot)[0]
        assert main(pilot).shelf.query.source_id is not None
        await press(pilot, "1")
        assert main(pilot).headlines.ids == (1, 2, 3)


async def test_sources_that_fail_are_found_with_the_reason() -> None:
    async with reading(harbour()) as pilot:
        await press(pilot, "colon", *"which sources", "enter")
        assert isinstance(pilot.app.screen, Palette)
        assert "Harbour [/b] Mole" in here(pilot)
        assert "failing: 5 tries in a row, no answer" in here(pilot)


async def test_articles_that_were_read_or_kept_and_the_headings_of_the_open_one_are_gone_to() -> None:
    async with reading(harbour()) as pilot:
        await press(pilot, "colon", *"harbourmaster", "enter")
        assert in_article(pilot)
        assert "What the harbourmaster says" in rows(pilot)[2]
        await press(pilot, "colon", *"number 3", "enter")
        assert "The text of Headline number 3." in shown(pilot)
        await press(pilot, "colon", *"number 2 kept", "enter")
        assert "The text of Headline number 2." in shown(pilot)


async def test_what_cannot_be_done_now_comes_last_says_why_and_is_not_done() -> None:
    newsroom = NewsroomDouble()
    newsroom.read_only = "the library is open elsewhere"
    async with reading(newsroom) as pilot:
        await press(pilot, "colon", *"copy the link")
        assert "there is no headline here" in here(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Palette)
        await press(pilot, "ctrl+u", *"add a source")
        assert "the library can only be read" in here(pilot)


async def test_a_theme_is_tried_on_and_taken_off_again() -> None:
    async with reading(harbour(), theme="night") as pilot:
        await press(pilot, "colon", *"day page")
        assert pilot.app.theme == "day"
        await press(pilot, "escape")
        assert pilot.app.theme == "night"
        await press(pilot, "colon", *"day page", "enter")
        assert pilot.app.theme == "day"
        assert isinstance(pilot.app.screen, ReadingScreen)


async def test_rows_are_gone_through_and_clicked() -> None:
    async with reading(harbour(), size=(80, 24)) as pilot:
        await press(pilot, "colon", *"article", "down", "down", "up")
        there = here(pilot)
        await press(pilot, "pagedown", "pageup")
        assert here(pilot) != there
        await press(pilot, "ctrl+u", *"wider text")
        row = next(number for number, row in enumerate(rows(pilot)) if "Wider text" in row)
        await pilot.click(offset=(20, row))
        await press(pilot, "a")
        assert main(pilot).article.measure == 76


async def test_nothing_called_so_is_said() -> None:
    async with reading(harbour()) as pilot:
        await press(pilot, "colon", *"qqq")
        assert "Nothing is called so." in shown(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Palette)


async def test_it_opens_with_many_sources() -> None:
    newsroom = harbour()
    newsroom.sources = [replace(SOURCE, id=number, title=f"Paper {number}") for number in range(1_000)]
    async with reading(newsroom) as pilot:
        await press(pilot, "colon", *"paper 777")
        assert here(pilot).startswith("Go to Paper 777")
