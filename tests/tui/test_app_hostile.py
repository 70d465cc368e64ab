"""Whatever a feed, a page, a geocoder or a paste says, it is only drawn."""

from dataclasses import replace

import pytest
from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from newsreader.config import OwnCommand
from newsreader.config.theme_files import Themes
from newsreader.model import (
    Article,
    Code,
    FoundPlace,
    Heading,
    Image,
    NotFoundError,
    Paragraph,
    Place,
    PlaceError,
    Span,
    Subscription,
    Table,
    WeatherCard,
)
from newsreader.tui.screens import place_search
from support.newsroom_double import SOURCE, NewsroomDouble, headline
from support.on_screen import delivered, main, press, reading, rows, settled, shown, toasts
from support.weather_double import CARD, DAYS, GORIS, LINE, WeatherDouble

pytestmark = pytest.mark.no_cover  # others reach the lines that this goes over again and again

HOSTILE = [
    "News [/foo]",
    "[@click=app.quit]x[/]",
    "A\x1b]52;c;UFdORUQ=\x1b\\B",
    "\x9b2J\x1b]0;owned\x07",
    "A\u202egpj.exe",
    "pay\u200bpal \u2066x\u2069",
    "[link=file:///etc/passwd]x[/link] \\",
    "e" + "\u0301" * 50,
    "❤️👨‍👩‍👧👍🏽 1️⃣ 港の町で百年ぶりに灯台の明かりがともる",
    "",
    "x" * 5000,
]


NEVER = frozenset("\u202e\u2066\u2069\u200b\u200d\ufe0f\u20e3\U0001f3fd")
"""Of what is in those texts, all that a terminal would obey, hide or count in a way of its own."""


def only_drawn(pilot: Pilot[None], *parts: str) -> None:
    """Fail if something on the screen acts on a terminal or has another width; ``parts`` of the texts are there."""
    screen = shown(pilot)
    assert not [c for c in screen if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0)], screen
    assert not set(screen) & NEVER, screen
    assert {cell_len(row) for row in rows(pilot)} == {pilot.app.size.width}, screen
    for part in parts:
        assert part in screen, screen


def hostile_article(text: str) -> Article:
    """Return an article that says ``text`` wherever it can."""
    spans = (Span(text), Span(text, f"https://a.example/{text}", strong=True))
    blocks = (
        Heading(2, spans),
        Paragraph(spans),
        Code(text),
        Table(((spans, spans),), header=(spans, spans), caption=spans),
        Image(f"https://i.example/{text}", alt=text, caption=spans, credit=text),
    )
    return Article("https://a.example/", text, blocks, standfirst=text, authors=(text,))


async def test_hostile_text_is_only_drawn() -> None:
    made = [headline(number, text or " ", source=text, author=text) for number, text in enumerate(HOSTILE)]
    newsroom = NewsroomDouble(made, [(number, hostile_article(text)) for number, text in enumerate(HOSTILE)])
    async with reading(newsroom, images=False) as pilot:
        for text in HOSTILE:
            await press(pilot, "enter", "f", "escape", "]", "y", "b")
            only_drawn(pilot)
            assert len(toasts(pilot)) == 1, text
            await press(pilot, "escape", "j")
        assert pilot.app.is_running
        assert main(pilot).headlines.cursor == len(HOSTILE) - 1


def hostile_newsroom() -> NewsroomDouble:
    """Return a newsroom whose every headline, source, folder, tag and reason is one of those texts."""
    made = [
        headline(number, text or " ", source=text, source_id=number, bookmarked=True, tags=(text,), note=text)
        for number, text in enumerate(HOSTILE, 1)
    ]
    newsroom = NewsroomDouble(made, [(number, hostile_article(text)) for number, text in enumerate(HOSTILE, 1)])
    newsroom.read_at = [one.id for one in made]
    newsroom.sources = [
        Subscription(number, f"https://{number}.example/", text or " ", folder=text, error=text, failures=2)
        for number, text in enumerate(HOSTILE, 1)
    ]
    return newsroom


async def paste(pilot: Pilot[None], text: str) -> None:
    """Paste ``text`` where keys go."""
    driver = pilot.app._driver
    assert driver is not None
    driver.send_message(events.Paste(text))
    await delivered(pilot)
    await settled(pilot)


