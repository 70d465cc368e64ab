"""What is listed and in which order: decisions about ids (pure)."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Protocol

from newsreader.model import HeadlineQuery, View
from newsreader.model.counting import counted
from newsreader.tui.widgets.cells import drawn_line, fit

VIEW_NAMES = {
    View.ALL: "",
    View.UNREAD: "unread",
    View.BOOKMARKS: "kept",
    View.HISTORY: "read",
    View.CONTINUE: "begun",
}


MOST_NAME = 40
"""Cells that the name of a source takes in the header bar at most."""


class Lay(Protocol):
    """A way to lay what is ``wanted`` round what is ``shown``, ids both; those in ``keep`` stay though unwanted."""

    def __call__(self, shown: Sequence[int], wanted: Sequence[int], *, keep: Collection[int]) -> tuple[int, ...]:
        """Return the ids in order."""


def merged(shown: Sequence[int], wanted: Sequence[int], *, keep: Collection[int]) -> tuple[int, ...]:
    """Return ``wanted`` laid around what is ``shown``: new ids on top, the rest in the order it stood.

    Ids no longer wanted go, but for those in ``keep``: what was just read stays where it is while it is looked at.
    """
    there = set(shown)
    still = set(wanted).union(keep)
    return (*(id_ for id_ in wanted if id_ not in there), *(id_ for id_ in shown if id_ in still))


def inserted(shown: Sequence[int], wanted: Sequence[int], *, keep: Collection[int]) -> tuple[int, ...]:
    """Return what is ``shown`` in the order it stands, each new id after the one it is ``wanted`` after."""
    there = set(shown)
    still = set(wanted).union(keep)
    after: defaultdict[int | None, list[int]] = defaultdict(list)
    last: int | None = None
    for id_ in wanted:
        if id_ in there:
            last = id_
        else:
            after[last].append(id_)
    return (*after[None], *(id_ for one in shown if one in still for id_ in (one, *after.get(one, ()))))


def woven(shown: Sequence[int], wanted: Sequence[int], *, keep: Collection[int]) -> tuple[int, ...]:
    """Return ``wanted`` in its own order; those of ``shown`` to ``keep`` stand after the id they stood after."""
    there = set(wanted)
    after: defaultdict[int | None, list[int]] = defaultdict(list)
    last: int | None = None
    for id_ in shown:
        if id_ in there:
            last = id_
        elif id_ in keep:
            after[last].append(id_)
    return (*after[None], *(id_ for one in wanted for id_ in (one, *after.get(one, ()))))


def state_words(query: HeadlineQuery, unread: int, total: int, news: str, source: str = "") -> tuple[str, ...]:
    """Return the right side of the header bar, the longest form first; ``news`` says how new it is.

    ``source`` is what the source or the folder is called, where one is shown.
    """
    name = f"“{query.search}”" if query.search else VIEW_NAMES[query.view]
    if query.view is View.ALL or query.search:
        count = f"{unread} unread of {total}"
        if query.search:
            count = f"{total} for {name}"
    else:
        count = f"{total} {name}"
    if not query.of_all:
        news = fit(drawn_line(source), MOST_NAME)
    forms = (f"{count} · {news}",) if news else ()
    if query.search:
        return (*forms, count, f"{total} found")
    return (*forms, count, f"{unread} unread") if query.view is View.ALL else (*forms, count)


def edition_words(unread: int, total: int) -> tuple[str, ...]:
    """Return the right side of the header bar while an edition is shown, the longest form first."""
    return (
        f"edition · {counted(total, 'headline')}, {unread} unread",
        f"edition · {unread} unread",
        f"{unread} unread",
    )
