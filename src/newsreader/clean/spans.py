"""The parts of a passage as spans: white space folded, styles and links as the elements around them say."""

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from lxml.html import HtmlElement

from newsreader.clean.links import link_address
from newsreader.clean.passages import BREAK
from newsreader.model import Inline, Span, clean_text, inline_text

_Style: TypeAlias = tuple[str | None, bool, bool, bool, bool]
"""Address, strong, emphasis, code, strike: the fields of a span after its text."""

_STRONG = frozenset({"b", "strong"})
_EMPHASIS = frozenset({"em", "i", "cite", "dfn", "var"})
_CODE = frozenset({"code", "kbd", "samp", "tt"})
_STRUCK = frozenset({"s", "del", "strike"})

_RTL_LETTERS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTERS = re.compile(r"[^\W\d_]")
_SPACES = re.compile(r"\s+")


def spans_of(parts: Sequence[tuple[str, HtmlElement]], block: HtmlElement, base: str) -> Inline:
    """Return ``parts``, which stand below ``block``, as spans; neighbours of one style are one span."""
    styles: dict[HtmlElement, _Style] = {}
    spans: list[Span] = []
    for text, elem in parts:
        if elem not in styles:
            styles[elem] = _style(elem, block, base)
        text = "\n" if text == BREAK else _SPACES.sub(" ", clean_text(text))
        if text:
            spans.append(Span(text, *styles[elem]))
    return tidy(spans)


def tidy(spans: Iterable[Span]) -> Inline:
    """Return ``spans`` with white space folded across their borders, none at the ends, and equal styles joined."""
    done: list[tuple[str, _Style]] = []
    for span in spans:
        text = span.text
        before = done[-1][0][-1] if done else "\n"
        if before in " \n":
            text = text.lstrip(" ") if text != "\n" or done else ""
        if text.startswith("\n") and done and before == " ":
            _trim_end(done, " ")
        if not text:
            continue
        style = (span.href, span.strong, span.emphasis, span.code, span.strike)
        if done and done[-1][1] == style:
            text = done.pop()[0] + text
        done.append((text, style))
    _trim_end(done, None)
    return tuple(Span(text, *style) for text, style in done)


def _trim_end(spans: "list[tuple[str, _Style]]", white: str | None) -> None:
    """Take ``white`` (None for all white space) off the end of ``spans``."""
    while spans:
        text, style = spans.pop()
        if text := text.rstrip(white):
            spans.append((text, style))
            return


def is_rtl(spans: Inline) -> bool:
    """Tell whether most letters of ``spans`` run from right to left."""
    text = inline_text(spans)
    if text.isascii():
        return False
    return 2 * len(_RTL_LETTERS.findall(text)) > len(_LETTERS.findall(text))


def _style(elem: HtmlElement, block: HtmlElement, base: str) -> _Style:
    """Return the style of text in ``elem``, which is ``block`` or stands in it."""
    tags: set[str] = set()
    link: HtmlElement | None = None
    here: HtmlElement | None = elem
    while here is not None:
        if here.tag == "a" and link is None:
            link = here
        if here is block:
            break
        tags.add(here.tag)
        here = here.getparent()
    if link is None:
        link = next(block.iterancestors("a"), None)
    href = link_address(link.get("href"), base) if link is not None else None
    strong, emphasis, code, struck = (not tags.isdisjoint(kind) for kind in (_STRONG, _EMPHASIS, _CODE, _STRUCK))
    return href, strong, emphasis, code, struck
