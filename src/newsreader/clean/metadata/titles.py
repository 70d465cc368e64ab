"""The headline as the reader of the page sees it."""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import islice

from lxml.html import HtmlElement

from newsreader.clean.metadata.facts import Facts
from newsreader.clean.metadata.json_ld import texts
from newsreader.clean.metadata.publication import find_site
from newsreader.clean.passages import squeeze
from newsreader.model import clean_line

_SEPARATOR = re.compile(r"\s+[|\-–—·•»«›:/]+\s+|\s*[|»]\s*")
_CRUMB = re.compile(r"breadcrumb", re.IGNORECASE)
_HEAD = re.compile(r"head|title|ttl", re.IGNORECASE)
_NO_HEADLINE = frozenset({"nav", "li", "footer", "aside"})
"""What no headline stands in: the way to a page, which may end in a title for search engines, or a box."""

_ANCHORS = " ¶#§"
"""Signs at the end of a heading that link to it."""

_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 2
_LONGEST = 250
"""Characters of the longest headline; what is longer is a text set in a heading."""

_AGREEING = 0.5
"""Share of the words of one title found in another from which both are tellings of one headline."""

_AGREEING_WITHOUT_DATA = 0.35
"""The same where no JSON-LD gives the headline: what is left was all written for networks and search engines."""

_OTHERS = ("twitter:title", "dc.title", "dc:title", "dcterms.title", "parsely-title", "sailthru.title", "title")


def find_title(facts: Facts) -> str:
    """Return the headline of the page as one line, or an empty string.

    A heading that agrees with what the page says elsewhere is what the reader sees, but for one that only
    repeats the document's title, which is written for search engines, while OpenGraph and JSON-LD agree on
    another; else what the page says to others (OpenGraph, JSON-LD), then the document's title without the
    site's name.
    """
    site = find_site(facts)
    social = without_site(facts.meta("og:title"), site)
    document = without_site(facts.document_title, site)
    data = [clean_line(unescape(text)) for text in texts(facts.article.get("headline"))]
    given = [title for title in (social, *data) if title and squeeze(title) != squeeze(site)]
    told = [title for title in (*(given or [without_site(facts.meta(*_OTHERS), site)]), document) if title]
    names = _names(site, facts.document_title, given)
    headings = [text for text in _first_headings(facts.root) if squeeze(text) not in names]
    score, heading = max(((_agreement_with(told, text), text) for text in headings), default=(0.0, ""), key=_score)
    editors = social if squeeze(social) in map(squeeze, data) else ""
    if score < (_AGREEING if data else _AGREEING_WITHOUT_DATA):
        return _second_heading(facts.root, told) or next(iter(told), next(iter(headings), ""))
    if editors and squeeze(heading) == squeeze(document) != squeeze(social):
        return editors
    return _as_told(_with_kicker(heading, editors) or _without_kicker(heading, told), told)


def _names(site: str, document: str, told: Sequence[str]) -> set[str]:
    """Return, squeezed, what an h1 that is the logo may say: the site's name, and what the document's title adds.

    It adds what stands behind a separator, and what is left without the headline as it is told elsewhere.
    """
    whole = squeeze(document)
    rests = [whole.replace(key, "", 1) for title in told if (key := squeeze(title)) and key in whole]
    return {squeeze(site), *map(squeeze, _SEPARATOR.split(document)[1:]), *rests}


def _first_headings(root: HtmlElement) -> Iterator[str]:
    """Yield the texts of the headings that may be the headline."""
    for elem in root.iter("h1"):
        if not _NO_HEADLINE.intersection(above.tag for above in elem.iterancestors()) and (text := _heading(elem)):
            yield text


def _second_heading(root: HtmlElement, told: Sequence[str]) -> str:
    """Return that of ``told`` which a second heading says, the headline where the h1 is a crumb; or nothing."""
    for elem in root.iter("h2"):
        near = (elem, *islice(elem.iterancestors(), 2))
        if any(each.tag in {"header", "hgroup"} or _HEAD.search(each.get("class") or "") for each in near):
            key = squeeze(_heading(elem))
            for title in told:
                if _ends_with(key, title):
                    return title
    return ""


def _as_told(heading: str, told: Sequence[str]) -> str:
    """Return ``heading`` with its words parted as one of ``told`` parts them: elements inside a word part none."""
    key, words = squeeze(heading), _WORD.findall(heading)
    same = [title for title in told if squeeze(title) == key]
    return heading if not same or words in map(_WORD.findall, same) else same[0]


def _with_kicker(heading: str, editors: str) -> str:
    """Return ``editors``, the headline as they tell it everywhere, when it is ``heading`` and words before it."""
    return editors if _ends_with(squeeze(editors), heading) else ""


def _without_kicker(heading: str, told: Sequence[str]) -> str:
    """Return ``heading`` without words before it, when one of ``told`` says it without them."""
    key = squeeze(heading)
    return next((title for title in told if key != squeeze(title) and _ends_with(key, title)), heading)


def _ends_with(key: str, title: str) -> bool:
    """Tell whether ``key``, which is squeezed, is ``title`` or ends with it."""
    end = squeeze(title)
    return bool(end) and key.endswith(end)


def _heading(elem: HtmlElement) -> str:
    """Return the text of a heading as one line, empty for one that is a crumb of the way to the page."""
    if _CRUMB.search(elem.get("class") or ""):
        return ""
    text = clean_line(" ".join(elem.itertext()))
    return text.rstrip(_ANCHORS) if len(text) <= _LONGEST else ""


def without_site(title: str, site: str) -> str:
    """Return ``title`` without the name of the publication at its end or start."""
    pieces = _SEPARATOR.split(title)
    if len(pieces) < _FEWEST_WORDS:
        return title
    name = squeeze(site)
    last, first = title.rfind(pieces[-1]), pieces[0]
    if name and _is_name(pieces[-1], name):
        return _SEPARATOR.sub("", title[:last], 0) if len(pieces) == _FEWEST_WORDS else _cut_end(title, last)
    if name and _is_name(first, name):
        return title[title.find(pieces[1], len(first)) :]
    return title


def _cut_end(title: str, last: int) -> str:
    """Return ``title`` up to the separator before ``last``."""
    return title[:last].rstrip(" |-–—·•»«›:/")


def _is_name(piece: str, name: str) -> bool:
    """Tell whether ``piece`` of a title is the site's ``name``, or one holds the other."""
    key = squeeze(piece)
    return bool(key) and (key in name or (name in key and len(key) <= 1.5 * len(name) + 5))


def _score(found: tuple[float, str]) -> float:
    return found[0]


def _agreement_with(told: Sequence[str], heading: str) -> float:
    """Return how well ``heading`` agrees with the one of ``told`` that it is most like."""
    return max((_agreement(heading, title) for title in told), default=0.0)


def _agreement(one: str, other: str) -> float:
    """Return how much of the shorter of two titles is in the other, 0 to 1; 0 when either is too short to tell."""
    a, b = set(_WORD.findall(one.lower())), set(_WORD.findall(other.lower()))
    if min(len(a), len(b)) < _FEWEST_WORDS:
        return 1.0 if a and a == b else 0.0
    return len(a & b) / min(len(a), len(b)) * (0.9 + 0.1 * min(len(a), len(b)) / max(len(a), len(b)))
