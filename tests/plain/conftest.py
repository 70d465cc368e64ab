"""A talk with the program over lists of lines, on a library of its own."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from newsreader.config import OwnCommand, load_settings
from newsreader.fetch import Fetcher
from newsreader.library import Library
from newsreader.model import Article, Paragraph, Span
from newsreader.newsroom import Newsroom
from newsreader.plain import Talk, converse
from newsreader.workshop import Workshop
from support.articles import FULL_ARTICLE
from support.libraries import CHECK, Clock, entry, feed

LONG = Article(
    "https://paper.example/long",
    "A long one",
    tuple(Paragraph((Span(f"Part {number}. " + "word " * 70),)) for number in range(1, 5)),
)


@dataclass
class Spoken:
    """What the program said to a reader who types.

    Attributes:
        prompts: what each line was asked for with.
        opened: the addresses handed to the browser.
        stopped_at: the line in whose place Ctrl+C is pressed.
        own: the reader's own commands.
        greeting: what was said before the first line.
    """

    folder: Path
    prompts: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    stopped_at: str | None = None
    own: tuple[OwnCommand, ...] = ()
    greeting: list[str] = field(default_factory=list)

    def __call__(self, *typed: str, person: bool = True) -> list[str]:
        """Type lines, and return what was said after the greeting."""
        todo = list(typed)
        answers: list[str] = []

        def ask(prompt: str) -> str:
            self.prompts.append(prompt)
            if not todo:
                raise EOFError
            if todo[0] == self.stopped_at:
                todo.pop(0)
                raise KeyboardInterrupt
            return todo.pop(0)

        def stopped() -> None:
            if not person:
                raise KeyboardInterrupt

        talk = Talk(ask, answers.append, stopped)
        clock = Clock()
        settings = load_settings(config_file=self.folder / "config.toml", library=self.folder / "library")
        library = Library.open(settings.library, now=clock)
        newsroom = Newsroom(settings, library, Fetcher(), Workshop(processes=1), now=clock)
        assert converse(newsroom, talk, now=clock, opener=self.opened.append, own=self.own) == 0
        greeting = next(number for number, line in enumerate(answers) if line.startswith("Type a number"))
        self.greeting = answers[: greeting + 1]
        return answers[greeting + 1 :]


@pytest.fixture
def spoken(tmp_path: Path) -> Spoken:
    """Return a reader of three headlines: one with everything in it, a long one, and one that must be fetched."""

    async def fill(library: Library) -> None:
        source = await library.subscribe("https://paper.example/feed", "The Paper")
        await library.store_feed(
            source.id,
            feed(
                entry("bridge", hours_ago=2, title="The bridge is open again", url=FULL_ARTICLE.url),
                entry("long", hours_ago=5, title="A long one", url=LONG.url),
                entry("away", hours_ago=240, title="Is it away?", url="http://127.0.0.1:9/away"),
            ),
            CHECK,
        )
        for article in (FULL_ARTICLE, LONG):
            found = library.find_entry(article.url)
            assert found is not None
            await library.store_article(found, article)

    library = Library.open(tmp_path / "library", now=Clock())
    asyncio.run(fill(library))
    library.close()
    return Spoken(tmp_path)
