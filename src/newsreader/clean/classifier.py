"""The last word on each line: small decision trees, taught on pages whose texts were marked by hand.

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

from newsreader.clean.frames import IN_CAPTION, IN_FIGURE, IN_NOTE
from newsreader.clean.lines import Line
from newsreader.clean.sweep import body_range, speaks_beside
from newsreader.clean.traits import TRAITS, traits_of

Tree: TypeAlias = "float | tuple[int, float, Tree, Tree]"

AROUND = 15
"""Lines before the first and after the last kept prose that are looked at again."""

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


def reconsider(lines: Sequence[Line], unswept: Sequence[bool], kept: Sequence[bool]) -> list[bool]:
    """Return ``kept``, what the rules keep of ``lines``, with the errors mended that the trees know.

    ``unswept`` is what they kept before recovery. What stands under a picture is left to the picture, and a note
    to the mark that calls it; what says by its own words that it stands beside the text, or says the text again, is
    not brought back.
    """
    result = list(kept)
    span = body_range(lines, kept)
    if span is None:
        return result
    forest = _forest()
    places = places_around(span, len(lines))
    for i, traits in zip(places, traits_of(lines, unswept, kept, span, places), strict=True):
        line = lines[i]
        if line.frame.places & (IN_FIGURE | IN_CAPTION | IN_NOTE):
            continue
        if kept[i] or not (speaks_beside(line, i, span) or (line.repeats and line.words > _LONG)):
            result[i] = forest.keeps(traits)
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
