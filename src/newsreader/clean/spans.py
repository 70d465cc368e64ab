"""The parts of a passage as spans: white space folded, styles and links as the elements around them say."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from newsreader.clean.links import link_address
from newsreader.clean.passages import BREAK
from newsreader.model import Inline, Span, clean_text, inline_text

_PLAIN = Span("")
_STRONG = frozenset({"b", "strong"})
_EMPHASIS = frozenset({"em", "i", "cite", "dfn", "var"})
_CODE = frozenset({"code", "kbd", "samp", "tt"})
_STRUCK = frozenset({"s", "del", "strike"})

_RTL_LETTERS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTERS = re.compile(r"[^\W\d_]")
_SPACES = re.compile(r"\s+")


def spans_of(parts: Sequence[tuple[str, HtmlElement]], block: HtmlElement, base: str) -> Inline:
    """Return ``parts``, which stand below ``block``, as spans; neighbours of one style are one span."""
    styles: dict[HtmlElement, Span] = {}
    spans: list[Span] = []
    for text, elem in parts:
        if elem not in styles:
            styles[elem] = _style(elem, block, base)
        text = "\n" if text == BREAK else _SPACES.sub(" ", clean_text(text))
        if text:
            spans.append(replace(styles[elem], text=text))
    return tidy(spans)


def tidy(spans: Iterable[Span]) -> Inline:
    """Return ``spans`` with white space folded across their borders, none at the ends, and equal styles joined."""
    done: list[Span] = []
    for span in spans:
        text = span.text
        before = done[-1].text[-1] if done else "\n"
        if before in " \n":
            text = text.lstrip(" ") if text != "\n" or done else ""
        if text.startswith("\n") and done and before == " ":
            _trim_last(done)
        if not text:
            continue
        if done and replace(done[-1], text="") == replace(span, text=""):
            done[-1] = replace(span, text=done[-1].text + text)
        else:
            done.append(replace(span, text=text))
    while done and not (last := done[-1].text.rstrip()):
        done.pop()
    if done:
        done[-1] = replace(done[-1], text=last)
    return tuple(done)


def _trim_last(spans: list[Span]) -> None:
    """Take the white space off the end of ``spans``."""
    while spans:
        text = spans[-1].text.rstrip(" ")
        if text:
            spans[-1] = replace(spans[-1], text=text)
            return
        spans.pop()


def is_rtl(spans: Inline) -> bool:
    """Tell whether most letters of ``spans`` run from right to left."""
    text = inline_text(spans)
    if text.isascii():
        return False
    return 2 * len(_RTL_LETTERS.findall(text)) > len(_LETTERS.findall(text))


def _style(elem: HtmlElement, block: HtmlElement, base: str) -> Span:
    """Return an empty span in the style of ``elem``, which is ``block`` or stands in it."""
    style = _PLAIN
    here: HtmlElement | None = elem
    while here is not None:
        tag = here.tag
        if tag == "a" and style.href is None:
            style = replace(style, href=link_address(here.get("href"), base))
        elif here is block:
            break
        elif tag in _STRONG:
            style = replace(style, strong=True)
        elif tag in _EMPHASIS:
            style = replace(style, emphasis=True)
        elif tag in _CODE:
            style = replace(style, code=True)
        elif tag in _STRUCK:
            style = replace(style, strike=True)
        here = here.getparent()
    return _link_around(style, block, base)


def _link_around(style: Span, block: HtmlElement, base: str) -> Span:
    """Return ``style`` with the link that a whole block stands in, if one does."""
    if style.href is not None:
        return style
    around = next(block.iterancestors("a"), None)
    return style if around is None else replace(style, href=link_address(around.get("href"), base))
