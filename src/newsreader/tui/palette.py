"""What the palette offers: commands, sources, folders, articles, headings and themes, each as a choice (pure)."""

from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from newsreader.model import Headline, HeadlineQuery, Subscription
from newsreader.model.folding import folded
from newsreader.tui.commands import Command, Room, shown_keys

IN_PANES = frozenset({Room.SOURCES, Room.LIST, Room.ARTICLE})
"""Where commands move about in a pane: the hand knows their keys, and nobody looks for them here first."""
UNLISTED = frozenset({"palette", "back"})
"""Commands that make no sense in the palette: itself, and the way back."""
THEME = "theme."
"""What the ids of commands that show another theme begin with."""
FAILING = "failing"
"""The word by which the sources that fail are found."""

Act = Callable[[], Awaitable[None] | None]


@dataclass(frozen=True)
class Choice:
    """One thing to choose.

    Attributes:
        name: what is read and searched; ``end`` stands at the end of its row, its key or what kind it is.
        act: what choosing it does.
        hindrance: why it cannot be done now; empty when it can.
        theme: the theme it would show, which is tried on while the cursor is on it.
    """

    name: str
    end: str
    act: Act
    hindrance: str = ""
    theme: str = ""

    @cached_property
    def folded(self) -> str:
        """All that is searched."""
        return folded(f"{self.name} {self.hindrance or self.end}")


def command_choices(
    do: Callable[[Command], Act],
    commands: Sequence[Command],
    keymap: Mapping[str, str],
    hindrance: Callable[[str], str],
) -> list[Choice]:
    """Return every command once with all its keys, those that move about in a pane after the others.

    What cannot be done now, by its id, comes last and says why.
    """
    named = sorted(_named(commands, keymap), key=lambda one: one[0].room in IN_PANES)
    choices = [
        Choice(sentence(command.says), keys, do(command), hindrance(command.id), _theme(command))
        for command, keys in named
    ]
    return sorted(choices, key=lambda choice: bool(choice.hindrance))


def source_choices(
    sources: Sequence[Subscription],
    go: Callable[[HeadlineQuery, str], Act],
    words: Callable[[Subscription], str],
) -> Iterator[Choice]:
    """Yield a choice for every folder and source; ``go`` lists a query by a name, ``words`` says why one fails."""
    for folder in dict.fromkeys(source.folder for source in sources if source.folder):
        yield Choice(f"Go to {folder}", "folder", go(HeadlineQuery(folder=folder), folder))
    for source in sources:
        failing = f"{FAILING}: {words(source)}" if source.error else ""
        act = go(HeadlineQuery(source_id=source.id), source.title)
        yield Choice(f"Go to {source.title}", failing or source.folder or "source", act)


def theme_choices(names: Iterable[str], go: Callable[[str], Act]) -> Iterator[Choice]:
    """Yield a choice for every theme that the reader wrote."""
    for name in names:
        yield Choice(f"Your theme {name}", "theme", go(name), theme=name)


def article_choices(headlines: Iterable[Headline], go: Callable[[Headline], Act]) -> Iterator[Choice]:
    """Yield a choice for every article."""
    for headline in headlines:
        end = "kept" if headline.bookmarked else "read"
        yield Choice(headline.title, f"{end} · {headline.source}", go(headline))


def heading_choices(headings: Iterable[str], go: Callable[[int], Act]) -> Iterator[Choice]:
    """Yield a choice for every heading of the article that is open; ``go`` is handed its place among them."""
    for number, words in enumerate(headings):
        yield Choice(words, "in this article", go(number))


def sentence(words: str) -> str:
    """Return words as they begin a line."""
    return words[:1].upper() + words[1:]


def _named(commands: Sequence[Command], keymap: Mapping[str, str]) -> Iterator[tuple[Command, str]]:
    """Yield each thing that commands do, with the keys of all that do it."""
    keys_of: dict[str, list[str]] = {}
    for command in commands:
        keys_of.setdefault(command.says, []).extend(shown_keys(command, keymap))
    for command in {command.says: command for command in commands}.values():
        if command.id not in UNLISTED and command.room is not Room.WEATHER:
            yield command, "  ".join(dict.fromkeys(keys_of[command.says]))


def _theme(command: Command) -> str:
    return command.id.removeprefix(THEME) if command.id.startswith(THEME) else ""
