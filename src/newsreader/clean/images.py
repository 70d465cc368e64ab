"""Pictures and embedded films of a page: their true address behind lazy loading, their caption, their credit."""

import re
from itertools import chain, takewhile

from lxml.html import HtmlElement

from newsreader.clean.links import link_address, picture_address
from newsreader.clean.passages import Passage, cut
from newsreader.clean.spans import spans_of, tidy
from newsreader.model import Image, Inline, Paragraph, Span, clean_line, inline_text, shown_host

_WIDE_ENOUGH = 1600
"""Pixels of the widest picture worth fetching for a terminal."""

_SMALLEST = 3
"""Pixels; what is smaller in both directions counts visits."""

_LAZY = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "data-img-src", "data-hi-res-src")
_LAZY_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_PLACEHOLDER = re.compile(
    r"^data:|(?:^|[/_.-])(?:blank|placeholder|spacer|transparent|pixel|grey|loading|lazy)[\w-]*\.(?:gif|png|svg|jpe?g)",
    re.IGNORECASE,
)
_COUNTER = re.compile(
    r"(?:^|[/._-])(?:pixel|beacon|track(?:ing|er)?|counter|impression|1x1)(?:[/._?-]|$)", re.IGNORECASE
)
_CREDIT = re.compile(r"credit|copyright|photographer|source|rights|agency|byline", re.IGNORECASE)
_CREDIT_LEAD = re.compile(
    r"^(?:photo(?:graph)?|image|picture|credit|foto|bild|quelle|crédit|copyright|©)s?(?: by| credit)?\s*[:|©]?\s*",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"caption|legend", re.IGNORECASE)
_SIZE = re.compile(r"^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$")
_CANDIDATE = re.compile(r"(\S*[^,\s])(?:\s+([\d.]+)([wx]))?\s*(?:,\s+|,?$)")


def image_of(elem: HtmlElement, base: str) -> Image | None:
    """Return the picture that ``elem`` (``img``, ``amp-img`` or ``picture``) shows; None for a counting pixel."""
    img = elem if elem.tag != "picture" else elem.find(".//img")
    if img is None:
        return None
    width, height = _size(img.get("width")), _size(img.get("height"))
    if max(width if width is not None else 99, height if height is not None else 99) < _SMALLEST:
        return None
    url = _address(img, base)
    if url is None or (_COUNTER.search(url) and not img.get("alt")):
        return None
    caption, credit = _caption(img, base)
    alt = clean_line(img.get("alt") or "")
    return Image(url, alt, caption, credit, width or None, height or None)


def embed_of(elem: HtmlElement, base: str) -> Paragraph | None:
    """Return the film or frame that ``elem`` embeds as a paragraph with one link, or None without an address."""
    source = elem.find("source")
    candidates = (elem.get("src"), elem.get("data-src"), source.get("src") if source is not None else None)
    url = next((url for url in (link_address(c, base) for c in candidates) if url), None)
    if url is None or elem.get("width") in {"0", "1"} or elem.get("height") in {"0", "1"}:
        return None
    name = clean_line(elem.get("title") or elem.get("aria-label") or "")
    return Paragraph((Span(name or shown_host(url), href=url),))


def _size(value: str | None) -> int | None:
    found = _SIZE.match(value or "")
    return int(found[1]) if found else None


def _address(img: HtmlElement, base: str) -> str | None:
    """Return the address of the picture that a browser would end up showing, not too large."""
    picture = next(img.iterancestors("picture"), None)  # libxml2 nests what follows a source in it
    sources = list(picture.iter("source")) if picture is not None else []
    for name in _LAZY:
        if url := picture_address(img.get(name), base):
            return url
    src = img.get("src") or ""
    if src and not _PLACEHOLDER.search(src) and (url := picture_address(src, base)):
        return url
    for elem in (img, *sources):
        for name in _LAZY_SETS:
            if url := picture_address(_from_set(elem.get(name) or ""), base):
                return url
    return None


def _from_set(srcset: str) -> str:
    """Return the widest picture of ``srcset`` that is not too wide; the narrowest when all are."""
    found = [
        (float(number) * (1 if unit == "w" else 800) if number.replace(".", "", 1).isdigit() else 0.0, url)
        for url, number, unit in _CANDIDATE.findall(srcset[:20_000])
    ]
    found.sort()
    fitting = [candidate for candidate in found if candidate[0] <= _WIDE_ENOUGH]
    if fitting:
        return str(fitting[-1][1])
    return str(found[0][1]) if found else ""


def _caption(img: HtmlElement, base: str) -> tuple[Inline, str]:
    """Return what stands under ``img`` in its figure, and whose picture it is."""
    figure = _figure(img)
    if figure is None:
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
    return tidy(caption), _CREDIT_LEAD.sub("", clean_line(" ".join(named)))


def _figure(img: HtmlElement) -> HtmlElement | None:
    """Return the figure that ``img`` is the picture of, or an element that is named like one."""
    for above, _ in zip(img.iterancestors(), range(6), strict=False):
        if above.tag == "figure":
            return above
        if above.tag in {"div", "span", "p"} and _CAPTION.search(above.get("class") or ""):
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
