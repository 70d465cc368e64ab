"""Which passages of a page only lead to other stories: a link and a few sentences, again and again."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsreader.clean.passages import Passage
from newsreader.clean.wording import READ_MORE

_LINKED = 0.8
"""The share of links in the headline of a teaser."""

_BEGUN = 0.3
"""The share of links in a teaser whose headline stands in one passage with what it says."""

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
        section = passages[start:end]
        found |= _runs(_below_headlines(section)) | _runs(_above_links(section))
    return found


def _runs(groups: Iterator[Sequence[Passage]]) -> set[Passage]:
    """Return the passages of ``groups`` that are short and tell something, where several stand in a row.

    A group that is too long ends a row; its link and what stands next to it may still belong there.
    """
    found: set[Passage] = set()
    run: list[Sequence[Passage]] = []
    for group in (*groups, ()):
        ends = not group or _told(group) > _MOST_WORDS
        own = group[:2] if ends else group
        run.append(own if _told(own) <= _MOST_WORDS else ())
        if ends:
            if sum(map(_tells, run)) >= _FEWEST:
                found.update(passage for each in run for passage in each)
            run = []
    return found


def _told(group: Sequence[Passage]) -> int:
    return sum(passage.words for passage in group[1:])


def _tells(group: Sequence[Passage]) -> bool:
    """Tell whether something is said beside the link of ``group``; nothing is beside the items of a menu."""
    return any(passage.words >= _SAID and passage.linked < 0.5 for passage in group[1:]) or (
        bool(group) and group[0].linked < _LINKED
    )


def _below_headlines(passages: Sequence[Passage]) -> Iterator[Sequence[Passage]]:
    """Yield each linked headline with what follows it up to the next; what precedes the first is left out."""
    heads = [i for i, passage in enumerate(passages) if _is_headline(passage)]
    for start, end in pairwise([*heads, len(passages)]):
        yield passages[start:end]


def _above_links(passages: Sequence[Passage]) -> Iterator[Sequence[Passage]]:
    """Yield each link that says the same as others, such as "Read more", with what precedes it, up to the last."""
    counts = Counter(passage.key for passage in passages if passage.linked >= _LINKED)
    ends = [i for i, passage in enumerate(passages) if passage.linked >= _LINKED and counts[passage.key] > _FEWEST]
    for before, end in pairwise([-1, *ends]):
        yield (passages[end], *reversed(passages[before + 1 : end]))


def _is_headline(passage: Passage) -> bool:
    """Tell whether ``passage`` is, or begins with, a link named as a story is, and no offer to read more."""
    if passage.words < _FEWEST_WORDS or READ_MORE.search(passage.text):
        return False
    begins = passage.linked >= _BEGUN and passage.words <= _MOST_WORDS and _begins_with_link(passage)
    return passage.linked >= _LINKED or begins


def _begins_with_link(passage: Passage) -> bool:
    first = next((elem for text, elem in passage.parts if text.strip()), None)
    return first is not None and any(elem.tag == "a" for elem in (first, *first.iterancestors()))
