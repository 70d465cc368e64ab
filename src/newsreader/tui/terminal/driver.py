"""The driver: Textual's own, that asks the terminal what it can do, hears it, and leaves nothing behind."""

import asyncio
import fcntl
import os
import selectors
import struct
import termios
from codecs import getincrementaldecoder
from contextlib import suppress
from dataclasses import replace
from threading import Event
from typing import Any

from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from newsreader.tui.abilities import Abilities
from newsreader.tui.terminal.answers import Heard, Sieve
from newsreader.tui.terminal.console import is_console, is_foreign
from newsreader.tui.terminal.parser import AnswerParser
from newsreader.tui.terminal.questions import BACKGROUND, FENCE, FOLLOW_LIGHT, UNFOLLOW_LIGHT, questions

LAST_WORD = 0.15
"""Seconds to wait at the end for an answer that is still on its way: it must not reach the shell."""
MOUSE_PIXELS_OFF = "\x1b[?1016l"
"""Textual sets this mode where a terminal tells its size by itself, and leaves it set."""


class TerminalAnswered(Message):
    """The terminal said what it can do, or that something about it is different now."""

    def __init__(self, abilities: Abilities) -> None:
        self.abilities = abilities
        super().__init__()


class AskingDriver(LinuxDriver):
    """Asks at the start and each time the program comes back; the answers are a message to the app."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._questions = questions(os.environ) if self.input_tty else ""
        self._on_console = is_console(os.environ)
        self._sieve = Sieve(Heard(cell=pixels_of_cell(self.fileno)))
        self._answered = Event()
        self._answered.set()
        self._taken = False  # whether the terminal is ours
        self._woken = self._wake = -1  # the two ends of a pipe, while it is

    @property
    def abilities(self) -> Abilities:
        """What the terminal said it can do so far; may be read in any thread."""
        return self._sieve.heard.abilities

    def measure(self) -> None:
        """Look again how large a cell is: the terminal has another size, or another font."""
        heard = self._sieve.heard
        cell = pixels_of_cell(self.fileno)
        if cell is not None and cell != heard.cell:
            self._sieve.heard = replace(heard, cell=cell)
            self.send_message(TerminalAnswered(self.abilities))

    def send_message(self, message: Message) -> None:
        """Send a message to the app, in one turn of the loop less than Textual does."""
        self._app.post_message(message)

    def write(self, data: str) -> None:
        """Write to the terminal what it knows."""
        if not (self._on_console and is_foreign(data)):
            super().write(data)

    def start_application_mode(self) -> None:
        """Take the terminal, and ask it."""
        self._taken = True
        if self._wake < 0:
            self._woken, self._wake = os.pipe()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._questions:
            self._ask(self._questions + FOLLOW_LIGHT)

    def disable_input(self) -> None:
        """Listen no more, once what was asked is answered; briefly, for some never answer."""
        if self._key_thread is not None and self._key_thread.is_alive():
            self._answered.wait(LAST_WORD)
            os.write(self._wake, b".")
        super().disable_input()

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        self._taken = False
        if self._questions:
            self.write(UNFOLLOW_LIGHT)
        if self._mouse_pixels:
            self.write(MOUSE_PIXELS_OFF)
        super().stop_application_mode()

    def close(self) -> None:
        """Let go of everything."""
        super().close()
        for end in {self._woken, self._wake} - {-1}:
            os.close(end)
        self._woken = self._wake = -1

    def run_input_thread(self) -> None:
        """Read what the terminal sends until it is gone or the program ends, sleeping meanwhile."""
        decode = getincrementaldecoder("utf-8")("replace").decode  # a byte that is no UTF-8 ends nothing
        parser = AnswerParser(self._sieve, debug=self._debug)
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._woken, selectors.EVENT_READ)
            while True:
                ready = {key.fd for key, _ in selector.select(parser.waits)}
                if self._woken in ready:
                    os.read(self._woken, 1)
                    return
                if self.fileno in ready:
                    data = _read(self.fileno)
                    if not data:
                        return
                    self._take(parser, decode(data))
                for event in parser.tick():
                    self.process_message(event)

    def _sigcont_application(self, *_: object) -> None:
        """Go on after a stop, in a turn of the loop: a signal comes at any moment, in the midst of a write too."""
        with suppress(RuntimeError):  # the loop has ended
            asyncio.get_running_loop().call_soon_threadsafe(self._go_on)

    def _go_on(self) -> None:
        """Take the terminal again; whoever had no time to give it back (SIGSTOP) does that first."""
        if self._taken and self._auto_restart and not self._must_signal_resume:
            self.suspend_application_mode()
            self._must_signal_resume = True
        if self._must_signal_resume:
            self.resume_application_mode()

    def _take(self, parser: AnswerParser, text: str) -> None:
        before = self._sieve.heard
        if text:
            for event in parser.feed(text):
                self.process_message(event)
        heard = self._sieve.heard
        if heard.fences != before.fences:
            self._answered.set()
        if heard.turned != before.turned:
            self._ask(BACKGROUND + FENCE)
        if heard.abilities != before.abilities:
            self.send_message(TerminalAnswered(heard.abilities))

    def _ask(self, questions: str) -> None:
        self._answered.clear()
        self.write(questions)
        self.flush()


def driver_for(usual: type[Driver]) -> type[Driver]:
    """Return the driver to use where Textual would use ``usual``: ours in a terminal, else that one."""
    return AskingDriver if usual is LinuxDriver else usual


def pixels_of_cell(terminal: int) -> tuple[int, int] | None:
    """Return width and height of a cell in pixels as the system knows them of a terminal, or None."""
    try:
        rows, columns, width, height = struct.unpack("HHHH", fcntl.ioctl(terminal, termios.TIOCGWINSZ, b"\0" * 8))
    except OSError:
        return None
    return (width // columns, height // rows) if rows and columns and width >= columns and height >= rows else None


def _read(terminal: int) -> bytes:
    """Return what a terminal sends next; nothing when it is gone."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""
