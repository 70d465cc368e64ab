"""Words out of feeds: one clean line from what may be HTML, and HTML without what could harm a terminal."""

import html
import re

from newsreader.model import clean_line, clean_text
from newsreader.model.text import LINE_LIMIT

_TITLE_FROM_TEXT = 90
"""Characters of its text that stand in for the title of an entry without one."""

_LONGEST_TITLE = 10_000
"""Characters of a title that are looked at; the tags in them may be long, what is kept is not."""

# windows-1252 read as ISO-8859-1: what a browser shows for U+0080 to U+009F (HTML Standard, 13.2.5.84)
_SMART = {
    code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}
_C1 = re.compile("[\x80-\x9f]")

_DOUBTFUL = re.compile(
    "[^\t\n -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u1fff\u2010-\u2027\u202f-\u205e\u2070-\u20cf"
    "\u2100-\u2cff\u3000-\u3029\u3030-\ud7ff\uf900-\ufaff\uff00-\uffef\U0001f000-\U0001faff\ufe0f]"
)
"""Any character that ``clean_text`` might treat; a search is ten times faster than the cleaning."""

_PLAIN = b"\t\n" + bytes(range(0x20, 0x7F))
_LONG = 200

_UNSEEN = ("\u200b", "\u2060", "\ufeff", "\xad")
"""What most often makes text doubtful and is removed anyway."""

_INLINE = (
    "a|abbr|acronym|address|article|b|bdi|bdo|big|blockquote|center|cite|code|dd|del|dfn|div|dl|dt|em|figure|font|"
    "footer|h[1-6]|header|i|iframe|ins|kbd|li|mark|nobr|ol|p|pre|q|s|samp|section|small|span|strike|strong|sub|sup|"
    "table|tbody|td|th|thead|tr|tt|u|ul|var"
)
_PAIRED = re.compile(rf"<(/?)({_INLINE})(\s[^<>]*)?/?>", re.IGNORECASE)
_VOID = re.compile(r"<(?:br|hr|img|wbr|input)\b[^<>]*>|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL)
_UNREAD = re.compile(r"<(script|style|svg|template)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_BREAKING = re.compile(
    r"</?(?:p|div|li|ul|ol|br|hr|h[1-6]|td|th|tr|dd|dt|table|blockquote|pre|figure)\b", re.IGNORECASE
)
_TAG = re.compile(r"<[!/?a-zA-Z][^<>]*>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")


def tidy(text: str) -> str:
    """Return ``text`` trimmed and as ``clean_text`` would leave it, with windows-1252 quotes mended."""
    if _is_doubtful(text):
        for unseen in _UNSEEN:
            text = text.replace(unseen, "")
        if _is_doubtful(text):
            text = clean_text(mend(text))
    return text.strip()


def _is_doubtful(text: str) -> bool:
    if len(text) > _LONG:  # what is left without plain ASCII is searched in a tenth of the time
        text = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN).decode("utf-8", "surrogatepass")
    return _DOUBTFUL.search(text) is not None or "\ufe0f\ufe0f" in text  # the mark of emoji only when piled up


def mend(text: str) -> str:
    """Return ``text`` with C1 controls turned into the letters that windows-1252 has in their places."""
    return text.translate(_SMART) if _C1.search(text) else text


def plain_line(text: str) -> str:
    """Return ``text``, which is not HTML, as one clean line."""
    if not _is_doubtful(text):
        text = " ".join(text.split())
        if len(text) <= LINE_LIMIT:
            return text
    return clean_line(mend(text))


def html_line(text: str) -> str:
    """Return ``text``, which is probably HTML, as one clean line without tags and entities.

    Tags that HTML does not know stay, since a title may be about ``<template>``; so does a known one that
    is neither closed nor carries attributes. What was escaped twice is unescaped twice.
    """
    text = text[:_LONGEST_TITLE]
    if "<" in text:
        text = _without_tags(text)
    if "&" in text:
        text = html.unescape(text)
        if _ENTITY.search(text):
            text = html.unescape(text)
        if "</" in text:
            text = _without_tags(text)
    return plain_line(text)


def literal_line(text: str) -> str:
    """Return ``text``, said to be plain, as one clean line; entities in it were escaped by mistake."""
    return plain_line(html.unescape(text) if _ENTITY.search(text) else text)


def escaped(text: str) -> str:
    """Return ``text``, said to be plain, as HTML; entities in it were escaped by mistake."""
    return html.escape(tidy(html.unescape(text) if _ENTITY.search(text) else text), quote=False)


def html_text(markup: str, limit: int = 2000) -> str:
    """Return the words of the start of a piece of HTML, on one line; good for a preview, not for reading."""
    start = _UNREAD.sub(" ", markup[: 20 * limit])
    spaced = _VOID.sub(" ", _BREAKING.sub(lambda found: " " + found[0], start))
    return clean_line(mend(html.unescape(_TAG.sub("", spaced))), limit)


def title_from(markup: str) -> str:
    """Return the start of an entry's text as its title: to the end of a word, with an ellipsis where it goes on."""
    text = html_text(markup, 4 * _TITLE_FROM_TEXT)
    if len(text) <= _TITLE_FROM_TEXT:
        return text
    start, space, _ = text[: _TITLE_FROM_TEXT + 1].rpartition(" ")
    return (start if space else text[:_TITLE_FROM_TEXT]).rstrip(" ,;:–—-") + "…"


def _without_tags(text: str) -> str:
    text = _VOID.sub(" ", text)
    closed = {found[2].lower() for found in _PAIRED.finditer(text) if found[1]}

    def replaced(found: re.Match[str]) -> str:
        name = found[2].lower()
        if not (found[1] or found[3] or name in closed):
            return found[0]
        return " " if _BREAKING.match(found[0]) else ""

    return _PAIRED.sub(replaced, text)
