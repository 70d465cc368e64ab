"""Names as bylines give them: without "By", without roles, degrees, dates and whatever else stands beside them."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import chain, islice

from newsreader.clean.passages import squeeze
from newsreader.model import clean_line

_LEAD = re.compile(
    r"^\W*(?:(?:(?:this )?(?:post|article|story)?\s*(?:was )?written|words|story|text|texte?|reported|review"
    r"|article|photos?|posted|published|authored|analysis|opinion|comment|commentary|interview|recommended)\s+)?"
    r"(?:by|autor(?:a|en|in|es)?|author|auteur|redactie\s*:|redaktion\s*:|kirjoittanut|teksti?|автор|작성자|作者|著者"
    r"|記者|记者|撰文|文|oleh|yazan|haber|írta|γράφει(?:\s+[οη])?|بقلم|كتب|מאת)\b(?!['’])\s*[:\uff1a]?\s*",
    re.IGNORECASE,
)
_PARTICLE_LEAD = re.compile(
    r"^\W*(?:von|par|por|di|da|de|door|av|af|fra|od|przez|från|του|της|per)(?:\s*:\s*|\s+)", re.IGNORECASE
)
"""What says "by" and may also begin a name."""

_ROLE = re.compile(
    r"\s*\b(?:edited|photographs?|photography|photos?|pictures?|illustrat\w+|translated|additional reporting"
    r"|fotos?|bearbeitet|traduit|traducción)\s+(?:by|von|par|por|di)\b.*$",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"\(?\S*@[\w.-]+\)?")
_PICTURED = re.compile(r"\(?\b(?:image|photo|picture|bild|foto|credit)s?\s*:.*$", re.IGNORECASE)
_WITH = re.compile(r"\((?:avec|with|mit|con|med|and|und|et)\s+([^()]*)\)?", re.IGNORECASE)
_PLACE = re.compile(r"^(\S+\s+\S.*?)\s+(?:in|from|aus|for|für|on behalf of|reporting|reports)\s+(?=[^\W\d_a-z]).*$")
_LEAD_INSIDE = re.compile(r"(?:^|\s)(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor|[Pp]rzez)\s+(?=[^\W\d_a-z])")
_BETWEEN = re.compile(
    r"\s*(?:[,;]\s*(?:and|und|et|y|e|en|och|og|&)\s|[,;/|•·、]|\s(?:and|und|et|y|e|en|och|og|ja|i|with|&|и)\s)\s*",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:–|\b(?:published|updated|posted|last|stand|veröffentlicht|aktualisiert|publié|mis à jour|publicado"
    r"|actualizado|pubblicato|aggiornato|gepubliceerd|follow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d|\d).*$",
    re.IGNORECASE | re.DOTALL,
)
_NO_NAME = re.compile(
    r"https?:|www\.|@|\d{2}|[:?!$]|^(?:editor|staff|redaktion|redaction|rédaction|redacción|redazione"
    r"|unknown|null|none|undefined|published|updated|guest|anonymous|гость"
    r"|home|news|nachrichten|blog|share|advertisement)$"
    r"|\b\w*admin\w*\b"
    r"|\b(?:reporter|correspondent|editor|writer|columnist|redakteur\w*|journalist\w*|updated|director|manager|founder"
    r"|head of|specialist|published|minutes?|read|follow|view)\b"
    r"|\b(?:posts|articles|author|about|reply|comments?|subscribe|newsletter|contact)\b",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"^(?:(?:[A-Z]\.){2,}|M\.?[ADSP]|B\.?[AS]|M\.?Sc?|B\.?Sc?|R[DN]|D[OC]|JD|LDN?|KC|QC|LVT|VMD|Ph\.?D|MBA|RDN|CF[AP]"
    r"|CPA|DVM|DACVB|LCSW|FACLM|FACP|Jr|Sr|II|III)\.?$"
)
_POST = re.compile(
    r"\s+(?:(?:senior|chief|staff|deputy|contributing)\s+)*(?:reporter|writer|editor|correspondent|columnist|redakteur\w*"
    r"|journalist\w*)\b.*$",
    re.IGNORECASE,
)
"""What the first name is followed by where its post is not set apart."""

_PARTICLES = frozenset({
    "al", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "dos", "du", "e", "el", "la", "le", "o",
    "of", "op", "ten", "ter", "van", "vom", "von", "y", "zu", "zur",
})  # fmt: skip
_PARTS = re.compile(r"[|•·]")
_LETTER = re.compile(r"[^\W\d_]")
_FEWEST_LETTERS = 2
_LONGEST = 60
_MOST_WORDS = 5
_LONGEST_WITHOUT_CASE = 6
"""Letters of a name in Chinese, Japanese or Korean."""

_MOST = 12
"""Names of one article that are believed."""

_MOST_PIECES = 60
"""Parts of what is told that may be names."""


def read_names(told: Iterable[str]) -> tuple[str, ...]:
    """Return the names in ``told``, each once, with the degrees that follow them."""
    names: dict[str, str] = {}
    for piece in islice(_pieces(told), _MOST_PIECES):
        name = clean_line(_PLACE.sub(r"\1", _without_lead(piece))).strip(" .,;:-–—|*")
        if not names and is_full_name(bare := _POST.sub("", name)):
            name = bare
        if names and _DEGREE.match(name):
            names[next(reversed(names))] += f", {name}"
        elif _is_name(name):
            names.setdefault(squeeze(name), name)
    return tuple(names.values())[:_MOST]


def _pieces(told: Iterable[str]) -> Iterator[str]:
    """Yield the parts of ``told`` that may be a name each, or a name with "By" before it."""
    for line in chain.from_iterable(text.splitlines() for text in told):
        if line.lstrip().startswith(("http:", "https:")):
            continue
        bare = _PICTURED.sub("", _HANDLE.sub("", _ROLE.sub("", clean_line(unescape(line)))))
        yield from _BETWEEN.split(_LEAD.sub("", _WITH.sub(r", \1", bare)))


def _without_lead(piece: str) -> str:
    """Return ``piece`` without "By"; what may begin a name goes only before a whole one, an agency, a colon."""
    piece = _LEAD.sub("", piece)
    rest = _PARTICLE_LEAD.sub("", piece)
    return rest if len(rest.split()) > 1 or rest.isupper() or rest.islower() or ":" in piece else piece


def byline_of(text: str) -> str:
    """Return the part of ``text``, a line above an article, that names its authors; empty for none."""
    lead = _LEAD_INSIDE.search(text)
    parts = (_AFTER.sub("", part).strip() for part in _PARTS.split(text[lead.end() if lead else 0 :]))
    return next(filter(None, parts), "")


def is_full_name(name: str) -> bool:
    """Tell whether ``name`` looks like a person's: two words or more with capitals, or a script without them."""
    if name.lower() == name.upper():
        return len(squeeze(name)) <= _LONGEST_WITHOUT_CASE
    words = [word for word in name.split() if word not in _PARTICLES]
    return 1 < len(words) <= _MOST_WORDS and all(map(_is_capitalised, words))


def is_phrase(name: str) -> bool:
    """Tell whether ``name`` begins with a capital and goes on in small letters, as the name of a section does."""
    words = [word for word in name.split() if word not in _PARTICLES]
    return name[:1].isupper() and any(len(word) > 1 and word.islower() for word in words[1:])


def _is_name(name: str) -> bool:
    letters = len(_LETTER.findall(name))
    return letters >= _FEWEST_LETTERS and len(name) <= _LONGEST and not _NO_NAME.search(name)


def _is_capitalised(word: str) -> bool:
    """Tell whether ``word`` begins with a capital and is no abbreviation, but for an initial."""
    return word[0].isupper() and (word != word.upper() or len(squeeze(word)) == 1)
