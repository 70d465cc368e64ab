"""A feed on its way between processes: what most of its entries say is known already, and need not be unpacked."""

import pickle
from dataclasses import dataclass, replace
from hashlib import blake2b

from newsreader.model.feed import ParsedEntry, ParsedFeed


@dataclass(frozen=True, slots=True)
class SealedEntry:
    """One item of a feed, closed.

    Attributes:
        guid: what the feed calls it.
        digest: 16 bytes that are others when it says something else.
        sealed: the whole of it.
    """

    guid: str
    digest: bytes
    sealed: bytes

    def opened(self) -> ParsedEntry:
        """Return what it says."""
        entry: ParsedEntry = pickle.loads(self.sealed)  # noqa: S301 - of our own making
        return entry


@dataclass(frozen=True, slots=True)
class SealedFeed:
    """A feed whose entries are closed; ``about`` is all else that it says, and has none."""

    about: ParsedFeed
    entries: tuple[SealedEntry, ...]


def sealed(feed: ParsedFeed) -> SealedFeed:
    """Close the entries of a feed."""
    return SealedFeed(replace(feed, entries=()), tuple(map(_sealed, feed.entries)))


def _sealed(entry: ParsedEntry) -> SealedEntry:
    digest = blake2b(repr(entry).encode("utf-8", "replace"), digest_size=16).digest()
    return SealedEntry(entry.guid, digest, pickle.dumps(entry, pickle.HIGHEST_PROTOCOL))
