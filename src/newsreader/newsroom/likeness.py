"""Whether two headlines tell of one event: by the words they share, the rarer the more they weigh (pure).

A wrong telling is worse than a missing one: much has to be shared.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import log

Weights = Mapping[str, float]
"""How much each word of two titles says, at least 0."""

ALIKE = 0.5
"""The part of the weight of two titles that they share when the titles alone tell of one event."""

KINDRED = 0.28
"""The part they share when their openings may confirm it."""

CONFIRMED = 0.5
"""The part of a title that the other title or opening must tell then, on either side."""

SHARED, SHARED_ALONE = 2, 3
"""Words that weigh something which two titles share at least: with openings that confirm it, and without."""

FEWEST = 4
"""Words of a title with fewer of which it says too little: Privacy policy, Hello world."""

TELLING = 0.45
"""The part of the greatest possible weight from which a word says something."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is compared of a headline: the words of its title, and of how its text begins."""

    title: frozenset[str]
    opening: frozenset[str] = frozenset()


def weight_of(count: int, titles: int) -> float:
    """Return how much a word says that stands in ``count`` of so many titles."""
    return max(0.0, log((titles + 1) / (count + 0.5)))


def one_event(one: Told, other: Told, weight: Weights, titles: int) -> bool:
    """Return whether both tell of one event; ``titles`` is how many there are, which the weights go by."""
    if min(len(one.title), len(other.title)) < FEWEST:
        return False
    told = TELLING * weight_of(1, titles)
    shared = sum(weight[word] >= told for word in found_in(one.title, other.title))
    alike = min(_share(one.title, other.title, weight), _share(other.title, one.title, weight))
    if shared >= SHARED_ALONE and alike >= ALIKE:
        return True
    there = _share(one.title, other.title | other.opening, weight)
    told_of = min(there, _share(other.title, one.title | one.opening, weight))
    return shared >= SHARED and alike >= KINDRED and bool(one.opening and other.opening) and told_of >= CONFIRMED


def found_in(words: Collection[str], others: Collection[str]) -> frozenset[str]:
    """Return those of ``words`` that stand among ``others``, perhaps in another form."""
    return frozenset(word for word in words if word in others or any(same_word(word, other) for other in others))


def same_word(one: str, other: str) -> bool:
    """Return whether two words are forms of one: alike but for their ends, four letters of them at least."""
    return one == other or (one.isalpha() and one.startswith(beginning(other)) and other.startswith(beginning(one)))


def beginning(word: str) -> str:
    """Return how other forms of a word begin as well."""
    return word[: max(4, len(word) - 3)] if word.isalpha() else word


def _share(words: Collection[str], others: Collection[str], weight: Weights) -> float:
    """Return the part of the weight of ``words`` that stands among ``others``, 0 to 1."""
    whole = sum(weight[word] for word in words)
    return sum(weight[word] for word in found_in(words, others)) / whole if whole else 0.0
