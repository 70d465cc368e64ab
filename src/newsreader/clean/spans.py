"""The parts of a passage as spans: white space folded, styles and links as the elements around them say."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from lxml.html import HtmlElement

from newsreader.clean.links import link_address
from newsreader.clean.passages import BREAK
from newsreader.model import Inline, Span, clean_text, inline_text

_Style: TypeAlias = tuple[str | None, bool, bool, bool, bool]
"""Address, strong, emphasis, code, strike: the fields of a span after its text."""

_PLAIN: _Style = (None, False, False, False, False)

_TAGS = {
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), "emphasis"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
    **dict.fromkeys(("s", "del", "strike"), "strike"),
}
_WEIGHT = re.compile(r"font-weight\s*:\s*(?:(normal|[1-5]00)|bold|[6-9]00)", re.IGNORECASE)
_SLANT = re.compile(r"font-style\s*:\s*(?:(normal)|italic|oblique)", re.IGNORECASE)

_RTL_LETTERS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTERS = re.compile(r"[^\W\d_]")
_GAPS = re.compile(r"(^\s+|\s+$)")
_CODE_GAPS = re.compile(r"(^\s+|\s*\n\s*|\s+$)")
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
    """Return ``spans`` as they are kept: white space folded across borders, none at the ends, equal styles joined.

    White space at the ends of a style, and a line break in code, is plain: no style can be seen in it, nor does
    every format have a way to say it.
    """
    done: list[tuple[str, _Style]] = []
    for text, style in _plain_gaps(spans):
        before = done[-1][0][-1] if done else "\n"
        if before in " \n":
            text = text.lstrip(None if before == "\n" else " ")
        if text.startswith("\n") and done and before == " ":
            _trim_end(done, " ")
        if not text:
            continue
        if done and done[-1][1] == style:
            text = done.pop()[0] + text
        done.append((text, style))
    _trim_end(done, None)
    return tuple(Span(text, *style) for text, style in done)


def _plain_gaps(spans: Iterable[Span]) -> list[tuple[str, _Style]]:
    """Return the texts of ``spans`` with their styles; white space at a style's ends has what is left of it."""
    pieces: list[tuple[str, _Style]] = []
    for span in spans:
        style = (span.href, span.strong, span.emphasis, span.code, span.strike)
        parts = [span.text] if style == _PLAIN else (_CODE_GAPS if span.code else _GAPS).split(span.text)
        for part in filter(None, parts):
            if part.isspace() and pieces and pieces[-1][0].isspace():
                before, own = pieces.pop()
                white = "\n" if "\n" in before + part else " "
                pieces.append((white, own if own == style else _shared(own[0], style[0])))
            else:
                pieces.append((part, style))
    styles = [_PLAIN, *(style for _, style in pieces), _PLAIN]
    return [
        (text, _between(text, *styles[at : at + 3]) if text.isspace() else style)
        for at, (text, style) in enumerate(pieces)
    ]


def _between(text: str, before: _Style, own: _Style, after: _Style) -> _Style:
    """Return the style of white space that was of style ``own``: what the texts on both its sides have of it."""
    if before == own == after and not (own[3] and "\n" in text):
        return own
    return _shared(own[0], before[0]) if before[0] == after[0] else _PLAIN


def _shared(href: str | None, other: str | None) -> _Style:
    """Return the style that has nothing but the address ``href``, if it is the ``other`` too."""
    return (href if href == other else None, False, False, False, False)


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
    said: dict[str, bool] = {}
    link: HtmlElement | None = None
    here: HtmlElement | None = elem
    while here is not None:
        if here.tag == "a" and link is None:
            link = here
        if here is block:
            break
        for name, value in _said(here):
            said.setdefault(name, value)
        here = here.getparent()
    if link is None:
        link = next(block.iterancestors("a"), None)
    href = link_address(link.get("href"), base) if link is not None else None
    strong, emphasis, code, struck = (said.get(name, False) for name in ("strong", "emphasis", "code", "strike"))
    return href, strong, emphasis, code, struck


def _said(elem: HtmlElement) -> Iterator[tuple[str, bool]]:
    """Yield what ``elem`` itself says of the style of its text: its ``style`` attribute first, then its tag."""
    if style := elem.get("style"):
        if weight := _WEIGHT.search(style):
            yield "strong", not weight[1]
        if slant := _SLANT.search(style):
            yield "emphasis", not slant[1]
        if "line-through" in style:
            yield "strike", True
    if kind := _TAGS.get(elem.tag):
        yield kind, True
