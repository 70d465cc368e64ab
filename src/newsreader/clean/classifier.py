"""What the rules left out of the text and should not have: decision trees, taught on pages marked by hand.

The trees are in ``classifier.json``, and ``tests/training/classifier.py`` makes them. Each is a number, or a list
of a trait's place in ``TRAITS``, a bound, and the trees for values up to the bound and above it. A line is kept
when the numbers that all trees come to add up to ``bound`` or more.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from newsreader.clean.frames import IN_CAPTION, IN_FIGURE
from newsreader.clean.lines import Line
from newsreader.clean.sweep import FURNITURE_AROUND, body_range, quotes_again, speaks_beside, told_by
from newsreader.clean.traits import TRAITS, traits_of

Tree: TypeAlias = "float | tuple[int, float, Tree, Tree]"

AROUND = 8
"""Lines before the first and after the last kept prose that are looked at again."""

_NEVER = IN_FIGURE | IN_CAPTION | FURNITURE_AROUND
_LONG = 12
"""Words of a line that is no mere phrase, which any text may say again."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees that vote: ``bound`` is the sum from which a line is kept."""

    bound: float
    trees: tuple[Tree, ...]

    def keeps(self, traits: Sequence[float]) -> bool:
        """Tell whether a line with these ``traits`` belongs to the article."""
        total = 0.0
        for node in self.trees:
            while isinstance(node, tuple):
                trait, bound, below, above = node
                node = below if traits[trait] <= bound else above
            total += node
        return total >= self.bound


def bring_back(lines: Sequence[Line], unswept: Sequence[bool], kept: Sequence[bool]) -> list[bool]:
    """Return ``kept``, what the rules keep of ``lines``, with those that they left out and the trees would keep.

    ``unswept`` is what they kept before recovery. What stands under a picture or in furniture, what says by its own
    words that it stands beside the text, and what says the text again is never brought back.
    """
    result = list(kept)
    span = body_range(lines, kept)
    if span is None:
        return result
    forest, told = _forest(), told_by(lines, kept)
    places = [i for i in places_around(span, len(lines)) if not kept[i]]
    for i, traits in zip(places, traits_of(lines, unswept, kept, span, places), strict=True):
        if forest.keeps(traits):
            line = lines[i]
            again = (line.repeats and line.words > _LONG) or quotes_again(line, told)
            result[i] = not (line.frame.places & _NEVER or again or speaks_beside(line, i, span))
    return result


def places_around(span: tuple[int, int], length: int) -> range:
    """Return the places that are looked at again, of ``length``, when prose is kept in ``span``."""
    return range(max(0, span[0] - AROUND), min(length, span[1] + AROUND + 1))


@cache
def _forest() -> Forest:
    """Return the trees that ship with the program."""
    told = json.loads(files(__package__).joinpath("classifier.json").read_text("utf-8"))
    if tuple(told["traits"]) != TRAITS:
        raise ValueError("classifier.json was made for other traits: run tests/training/classifier.py")
    return Forest(told["bound"], tuple(map(_tree, told["trees"])))


def _tree(told: object) -> Tree:
    """Return the tree that ``told``, a value of JSON, describes."""
    if isinstance(told, list):
        trait, bound, below, above = told
        return int(trait), float(bound), _tree(below), _tree(above)
    if isinstance(told, int | float):
        return float(told)
    raise ValueError(f"a tree in classifier.json is {told!r}")
