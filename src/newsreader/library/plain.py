"""The words in a feed's HTML, for counting and searching only; nothing of this is ever shown.

A real parser is not for this place: it would open foreign bytes in the reader's own process. This is one pass
over the text whose time grows with its length alone, whatever is in it.
"""

import re

_LONGEST = 1_000_000
_UNREAD = frozenset({"script", "style", "template", "iframe", "svg"})
_INSIDE_WORDS = re.compile(
    r"a|abbr|acronym|b|bd[io]|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|small|span|strong|su[bp]|tt|u|var|wbr"
)
_TAG = re.compile(r"(?P<end>/?)(?P<name>[A-Za-z][^\s/>]*)|[!?]")


def plain_text(html: str) -> str:
    """Return the text of ``html`` on one line, without tags, scripts and styles; plain text comes back as it is."""
    from html import unescape

    head, *pieces = html[:_LONGEST].split("<")
    words = [head]
    skipped = ""
    for piece in pieces:
        tag = _TAG.match(piece)
        name = (tag["name"] or "").lower() if tag else ""
        if skipped:
            if not (tag and tag["end"] and name == skipped):
                continue
            skipped = ""
        elif tag and name in _UNREAD and not tag["end"]:
            skipped = name
            continue
        if tag is None:
            words.append("<" + piece)  # a lone < in the text
        else:
            words.append("" if _INSIDE_WORDS.fullmatch(name) else " ")
            words.append(piece.partition(">")[2])
    return " ".join(unescape("".join(words)).split())
