"""The day's edition: what to read through today, by section, so much from each source and no more. It ends."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta

from newsreader.library import Library
from newsreader.model import Headline, HeadlineQuery
from newsreader.newsroom.values import Edition, EditionSection
from newsreader.weather import date_text

DAY = timedelta(days=1)
LONGEST = timedelta(days=3)
"""How far back an edition reaches when a day brought too little: over a weekend."""

FEWEST = 8
"""With fewer headlines than this it is no edition yet: about a front page."""

PER_SOURCE = 8
"""Of one source at most, so that an agency does not drown a weekly; a source alone still makes an edition."""

PER_SECTION = 12
"""In one section at most: what a page of a newspaper holds."""

IN_ALL = 40
"""Altogether: about two hours at three minutes an article, so that it can be read to its end."""

OTHER = "Other"
"""The section, the last one, of what is in no folder."""

_PAGE = 500
"""Headlines asked of the library at a time."""


def todays_edition(library: Library, now: datetime, language: str) -> Edition:
    """Return the edition of the reader's day; ``now`` is aware and in the reader's zone.

    Read and bookmarked headlines stay in it: an edition does not shrink while it is read.
    """
    folders = {subscription.id: subscription.folder for subscription in library.subscriptions()}
    title = f"The edition of {date_text(now, language)}"
    return Edition(title, now.date(), chosen(_since(library, now - LONGEST), folders, now))


def chosen(headlines: Iterable[Headline], folders: Mapping[int, str], now: datetime) -> tuple[EditionSection, ...]:
    """Return the sections of an edition, by name and the unnamed last, each with at least one headline.

    In a section stands the newest of each source first, then the second of each, and so on; within each of these
    rounds the newest come first. The same headlines at the same moment give the same edition.

    Args:
        headlines: those that may be in it, in any order.
        folders: of each subscription by its id; the section goes by it.
        now: the moment, aware.
    """
    known = _each_page_once(headlines)
    of_the_day = _picked(known, folders, now - DAY)
    enough = sum(map(len, of_the_day.values())) >= FEWEST
    sections = of_the_day if enough else _picked(known, folders, now - LONGEST)
    names = sorted(sections, key=lambda name: (name == OTHER, name.casefold(), name))
    return tuple(EditionSection(name, tuple(sections[name])) for name in names)


def _picked(
    newest_first: Iterable[Headline], folders: Mapping[int, str], since: datetime
) -> dict[str, list[Headline]]:
    """Return the headlines after ``since`` that find room, by section."""
    rounds: dict[int, int] = defaultdict(int)
    places: dict[str, list[tuple[int, Headline]]] = defaultdict(list)
    for headline in newest_first:
        number = rounds[headline.source_id]
        if headline.published > since and number < PER_SOURCE:
            rounds[headline.source_id] += 1
            places[folders.get(headline.source_id) or OTHER].append((number, headline))
    fair = {name: sorted(found, key=lambda one: one[0])[:PER_SECTION] for name, found in places.items()}
    ranked = [(place, name, one) for name, found in fair.items() for place, (_, one) in enumerate(found)]
    ranked.sort(key=lambda row: row[0])  # stable: every section gets its first headlines before any gets its last
    sections: dict[str, list[Headline]] = defaultdict(list)
    for _, name, headline in ranked[:IN_ALL]:
        sections[name].append(headline)
    return sections


def _each_page_once(headlines: Iterable[Headline]) -> list[Headline]:
    """Return the headlines newest first; of those that lead to one page, told by two feeds, the newest."""
    pages: dict[str, Headline] = {}
    for headline in sorted(headlines, key=lambda one: (-one.published.timestamp(), one.id)):
        pages.setdefault(headline.url or f"#{headline.id}", headline)
    return list(pages.values())


def _since(library: Library, since: datetime) -> Iterator[Headline]:
    ids = library.headline_ids(HeadlineQuery())
    for start in range(0, len(ids), _PAGE):
        page = library.headlines(ids[start : start + _PAGE])
        yield from page
        if page and page[-1].published <= since:
            return
