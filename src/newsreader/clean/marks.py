"""What only the look of a page says, written out: raised digits, note marks, quotation marks, readings, emoji."""

import re
from collections.abc import Collection

from lxml.html import HtmlElement

from newsreader.clean.frames import NOTE
from newsreader.clean.passages import INLINE
from newsreader.clean.raised import lowered, raised

_NOTE = re.compile(r"noteref|footnote|endnote", re.IGNORECASE)
_NOTE_MARK = re.compile(r"^[\[(]?(\d{1,3}|[a-z]|[ivx]{1,4}|[*†‡§]{1,3})[\])]?$", re.IGNORECASE)
_BACK = re.compile(r"backlink|back-?ref|footnote-?back|reversefootnote", re.IGNORECASE)
_ARROW = re.compile(r"^[\s^↑↩↵⏎⤴⮌⇧\ufe0e\ufe0f]+$")
_POWER = re.compile(r"^[+−-]?\d[\d\s,+−=()ni-]*$|^[a-zA-Zα-ω]?\s*[+−=-]\s*[\w\s+−=-]+$|^[*†‡§]+$")
"""Text that says something else when it is not raised; unlike the ends of ordinals, titles and trademarks."""

_AFTER_WORDS = re.compile(r"(?:[^\W\d_]{3}|[.,;:!?”\"’»])$")
"""What a raised number is no power of: it calls a note."""

_INDEX = re.compile(r"^[\d\s+−=-]+$|^[a-z]$|^[a-z\d][\s,]*[+−-]?\s*[a-z\d]$")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ANCHOR_WORDS = frozenset({"link", "permalink", "anchor"})

_QUOTES = {
    "de": "„“‚‘", "cs": "„“‚‘", "sk": "„“‚‘", "pl": "„”‚’", "hu": "„”»«", "ro": "„”«»", "fr": "«»“”", "it": "«»“”",
    "es": "«»“”", "pt": "«»“”", "ru": "«»„“", "uk": "«»„“", "hy": "«»“”", "sv": "””’’", "fi": "””’’",
    "ja": "「」『』",
}  # fmt: skip
"""Marks of a quotation, and of one inside it, by language: CLDR, delimiters; where not told, as in English."""

_ENGLISH = "“”‘’"
_MARKS = "\"'“”„«»‘’‚‹›「」『』"


def write_marks(root: HtmlElement) -> None:
    """Write into the text of ``root`` what its markup says and plain text would lose."""
    called = {note for link in list(root.iter("a")) if (note := _settle_anchor(link))}
    called |= {note for elem in root.iter("sup", "sub") if (note := _write_shifted(elem))}
    if called:
        _mark_notes(root, called)
    for quote in root.iter("q"):
        _write_quote(quote)
    for reading in root.iter("rt"):
        _write_reading(reading)
    for img in list(root.iter("img")):
        if "emoji" in (img.get("class") or ""):
            _write(img, img.get("alt") or "")


def _write(elem: HtmlElement, text: str) -> None:
    elem.clear(keep_tail=True)
    elem.tag = "span"
    elem.text = text


def _settle_anchor(link: HtmlElement) -> str:
    """Take out a link back to where a note is called, and what only marks a heading as a place to link to.

    Return the id of the note that the link calls, or an empty string.
    """
    names = f"{link.get('class') or ''} {link.get('role') or ''}"
    here = (link.get("href") or "").lstrip().startswith("#")
    if not (here or _BACK.search(names)):
        return ""
    text = link.text_content().strip()
    if _BACK.search(names) or _ARROW.match(text):
        link.drop_tree()
    elif next(link.iterancestors(*_HEADINGS), None) is not None:
        if text.lower() in _ANCHOR_WORDS or not any(map(str.isalnum, text)):
            link.drop_tree()
        else:
            link.tag = "span"
    elif _NOTE.search(names) and link.find(".//sup") is None and (mark := _NOTE_MARK.match(text)):
        link.text = f"[{mark[1]}]"
        del link[:]
        return _fragment(link)
    return ""


def _fragment(link: HtmlElement) -> str:
    return (link.get("href") or "").partition("#")[2]


def _mark_notes(root: HtmlElement, called: Collection[str]) -> None:
    """Mark the blocks, or the lists of items, in which the notes stand whose ids are ``called``."""
    for elem in root.xpath("//*[@id or @name]"):
        if elem.get("id") in called or elem.get("name") in called:
            block = next((each for each in (elem, *elem.iterancestors()) if each.tag not in INLINE), elem)
            above = block.getparent()
            notes = above if block.tag == "li" and above is not None and above.tag in {"ol", "ul"} else block
            notes.set(NOTE, "")


def _write_shifted(elem: HtmlElement) -> str:
    """Write raised or lowered text so that it still reads as such: m², H₂O, a note's mark as ``[1]``.

    Return the id of the note that is called, or an empty string.
    """
    text = " ".join(elem.text_content().split())
    if elem.tag == "sub":
        if _INDEX.match(text):
            _write(elem, lowered(text))
        return ""
    mark = _NOTE_MARK.match(text)
    link = elem.find(".//a")
    if link is None:
        link = next(elem.iterancestors("a"), None)
    note = _fragment(link) if link is not None else ""
    if mark and (note or (mark[1].isdigit() and _AFTER_WORDS.search(_text_before(elem)))):
        _write(elem, f"[{mark[1]}]")
        return note
    if _POWER.match(text):
        _write(elem, text if text[0] in "*†‡§" else raised(text))
    return ""


def _text_before(elem: HtmlElement) -> str:
    """Return the text that ``elem`` follows right away."""
    before = elem.getprevious()
    if before is None:
        above = elem.getparent()
        return str(above.text or "") if above is not None else ""
    return str(before.tail or before.text_content())


def _write_quote(quote: HtmlElement) -> None:
    """Put a quotation's marks round it, as browsers do, unless its writer did."""
    text = quote.text_content().strip()
    if not text or text[0] in _MARKS:
        return
    inner = next(quote.iterancestors("q"), None) is not None
    told = next((lang for each in (quote, *quote.iterancestors()) if (lang := each.get("lang"))), "")
    marks = _QUOTES.get(told[:2].lower(), _ENGLISH)[2 * inner :]
    room = "\u00a0" if told[:2].lower() == "fr" and not inner else ""
    quote.text = marks[0] + room + (quote.text or "").lstrip()
    _append(quote, room + marks[1])


def _write_reading(reading: HtmlElement) -> None:
    """Put a reading in brackets, unless the page did for those who cannot show it above the word."""
    before = reading.getprevious()
    if (before is None or before.tag != "rp") and reading.text_content().strip():
        reading.text = "（" + (reading.text or "").lstrip()
        _append(reading, "）")


def _append(elem: HtmlElement, text: str) -> None:
    """Add ``text`` at the end of ``elem``."""
    if len(elem):
        elem[-1].tail = (elem[-1].tail or "").rstrip() + text
    else:
        elem.text = (elem.text or "").rstrip() + text
