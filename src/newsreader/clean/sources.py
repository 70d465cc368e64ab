"""Which address of a picture to fetch: behind lazy loading, of many sizes."""

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from newsreader.clean.links import picture_address

_WIDE_ENOUGH = 1600
"""Pixels of the widest picture worth fetching for a terminal."""

_LAZY = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "data-img-src", "data-hi-res-src")
_LAZY_SETS = ("data-srcset", "data-lazy-srcset")
_PLACEHOLDER = re.compile(
    r"^data:|(?:^|[/_.-])(?:blank|placeholder|spacer|transparent|pixel|grey|loading|lazy)[\w-]*\.(?:gif|png|svg|jpe?g)",
    re.IGNORECASE,
)
_CANDIDATE = re.compile(r"[\s,]*([^\s,]\S*?)(?:,(?=[\s,]|$)|\s+([^,]*)(?:,|$)|$)")
"""An address, which may hold commas, and its descriptor: HTML, 4.8.4.2."""

_DESCRIPTOR = re.compile(r"^\s*(\d+(?:\.\d+)?)([wx])")


def address_of(img: HtmlElement, base: str) -> str | None:
    """Return the address of the picture that a browser would end up showing, not too large."""
    for name in _LAZY:
        if url := picture_address(img.get(name), base):
            return _wider(img, url, base)
    if url := _from_sets(img, _LAZY_SETS, base):
        return url
    src = img.get("src") or ""
    if src and not _PLACEHOLDER.search(src) and (url := picture_address(src, base)):
        return _wider(img, url, base)
    return _from_sets(img, ("srcset",), base)


def _from_sets(img: HtmlElement, names: Sequence[str], base: str) -> str | None:
    """Return the best address in the sets of ``img`` and of the sources beside it."""
    picture = next(img.iterancestors("picture"), None)  # libxml2 nests what follows a source in it
    sources = list(picture.iter("source")) if picture is not None else []
    sets = (elem.get(name) for elem in (img, *sources) for name in names)
    return next((url for each in sets if each and (url := picture_address(_best(_in_set(each)), base))), None)


def _wider(img: HtmlElement, url: str, base: str) -> str:
    """Return ``url``, or the best of the set of ``img`` where the page says that it is the same picture."""
    found = _in_set(img.get("srcset") or "")
    same = len(found) > 1 and any(picture_address(each, base) == url for _, each in found)
    return (same and picture_address(_best(found), base)) or url


def _in_set(srcset: str) -> list[tuple[float, str]]:
    """Return the pictures of ``srcset`` with their widths in pixels, or what comes near it, the narrowest first."""
    found: list[tuple[float, str]] = []
    for url, descriptor in _CANDIDATE.findall(srcset[:20_000]):
        size = _DESCRIPTOR.match(descriptor)
        found.append((float(size[1]) * (1 if size[2] == "w" else 800) if size else 0.0, url))
    return sorted(found)


def _best(found: Sequence[tuple[float, str]]) -> str:
    """Return the widest of ``found`` that is not too wide; the narrowest when all are."""
    fitting = [url for width, url in found if width <= _WIDE_ENOUGH]
    return fitting[-1] if fitting else found[0][1] if found else ""
