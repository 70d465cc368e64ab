"""Textual's reading of keys, with the terminal's answers taken out before it."""

from collections.abc import Iterable
from time import monotonic

from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.keys import Keys
from textual.message import Message

from newsreader.tui.terminal.answers import Sieve

REST = 1.0
"""Seconds in which the rest of an answer comes, over a slow line too."""


class AnswerParser(XTermParser):
    """Makes events of what the terminal sends; an Escape key is one as soon as it is in Textual, and no sooner."""

    def __init__(self, sieve: Sieve, *, debug: bool = False) -> None:
        self._sieve = sieve
        self._wait_until: float | None = None
        self._waits_for_rest = False
        super().__init__(debug)

    @property
    def waits(self) -> float | None:
        """The seconds until ``tick`` has something to do, or None."""
        ends = [end for end in (self._wait_until, self._timeout_time) if end is not None]
        return max(0.0, min(ends) - monotonic()) if ends else None

    def feed(self, data: str) -> Iterable[Message]:
        """Yield the events of ``data``; the end of it, empty data, lets what is held go."""
        keys = self._sieve.feed(data)
        if keys or not data:
            yield from super().feed(keys)
        self._hold()

    def tick(self) -> Iterable[Message]:
        """Yield what was held for long enough: as long as Textual would have held it itself."""
        if self._wait_until is not None and monotonic() >= self._wait_until:
            self._wait_until = None
            if keys := self._sieve.release():
                yield from super().feed(keys)
                self._timeout_time = self._timeout_time and monotonic()
        yield from super().tick()

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        """Yield the keys of a sequence; of one whose numbers make none, a key that is passed over."""
        try:
            yield from super()._sequence_to_key_events(sequence, alt)
        except (ValueError, OverflowError):  # as of Kitty's kinds of events, which nobody asked for
            yield events.Key(Keys.Ignore, sequence)

    def _hold(self) -> None:
        if not self._sieve.held:
            self._wait_until = None
        elif not self._sieve.begun:
            self._wait_until = monotonic() + constants.ESCAPE_DELAY
        elif self._wait_until is None or not self._waits_for_rest:
            self._wait_until = monotonic() + REST
        self._waits_for_rest = self._sieve.begun
