"""Names as bylines give them: without "By", without roles, degrees, dates and whatever else stands beside them."""

import re
from collections.abc import Iterable

from newsreader.clean.passages import squeeze
from newsreader.model import clean_line

_LEAD = re.compile(
    r"^\W*(?:(?:(?:this )?(?:post|article|story)?\s*(?:was )?written|words|story|text|texte?|reported|review"
    r"|article|photos?|edited|posted|published|authored)\s+)?"
    r"(?:by|von|par|por|di|da|door|av|af|od|przez|autor(?:a|en|in|es)?|author|auteur|redactie\s*:|redaktion\s*:|från"
    r"|kirjoittanut|tekst|автор|작성자|作者|文)\b\s*[::]?\s*",
    re.IGNORECASE,
)
_LEAD_INSIDE = re.compile(r"(?:^|\s)(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor|[Pp]rzez)\s+(?=[^\W\d_a-z])")
_BETWEEN = re.compile(r"\s*(?:[,;/|•·\n、]|\s(?:and|und|et|y|e|en|och|og|ja|i|with|&|и)\s)\s*", re.IGNORECASE)
_AFTER = re.compile(
    r"\s*(?:–|\b(?:published|updated|posted|last|stand|veröffentlicht|aktualisiert|publié|mis à jour|publicado"
    r"|actualizado|pubblicato|aggiornato|gepubliceerd|follow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d|\d).*$",
    re.IGNORECASE | re.DOTALL,
)
_NO_NAME = re.compile(
    r"https?:|www\.|@|\d{2}|^(?:admin|editor|staff|redaktion|redaction|rédaction|redacción|redazione"
    r"|unknown|null|none|published|updated|guest|anonymous)$"
    r"|\b(?:reporter|correspondent|editor|writer|columnist|redakteur\w*|journalist\w*|updated|director|manager|founder"
    r"|head of|specialist|published|minutes?|read|follow|view)\b"
    r"|\b(?:posts|articles|author|about)\b",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"^(?:(?:[A-Z]\.){2,}|(?:[A-Z]\.?){2}|M\.?Sc?|B\.?Sc?|Ph\.?D|MBA|RDN|CF[AP]|CPA|DVM|LCSW|FACLM|Jr|Sr)\.?$"
)
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


def read_names(told: Iterable[str]) -> tuple[str, ...]:
    """Return the names in ``told``, each once, with the degrees that follow them."""
    names: dict[str, str] = {}
    for text in told:
        if text.lstrip().startswith(("http:", "https:")):
            continue
        for piece in _BETWEEN.split(_LEAD.sub("", clean_line(text))):
            name = clean_line(_LEAD.sub("", piece)).strip(" .,;:-–—|")
            if names and _DEGREE.match(name):
                names[next(reversed(names))] += f", {name}"
            elif _is_name(name):
                names.setdefault(squeeze(name), name)
    return tuple(names.values())[:_MOST]


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


def _is_name(name: str) -> bool:
    letters = len(_LETTER.findall(name))
    return letters >= _FEWEST_LETTERS and len(name) <= _LONGEST and not _NO_NAME.search(name)


def _is_capitalised(word: str) -> bool:
    """Tell whether ``word`` begins with a capital and is no abbreviation, but for an initial."""
    return word[0].isupper() and (word != word.upper() or len(squeeze(word)) == 1)
