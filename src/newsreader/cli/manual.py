"""The manual page, made of the parser, the table of keys, the plain mode's help and the settings file."""

import argparse
from collections.abc import Iterator
from itertools import groupby

from newsreader import __version__
from newsreader.cli import roff
from newsreader.cli.outcome import DONE, print_text

_ENVIRONMENT = {
    "BROWSER": "the browser that pages are opened in",
    "VISUAL, EDITOR": "the editor that newsreader config edit opens",
    "NO_COLOR": "when set, the screen has no colours",
    "TERM": "when it is dumb, the plain mode is opened",
    "HTTPS_PROXY, HTTP_PROXY, NO_PROXY": "the proxy that is asked for pages",
    "XDG_CONFIG_HOME, XDG_DATA_HOME": "where the folders for settings and the library are",
}
_CODES = {"0": "done", "1": "failed", "2": "wrong usage", "3": "partly done"}


def man(args: argparse.Namespace) -> int:
    """Print the manual page."""
    from newsreader.cli.parser import make_parser

    del args
    print_text(manual(make_parser()))
    return DONE


def manual(parser: argparse.ArgumentParser) -> str:
    """Return the manual page in roff, the same on every day."""
    from newsreader.config import default_config

    about, *_ = (parser.description or "").partition(".")
    parts = [
        f'.TH NEWSREADER 1 "" "newsreader {__version__}" "User Commands"',
        ".nh\n.ad l",
        roff.section("name"),
        rf"newsreader \- {roff.text(about[0].lower() + about[1:])}",
        roff.section("synopsis"),
        f"{roff.bold('newsreader')} {roff.text('[--library DIR] [--demo] [--plain]')}\n.br",
        f"{roff.bold('newsreader')} {roff.text('COMMAND [ARGUMENT ...] [--library DIR]')}",
        roff.section("description"),
        roff.text(parser.description or ""),
        *map(_option, _own(parser)),
        roff.section("commands"),
        *_commands(parser),
        roff.section("keys"),
        *_keys(),
        roff.section("plain mode"),
        *_plain(),
        roff.section("settings"),
        roff.text("The file whose name newsreader config path prints. This is what holds without it:"),
        roff.literal(default_config()),
        roff.section("environment"),
        *(roff.entry(roff.bold(name), f"{says}.") for name, says in _ENVIRONMENT.items()),
        roff.section("exit status"),
        *(roff.entry(roff.bold(code), f"{says}.") for code, says in _CODES.items()),
    ]
    return "\n".join(parts) + "\n"


def _arguments(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    return parser._actions  # noqa: SLF001 - argparse has no public way to them


def _own(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """Return the arguments of a parser, but for its commands and its help."""
    every = _arguments(parser)
    return [one for one in every if not isinstance(one.choices, dict) and "--help" not in one.option_strings]


def _commands(parser: argparse.ArgumentParser) -> Iterator[str]:
    [commands] = (one.choices for one in _arguments(parser) if isinstance(one.choices, dict))
    for name, command in commands.items():
        command.formatter_class = _Unwrapped
        usage = command.format_usage().removeprefix("usage: newsreader").strip().removeprefix(name).strip()
        yield roff.subsection(f"{name} {usage.replace('[-h] ', '').replace('[--library DIR]', '').strip()}")
        yield roff.text(command.description or "")
        yield from (_option(one) for one in _own(command) if "--library" not in one.option_strings)


def _option(action: argparse.Action) -> str:
    metavar = action.metavar if isinstance(action.metavar, str) else "|".join(action.choices or ())
    names = ", ".join(map(roff.bold, action.option_strings))
    value = roff.text(metavar or action.dest.upper()) if action.nargs != 0 else ""
    return roff.entry(" ".join(filter(None, (names, value))), f"{action.help}.")


def _keys() -> Iterator[str]:
    """Yield every command of the screen with its keys and the id by which the settings know it."""
    from newsreader.tui.commands import COMMANDS, shown_keys

    yield roff.text("Each is in the command palette too. The names in brackets are those of the section [keys].")
    for group, commands in groupby(COMMANDS, key=lambda command: command.group):
        yield roff.subsection(group)
        for command in commands:
            keys = ", ".join(map(roff.bold, shown_keys(command, {}))) or roff.text("(no key)")
            yield roff.entry(keys, f"{command.says} [{command.id}]")


def _plain() -> Iterator[str]:
    from newsreader.plain.typed import LINES

    yield roff.text("With --plain, and in a terminal that is dumb, the program is talked to in lines.")
    yield from map(roff.paragraph, LINES)


class _Unwrapped(argparse.HelpFormatter):
    """Writes the usage on one line, whatever terminal this is."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=10_000)
