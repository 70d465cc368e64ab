"""Every command once: what it is called, its keys and what it does; bindings, help and palette are made of this."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding, BindingType
from textual.keys import format_key


class Room(StrEnum):
    """Where a key has its meaning: a pane, the whole reading screen, a card over it, or everywhere."""

    SOURCES = "among the sources"
    LIST = "in the list"
    ARTICLE = "in the article"
    READING = "while reading"
    WEATHER = "on the weather card"
    APP = "everywhere"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reader can do.

    Attributes:
        id: its name in the configuration file.
        keys: parted by commas, as Textual names them; empty for the palette only.
        action: the action of the room's widget, screen or app; the reading screen does a command by its id.
        says: what it does, for help and palette.
        shown: how its keys are written when that is not simply their names.
    """

    id: str
    keys: str
    action: str
    says: str
    group: str
    room: Room
    shown: str = ""


_MOVING, _ARTICLE, _KEEPING, _SOURCES, _LOOKING, _WEATHER, _PROGRAM = (
    "Headlines",
    "The article",
    "Reading and keeping",
    "Sources",
    "Views and search",
    "Weather",
    "Program",
)


def _reading(id_: str, keys: str, says: str, group: str) -> Command:
    """Return a command of the reading screen, which does it by its id."""
    return Command(id_, keys, f"do('{id_}')", says, group, Room.READING)


OWN = "Your own commands"
"""The group of the reader's own commands; their keys stand in the keymap."""


def own_id(name: str) -> str:
    """Return the id of a command of the reader's own."""
    return f"own.{name}"


def own_command(name: str, says: str) -> Command:
    """Return a command of the reader's own, of the settings' section ``[commands]``."""
    return _reading(own_id(name), "", says, OWN)


