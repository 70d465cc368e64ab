"""Names for files made of text from outside."""

import re
import unicodedata
from hashlib import sha256

from newsreader.formats.clipping import Clipping

LONGEST = 80
"""Bytes of UTF-8 in a name at most: file systems take 255, and programs put more around it."""

_NOT_IN_A_NAME = re.compile(r"[^\w.-]+")


def slug(text: str, longest: int = LONGEST) -> str:
    """Return ``text`` as a file's name: letters, digits, ``_``, ``.`` and ``-``, at most ``longest`` bytes.

    It does not begin with a point or a hyphen, and may be empty.
    """
    letters = "".join(one for one in unicodedata.normalize("NFKC", text) if unicodedata.category(one)[0] != "M")
    plain = _NOT_IN_A_NAME.sub("-", letters).lstrip(".-")
    return plain.encode("utf-8", "ignore")[:longest].decode("utf-8", "ignore").rstrip(".-")


def clipping_names(clipping: Clipping) -> tuple[str, str]:
    """Return two names, without a suffix: day and title, and the same with a hash for when that one is taken."""
    headline = clipping.headline
    day = f"{headline.published:%Y-%m-%d}"
    digest = sha256((headline.url or f"{headline.source} {headline.title}").encode("utf-8", "replace")).hexdigest()
    stem = f"{day}-{slug(headline.title, LONGEST - len(day) - 1) or 'article'}"
    short = f"{day}-{slug(headline.title, LONGEST - len(day) - 10) or 'article'}"
    return stem, f"{short}-{digest[:8]}"
