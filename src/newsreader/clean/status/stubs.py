"""How much of an article that is sold a page shows: its opening, all of it, or only the offer."""

import re
from collections.abc import Sequence
from itertools import islice

from newsreader.clean.metadata import Facts
from newsreader.clean.passages import Passage, words_in
from newsreader.clean.status import claims
from newsreader.clean.status.asking import asks
from newsreader.clean.status.notices import notice_of, read_notice
from newsreader.model import Wall, count_words

LEAD = 20
"""Words of the shortest opening."""

HEAD = 6
"""Passages above the text among which the line that asks to pay may stand, too."""

_NEAR = 1_000
"""Characters after a text in which a page asks to pay for it."""

_GATE, _GATE_WORDS = 0.25, 40
"""Density and most words of the line that asks to pay below an opening."""

_GATE_REST = 0.08
"""Density of that line and all that follows it."""

_MOST_GATES = 10
"""Such lines that are tried: each costs a reading of all below it."""

_OFFER, _OFFERED = 60, 0.05
"""Words below which, and density from which, what a page shows of a sold article is its offer."""

_STUB, _LONG_STUB = 250, 400
"""Words below which the text of a sold article is its opening; the second when the rest is named and not there."""

_TOLD = 150
"""Words that a page must claim before its text is held against it."""

_CUT_OFF = re.compile(
    r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*(?:read more|weiterlesen|lire la suite|leer más)?\s*$", re.IGNORECASE
)


def asks_to_pay(found: Sequence[Passage], page_text: str) -> bool:
    """Tell whether the page that shows ``page_text`` asks to pay for the rest, in ``found``, its body, or below.

    What it asks in its menu or its footer, it asks everywhere; what it asks in the midst of the text, it asks of
    those who read on.
    """
    start = max(0, page_text.find(found[0].text)) if found else 0
    end = page_text.rfind(found[-1].text) + len(found[-1].text) + _NEAR if found else len(page_text)
    lines = page_text[start:end].splitlines()
    asked = [i for i, line in enumerate(lines) if asks(line)]
    if not asked:
        return False
    return len({lines[i] for i in asked}) > 1 or not _goes_on(found, set(lines[asked[0] + 1 :]))


def _goes_on(found: Sequence[Passage], below: set[str]) -> bool:
    """Tell whether ``found``, the text, goes on among the lines ``below``, beside what stands above them.

    One paragraph there may tell of the author.
    """
    beside = {passage.elem.getparent() for passage in found if passage.text not in below}
    after = [passage for passage in found if passage.text in below and passage.elem.getparent() in beside]
    above = sum(passage.words for passage in found if passage.text not in below)
    return above >= LEAD and len(after) > 1 and words_in(after) >= LEAD and notice_of(after).density < _GATE_REST


def opening(own: Sequence[Passage], above: Sequence[Passage]) -> Sequence[Passage]:
    """Return the passages before the first that asks to pay, when what follows only goes on asking.

    ``above`` are those that stand above ``own`` on the page: a text below such a line is an offer.
    """
    if own and any(map(_is_gate, above)) and notice_of(own).density >= _GATE_REST:
        return ()
    gates = (i for i, passage in enumerate(own) if _is_gate(passage))
    for i in islice(gates, _MOST_GATES):
        if notice_of(own[i:]).density >= _GATE_REST:
            return own[:i]
    return own


def is_offer(lead: Sequence[Passage], *, sold: bool) -> bool:
    """Tell whether ``lead``, what is shown of an article for those who pay, is nothing of the article."""
    words = words_in(lead)
    return words < LEAD or (sold and words < _OFFER and notice_of(lead).density >= _OFFERED)


def is_part(facts: Facts, lead: Sequence[Passage], *, sold: bool, asked: bool) -> bool:
    """Tell whether ``lead`` is not all of the article: ``sold`` says its data, ``asked`` the page's words."""
    words, told = words_in(lead), claims.told_words(facts)
    suspect = sold or asked or words < _STUB  # some pages count other things as words
    if suspect and told > _TOLD and 2 * sum(count_words(passage.text) for passage in lead) < told:
        return True
    if not (sold or asked):
        return False
    if words < _STUB or (lead and _CUT_OFF.search(lead[-1].text)):
        return True
    return sold and asked and words < _LONG_STUB and claims.holds_back(facts)


def _is_gate(passage: Passage) -> bool:
    """Tell whether ``passage`` asks to pay or to log in."""
    if passage.words > _GATE_WORDS:
        return False
    notice = read_notice(passage.text)
    dense = notice.wall in {Wall.PAY, Wall.LOGIN} and notice.density >= _GATE
    return dense or asks(passage.text)
