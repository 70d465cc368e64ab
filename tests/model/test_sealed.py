"""Feeds closed for their way between processes: nothing is lost, and what is the same looks the same."""

import pickle
from dataclasses import replace
from datetime import UTC, timedelta

from hypothesis import given
from hypothesis import strategies as st

from newsreader.model import Enclosure, ParsedEntry, ParsedFeed
from newsreader.model.sealed import SealedFeed, sealed

WORDS = st.text(st.characters(exclude_categories=()), max_size=20)  # lone surrogates too
ENTRIES = st.builds(
    ParsedEntry,
    guid=WORDS,
    title=WORDS,
    url=st.none() | WORDS,
    published=st.none() | st.datetimes(timezones=st.just(UTC)),
    content=WORDS,
    enclosures=st.lists(st.builds(Enclosure, WORDS), max_size=2).map(tuple),
)
FEEDS = st.builds(
    ParsedFeed, title=WORDS, entries=st.lists(ENTRIES, max_size=4).map(tuple), ttl=st.none() | st.timedeltas()
)


@given(FEEDS)
def test_all_that_a_feed_says_arrives(feed: ParsedFeed) -> None:
    arrived = pickle.loads(pickle.dumps(sealed(feed)))
    assert isinstance(arrived, SealedFeed)
    assert replace(arrived.about, entries=tuple(entry.opened() for entry in arrived.entries)) == feed
    assert [entry.guid for entry in arrived.entries] == [entry.guid for entry in feed.entries]


@given(ENTRIES, ENTRIES)
def test_only_what_says_the_same_has_the_same_digest(one: ParsedEntry, other: ParsedEntry) -> None:
    first, second = sealed(ParsedFeed("", (one, other))).entries
    assert (first.digest == second.digest) == (one == other)
    assert sealed(ParsedFeed("x", (replace(one),), ttl=timedelta(1))).entries[0].digest == first.digest


def test_the_digest_is_the_one_that_libraries_have() -> None:
    (entry,) = sealed(ParsedFeed("", (ParsedEntry("a", "A title"),))).entries
    assert entry.digest.hex() == "6d3e30cc4ff3d68920cc3bb402e36d28"
