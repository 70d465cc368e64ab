"""The verdict on a page: by what its data claims, how much of its own it says, and in which words."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from newsreader.clean.body import Body
from newsreader.clean.metadata import Facts
from newsreader.clean.passages import Passage, cut, word_count, words_in
from newsreader.clean.status import claims, stubs
from newsreader.clean.status.notices import Notice, notice_of, read_notice
from newsreader.clean.status.teasers import find_teasers
from newsreader.clean.status.titles import is_legal, wall_in_title
from newsreader.model import ArticleStatus, Wall, clean_line

_SHORT = 130
"""Words below which a text may be a notice and nothing else."""

_DENSE = ((40, 0.04, 0.10), (60, 0.10, 0.10), (_SHORT, 0.12, 0.13), (700, 0.14, 0.18))
"""Words below which a text is a notice from a density on, the second where the page's data claims an article.

Of the real texts measured those below 130 words reach 0.05, longer ones 0.12. The longest notices list everybody
who wants the reader's data.
"""

_LONG = 300
"""Words from which a text is that of an article when the page's data claims one, and titles say nothing."""

_TITLED_DENSE = 0.05
"""Density from which a title that says so is believed where the text is longer or its data claims an article."""

_HARDLY, _FLASH = 40, 25
"""Words of its own that a page must show; the second when its data claims an article, for news can be short."""

_LITTLE = 3
"""How many times that the page shows when it is a shell around it."""

_NO_TEXT = frozenset({"aside", "footer", "nav", "figcaption"})
_DATA = re.compile(r'^\s*[\[{]\s*["{]')
"""The start of JSON that was answered in place of a page."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a page is, and when it is a wall, of which kind."""

    status: ArticleStatus
    wall: Wall | None = None


def judge(facts: Facts, title: str, body: Body, *, leads_on: bool = False) -> Verdict:
    """Return what the page of ``facts``, whose tree is pruned by now, is, given its headline and body.

    It is a wall when the words of walls are nearly all that it says, or when it says hardly anything: an
    article about cookies is none. ``leads_on`` tells that it sends its visitor on to another page.
    """
    found: Sequence[Passage] = [piece for piece in body.pieces if isinstance(piece, Passage)]
    claimed, sold = claims.is_article(facts), claims.is_sold(facts)
    asked = stubs.asks_to_pay(found, body.page_text)
    own = found
    above: Sequence[Passage] = ()
    if not claimed or words_in(found) < _LONG:
        own, above = _own(found, facts.root, claimed=claimed)
    lead = own
    if claimed and (sold or asked or words_in(own) < _LONG):
        lead = stubs.opening(own, above)
    gated = len(lead) < len(own) and words_in(lead) >= stubs.LEAD
    if not gated:
        wall = _wall(facts, title, body, own, claimed=claimed)
        if leads_on and words_in(own) < _HARDLY:
            wall = wall or Wall.EMPTY
        if wall:
            return Verdict(ArticleStatus.WALL, wall)
    asked = asked or gated
    if (sold or asked) and stubs.is_offer(lead, sold=sold or gated):
        return Verdict(ArticleStatus.WALL, Wall.PAY)
    part = stubs.is_part(facts, lead, sold=sold, asked=asked)
    return Verdict(ArticleStatus.PARTIAL if part else ArticleStatus.FULL)


def _own(
    found: Sequence[Passage], root: HtmlElement, *, claimed: bool
) -> tuple[Sequence[Passage], Sequence[Passage]]:
    """Return what of ``found`` is text of the page's own, and the few passages of the page above it.

    No furniture is, nor a caption, nor a teaser of another story. A few of them are no reason to doubt what the
    page's data claims.
    """
    shown = [piece for piece in cut(root) if isinstance(piece, Passage)]
    teasers = set(map(_place, find_teasers(shown)))
    own = [
        passage
        for passage in found
        if _place(passage) not in teasers
        and not any(above.tag in _NO_TEXT for above in (passage.elem, *passage.elem.iterancestors()))
    ]
    kept = found if claimed and 2 * words_in(own) >= words_in(found) else own
    first = list(map(_place, shown)).index(_place(kept[0])) if kept else 0
    return kept, shown[max(0, first - stubs.HEAD) : first]


def _place(passage: Passage) -> tuple[HtmlElement, str]:
    """Return what tells a passage from all others of its page, however often the page was cut."""
    return passage.elem, passage.text


def _wall(facts: Facts, title: str, body: Body, own: Sequence[Passage], *, claimed: bool) -> Wall | None:
    """Return what kind of wall the page is, whose text of its own is ``own``, or None."""
    words = words_in(own)
    if words >= _DENSE[-1][0]:
        return None
    titled = wall_in_title([title, facts.document_title, *_headings(facts.root)])
    notice = notice_of(own) if own else read_notice(body.page_text)
    believed = not claimed or notice.density >= _TITLED_DENSE
    if believed and is_legal([title, facts.document_title]):
        return Wall.CONSENT
    if titled and believed and (words < _SHORT or (words < _LONG and notice.density >= _TITLED_DENSE)):
        return titled
    if _is_notice(words, notice, claimed=claimed):
        return notice.wall
    if words < _SHORT and own and _DATA.match(own[0].text):
        return Wall.ERROR
    if _said(own, body.page_text) < (_FLASH if claimed else _HARDLY):
        return _hardly(facts, body, own, claimed=claimed)
    return None


def _hardly(facts: Facts, body: Body, own: Sequence[Passage], *, claimed: bool) -> Wall | None:
    """Return what a page is that says hardly anything of its own; None when it says nothing else either."""
    words = words_in(own)
    found = sum(isinstance(piece, Passage) for piece in body.pieces)
    if found > len(own):
        return Wall.LIST
    little = claimed or not own or _LITTLE * words <= word_count(body.page_text)
    return Wall.EMPTY if little or claims.is_played(facts) else None


def _said(own: Sequence[Passage], page_text: str) -> int:
    """Return the words of ``own``, those of a line as often as the page has it: it is kept once only."""
    lines = Counter(page_text.splitlines())
    return sum(passage.words * max(1, lines[passage.text]) for passage in own)


def _is_notice(words: int, notice: Notice, *, claimed: bool) -> bool:
    """Tell whether a text of ``words`` words speaks densely enough as ``notice`` does."""
    steps = (beside if claimed else alone for below, alone, beside in _DENSE if words < below)
    return notice.density >= next(steps, 1.0)


def _headings(root: HtmlElement) -> Iterator[str]:
    """Yield the page's first headings of the first two levels."""
    for tag in ("h1", "h2"):
        heading = next(root.iter(tag), None)
        if heading is not None:
            yield clean_line(heading.text_content())
