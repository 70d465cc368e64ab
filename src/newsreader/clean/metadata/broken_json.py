"""JSON as pages break it: wrapped, commented, escaped for HTML, one value after another, or past mending."""

import json
import re
from html import unescape

_DECODER = json.JSONDecoder(strict=False)
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/"
    r"|\]\]>)\s*;?\s*$"
)
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\Z)|/\*.*?(?:\*/|\Z)|//[^\n]*', re.DOTALL)
_TRAILING_COMMA = re.compile(r'("(?:[^"\\]|\\.)*(?:"|\Z))|,(?=\s*[}\]])', re.DOTALL)
_ESCAPE = re.compile(r'(\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))|\\(.)', re.DOTALL)
_START = re.compile(r"[{\[]")
_KIND = re.compile(r'"@type"\s*:\s*"(\w*(?:Article|Posting|Report))"')
_KEYS = ("headline", "datePublished", "dateModified", "description", "image", "inLanguage", "publisher")
_VALUE = r'"\s*:\s*(?:\{\s*"@type"[^{}]{0,99}?"(?:name|url)"\s*:\s*)?"(.{1,1000}?)"\s*(?=[,}\]])'
"""What stands between a key and the next: its string, in which quotes may stand bare, or its name or address."""

_AUTHOR = re.compile(r'"author"\s*:\s*[\[{][^\]]{0,300}?"name"\s*:\s*"([^"]{1,200})"', re.DOTALL)
_MOST_VALUES = 50
_MOST_SAVED = 100_000
"""Characters of what is past mending that are searched."""


def read_json(source: str) -> list[object]:
    """Return the values that ``source`` holds, one or several; what can be saved of it when it is past mending."""
    try:
        return [_DECODER.decode(source.strip())]
    except (ValueError, RecursionError):
        pass
    source = _WRAPPING.sub("", _WRAPPING.sub("", source)).strip()
    if ("&quot;" in source and '"' not in source) or ("&#34;" in source and '"' not in source):
        source = unescape(source)
    bare = _TOKEN.sub(_mended, source)
    return _values(_TRAILING_COMMA.sub(lambda found: found[1] or "", bare)) or _saved(source)


def _mended(found: re.Match[str]) -> str:
    """Return a string with its bad escapes taken as they stand; nothing for a comment."""
    return _ESCAPE.sub(lambda escape: escape[1] or escape[2], found[0]) if found[0].startswith('"') else ""


def _values(source: str) -> list[object]:
    """Return the values that stand one after another in ``source``, up to the first that cannot be read."""
    found: list[object] = []
    start = _START.search(source)
    while start and len(found) < _MOST_VALUES:
        try:
            value, end = _DECODER.raw_decode(source, start.start())
        except (ValueError, RecursionError):
            break
        found.append(value)
        start = _START.search(source, end)
    return found


def _saved(source: str) -> list[object]:
    """Return one object with what a reader of the text would find in it, or nothing."""
    saved: dict[str, object] = {}
    source = source[:_MOST_SAVED]
    for key in _KEYS:
        found = re.search(f'"{key}{_VALUE}', source, re.DOTALL)
        if found:
            saved[key] = unescape(found[1])
    if kind := _KIND.search(source):
        saved["@type"] = kind[1]
    if author := _AUTHOR.search(source):
        saved["author"] = {"name": author[1]}
    return [saved] if saved else []