class HostileThemes(Themes):
    """Themes called as no file may be."""

    def own_names(self) -> tuple[str, ...]:
        return tuple(HOSTILE)


@pytest.fixture
def asked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have places looked for as soon as a name is typed."""
    monkeypatch.setattr(place_search, "TYPED", 0.01)


@pytest.mark.parametrize("typed", ["go to", "failing", "kept", "in this article", "your theme"])
async def test_the_palette_only_draws_what_it_offers(typed: str) -> None:
    newsroom = hostile_newsroom()
    headings = tuple(Heading(2, (Span(text),)) for text in HOSTILE)
    newsroom.articles[1] = Article("https://a.example/", "One", headings)
    async with reading(newsroom, themes=HostileThemes(), images=False) as pilot:
        await press(pilot, "enter", "colon", *typed)
        for _ in range(8):
            only_drawn(pilot)
            await press(pilot, "pagedown")
        await press(pilot, "ctrl+u", *"click=app")
        only_drawn(pilot, "[@click=app.quit]x[/]")
        assert pilot.app.is_running


@pytest.mark.parametrize("width", [60, 120])
async def test_the_sources_pane_only_draws_titles_folders_and_reasons(width: int) -> None:
    async with reading(hostile_newsroom(), size=(width, 40)) as pilot:
        await press(pilot, "0", "G")
        for _ in range(3 * len(HOSTILE)):
            only_drawn(pilot)
            await press(pilot, "k")
        await press(pilot, "G")
        for _ in HOSTILE:
            await press(pilot, "enter")
            only_drawn(pilot)
            await press(pilot, "0", "k")


async def test_the_help_only_draws_what_the_readers_own_commands_are_called() -> None:
    own = [OwnCommand(f"own-{number}", ("true",), text or "nothing") for number, text in enumerate(HOSTILE)]
    keys = {f"own.{one.name}": f"f{number}" for number, one in enumerate(own, 13)}
    async with reading(NewsroomDouble([headline(1)]), own=own, keys=keys) as pilot:
        await press(pilot, "question_mark", "slash", *"own commands")
        for _ in range(6):
            only_drawn(pilot, "Your own commands")
            await press(pilot, "pagedown")
        await press(pilot, "ctrl+u", *"click=app")
        only_drawn(pilot, "[@click=app.quit]x[/]")
        await press(pilot, "escape", "colon", *"own")
        only_drawn(pilot)


class HostileWeather(WeatherDouble):
    """Weather of places that are called so, told in such words."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "Goris")
        self.text = text
        self.line = replace(LINE, place=text, text=f"In {text}: +18\u00a0°C")

    def last_card(self) -> WeatherCard:
        days = tuple(replace(day, name=self.text) for day in DAYS)
        text = self.text
        return replace(
            CARD, place=text, others=(text, "Goris"), details=(text, text), days=days,
            failure=text, age=text, credit_text=text, credit_url=text,
        )  # fmt: skip

    async def find_places(self, name: str) -> tuple[FoundPlace, ...]:
        if name == "nowhere":
            raise PlaceError(f"no place is called {self.text}", self.text, self.text)
        return (FoundPlace(replace(GORIS, name=self.text), self.text), FoundPlace(GORIS, self.text))

    async def add_place(self, place: Place) -> None:
        raise PlaceError(f"{self.text} cannot be added", self.text)


@pytest.mark.usefixtures("asked_at_once")
@pytest.mark.parametrize("text", HOSTILE)
async def test_the_weather_card_and_the_place_search_only_draw(text: str) -> None:
    newsroom = NewsroomDouble([headline(1)])
    newsroom.masthead_desk = HostileWeather(text)
    async with reading(newsroom) as pilot:
        only_drawn(pilot)
        await press(pilot, "w")
        only_drawn(pilot)
        await press(pilot, "space", "slash", *"goris")
        only_drawn(pilot, "Goris", "Enter takes it")
        await press(pilot, "enter")
        only_drawn(pilot)
        await press(pilot, "slash", *"nowhere")
        only_drawn(pilot, text[:40] if text.isprintable() and text.isascii() else "no place")
        assert pilot.app.is_running


