"""Plain mode: the newspaper as a talk in lines, for screen readers, braille lines and dumb terminals."""

from newsreader.plain.converse import converse
from newsreader.plain.talk import Talk

__all__ = ["Talk", "converse"]
