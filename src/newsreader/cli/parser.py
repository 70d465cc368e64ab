"""The grammar of the command line."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader import __version__
from newsreader.cli import (
    articles,
    bring_in,
    export,
    headlines,
    manual,
    setting,
    sources,
    start,
    stock,
    upkeep,
    weather,
)
from newsreader.cli.completing import completed, files, folders, source_titles
from newsreader.model import Order, web_address

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - it has no public name

Run = Callable[[argparse.Namespace], int]

_DIGITS = 18
"""As many as are read of a number; no library holds so many headlines."""

_SEARCH = 'words, "phrases", filters such as is:unread; one that begins with - is written --search=-is:read'


def make_parser() -> argparse.ArgumentParser:
    """Return the parser; what it parses carries in ``run`` the function that does it."""
    parser = argparse.ArgumentParser(
        prog="newsreader",
        description="A newspaper in your terminal. Without a command, it opens the reader.",
        epilog="Exit codes: 0 done, 1 failed, 2 wrong usage, 3 partly done.",
        allow_abbrev=False,
    )
    version = f"newsreader {__version__}"
    parser.add_argument("--version", action="version", version=version, help="print the version of the program")
    _library(parser, None)
    parser.add_argument(
        "--demo", action="store_true", help="open the built-in edition, in a throw-away library unless one is named"
    )
    parser.add_argument(
        "--plain", action="store_true", help="talk in plain lines: for screen readers, dumb terminals and pipes"
    )
    parser.set_defaults(run=start.open_reader)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _source_commands(commands)
    _headline_commands(commands)
    _article_commands(commands)
    _export_command(commands)
    _weather_commands(commands)
    _upkeep_commands(commands)
    return parser


def _source_commands(commands: "Commands") -> None:
    add = _command(commands, "add", sources.add, "subscribe to feeds, or to sites (their feed is found)")
    add.add_argument("address", nargs="+", metavar="URL", help="the address of a feed or of a site")
    add.add_argument("--folder", default="", metavar="NAME", help="the folder to put them in")
    remove = _command(commands, "remove", sources.remove, "unsubscribe from a source; its bookmarks stay")
    _source(remove.add_argument("source", metavar="URL|ID", help="the source, by address, number or title"))
    move = _command(commands, "move", sources.move, "call a source otherwise, or put it into another folder")
    _source(move.add_argument("source", metavar="URL|ID", help="the source, by address, number or title"))
    move.add_argument("--title", metavar="NAME", help="what to call it")
    move.add_argument("--folder", metavar="NAME", help='the folder to put it in; "" takes it out of any')
    feeds = _command(commands, "feeds", sources.feeds, "list the sources, and what is wrong with them")
    _json(feeds)
    refresh = _command(commands, "refresh", sources.refresh, "fetch the feeds that are due")
    refresh.add_argument("--all", action="store_true", help="every feed now, due or not")
    _json(refresh)
    words = (
        "bring in feeds and saved pages from OPML, other readers, browsers or another newsreader; fetches nothing"
    )
    bring = _command(commands, "import", bring_in.bring_in, words)
    _file(
        bring.add_argument("file", metavar="FILE|-", help="what they export, of any kind; - reads standard input")
    )


def _headline_commands(commands: "Commands") -> None:
    parser = _command(commands, "headlines", headlines.headlines, "list headlines")
    parser.add_argument("--unread", action="store_true", help="unread ones only")
    parser.add_argument("--bookmarked", action="store_true", help="bookmarked ones only")
    _source(parser.add_argument("--source", metavar="S", help="of one source, by number, address or title"))
    parser.add_argument("--search", metavar="Q", default="", help=_SEARCH)
    parser.add_argument("--limit", type=_positive, metavar="N", help="at most so many")
    parser.add_argument("--sort", choices=[*Order], default=Order.NEWEST, help="newest (first) if not said")
    _json(parser)
    _json(_command(commands, "bookmarks", headlines.bookmarks, "list the bookmarks, last saved first"))


def _article_commands(commands: "Commands") -> None:
    read = _command(commands, "read", articles.read, "clean and print one article")
    which = "a headline, any page, a saved page, or standard input"
    _file(read.add_argument("what", metavar="ID|URL|FILE|-", help=which))
    read.add_argument(
        "--format", choices=["text", "markdown", "html", "json"], default="text", help="text if not said"
    )
    read.add_argument(
        "--url", type=_address, default="", help="where a saved page came from, to make its links whole"
    )
    save = _command(commands, "save", articles.save, "bookmark articles for good, pictures and all")
    save.add_argument("what", nargs="+", metavar="URL|ID", help="any page, or a headline by its number")
    save.add_argument("--note", metavar="TEXT", help='a note, then #tags, as in "for Monday #work"')
    note = _command(commands, "note", articles.note, "write a note and tags for a bookmark, or show them")
    note.add_argument("id", type=_positive, metavar="ID", help="the number of a headline; it is kept if it was not")
    note.add_argument("words", nargs="*", metavar="TEXT", help='in place of what is there: "for Monday #work"')


def _export_command(commands: "Commands") -> None:
    parser = _command(
        commands, "export", export.export, "write the sources as OPML, or articles with their pictures"
    )
    parser.add_argument(
        "format", nargs="?", choices=export.FORMATS, default="opml", help="opml (the sources) if not said"
    )
    parser.add_argument("ids", nargs="*", metavar="ID", help="headlines by their numbers")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--bookmarks", action="store_true", help="all bookmarks")
    which.add_argument("--search", metavar="Q", help=_SEARCH)
    which.add_argument("--edition", action="store_true", help="the day's edition")
    out = "the file, or for several in Markdown the folder; without it, or for -, standard output"
    _file(parser.add_argument("-o", "--out", type=_out, metavar="OUT|-", help=out))


def _weather_commands(commands: "Commands") -> None:
    _json(_command(commands, "weather", weather.weather, "print the temperature where you are"))
    place = _command(commands, "place", weather.place, "say where you are, or list the places that are set")
    place.add_argument(
        "name", nargs="?", metavar="NAME", help="the place; it is looked up and shown as you write it"
    )
    how = place.add_mutually_exclusive_group()
    how.add_argument("--add", action="store_true", help="as one more place, the others stay")
    how.add_argument("--remove", action="store_true", help="remove the place of this name")
    place.add_argument(
        "--at", type=_coordinates, metavar="LAT,LON", help="its coordinates in degrees; looks up nothing"
    )
    place.add_argument("--name", dest="shown", metavar="NAME", help="what to call the place given with --at")


def _upkeep_commands(commands: "Commands") -> None:
    _command(commands, "undo", upkeep.undo, "undo the last change, whatever it was; again for the one before")
    config = _command(commands, "config", setting.config, "show where settings are, what they are, or edit them")
    config.add_argument(
        "what", nargs="?", choices=["path", "show", "edit"], default="show", help="show if not said"
    )
    holds = "say what the library holds, the room it takes, and what goes when"
    _json(_command(commands, "library", stock.library, holds))
    doctor = _command(
        commands, "doctor", upkeep.doctor, "look over the library, repair it, copy it, go back to a copy"
    )
    task = doctor.add_mutually_exclusive_group()
    task.add_argument("--repair", action="store_true", help="mend what can be mended")
    copy = "copy the library to a file, by default beside it under today's date; its pictures need no copy"
    _file(task.add_argument("--backup", nargs="?", const="", metavar="FILE", help=copy))
    back = "put such a copy in the place of the library, which is kept"
    _file(task.add_argument("--restore", metavar="FILE", help=back))
    _command(commands, "man", manual.man, "print the manual page: keys, commands, settings; for man -l -")
    completions = _command(commands, "completions", upkeep.completions, "print completions for a shell")
    completions.add_argument("shell", choices=["bash", "zsh", "fish", "tcsh", "powershell"], help="the shell")


def _command(commands: "Commands", name: str, run: Run, words: str) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        name, help=words, description=words[0].upper() + words[1:] + ".", allow_abbrev=False
    )
    _library(parser, argparse.SUPPRESS)  # given before the command or after it, it means the same
    parser.set_defaults(run=run)
    return parser


def _library(parser: argparse.ArgumentParser, default: str | None) -> None:
    words = "use the library in this folder"
    completed(parser.add_argument("--library", type=_folder, default=default, metavar="DIR", help=words), folders)


def _file(action: argparse.Action) -> None:
    completed(action, files)


def _source(action: argparse.Action) -> None:
    completed(action, source_titles)


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON of a stable shape")


def _folder(text: str) -> Path:
    if not text or "\0" in text:  # an unset variable in a script: not the folder it happens to be in
        raise argparse.ArgumentTypeError(f"{text!r} is not the name of a folder")
    return Path(text)


def _out(text: str) -> str | None:
    return None if text == "-" else text


def _address(text: str) -> str:
    address = web_address(text) if text else ""
    if address is None:
        raise argparse.ArgumentTypeError(f"{text[:80]!r} is not an address; write it with https://")
    return address


def _positive(text: str) -> int:
    number = int(text[:_DIGITS]) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text[:80]!r} is not a number of headlines; write 1 or more")
    return number


def _coordinates(text: str) -> tuple[float, float]:
    try:
        latitude, longitude = (float(part) for part in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not LAT,LON; write it like 39.82,46.75") from None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise argparse.ArgumentTypeError(f"{text} is not on the globe; LAT is -90 to 90, LON -180 to 180")
    return latitude, longitude