async def test_the_tellings_of_a_story_only_draw_their_sources() -> None:
    newsroom = hostile_newsroom()
    newsroom.tellings.stories = [list(range(1, len(HOSTILE) + 1))]
    async with reading(newsroom, images=False) as pilot:
        main(pilot).retelling.count()
        await settled(pilot)
        for _ in HOSTILE:
            await press(pilot, "t")
            only_drawn(pilot, "telling ")


async def test_what_a_search_finds_is_only_drawn() -> None:
    async with reading(hostile_newsroom(), images=False) as pilot:
        for words, found in (("x", "[@click=app.quit]x[/]"), ("foo", "News [/foo]"), ("pay", "paypal")):
            await press(pilot, "slash", "ctrl+u", *words, "enter")
            for _ in main(pilot).headlines.ids:
                only_drawn(pilot, found)
                await press(pilot, "n")
            await press(pilot, "escape", "escape", "escape")
        await press(pilot, "slash", "ctrl+u")
        await paste(pilot, "❤️1️⃣")
        await press(pilot, "enter")
        only_drawn(pilot, "for “❤1”", "Nothing matches “❤1”")


@pytest.mark.usefixtures("asked_at_once")
@pytest.mark.parametrize("keys", ["slash", "enter slash", "colon", "question_mark slash", "w slash", "a", "l"])
async def test_a_paste_is_only_drawn_wherever_it_can_be_pasted(keys: str) -> None:
    newsroom = NewsroomDouble([headline(1)])
    async with reading(newsroom) as pilot:
        await press(pilot, *keys.split())
        for text in HOSTILE:
            await press(pilot, "ctrl+u")
            await paste(pilot, f"{text} end")
            only_drawn(pilot, "end")
            await press(pilot, "home", "delete", "end")
            only_drawn(pilot)
        await press(pilot, "ctrl+u")
        told = " ".join(HOSTILE[:-1])
        await paste(pilot, told)
        newsroom.failure = NotFoundError(f"there is no {told}", told) if keys == "a" else None
        await press(pilot, "enter")
        only_drawn(pilot)
        assert pilot.app.is_running


async def test_what_is_pasted_is_all_there_but_what_acts_on_a_terminal() -> None:
    async with reading(NewsroomDouble([headline(1)])) as pilot:
        await press(pilot, "l", *"ab", "left")
        await paste(pilot, "❤️\u202e\x1b[2J\tx")
        line = pilot.app.screen.query_one("#writing-input", Input)
        assert (line.value, line.cursor_position) == ("a❤️[2J xb", 8)
        only_drawn(pilot, "a❤▯[2J xb")


@pytest.mark.parametrize("text", HOSTILE)
async def test_what_is_told_of_a_source_is_only_drawn(text: str) -> None:
    newsroom = NewsroomDouble([headline(1, source=text, source_id=1)])
    newsroom.sources = [replace(SOURCE, title=text or " ", folder=text)]
    async with reading(newsroom, notifications=True) as pilot:
        newsroom.failure = NotFoundError(f"this is not there\n{text}", text)
        await press(pilot, "m")
        only_drawn(pilot, "is not there" if len(text) < 300 else "xxx…")
        await press(pilot, "colon", *"call this source", "enter")
        only_drawn(pilot)
        await press(pilot, "x", "enter")
        only_drawn(pilot, "undoes")
        await press(pilot, "colon", *"unsubscribe", "enter")
        only_drawn(pilot, "Unsubscribed from ")


async def test_hosts_letters_and_comments_of_links_are_only_drawn() -> None:
    opened: list[str] = []
    made = [headline(n, comments_url=f"https://{text}.example/{text}") for n, text in enumerate(HOSTILE, 1)]
    spans = {n: Span("a link", f"https://x{text}.example/{text}") for n, text in enumerate(HOSTILE, 1)}
    articles = [(n, Article("https://a.example/", "One", (Paragraph((span,)),))) for n, span in spans.items()]
    async with reading(NewsroomDouble(made, articles), opener=opened.append, images=False) as pilot:
        for _ in HOSTILE:
            await press(pilot, "enter", "]")
            only_drawn(pilot, "a link")
            await press(pilot, "c")
            only_drawn(pilot)
            await press(pilot, "f")
            only_drawn(pilot)
            await press(pilot, "a")
            only_drawn(pilot)
            await press(pilot, "escape", "escape", "escape", "J")
        assert pilot.app.is_running
