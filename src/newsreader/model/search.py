"""What a reader types to find something: words and filters, parted from each other. No query is an error.

::

    flood rescue        both words, anywhere
    "flood rescue"      these words together
    flo*                words that begin so
    -rescue             not this word
    title:flood         in the title; also author:, note:
    source:mole         from a source whose name holds this; also folder:
    tag:work            with this tag
    after:2026-11-01    from that day on; also 2026-11, 2026, today, yesterday, 7d, 2w, 6m, 1y
    before:2026-11-01   before that day
    is:unread           also read, bookmarked, waiting, begun; the first letters are enough

A name that stands alone, as in ``title: flood``, asks for nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from newsreader.model.folding import folded
from newsreader.model.text import clean_text

LONGEST = 1_000
MOST = 32
"""Characters and parts of a query that count: the parser of FTS5 has a stack of its own, of 100."""

_PART = re.compile(r'(?P<minus>-)?(?:(?P<name>[A-Za-z]+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))(?P<star>\*)?')
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_AGO = re.compile(r"(\d{1,4})([dwmy])")
_FIRST_DAY, _LAST_DAY = date(1970, 1, 2), date(9000, 1, 1)
"""Days beyond which some systems can tell no midnight of any zone."""
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


class Where(StrEnum):
    """Where a word is looked for; the value is its name in a query."""

    ANYWHERE = ""
    TITLE = "title"
    AUTHOR = "author"
    NOTE = "note"


class By(StrEnum):
    """What a filter goes by; the value is its name in a query."""

    SOURCE = "source"
    FOLDER = "folder"
    TAG = "tag"
    AFTER = "after"
    BEFORE = "before"
    IS = "is"


_NAMES = frozenset(str(name) for name in (*Where, *By) if name)


class State(StrEnum):
    """What a headline can be asked to be."""

    UNREAD = "unread"
    READ = "read"
    BOOKMARKED = "bookmarked"
    WAITING = "waiting"
    BEGUN = "begun"


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand together (or, ``excluded``, must not), folded, parted by single spaces.

    Attributes:
        prefix: whatever begins with the last of them will do.
    """

    words: str
    where: Where = Where.ANYWHERE
    prefix: bool = False
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition; ``value`` is folded text, an aware moment for AFTER and BEFORE, or a ``State`` for IS."""

    by: By
    value: str | datetime | State
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Search:
    """A query understood: every term and filter must hold."""

    terms: tuple[Term, ...] = ()
    filters: tuple[Filter, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms or self.filters)


def read_search(query: str, now: datetime) -> Search:
    """Return what ``query`` asks for; ``now`` is aware, and days begin at midnight in this machine's zone.

    A filter whose value is not understood is looked for as the words it is written with.
    """
    terms: list[Term] = []
    filters: list[Filter] = []
    for part in list(_PART.finditer(clean_text(query)[:LONGEST]))[:MOST]:
        found = _filter(part, now)
        if found is not None:
            filters.append(found)
        elif term := _term(part):
            terms.append(term)
    return Search(tuple(terms), tuple(filters))


def lit_terms(search: Search) -> tuple[Term, ...]:
    """Return the terms of a search that are to be seen in what it found."""
    return tuple(term for term in search.terms if not term.excluded)


def _term(part: re.Match[str]) -> Term | None:
    name, minus = (part["name"] or "").lower(), bool(part["minus"])
    said = part["phrase"] if part["phrase"] is not None else part["word"]
    if _is_name_alone(part, name, said):
        return None
    if name not in list(Where):  # an address, or a filter without its meaning
        said, name = f"{name}:{said}", ""
    prefix = said.endswith("*") or bool(part["star"])
    words = " ".join(folded(said).replace('"', " ").rstrip("*").split())
    if not any(character.isalnum() for character in words):
        return None
    return Term(words, Where(name), prefix, minus)


def _is_name_alone(part: re.Match[str], name: str, said: str) -> bool:
    if part["word"] and not name and said.endswith(":"):
        return said[:-1].lower() in _NAMES
    return name in _NAMES and not any(character.isalnum() for character in said)


def _filter(part: re.Match[str], now: datetime) -> Filter | None:
    name = (part["name"] or "").lower()
    if name not in list(By):
        return None
    said = folded(part["phrase"] or part["word"] or "").rstrip("*").strip()
    value = _value(By(name), said, now) if said else None
    return None if value is None else Filter(By(name), value, bool(part["minus"]))


def _value(by: By, said: str, now: datetime) -> str | datetime | State | None:
    match by:
        case By.AFTER | By.BEFORE:
            return next(_midnights(said, now), None)
        case By.IS:
            meant = [state for state in State if state.startswith(said)]
            return meant[0] if len(meant) == 1 else None
        case _:
            return said


def _midnights(said: str, now: datetime) -> Iterator[datetime]:
    """Yield the beginning of the day that is meant, if one is."""
    today = now.astimezone().date()
    if said in {"today", "yesterday"}:
        yield _midnight(today - timedelta(days=said == "yesterday"))
    elif ago := _AGO.fullmatch(said):
        yield _midnight(today - timedelta(days=min(int(ago[1]) * _DAYS[ago[2]], today.toordinal() - 1)))
    elif day := _DAY.fullmatch(said):
        try:
            yield _midnight(date(int(day[1]), int(day[2] or 1), int(day[3] or 1)))
        except ValueError:  # there is no such day
            return


def _midnight(day: date) -> datetime:
    return datetime.combine(min(max(day, _FIRST_DAY), _LAST_DAY), time()).astimezone()
