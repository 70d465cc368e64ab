"""Which line is the standfirst: the sentences between headline and text that sum the article up."""

import re
from collections.abc import Callable, Sequence

from newsreader.clean.frames import IN_CAPTION, IN_FIGURE, IN_LIST, IN_NAV
from newsreader.clean.lines import Line
from newsreader.clean.passages import squeeze

_NAMES = re.compile(
    r"stand-?first|sub-?(?:title|head|headline|deck)|(?:^|[\W_])(?:dek|deck|lede|lead|leadtext|intro|einleitung|introduction|abstract|excerpt"
    r"|summary|synopsis|chapo|chapeau|entradilla|bajada|copete|vorspann|anrisstext|ingress|sommario|occhiello|zajawka|perex)(?:$|[\W_])",
    re.IGNORECASE,
)
_FEWEST_WORDS = 5
_MOST_WORDS = 120
_PARAGRAPH = 20
"""Words of a standfirst that is a paragraph."""

_LIKE_THE_TEXT = 0.35
"""The share of the page's prose in elements of one kind from which they are paragraphs."""

_FURTHEST = 6
"""Lines before the first paragraph in which a standfirst is looked for."""


def find_standfirst(
    lines: Sequence[Line], names: Callable[[int], str], kept: Sequence[bool], descriptions: Sequence[str]
) -> int | None:
    """Return the place of the standfirst among ``lines``, or None.

    ``names`` tells the classes around a line. A standfirst comes before the text or begins it, and is either
    named as one or says what the page's description says, while more text follows.
    """
    told = [key for text in descriptions if (key := squeeze(text))]
    prose = [i for i, line in enumerate(lines) if kept[i] and line.words >= _FEWEST_WORDS]
    if len(prose) < 2:
        return None
    first = prose[0]
    for i in range(max(0, first - _FURTHEST), prose[1]):
        line = lines[i]
        if not _FEWEST_WORDS <= line.words <= _MOST_WORDS or line.linked > 0.3 or line.title or line.tag == "h1":
            continue
        if line.frame.places & (IN_FIGURE | IN_CAPTION | IN_NAV | IN_LIST):
            continue
        if line.by_kin > _LIKE_THE_TEXT and i >= first:
            return None
        if _NAMES.search(names(i)) or any(_tells(line.key, key) for key in told):
            return i
    return None


def is_lead_paragraph(line: Line) -> bool:
    """Tell whether a standfirst is a first paragraph set apart, and not a second line of the headline."""
    return line.tag == "p" and line.words >= _PARAGRAPH


def _tells(key: str, description: str) -> bool:
    """Tell whether a line says what the description says, give or take a cut end."""
    shared = min(len(key), len(description) - 3)
    return shared > 30 and key[:shared] == description[:shared] and len(key) <= 1.2 * len(description) + 10
