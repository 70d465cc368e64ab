"""Which passages of a page only lead to other stories: a linked headline with a few sentences, again and again."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsreader.clean.passages import Passage
from newsreader.clean.wording import READ_MORE

_LINKED = 0.8
"""The share of links in the headline of a teaser."""

_FEWEST_WORDS = 3
"""Words of a headline; what has fewer is an item of a menu."""

_MOST_WORDS = 90
"""Words that a teaser says of its story."""

_SAID = 6
"""Words of the shortest that is said of a story."""

_FEWEST = 3
"""Teasers that stand one after the other before they count as such: one alone may be a box in an article."""


def find_teasers(passages: Sequence[Passage]) -> set[Passage]:
    """Return those of ``passages``, all that a page shows in its order, that are teasers of other stories."""
    heads = [i for i, passage in enumerate(passages) if passage.elem.tag == "h1" and passage.linked < _LINKED]
    found: set[Passage] = set()
    for start, end in pairwise([0, *heads, len(passages)]):  # what a page's own headline heads is of no menu
        found |= _teasers_among(passages[start:end])
    return found


def _teasers_among(passages: Sequence[Passage]) -> set[Passage]:
    found: set[Passage] = set()
    run: list[Sequence[Passage]] = []
    for group in (*_groups(passages), ()):
        ends = not group or sum(passage.words for passage in group[1:]) > _MOST_WORDS
        own = group[:2] if ends else group  # what follows the last of them is no more of it
        run.append(own if sum(passage.words for passage in own[1:]) <= _MOST_WORDS else ())
        if ends:
            if sum(map(_tells, run)) >= _FEWEST:
                found.update(passage for each in run for passage in each)
            run = []
    return found


def _tells(group: Sequence[Passage]) -> bool:
    """Tell whether a headline is followed by something said of its story; the items of a menu are not."""
    return any(passage.words >= _SAID and passage.linked < 0.5 for passage in group[1:])


def _groups(passages: Sequence[Passage]) -> Iterator[Sequence[Passage]]:
    """Yield each linked headline with what follows it up to the next; what precedes the first is left out."""
    heads = [i for i, passage in enumerate(passages) if _is_headline(passage)]
    for start, end in pairwise([*heads, len(passages)]):
        yield passages[start:end]


def _is_headline(passage: Passage) -> bool:
    """Tell whether ``passage`` is a link named as a story is, and not an offer to read more of what precedes."""
    return passage.linked >= _LINKED and passage.words >= _FEWEST_WORDS and READ_MORE.search(passage.text) is None
