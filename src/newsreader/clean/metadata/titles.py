"""The headline as the reader of the page sees it."""

import re

from lxml.html import HtmlElement

from newsreader.clean.metadata.facts import Facts
from newsreader.clean.metadata.json_ld import texts
from newsreader.clean.metadata.publication import find_site
from newsreader.clean.passages import squeeze
from newsreader.model import clean_line

_SEPARATOR = re.compile(r"\s+[|\-–—·•»«›:/]+\s+|\s*[|»]\s*")
_CRUMB = re.compile(r"breadcrumb", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 2
_AGREEING = 0.5
"""Share of the words of one title found in another from which both are tellings of one headline."""


def find_title(facts: Facts) -> str:
    """Return the headline of the page as one line, or an empty string.

    A heading that agrees with what the page says elsewhere is what the reader sees, but for one that only
    repeats the document's title, which is written for search engines, while the editors' own is in OpenGraph;
    else what the page says to others (OpenGraph, JSON-LD), then the document's title without the site's name.
    """
    site = find_site(facts)
    social = without_site(facts.meta("og:title"), site)
    document = without_site(facts.document_title, site)
    told = [title for title in (social, *map(clean_line, texts(facts.article.get("headline"))), document) if title]
    names = {squeeze(site), *map(squeeze, _SEPARATOR.split(facts.document_title)[1:])}  # an h1 may be the logo
    headings = [text for heading in facts.root.iter("h1") if squeeze(text := _heading(heading)) not in names]
    agreeing = [(max((_agreement(text, title) for title in told), default=0.0), text) for text in headings]
    score, heading = max(agreeing, key=lambda pair: pair[0], default=(0.0, ""))
    repeated = bool(facts.article and social) and squeeze(heading) == squeeze(document) != squeeze(social)
    if score >= _AGREEING and not repeated:
        return heading
    if told:
        return told[0]
    seen = next((text for text in headings if text), "")
    return seen or without_site(facts.meta("twitter:title", "dc.title", "title"), site)


def _heading(elem: HtmlElement) -> str:
    """Return the text of a heading as one line, empty for one that is a crumb of the way to the page."""
    return "" if _CRUMB.search(elem.get("class") or "") else clean_line(" ".join(elem.itertext()))


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
    return bool(key) and (key in name or name in key) and len(key) <= 2 * len(name) + 10


def _agreement(one: str, other: str) -> float:
    """Return how much of the shorter of two titles is in the other, 0 to 1; 0 when either is too short to tell."""
    a, b = set(_WORD.findall(one.lower())), set(_WORD.findall(other.lower()))
    if min(len(a), len(b)) < _FEWEST_WORDS:
        return 1.0 if a and a == b else 0.0
    return len(a & b) / min(len(a), len(b)) * (0.9 + 0.1 * min(len(a), len(b)) / max(len(a), len(b)))
