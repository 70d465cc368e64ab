"""newsboat's ``urls``: a feed a line, ``URL "tag" "~Title"`` (newsboat, "Configuring the feeds").

Lines that begin with ``#`` are comments, a ``!`` before a tag hides a feed; ``query:``, ``filter:`` and ``exec:``
are feeds that newsboat makes itself out of others or of what a program prints.
"""

import re

from newsreader.formats.imports import gate
from newsreader.formats.imports.gathering import Gathering
from newsreader.formats.imports.newsboat import KIND
from newsreader.formats.imports.values import ImportedFile
from newsreader.formats.opml import OpmlFeed

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"?|([^\s"]+)')
_ESCAPED = re.compile(r"\\(.)")
_LINE = re.compile(r"\s*(?:\"?(?:query|filter|exec|https?|feed|file):|#)", re.IGNORECASE)


def looks_like_urls(text: str) -> bool:
    """Tell whether the first lines of ``text`` are such as stand in the file."""
    lines = [line for line in text[:20_000].splitlines()[:50] if line.strip()]
    return bool(lines) and all(map(_LINE.match, lines))


def read_newsboat_urls(text: str) -> ImportedFile:
    """Return the feeds of the file in its order, each with its first tag as folder.

    One without a title is called by its address, in whose place the feed's own name comes with the first refresh.
    """
    gathering = Gathering()
    feeds: dict[str, OpmlFeed] = {}
    for line in text.splitlines():
        tokens = _tokens(line)
        if not tokens:
            continue
        url = gate.address(tokens[0])
        if url is None:
            gathering.skip("feeds that newsboat makes itself")
            continue
        title = next((gate.line(one[1:]) for one in tokens[1:] if one.startswith("~")), "")
        tags = [one for one in tokens[1:] if not one.startswith(("~", "!"))]
        feeds.setdefault(url, OpmlFeed(url, title or url, None, gate.line(tags[0]) if tags else ""))
    return gathering.file(KIND, feeds.values())


def _tokens(line: str) -> list[str]:
    """Return the words of ``line``, those in quotes whole, up to a comment."""
    found: list[str] = []
    for match in _TOKEN.finditer(line):
        if match[2] and match[2].startswith("#"):
            break
        found.append(match[2] or _ESCAPED.sub(r"\1", match[1]))
    return found
