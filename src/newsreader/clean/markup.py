"""What would be taken for text and is none: tags inside what parsers read as text or data says, controls.

What a page *shows* is never touched: an article on HTML says ``<b>`` in its text, escaped, and so do we. Tags are
taken out of places where only a mistake puts them: a document's title, metas, JSON-LD.
"""

import re
from html import unescape

from lxml import etree
from lxml.html import HtmlElement

_RAW = re.compile(r"<(/?)(?:plaintext|xmp|listing)\b", re.IGNORECASE)
_UNSHOWN = re.compile(r"<(/?)(?:noembed|noframes)\b", re.IGNORECASE)
"""Elements whose content is text to a parser, tags and all; the second are for browsers without frames."""

_PHRASE = "a|abbr|b|bdi|big|br|cite|code|del|em|font|i|ins|mark|q|s|small|span|strike|strong|sub|sup|tt|u|wbr"
_ATTRIBUTES = r"(?:\"[^\"]{0,500}\"|'[^']{0,500}'|[^>\"'])*"
_TITLE = re.compile(
    rf"(<title\b{_ATTRIBUTES}>)((?:[^<]|<(?![a-z/!?])|</?(?:{_PHRASE})\b[^<>]*>){{0,2000}})(?:</title\s*>)?",
    re.IGNORECASE,
)
"""A title up to its end, or to the first tag that stands in none: it was never closed."""

_REAL_TAG = re.compile(r"<[a-z/!]", re.IGNORECASE)
_ESCAPED = re.compile(r"&lt;(?:/(?:p|div|a|ul|ol|h[1-6]|blockquote)|br ?/?)&gt;")
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_IN_DATA = f"p|div|li|ul|ol|h[1-6]|{_PHRASE}"
_OPEN, _CLOSE = r"(?:<|&lt;)", r"(?:>|&gt;)"
_IN_STRING = r"(?:(?!&[lg]t;)[^<>\"\\]|\\.)*"
_IN_ATTRIBUTE = r"(?:(?!&[lg]t;)[^<>])*"
"""What may stand in a tag, or between two, in one string of JSON or one attribute."""


def _pair(inside: str) -> re.Pattern[str]:
    attributes = rf"(?:\s{inside})?"
    return re.compile(rf"{_OPEN}({_IN_DATA}){attributes}{_CLOSE}({inside}){_OPEN}\\?/\1\s*{_CLOSE}", re.IGNORECASE)


_PAIR, _PAIR_IN_JSON = _pair(_IN_ATTRIBUTE), _pair(_IN_STRING)
_BREAK = re.compile(rf"(?<=\S){_OPEN}br\s*\\?/?{_CLOSE}(?=\S)", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CODE = ("script", "style", "template", "textarea")
_DEEPEST = 4
"""Tags in each other that are taken out of data."""


_CONTROL = re.compile(
    r"&#(?:[xX]0*(?:[1-8bcefBCEF]|1[0-9a-fA-F]|[fF]{3}[efEF])(?![0-9a-fA-F])"
    r"|0*(?:[1-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d));?"
)
"""References to what a tree takes from its parser and from nobody else: text with it could not be moved."""


def tame(source: str) -> str:
    """Return the ``source`` of a page in which no tag is read as text, and which holds text alone."""
    source = _CONTROL.sub("", source)
    source = _UNSHOWN.sub(r"<\1template", _RAW.sub(r"<\1pre", source))
    if "<![CDATA[" in source:
        source = source.replace("<![CDATA[", "").replace("]]>", "")
    return _TITLE.sub(lambda title: f"{title[1]}{_TAG.sub('', title[2])}</title>", source)


def untag(root: HtmlElement) -> None:
    """Take out of ``root`` what is code and stands where a text is read, as a script in a headline.

    Out of the title, the metas, the JSON-LD and what is said of pictures go tags that come in pairs.

    A lone ``<b>`` is left: a headline about HTML has it, a mistake does not.
    """
    for meta in root.iter("meta"):
        if content := meta.get("content"):
            meta.set("content", _untagged(content, _PAIR))
    for image in root.iter("img", "amp-img"):
        if alt := image.get("alt"):
            image.set("alt", _untagged(alt, _PAIR))
    for title in root.iter("title"):
        title.text = _untagged(title.text or "", _PAIR)
    for script in root.iter("script"):
        if script.text and "ld+json" in (script.get("type") or "").lower():
            script.text = _untagged(script.text, _PAIR_IN_JSON)
    for heading in list(root.iter(*_HEADINGS)):
        etree.strip_elements(heading, *_CODE, with_tail=False)
    for elem in root.iter("iframe", "textarea"):
        elem.text = None  # tags and all, for a parser


def _untagged(text: str, pair: re.Pattern[str]) -> str:
    """Return ``text`` without pairs of tags, escaped or not, and with spaces for breaks."""
    if "<" not in text and "&lt;" not in text:
        return text
    for _ in range(_DEEPEST):
        text, found = pair.subn(r"\2", text)
        if not found:
            break
    return _BREAK.sub(" ", text)


def escaped_once(html: str) -> str:
    """Return ``html``, found in a feed, without the second layer of escapes that some feeds put on."""
    return unescape(html) if not _REAL_TAG.search(html) and _ESCAPED.search(html) else html
