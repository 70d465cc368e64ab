"""Pictures of a page, with their caption and their credit."""

import re
from dataclasses import replace
from itertools import chain, takewhile

from lxml.html import HtmlElement

from newsreader.clean.passages import Passage, cut
from newsreader.clean.sources import address_of
from newsreader.clean.spans import spans_of, tidy
from newsreader.model import Image, Inline, Span, clean_line, inline_text

_SMALLEST = 3
"""Pixels; what is smaller in both directions counts visits."""

_COUNTER = re.compile(
    r"(?:^|[/._-])(?:pixel|beacon|track(?:ing|er)?|counter|impression|1x1)(?:[/._?-]|$)", re.IGNORECASE
)
_CREDIT = re.compile(r"credit|copyright|photographer|source|rights|agency|byline", re.IGNORECASE)
_CREDIT_LEAD = re.compile(
    r"^(?:photo(?:graph)?|image|picture|credit|foto|bild|quelle|crédit|copyright|©)s?(?: by| credit)?\s*[:|©]?\s*",
    re.IGNORECASE,
)
_CREDIT_END = re.compile(
    r"(?:^|[\[(]|(?<=[.!?…\"”»)])\s+|\n|\s[|–—/-]\s)\s*"
    r"((?:photo(?:graph)?|image|picture|credit|foto|bild|quelle|crédit|copyright)s?"
    r"(?:\s+(?:credit|by|courtesy of)\s+|(?:\s+(?:credit|by))?\s*[:|/©]\s*)|©\s*)"
    r"([^()\[\]\n]{2,80})[\])]?\.?$",
    re.IGNORECASE,
)
"""How a caption ends with whose picture it is."""

_CAPTION = re.compile(r"caption|legend", re.IGNORECASE)
_SIZE = re.compile(r"^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$")


def image_of(elem: HtmlElement, base: str) -> Image | None:
    """Return the picture that ``elem`` (``img``, ``amp-img`` or ``picture``) shows; None for a counting pixel."""
    img = elem if elem.tag != "picture" else elem.find(".//img")
    if img is None:
        return None
    width, height = _size(img.get("width")), _size(img.get("height"))
    if max(width if width is not None else 99, height if height is not None else 99) < _SMALLEST:
        return None
    url = address_of(img, base)
    if url is None or (_COUNTER.search(url) and not img.get("alt")):
        return None
    caption, credit = _caption(img, base)
    alt = clean_line(img.get("alt") or "")
    return Image(url, alt, caption, credit, width or None, height or None)


def _size(value: str | None) -> int | None:
    found = _SIZE.match(value or "")
    return int(found[1]) if found else None


def _caption(img: HtmlElement, base: str) -> tuple[Inline, str]:
    """Return what stands under ``img`` in its figure, and whose picture it is."""
    figure = _figure(img)
    if figure is None or next(figure.iter("img", "amp-img"), img) is not img:  # said once, under the first
        return (), ""
    caption: list[Span] = []
    named: list[str] = []
    for passage in cut(figure):
        if not isinstance(passage, Passage) or not (figure.tag == "figure" or _named(passage, _CAPTION)):
            continue
        credits_ = [part for part in passage.parts if _is_credit(part[1], figure)]
        others = [part for part in passage.parts if not _is_credit(part[1], figure)]
        named.append(inline_text(spans_of(credits_, passage.elem, base)))
        caption += [*spans_of(others, passage.elem, base), Span("\n")]
    credit = _CREDIT_LEAD.sub("", clean_line(" ".join(named)))
    return (tidy(caption), credit) if credit else _without_credit(tidy(caption))


def _without_credit(caption: Inline) -> tuple[Inline, str]:
    """Part from ``caption`` the words at its end that say whose picture it is."""
    if not caption or caption[-1].href or not (found := _CREDIT_END.search(caption[-1].text)):
        return caption, ""
    last = replace(caption[-1], text=caption[-1].text[: found.start()])
    return tidy((*caption[:-1], last)), found[2].strip()


def _figure(img: HtmlElement) -> HtmlElement | None:
    """Return the figure that ``img`` is the picture of, or an element that is named like one."""
    for above, _ in zip(img.iterancestors(), range(6), strict=False):
        if above.tag == "figure":
            return above
        if above.tag in {"div", "span", "p", "dl"} and _CAPTION.search(above.get("class") or ""):
            return above
    return None


def _is_credit(elem: HtmlElement, figure: HtmlElement) -> bool:
    """Tell whether the text in ``elem`` says whose picture it is: an element up to ``figure`` is named so."""
    within = takewhile(lambda above: above is not figure, chain((elem,), elem.iterancestors()))
    return any(_CREDIT.search(each.get("class") or "") for each in within)


def _named(passage: Passage, names: re.Pattern[str]) -> bool:
    """Tell whether the elements right around ``passage`` bear one of ``names``."""
    elem = passage.parts[0][1]
    return any(names.search(e.get("class") or "") for e in (elem, passage.elem))
