"""Tellings of one story: headlines of other sources, of about the same days, that tell of the same event."""

import asyncio
from collections.abc import Iterable
from datetime import timedelta

from newsreader.library import Library
from newsreader.library.kindred import COMMON, words_of
from newsreader.model import Headline
from newsreader.newsroom.likeness import Told, beginning, found_in, one_event, weight_of

SPAN = timedelta(days=3)
"""How far apart two tellings of one event are at most."""

RAREST = 6
"""Words of a title, the rarest, that others are looked for by; each costs a look into the index."""

KNOWN = 20_000
"""Words whose weights are remembered."""


class Tellings:
    """Finds the other tellings of a headline, in a thread: it costs some looks into the index."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._counts: dict[str, int] = {}

    async def of(self, entry_id: int) -> tuple[Headline, ...]:
        """Return the other tellings of a headline's story, the newest first, one of each source."""
        return await asyncio.to_thread(self._find, entry_id)

    def _find(self, entry_id: int) -> tuple[Headline, ...]:
        found = self._library.headlines([entry_id])
        if not found:
            return ()
        headline = found[0]
        words = words_of(headline.title)
        self._count(words)
        rare = (word for word in words if self._counts[word] < COMMON)
        rarest = sorted(rare, key=lambda word: (self._counts[word], word))[:RAREST]
        ids = self._library.near(map(beginning, rarest), headline.published - SPAN, headline.published + SPAN)
        others = (one for one in self._library.headlines(ids) if _is_other(one, headline))
        return _one_of_each_source(one for one in others if self._is_telling(headline, one))

    def _is_telling(self, headline: Headline, other: Headline) -> bool:
        ours, theirs = words_of(headline.title), words_of(other.title)
        if len(found_in(ours, theirs)) < 2:
            return False
        self._count(ours | theirs)
        titles = max(self._library.titles(), 2)
        one, two = (words_of(self._library.opening(one.id)) for one in (headline, other))
        weight = {word: weight_of(self._counts[word], titles) for word in ours | theirs}
        return one_event(Told(ours, one), Told(theirs, two), weight, titles)

    def _count(self, words: Iterable[str]) -> None:
        """Have the counts of ``words``; they are a measure, which may be some hours old."""
        known = self._counts if len(self._counts) <= KNOWN else {}
        self._counts = known | self._library.title_counts(word for word in words if word not in known)


def _is_other(one: Headline, headline: Headline) -> bool:
    """Return whether ``one`` is of another source and has a page of its own."""
    return one.source_id != headline.source_id and (one.url is None or one.url != headline.url)


def _one_of_each_source(headlines: Iterable[Headline]) -> tuple[Headline, ...]:
    by_source: dict[int, Headline] = {}
    for one in sorted(headlines, key=lambda one: one.published, reverse=True):
        by_source.setdefault(one.source_id, one)
    return tuple(by_source.values())
