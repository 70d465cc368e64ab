"""Which line is the standfirst: the sentences between headline and text that sum the article up."""

import re
from collections.abc import Callable, Sequence

from newsreader.clean.frames import IN_CAPTION, IN_FIGURE, IN_LIST, IN_NAV
from newsreader.clean.lines import Line
from newsreader.clean.passages import squeeze

_NAMES = re.compile(
    r"stand-?first|sub-?(?:title|head|headline|deck|tit)|strap-?line|short-?text|(?-i:[a-z](?:Lead|Lede|Intro|Deck)(?![a-z]))"
    r"|(?:^|[\W_])(?:dek|deck|lede|lead|leadtext|intro|einleitung|introduction|abstract|excerpt|summary|synopsis|chapo"
    r"|chapeau|entradilla|bajada|copete|vorspann|anrisstext|ingress|sommario|occhiello|zajawka|perex)(?:$|[\W_])",
    re.IGNORECASE,
)
_FEWEST_WORDS = 5
_MOST_WORDS = 120
_PARAGRAPH = 20
"""Words of a standfirst that is a paragraph."""

_LIKE_THE_TEXT = 0.35
"""The share of the page's prose in elements of one kind from which they are paragraphs."""

_FURTHEST = 24
"""Lines before the first paragraph in which a standfirst is looked for, below the headline."""

_NEAR_TEXT = 6
"""The same where no line is the headline."""

_BELOW_HEADLINE = 2
"""Lines below the headline in which a sentence is the standfirst without a name or a description to tell so."""

_SHORTEST_SHARED = 30
"""Letters at the start of line and description from which they are known to say the same."""

_SENTENCE_WORDS = 10
_NOT_OF_THE_STORY = re.compile(
    r"^\W*(?:by|von|par|por|di|written|posted|above|pictured|photo|image|foto|bild|opinions?|views"
    r"|this (?:article|story|post)|as an|advert|affiliate|disclos|update|editor)\b|\bearn\b|:\s*$",
    re.IGNORECASE,
)
"""Sentences below a headline that tell whose it is, of a picture, or of the page's interests."""


def find_standfirst(
    lines: Sequence[Line], names: Callable[[int], str], kept: Sequence[bool], descriptions: Sequence[str]
) -> int | None:
    """Return the place of the standfirst among ``lines``, or None.

    ``names`` tells the classes around a line. A standfirst comes before the text or begins it, and is either
    named as one or says what the page's description says, or is a sentence right below the headline, while more
    text follows.
    """
    told = [(key, text.rstrip().endswith(("…", "..."))) for text in descriptions if (key := squeeze(text))]
    prose = [i for i, line in enumerate(lines) if kept[i] and line.words >= _FEWEST_WORDS]
    if len(prose) < 2:
        return None
    first = prose[0]
    start, headline = _start(lines, first)
    for i in range(start, prose[1] + 1):
        line = lines[i]
        if not _may_be(line):
            continue
        if line.by_kin > _LIKE_THE_TEXT and i >= first:
            break
        if _NAMES.search(names(i)) or any(_tells(line.key, key, is_cut and not kept[i]) for key, is_cut in told):
            return _in_text(line, prose[:2], lines) or i
    below = range(start, min(start + _BELOW_HEADLINE, first)) if headline else range(0)
    return next((i for i in below if _may_be(lines[i]) and _tells_of_the_story(lines[i])), None)


def _start(lines: Sequence[Line], first: int) -> tuple[int, bool]:
    """Return where above the ``first`` paragraph a standfirst may be, and whether that is below the headline."""
    headlines = [i for i in range(max(0, first - _FURTHEST), first) if _is_headline(lines[i])]
    return (headlines[-1] + 1, True) if headlines else (max(0, first - _NEAR_TEXT), False)


def _in_text(standfirst: Line, prose: Sequence[int], lines: Sequence[Line]) -> int | None:
    """Return which of the first paragraphs repeats ``standfirst``: that one leaves the text."""
    return next((i for i in prose if lines[i].key == standfirst.key), None)


def _tells_of_the_story(line: Line) -> bool:
    return line.sentence and line.words >= _SENTENCE_WORDS and not _NOT_OF_THE_STORY.search(line.text)


def _is_headline(line: Line) -> bool:
    return line.title or line.tag == "h1"


def _may_be(line: Line) -> bool:
    """Tell whether ``line`` has the length and the place of a standfirst."""
    if not _FEWEST_WORDS <= line.words <= _MOST_WORDS or line.linked > 0.3 or _is_headline(line):
        return False
    return not line.frame.places & (IN_FIGURE | IN_CAPTION | IN_NAV | IN_LIST)


def is_lead_paragraph(line: Line) -> bool:
    """Tell whether a standfirst is a first paragraph set apart, and not a second line of the headline."""
    return line.tag == "p" and line.words >= _PARAGRAPH


def _tells(key: str, description: str, is_cut: bool) -> bool:
    """Tell whether a line says what the description says, give or take a cut end; a long one where ``is_cut``.

    Of the text itself a cut description is but the beginning, which says nothing of a standfirst.
    """
    if key == description:
        return True
    shared = min(len(key), len(description) - 3)
    if shared <= _SHORTEST_SHARED or key[:shared] != description[:shared]:
        return False
    return is_cut or len(key) <= 1.2 * len(description) + 10
