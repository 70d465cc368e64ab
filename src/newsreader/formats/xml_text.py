"""Text as XML may hold it."""

import re

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""All but what XML 1.0, 2.2, calls a Char: no reader opens a file with one of these in it."""


def sound_xml(text: str) -> str:
    """Return ``text`` without the characters that no XML document may have, not even escaped."""
    return _NOT_XML.sub("", text)