COMMANDS = (
    Command("headline.next", "j,down", "cursor(1)", "next headline", _MOVING, Room.LIST),
    Command("headline.previous", "k,up", "cursor(-1)", "previous headline", _MOVING, Room.LIST),
    Command("headline.page_down", "pagedown", "screenful(1)", "a screenful down", _MOVING, Room.LIST),
    Command("headline.page_up", "pageup", "screenful(-1)", "a screenful up", _MOVING, Room.LIST),
    Command("headline.top", "g", "top", "first headline", _MOVING, Room.LIST, shown="gg"),
    Command("headline.first", "home", "first", "first headline", _MOVING, Room.LIST),
    Command("headline.last", "G,end", "last", "last headline", _MOVING, Room.LIST),
    Command("headline.open", "enter", "open", "read the article", _MOVING, Room.LIST),
    _reading("article.next", "J", "next article, from anywhere", _MOVING),
    _reading("article.previous", "K", "previous article, from anywhere", _MOVING),
    _reading("unread.next", "n", "next unread, or next match of a search", _MOVING),
    _reading("unread.previous", "p", "previous unread", _MOVING),
    _reading("telling.next", "t", "the same story, told by another source", _MOVING),
    _reading("telling.previous", "T", "the telling before", _MOVING),
    _reading("match.previous", "N", "previous match of a search", _MOVING),
    _reading("page.down", "space", "a page down; at the end, the next unread", _ARTICLE),
    Command(
        "article.page_down",
        "pagedown",
        "turn(1)",
        "a page down; at the end, the next unread",
        _ARTICLE,
        Room.ARTICLE,
    ),
    Command("article.page_up", "pageup", "turn(-1)", "a page up", _ARTICLE, Room.ARTICLE),
    Command("article.down", "j,down", "line(1)", "a line down", _ARTICLE, Room.ARTICLE),
    Command("article.up", "k,up", "line(-1)", "a line up", _ARTICLE, Room.ARTICLE),
    Command("article.top", "g", "top", "to the top", _ARTICLE, Room.ARTICLE, shown="gg"),
    Command("article.first", "home", "first", "to the top", _ARTICLE, Room.ARTICLE),
    Command("article.last", "G,end", "last", "to the end", _ARTICLE, Room.ARTICLE),
    Command("link.next", "]", "link(1)", "next link", _ARTICLE, Room.ARTICLE),
    Command("link.previous", "[", "link(-1)", "previous link", _ARTICLE, Room.ARTICLE),
    Command("link.follow", "enter", "follow", "read what the focused link leads to", _ARTICLE, Room.ARTICLE),
    _reading("link.hints", "f", "follow a link by its letters", _ARTICLE),
    _reading("history.back", "backspace,alt+left", "back to what was read before", _ARTICLE),
    _reading("history.forward", "alt+right", "forward again", _ARTICLE),
    Command("heading.next", "},)", "heading(1)", "next heading", _ARTICLE, Room.ARTICLE),
    Command("heading.previous", "{,(", "heading(-1)", "previous heading", _ARTICLE, Room.ARTICLE),
    _reading("article.again", "F", "fetch this article again", _ARTICLE),
    _reading("article.source", "x", "as cleaned, or as the feed told it", _ARTICLE),
    _reading("article.alone", "z", "the article alone", _ARTICLE),
    _reading("pictures.toggle", "i", "pictures on and off", _ARTICLE),
    _reading("text.narrower", "<", "narrower text", _ARTICLE),
    _reading("text.wider", ">", "wider text", _ARTICLE),
    _reading("bookmark.toggle", "b,s", "keep for offline, or no longer", _KEEPING),
    _reading("note", "l", "note and tags", _KEEPING),
    _reading("read.toggle", "m", "mark read or unread", _KEEPING),
    _reading("read.all", "A", "mark all in this view read", _KEEPING),
    _reading("undo", "u", "undo the last change", _KEEPING),
    _reading("browser.open", "o,v", "open page or focused link in the browser", _KEEPING),
    _reading("comments.open", "c", "open its comments in the browser", _KEEPING),
    _reading("link.copy", "y", "copy the link", _KEEPING),
    _reading("article.copy", "Y", "copy the article as Markdown", _KEEPING),
    _reading("sources", "0", "go to the sources, or put them away", _SOURCES),
    Command("source.next", "j,down", "cursor(1)", "next source", _SOURCES, Room.SOURCES),
    Command("source.previous", "k,up", "cursor(-1)", "previous source", _SOURCES, Room.SOURCES),
    Command("source.page_down", "pagedown", "screenful(1)", "a screenful of sources down", _SOURCES, Room.SOURCES),
    Command("source.page_up", "pageup", "screenful(-1)", "a screenful of sources up", _SOURCES, Room.SOURCES),
    Command("source.top", "g", "top", "first of the sources", _SOURCES, Room.SOURCES, shown="gg"),
    Command("source.first", "home", "first", "first of the sources", _SOURCES, Room.SOURCES),
    Command("source.last", "G,end", "last", "last of the sources", _SOURCES, Room.SOURCES),
    Command("source.open", "enter", "open", "list the headlines of a source", _SOURCES, Room.SOURCES),
    _reading("refresh.source", "r", "refresh this source", _SOURCES),
    _reading("refresh.all", "R", "refresh all sources", _SOURCES),
    _reading("source.add", "a", "add a source", _SOURCES),
    _reading("source.change", "", "call this source otherwise, or move it to a folder", _SOURCES),
    _reading("sources.failing", "", "which sources fail, and why", _SOURCES),
    _reading("source.remove", "", "unsubscribe from this source", _SOURCES),
    _reading("view.all", "1", "all headlines, newest first", _LOOKING),
    _reading("view.unread", "2", "unread headlines", _LOOKING),
    _reading("view.bookmarks", "3,B", "what was kept", _LOOKING),
    _reading("view.history", "4", "what was read", _LOOKING),
    _reading("view.continue", "5", "what was begun and not finished", _LOOKING),
    _reading("view.edition", "e", "today's edition, to read through", _LOOKING),
    _reading("read.hide", "H", "hide what is read, or show it", _LOOKING),
    _reading("list.sort", "S", "another order of the list", _LOOKING),
    _reading("search", "/", "search everything; in the article, find", _LOOKING),
    _reading("pane.next", "tab", "next pane", _LOOKING),
    _reading("pane.previous", "shift+tab", "previous pane", _LOOKING),
    _reading("pane.narrower", "-,ctrl+left", "list, or sources, narrower", _LOOKING),
    _reading("pane.wider", "+,ctrl+right", "list, or sources, wider", _LOOKING),
    _reading("back", "escape", "back", _LOOKING),
    _reading("weather", "w", "the weather, now and to come", _WEATHER),
    Command("place.find", "/", "find_place", "on the weather card: another place", _WEATHER, Room.WEATHER),
    Command("place.next", "]", "step_place(1)", "on the weather card: the next place", _WEATHER, Room.WEATHER),
    Command("place.previous", "[", "step_place(-1)", "on it: the place before", _WEATHER, Room.WEATHER),
    Command("place.remove", "d", "remove_place", "on it: take this place away", _WEATHER, Room.WEATHER),
    Command("weather.credit", "o", "open_credit", "on it: the page of who told it", _WEATHER, Room.WEATHER),
    Command("weather.leave", "escape,w", "leave", "on it: back", _WEATHER, Room.WEATHER),
    Command("help", "?", "help", "these keys", _PROGRAM, Room.APP),
    _reading("palette", ":,ctrl+p", "find anything by name", _PROGRAM),
    Command("theme.night", "", "theme('night')", "the night page", _PROGRAM, Room.APP),
    Command("theme.day", "", "theme('day')", "the day page", _PROGRAM, Room.APP),
    Command("theme.sepia", "", "theme('sepia')", "the sepia page", _PROGRAM, Room.APP),
    Command("theme.contrast", "", "theme('contrast')", "the page of high contrast", _PROGRAM, Room.APP),
    Command("theme.terminal", "", "theme('terminal')", "the terminal's own colours", _PROGRAM, Room.APP),
    Command("suspend", "ctrl+z", "suspend_process", "back to the shell for a while", _PROGRAM, Room.APP),
    Command("quit", "q", "quit", "quit", _PROGRAM, Room.APP),
)

BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}


def bindings(room: Room) -> list[BindingType]:
    """Return the bindings of a room, each with the id it is remapped by."""
    return [
        Binding(command.keys, command.action, command.says, show=False, id=command.id)
        for command in COMMANDS
        if command.room is room and command.keys
    ]


def key_names(keys: str) -> tuple[str, ...]:
    """Return how the keys of a command are written on the screen."""
    return tuple(_key_name(key.strip()) for key in keys.split(",") if key.strip())


def shown_keys(command: Command, keymap: Mapping[str, str]) -> tuple[str, ...]:
    """Return how the keys of ``command`` are written, as the reader mapped them."""
    if command.id in keymap:
        return key_names(keymap[command.id])
    return (command.shown,) if command.shown else key_names(command.keys)


_SPELLED = {"enter": "enter", "backspace": "bksp"}
"""Keys for which Textual has a mark that few fonts draw well, and poor terminals lack: written like tab and esc."""


def _key_name(key: str) -> str:
    *modifiers, name = key.split("+") if len(key) > 1 else [key]
    shown = name if len(name) == 1 else _SPELLED.get(name) or format_key(name)
    return "+".join([*modifiers, shown])
