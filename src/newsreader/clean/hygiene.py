"""What a page must go through before its tree may be trusted: text scrubbed, parsed, and mended."""

import re
from typing import cast

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from newsreader.clean.embeds import EMBEDDED_POST, settle_embeds
from newsreader.clean.figures import open_figures
from newsreader.clean.lazy import fill_lazy_images
from newsreader.clean.marks import write_marks
from newsreader.clean.maths import write_maths
from newsreader.model import CleanError

LARGEST = 5_000_000
"""Bytes of a page that we read; a larger one holds the parser for tens of seconds."""

_LONGEST_TAG = 50_000
"""Characters of a tag whose attributes are kept: libxml2 copies long values many times over."""

_MOST_ATTRIBUTES = 1_000
"""Attributes of a tag that are kept: libxml2 compares each with all before it, 20,000 take a second."""

_CONTROLS = bytes({*range(0x20), 0x7F} - {0x09, 0x0A, 0x0D})
_NO_CHARACTERS = ("\ufffe".encode(), "\uffff".encode())
"""What a tree takes from its parser and from nobody else: text with it could not be moved."""

_UNREAD = ("script", "style", "noscript", "template", "svg", "math", "head", "link", "meta", "object", "select")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_POST = re.compile(r"twitter|tweet|instagram|tiktok|bluesky|mastodon", re.IGNORECASE)

_ONE_CLASS = etree.ElementDefaultClassLookup(element=HtmlElement)
"""All elements are of one class: lxml.html asks a function about each, again and again."""

_FOLDED = 2
"""Paragraphs of the kind before it that make a hidden element the rest of a text."""

_MANY_BREAKS = 200
_BREAKS = re.compile(r"(?:<br[ /]*>\s*){3,}", re.IGNORECASE)
_END = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
"""Ends of the page; where one stands too early, browsers go on, libxml2 does not."""

_BODY = re.compile(r"<body\b", re.IGNORECASE)
_YOUNG = re.compile(r"<(?:article|aside|figure|footer|header|hgroup|main|nav|search|section)\b", re.IGNORECASE)

_ATTRIBUTE = re.compile(r"[\s/\"'][^\s/\"'<>=]")
_TAG_START = re.compile(r"<[A-Za-z][\w:-]*")
_NESTING = re.compile(
    r"</?(?!(?:p|br|hr|h[1-6]|a|img|pre|title|meta|link|script|style)\b)[a-z][^<>]*>", re.IGNORECASE
)


def parse_page(text: str) -> HtmlElement:
    """Return the tree of ``text``, mended; raise CleanError when there is none.

    libxml2 gives up below 256 levels and loses the text there without a word: such a page is parsed again
    with a break in place of every element that may nest.
    """
    text = _with_body(_scrub(text))
    root, lost = _parse(text)
    if lost:
        root, _ = _parse(_NESTING.sub("<br><br>", text))
    if root is None:
        raise CleanError("the page is empty")
    _show_streamed(root)
    fill_lazy_images(root)
    return root


def _scrub(text: str) -> str:
    """Return ``text`` without ends of the page and attribute bombs, and with piles of breaks folded."""
    if text.count("<br") + text.count("<BR") > _MANY_BREAKS:
        text = _BREAKS.sub("<br><br>", text)
    pieces = _END.sub("", text).split(">")
    for i, piece in enumerate(pieces):
        if len(piece) > _MOST_ATTRIBUTES:
            pieces[i] = _defuse(piece)
    return ">".join(pieces)


def _with_body(text: str) -> str:
    """Return ``text`` with a body where it names none: libxml2 leaves elements younger than itself in the head."""
    if _BODY.search(text):
        return text
    return _YOUNG.sub(r"<body>\g<0>", text, count=1)


def _defuse(piece: str) -> str:
    """Return ``piece``, the source up to some tag's end, with that tag stripped bare if it is a bomb."""
    at = piece.rfind("<")
    tag = _TAG_START.match(piece, at) if at >= 0 else None
    if tag is None or len(piece) - at <= _MOST_ATTRIBUTES:
        return piece
    if len(piece) - at <= _LONGEST_TAG and len(_ATTRIBUTE.findall(piece, at)) <= _MOST_ATTRIBUTES:
        return piece
    return piece[: tag.end()]


def _parse(text: str) -> tuple[HtmlElement | None, bool]:
    """Return the root (None for nothing) and whether libxml2 lost what was nested too deep."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    parser.set_element_class_lookup(_ONE_CLASS)
    source = text.encode("utf-8", "replace").translate(None, _CONTROLS)
    for nothing in _NO_CHARACTERS:
        source = source.replace(nothing, b"")
    try:
        root = etree.fromstring(source, parser)
    except etree.XMLSyntaxError:
        root = None
    lost = any("depth" in entry.message for entry in parser.error_log if entry.level >= etree.ErrorLevels.FATAL)
    return cast("HtmlElement | None", root), lost


def _show_streamed(root: HtmlElement) -> None:
    """Show what was streamed: React sends late parts of a page in hidden divs that a script puts in place."""
    for elem in root.iterfind(".//div[@hidden]"):
        if (elem.get("id") or "").startswith("S:"):
            del elem.attrib["hidden"]


def prune(root: HtmlElement) -> None:
    """Take out of ``root``, for good, what is never read: scripts, styles, drawings, and what a browser hides.

    What only markup or a script would say (maths, note marks, embedded films) is written out before.
    """
    for quote in root.iter("blockquote"):
        if _POST.search(quote.get("class") or ""):  # readability throws out whatever is named after these
            quote.set("class", EMBEDDED_POST)
    write_maths(root)
    settle_embeds(root)
    etree.strip_elements(root, *_UNREAD, with_tail=False)
    for elem in root.iter("button", "dialog", "canvas", "map"):
        if elem.find(".//p") is not None or elem.find(".//h1") is not None:
            elem.tag = "div"  # never closed, so that the page fell into it
    for elem in root.xpath("//*[@hidden or @style]"):
        hidden = elem.get("hidden") is not None or _HIDING.search(elem.get("style") or "") is not None
        if hidden and elem.getparent() is not None and not _holds_most(elem, root) and not _goes_on(elem):
            elem.drop_tree()
    open_figures(root)
    write_marks(root)


def _holds_most(elem: HtmlElement, root: HtmlElement) -> bool:
    """Tell whether most of the page's text is in ``elem``: then a script shows it, and it is no secret."""
    return len(elem.text_content()) * 2 > len(root.text_content())


def _goes_on(elem: HtmlElement) -> bool:
    """Tell whether ``elem`` is text folded away until a click: paragraphs of the kind that stands before it."""
    before = elem.getprevious()
    if before is None or before.tag != "p":
        return False
    kind = before.get("class")
    return sum(1 for p in elem.iter("p") if p.get("class") == kind) >= _FOLDED
