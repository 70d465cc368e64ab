"""What becomes of a page that is here and comes from elsewhere: decided for each status, its note and its tags."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from newsreader.library.journal import Status

if TYPE_CHECKING:
    from newsreader.formats.imports import ImportedPage

_PARTED = "\n\n---\n\n"
"""Between two notes on one page that say different things."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one side says of a status; ``changed`` is when the reader last changed it there, None if never told."""

    value: bool
    changed: datetime | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """An entry of the library before the import."""

    statuses: dict[Status, Said]
    note: str = ""
    tags: tuple[str, ...] = ()


UNKNOWN = Known({status: Said(value=False) for status in Status})
"""An entry that was not here."""


def said(page: "ImportedPage", status: Status) -> Said:
    """Return what ``page`` says of a status; other programs tell no more of a change than when a page was saved."""
    if status is Status.READ:
        return Said(page.read, page.read_changed or (page.read_at or page.saved_at if page.read else None))
    return Said(page.bookmarked, page.bookmarked_changed or (page.saved_at if page.bookmarked else None))


def wins(theirs: Said, ours: Said) -> bool:
    """Tell whether a status becomes what the other side says: it says otherwise, and changed it later.

    Where this side never touched a status, whatever was set there counts; of two that tell no time, ours stays.
    """
    if theirs.value == ours.value:
        return False
    if ours.changed is None:
        return theirs.value or theirs.changed is not None
    return theirs.changed is not None and theirs.changed > ours.changed


def joined_notes(ours: str, theirs: str) -> str:
    """Return both notes, the second after a line, or the one that holds the other."""
    if not theirs or theirs in ours:
        return ours
    return f"{ours}{_PARTED}{theirs}" if ours and ours not in theirs else theirs


def joined_tags(ours: Iterable[str], theirs: Iterable[str]) -> tuple[str, ...]:
    """Return ``ours`` and those of ``theirs`` that are not among them, case aside."""
    tags = {tag.casefold(): tag for tag in theirs} | {tag.casefold(): tag for tag in ours}
    return tuple(sorted(tags.values()))
