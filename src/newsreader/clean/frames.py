"""What the place of a text in the page says about it: the tags above it, and the names that they bear."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from lxml.html import HtmlElement

from newsreader.clean.names import NO_NAMES, Names, read_names

IN_ARTICLE, IN_MAIN, IN_ASIDE, IN_NAV, IN_FOOTER, IN_HEADER, IN_FIGURE, IN_FORM = (1 << n for n in range(8))
IN_LIST, IN_TABLE, IN_QUOTE, IN_PRE, IN_BODY_ITEM, IN_CAPTION, IN_NOTE = (1 << n for n in range(8, 15))
FURNITURE = IN_ASIDE | IN_NAV | IN_FOOTER | IN_HEADER | IN_FORM
_SET_IN_FIGURES = IN_TABLE | IN_QUOTE | IN_PRE
_BESIDE = FURNITURE | IN_FIGURE | IN_CAPTION

_TAG_BITS = {
    "article": IN_ARTICLE, "main": IN_MAIN, "aside": IN_ASIDE, "nav": IN_NAV, "footer": IN_FOOTER,
    "header": IN_HEADER, "figure": IN_FIGURE, "figcaption": IN_FIGURE | IN_CAPTION, "form": IN_FORM, "ul": IN_LIST,
    "ol": IN_LIST, "dl": IN_LIST, "table": IN_TABLE, "blockquote": IN_QUOTE, "pre": IN_PRE,
}  # fmt: skip
_ROLE_BITS = {"navigation": IN_NAV, "complementary": IN_ASIDE, "contentinfo": IN_FOOTER, "main": IN_MAIN}

NOTE = "data-note"
"""The attribute of an element that a mark in the text calls."""


@dataclass(slots=True, eq=False)
class Frame:
    """What stands above a text: one element with its own words, and the frame above it.

    Attributes:
        bits: ``IN_…`` of the element alone; ``names`` what its class and id say.
        above: the frame of the element above, None at the top.
        pre: white space counts in it.
        prose: how many words of prose stand below, once weighed.
        places, chrome, body: over it and all above: the ``IN_…`` bits, how many are named like furniture, how
            many like an article's text; once settled.
    """

    bits: int
    names: Names
    above: "Frame | None"
    pre: bool = False
    prose: float = 0.0
    places: int = 0
    chrome: int = 0
    body: int = 0
    settled: bool = False

    def chain(self) -> Iterator["Frame"]:
        """Yield this frame and those above it."""
        frame: Frame | None = self
        while frame is not None:
            yield frame
            frame = frame.above


def settle(frames: Iterable[Frame], total: float, common: frozenset[str] = frozenset()) -> None:
    """Fill in ``places``, ``chrome`` and ``body`` of ``frames`` and all above them.

    What surrounds most of a page's prose, ``total`` words, is no furniture whatever its tag; the names of
    furniture that are ``common`` to most of it say nothing.
    """
    for frame in frames:
        waiting = list(takewhile(lambda each: not each.settled, frame.chain()))
        for each in reversed(waiting):
            above = each.above
            each.names = each.names.without(common)
            if total and 2 * each.prose >= total and not each.names.replies:
                each.bits &= ~_BESIDE
            each.places = each.bits | _told_above(each, above)
            each.chrome = each.names.chrome + (above.chrome if above else 0)
            each.body = each.names.body + (above.body if above else 0)
            each.settled = True


def _told_above(frame: Frame, above: Frame | None) -> int:
    """Return what the places above ``frame`` say of it: a table, a quote or code in a figure is no caption."""
    places = above.places if above else 0
    return places & ~IN_FIGURE if frame.bits & _SET_IN_FIGURES else places


def frame_of(elem: HtmlElement, above: Frame | None) -> Frame:
    """Return the frame of ``elem`` below an element whose frame is ``above``."""
    get = elem.get
    tag = elem.tag
    text = f"{get('class') or ''} {get('id') or ''}"
    names = read_names(text) if text != " " and tag not in ("html", "body") else NO_NAMES
    bits = _TAG_BITS.get(tag, 0)
    if "articleBody" in (get("itemprop") or ""):
        bits |= IN_BODY_ITEM
    if get(NOTE) is not None:
        bits |= IN_NOTE
    role = get("role")
    if role:
        bits |= _ROLE_BITS.get(role, 0)
    return Frame(bits, names, above, pre=tag == "pre" or (above is not None and above.pre))
