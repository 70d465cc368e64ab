"""The plain mode's side of the terminal: lines typed with a history, lines told without a single escape code."""

import io
import os
import shutil
import signal
import sys
from collections.abc import Mapping
from types import FrameType
from typing import TYPE_CHECKING

from newsreader.cli.outcome import finish_output, print_text
from newsreader.cli.session import ENDED
from newsreader.formats.columns import text_width, wrapped

if TYPE_CHECKING:
    from newsreader.plain import Talk

_QUIET = ("set enable-bracketed-paste off", "set enable-meta-key off", "set bell-style none")
"""Settings of readline for which it would send codes to the terminal of itself."""


def open_talk(environ: Mapping[str, str]) -> "Talk":
    """Return a talk over the standard streams: with a prompt and a history where a person is at both ends."""
    from newsreader.plain import Talk

    person = sys.stdin.isatty() and sys.stdout.isatty()
    if speaks_ascii(environ) and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="ascii", errors=sys.stdout.errors)
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    if person:
        _load_readline()
    stops = Stops(person=person)
    return Talk(_ask_person, _tell_person, stops.stopped) if person else Talk(_next_line, _tell, stops.stopped)


class Stops:
    """What ends the program: Ctrl+C where nobody is there, signals of the system and of the terminal anywhere."""

    def __init__(self, *, person: bool) -> None:
        self._person = person
        self._ended = False
        for number in (signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) is not signal.SIG_IGN:  # as under nohup
                signal.signal(number, self._end)

    def stopped(self) -> None:
        """Raise what ends the program, if it is to end."""
        if self._ended:
            sys.exit(ENDED)
        if not self._person:
            raise KeyboardInterrupt

    def _end(self, number: int, frame: FrameType | None) -> None:
        """Stop what is being done, as Ctrl+C does: so nothing is torn apart."""
        self._ended = True
        stop = signal.getsignal(signal.SIGINT)
        if not callable(stop):  # Ctrl+C means nothing, as in the background of a script
            sys.exit(ENDED)
        stop(number, frame)


def speaks_ascii(environ: Mapping[str, str]) -> bool:
    """Tell whether the locale is the one without letters beyond ASCII, chosen by name.

    Python itself then takes the terminal for one of UTF-8, and sets ``LC_CTYPE`` to say so (PEP 538, PEP 540).
    """
    chosen = (environ.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    named = next((name for name in chosen if name and name != "C.UTF-8"), "")
    return environ.get("LC_ALL") != "C.UTF-8" and named in {"C", "POSIX"}


def _load_readline() -> None:
    """Load readline, which reads the lines of ``input`` from then on, as for a terminal that knows no codes."""
    terminal = os.environ.get("TERM")
    os.environ["TERM"] = "dumb"
    try:
        import readline
    except ImportError:  # a Python without it: lines are typed without a history
        return
    finally:
        os.environ.pop("TERM") if terminal is None else os.environ.update(TERM=terminal)
    for setting in _QUIET:
        readline.parse_and_bind(setting)


def _ask_person(prompt: str) -> str:
    try:
        return input(prompt)
    except EOFError:
        _tell("")  # Ctrl+D leaves the prompt without the end of its line
        raise


def _next_line(prompt: str) -> str:
    del prompt  # nobody would read it
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line


def _tell(text: str) -> None:
    print_text(text)
    finish_output()


def _tell_person(text: str) -> None:
    """Print a line broken between words: a terminal would break it anywhere, and a word in two is read as two."""
    columns = shutil.get_terminal_size().columns
    _tell("\n".join(wrapped(text, columns - 1)) if text_width(text) > columns else text)
