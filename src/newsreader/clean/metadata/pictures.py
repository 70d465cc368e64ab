"""What a picture's address and place say of it: which other picture it is, and that it is none of the article."""

import re
from collections.abc import Iterator
from itertools import chain, islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from newsreader.clean.passages import squeeze
from newsreader.model import Image

_FURNITURE = frozenset({"nav", "footer", "aside"})
_NO_PICTURE = re.compile(
    r"(?:^|[^a-z])(?:logo|icon|avatar|author|autor|auteur|autore|byline|bio|portrait|newsletter|sponsor|badge|emoji"
    r"|social|share|related|recommend\w*|promo|profile|loader|nav|menu|ad|advert\w*|cta)(?:s|[^a-z]|$)",
    re.IGNORECASE,
)
"""Names in the address of a picture, or of what it stands in, that tell that it is none of the article's."""

_PICTURE = re.compile(
    r"image|img|photo|picture|foto|bild|media|hero|featured|article|story|post|lede?|visual", re.IGNORECASE
)
"""Names of what the picture of an article stands in."""

_NEAR = 4
"""Levels above a picture whose names say what it is."""

_LONGEST_LABEL = 24
"""Characters at the start of a picture's text: "Author image" is all of it, of a picture it is a story."""

_DRAWN = re.compile(r"\.svg(?:$|[?#])|^data:", re.IGNORECASE)
_CARD = re.compile(
    r"logo|default|generic|placeholder|fallback|social|shar(?:e|ing)|opengraph|subscribe|(?:^|[\W_])og(?:[\W_]|$)",
    re.IGNORECASE,
)
_DRAWINGS = frozenset({"png", "svg", "gif"})
_PLAIN = re.compile(
    r"[\W\d_]+|v(?=\d)|logo|default|generic|placeholder|fallback|social|shar(?:e|ing)|open|graph|subscribe|og|card|image|img|pic"
    r"|icon|thumb(?:nail)?|wide|landscape|facebook|fb|twitter|tw|site|media|promo|dark|light|white|black|square|banner"
    r"|color|colour|large|small|big|new|link|preview|meta|main|x",
    re.IGNORECASE,
)
"""Words of a name that says nothing about what is in the picture."""

_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")
_PIECE = re.compile(r"[A-Za-z0-9]{6,}")
_DATE = re.compile(r"^(?:19|20)\d\d[01]\d[0-3]\d$|^\d+x\d+$")
_LONG_PIECE = 16
_FEWEST_DIGITS = 4
_SHORTEST_NAME = 6
_SHORTEST_BRAND = 4
_SHORTEST_STEM = 20
_STEMS = (2 / 3, 1 / 2)
"""Shares of a long file name, from its start, that its copies in other sizes may have in common."""

_WIDTH = re.compile(r"[?&,/_](?:im)?w(?:idth)?[=_](\d{2,4})(?!\d)|(?<!\d)(\d{2,4})x\d{2,4}(?!\d)")
_SMALL = 200
"""Pixels of width from which a picture is worth its place at the top."""


def marks_of(url: str, page: str) -> list[str]:
    """Return what copies of ``url`` in other sizes share on ``page``: its name, its start, long numbers in it."""
    name = urlsplit(url).path.rpartition("/")[2]
    marks = [name] if len(name) >= _SHORTEST_NAME else []
    stems = (name[: int(share * len(name))] for share in _STEMS)
    pieces = _PIECE.findall(_ESCAPE.sub(" ", url))
    return [
        *marks,
        *(stem for stem in stems if len(stem) >= _SHORTEST_STEM),
        *(piece for piece in pieces if _is_number(piece) and piece not in page),
    ]


def is_card(url: str, names: str) -> bool:
    """Tell whether ``url`` is the site's own card or logo: a drawing, or named by plain words and its ``names``."""
    if _DRAWN.search(url):
        return True
    stem, dot, kind = urlsplit(url).path.rpartition("/")[2].rpartition(".")
    name = squeeze(_PLAIN.sub("", stem))
    drawn = kind.lower() in _DRAWINGS and len(name) >= _SHORTEST_BRAND
    return bool(dot) and name in names and (drawn or _CARD.search(stem) is not None)


def is_furniture(elem: HtmlElement) -> bool:
    """Tell whether the picture ``elem`` is a drawing, a logo or a portrait, or stands in a menu or a box."""
    source = elem.get("src") or ""
    if _DRAWN.search(source) and not any("src" in key for key in elem.attrib if key != "src"):
        return True
    alt = elem.get("alt") or ""
    if any(map(_NO_PICTURE.search, (urlsplit(source).path.rpartition("/")[2], alt[:_LONGEST_LABEL]))):
        return True
    return any(
        each.tag in _FURNITURE or _NO_PICTURE.search(each.get("class") or "") or each.get("href") == "/"
        for each in _around(elem)
    )


def is_set_apart(elem: HtmlElement) -> bool:
    """Tell whether the picture ``elem`` stands in a figure, or in what is named for a picture."""
    return any(each.tag == "figure" or _PICTURE.search(each.get("class") or "") for each in _around(elem))


def _around(elem: HtmlElement) -> Iterator[HtmlElement]:
    return chain((elem,), islice(elem.iterancestors(), _NEAR))


def is_small(image: Image) -> bool:
    """Tell whether ``image`` is too small for the top of an article, by its own claim or its address."""
    widths = [int(a or b) for a, b in _WIDTH.findall(image.url)]
    return min([*widths, image.width or _SMALL]) < _SMALL


def _is_number(piece: str) -> bool:
    digits = sum(map(str.isdigit, piece))
    return not _DATE.match(piece) and (digits >= _FEWEST_DIGITS or (digits > 0 and len(piece) >= _LONG_PIECE))
