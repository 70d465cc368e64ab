"""What of many names is meant by a few letters, in any script (pure)."""

from collections.abc import Iterable, Sequence

from newsreader.model.folding import folded

AT_START, AT_WORD, INSIDE = 3.0, 2.0, 1.0
"""What a word typed is worth where it begins the name, begins a word of it, and stands anywhere in it."""
SHORTER = 0.001
"""What each letter of a name costs: of names that match alike, the shorter is meant."""


def typed_words(query: str) -> tuple[str, ...]:
    """Return the words of what was typed, folded as names are."""
    return tuple(folded(query).split())


def worth(words: Sequence[str], name: str) -> float:
    """Return how well a name, already folded, matches: more is better, 0 when a word is not in it.

    Words may stand in any order; in scripts without spaces a word is found wherever it stands.
    """
    total = 0.0
    for word in words:
        place = name.find(word)
        if place < 0:
            return 0.0
        if not place:
            total += AT_START
        else:
            total += AT_WORD if f" {word}" in name else INSIDE
    return max(total - SHORTER * len(name), SHORTER) if total else 0.0


def best(query: str, names: Iterable[str]) -> list[int]:
    """Return the places of the ``names``, folded, that match ``query``, the best first; all of them for none."""
    words = typed_words(query)
    if not words:
        return list(range(len(list(names))))
    found = [(worth(words, name), place) for place, name in enumerate(names)]
    return [place for value, place in sorted(found, key=lambda one: -one[0]) if value]
