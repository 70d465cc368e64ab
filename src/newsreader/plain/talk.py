"""The two sides of a talk: a line that is asked for, and lines that are told."""

from collections.abc import Callable
from dataclasses import dataclass

from newsreader.model import clean_line

_NAMES = frozenset(".:/")
"""What is in a word that keeps its letters as they are: where something happened."""

_ENDS = (".", "!", "?", "…", ":")


@dataclass(frozen=True, slots=True)
class Talk:
    """How the reader and the program reach each other.

    Attributes:
        ask: waits for the reader's next line, given a prompt; raises EOFError when there is none any more.
        tell: puts one line, or a text of several, before the reader; cleans it for wherever it goes.
        stopped: called when Ctrl+C has stopped what was done; raises where the talk cannot go on after that.
    """

    ask: Callable[[str], str]
    tell: Callable[[str], None]
    stopped: Callable[[], None]

    def say(self, words: str) -> None:
        """Tell one sentence."""
        self.tell(sentence(words))


def sentence(words: str) -> str:
    """Return ``words`` as a sentence: a capital letter unless it begins with a name or an address, and an end."""
    line = clean_line(words)
    if not _NAMES.intersection(line.partition(" ")[0]):
        line = line[:1].upper() + line[1:]
    return line if line.endswith(_ENDS) else f"{line}."
