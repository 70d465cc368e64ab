"""The help as sections in columns: every key as it is mapped, the language of searches, the mouse (pure)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest

from newsreader.model.folding import folded
from newsreader.tui.commands import COMMANDS, Command, shown_keys
from newsreader.tui.matching import typed_words
from newsreader.tui.widgets.cells import cell_len, drawn_line, wrap

COLUMN = 36
"""Cells a column needs at least; no more than three are made, however wide the screen is."""
MOST = 3
GAP = 3
"""Cells between two columns."""
BETWEEN = 2
"""Cells between keys and what they do."""

Row = tuple[str, str]
"""Keys, or something to type or to do, and what it does."""
Part = tuple[str, str]
"""A text and what it is: title, key, words or nothing."""


@dataclass(frozen=True, slots=True)
class Section:
    """A title and its rows."""

    title: str
    rows: tuple[Row, ...]


SEARCHES = Section(
    "What a search understands",
    (
        ("flood rescue", "both words, anywhere"),
        ('"flood rescue"', "these words together"),
        ("flo*", "words that begin so"),
        ("-rescue", "without this word"),
        ("title:flood", "in the title; author: note:"),
        ("source:mole", "from a source; folder: tag:"),
        ("is:unread", "read bookmarked begun"),
        ("after:7d", "before: 2w 6m today 2026-11"),
    ),
)
"""As ``model.search`` reads it."""
MOUSE = Section(
    "The mouse",
    (
        ("click", "go to a headline; again, read it"),
        ("on a link", "open it"),
        ("on “undoes”", "undo what was just done"),
        ("a key in the footer", "what it names"),
        ("wheel", "scroll what is under it"),
        ("the line between panes", "drag it: other widths"),
        ("drag", "select text; ctrl+c copies it"),
    ),
)


def help_sections(keymap: Mapping[str, str], commands: Iterable[Command] = COMMANDS) -> list[Section]:
    """Return all there is to know; commands that do the same thing share a row."""
    with_keys = [command for command in commands if command.keys or command.id in keymap]
    groups = groupby(with_keys, key=lambda command: command.group)
    return [*(Section(title, tuple(_rows(commands, keymap))) for title, commands in groups), SEARCHES, MOUSE]


def filtered(sections: Iterable[Section], query: str) -> list[Section]:
    """Return the sections with the rows that have every word of ``query``, in the title or in the row."""
    words = typed_words(query)
    kept = (
        Section(section.title, tuple(row for row in section.rows if _has(words, section.title, row)))
        for section in sections
    )
    return [section for section in kept if section.rows]


def in_columns(sections: Sequence[Section], width: int) -> list[list[Part]]:
    """Return the lines of the sections set side by side, in as few lines as the ``width`` in cells allows."""
    many = max(1, min(MOST, (width + GAP) // (COLUMN + GAP)))
    column = (width + GAP) // many - GAP
    blocks = [[*_block(section, column), []] for section in sections]
    return [
        [part for place, line in enumerate(lines) for part in _padded(line or [], column, place < many - 1)]
        for lines in zip_longest(*_dealt(blocks, many))
    ]


def line_of(title: str, lines: Sequence[Sequence[Part]]) -> int:
    """Return the line that a section's title is on, 0 when it is not there."""
    return next((number for number, line in enumerate(lines) if (title, "title") in line), 0)


def _rows(commands: Iterable[Command], keymap: Mapping[str, str]) -> Iterator[Row]:
    by_words: dict[str, list[str]] = {}
    for command in commands:
        by_words.setdefault(command.says, []).extend(shown_keys(command, keymap))
    for words, keys in by_words.items():
        yield "  ".join(dict.fromkeys(keys)), drawn_line(words)


def _has(words: Sequence[str], title: str, row: Row) -> bool:
    text = folded(" ".join((title, *row)))
    return all(word in text for word in words)


def _block(section: Section, width: int) -> Iterator[list[Part]]:
    yield [(section.title, "title")]
    keys_width = max(cell_len(keys) for keys, _ in section.rows)
    room = max(8, width - keys_width - BETWEEN)
    for keys, words in section.rows:
        pad = keys_width - cell_len(keys) + BETWEEN
        for number, (start, end) in enumerate(wrap(words, room)):
            first: list[Part] = [(keys, "key"), (" " * pad, "")]
            yield [*([(" " * (keys_width + BETWEEN), "")] if number else first), (words[start:end], "words")]


def _dealt(blocks: Sequence[list[list[Part]]], many: int) -> list[list[list[Part]]]:
    """Return the blocks, in their order, in at most so many columns, the longest as short as it can be."""
    height = max(map(len, blocks), default=0)
    while len(columns := _filled(blocks, height)) > many:
        height += 1
    return columns


def _filled(blocks: Sequence[list[list[Part]]], height: int) -> list[list[list[Part]]]:
    columns: list[list[list[Part]]] = [[]]
    for block in blocks:
        if columns[-1] and len(columns[-1]) + len(block) > height:
            columns.append([])
        columns[-1].extend(block)
    return columns


def _padded(line: list[Part], width: int, goes_on: bool) -> list[Part]:
    if not goes_on:
        return line
    return [*line, (" " * (width + GAP - sum(cell_len(text) for text, _ in line)), "")]
