"""Which lines the rules take for the article: chosen by where they stand, swept, and recovered."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsreader.clean.choice import choose
from newsreader.clean.lines import Line
from newsreader.clean.recovery import recover
from newsreader.clean.sweep import sweep


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the rules keep of the lines of a page: before recovery, and in the end."""

    unswept: list[bool]
    kept: list[bool]


def by_rules(lines: Sequence[Line]) -> Ruling:
    """Return what the rules keep of ``lines``."""
    chosen = choose(lines)
    unswept = sweep(lines, chosen)
    dropped = [was and not keep for was, keep in zip(chosen, unswept, strict=True)]
    return Ruling(unswept, recover(lines, unswept, dropped))
