"""Where the reader came from, as a browser has it: what was read, in order, and the place in each."""

from dataclasses import dataclass

from newsreader.model import Headline
from newsreader.newsroom import Reading

LONGEST = 100
"""Stops remembered in either direction."""


@dataclass(frozen=True, slots=True)
class Stop:
    """An article that was read, and where.

    Attributes:
        reading: what stood there; None when it was still on its way.
        share: of its text that was above what was in view, 0 to 1.
        linked: True when it was come to by a link, so that Esc leads back from it.
    """

    headline: Headline
    reading: Reading | None = None
    share: float = 0.0
    linked: bool = False


class Trail:
    """The stops behind the reader and, once some were gone back, those ahead."""

    def __init__(self) -> None:
        self._behind: list[Stop] = []
        self._ahead: list[Stop] = []

    def left(self, stop: Stop) -> None:
        """Take in that the reader went on from a stop to something else: nothing is ahead any more."""
        self._behind = [*self._behind, stop][-LONGEST:]
        self._ahead = []

    def back(self, here: Stop | None) -> Stop | None:
        """Go back from where the reader is, or from nowhere; return where to, None when nothing is behind."""
        return _step(self._behind, self._ahead, here)

    def forward(self, here: Stop | None) -> Stop | None:
        """Go forward again; return where to, None when nothing is ahead."""
        return _step(self._ahead, self._behind, here)


def _step(come_from: list[Stop], go_to: list[Stop], here: Stop | None) -> Stop | None:
    if not come_from:
        return None
    if here is not None:
        go_to.append(here)
    return come_from.pop()
