"""The reader's own commands, section ``[commands]``: programs to hand an article to."""

import re
from dataclasses import dataclass
from enum import StrEnum

from newsreader.config.table import SettingError, Table

FILE = "{file}"
"""What stands for the name of a file with the article in it."""

PLACEHOLDER = re.compile(r"\{(?:url|title|file)\}")
"""What stands for something of the article."""

_NAME = re.compile("[a-z][a-z0-9-]{0,29}")


class Form(StrEnum):
    """What of an article a program is given."""

    NONE = "none"
    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


class Output(StrEnum):
    """What becomes of what a program prints: nothing, or it is shown in the place of the article."""

    NONE = "none"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class OwnCommand:
    """A program of the reader's.

    Attributes:
        run: the program and its arguments; ``{url}``, ``{title}`` and ``{file}`` stand for those of the article.
        says: what it does, in the palette and the help.
        key: the key, or several parted by commas; empty for none. Not checked here.
        input: what it is given: in the file where ``run`` has ``{file}``, else on its standard input.
        detached: True when it goes on after the reader quits, and nobody asks how it ended.
    """

    name: str
    run: tuple[str, ...]
    says: str
    key: str = ""
    input: Form = Form.NONE
    output: Output = Output.NONE
    detached: bool = False


def read_commands(table: Table) -> tuple[OwnCommand, ...]:
    """Return the commands, in the order of the file."""
    return tuple(_command(table.section(name)) for name in table.values)


def _command(table: Table) -> OwnCommand:
    if not _NAME.fullmatch(table.name):
        raise table.itself("cannot be the name of a command", 'it may be a word such as "read-aloud"')
    table.only(("run", "key", "says", "input", "output", "detached"))
    run = _run(table)
    in_file = any(FILE in argument for argument in run)
    command = OwnCommand(
        table.name,
        run,
        says=table.text("says", table.name.replace("-", " ")),
        key=table.text("key", "") if "key" in table.values else "",
        input=table.choice("input", Form.TEXT if in_file else Form.NONE),
        output=table.choice("output", Output.NONE),
        detached=table.flag("detached", default=False),
    )
    if command.detached and (command.input, command.output) != (Form.NONE, Output.NONE):
        advice = "leave it out, or input, output and {file}"
        raise table.error("detached", "a program that is left to itself gets and shows no text", advice)
    return command


def _run(table: Table) -> tuple[str, ...]:
    run = table.values.get("run")
    if isinstance(run, list) and run and all(isinstance(part, str) and part and "\0" not in part for part in run):
        if PLACEHOLDER.search(run[0]):
            raise table.error("run", "must begin with a program", "what an article says cannot choose one")
        return tuple(run)
    where = table.error("run", "").where if "run" in table.values else table.itself("").where
    advice = 'run = ["program", "argument", "{url}"]; {title} and {file} may stand in it too'
    raise SettingError("must have a program and its arguments", where, advice, table.path)
