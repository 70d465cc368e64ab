"""A key that does something only when it is pressed twice, as in gg."""

from collections.abc import Callable
from time import monotonic

WITHIN = 1.0
"""Seconds between the two presses at most."""


class Twice:
    """Counts presses; ``clock`` gives seconds."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._pressed: float | None = None

    def forget(self) -> None:
        """Count from the start: something else was done."""
        self._pressed = None

    def press(self) -> bool:
        """Return True when this is the second press in time."""
        before, self._pressed = self._pressed, self._clock()
        if before is not None and self._pressed - before <= WITHIN:
            self._pressed = None
            return True
        return False
