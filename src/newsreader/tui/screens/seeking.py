"""Looking along a list of headlines for one that is unread."""

from collections.abc import Callable, Sequence

from newsreader.tui.widgets.headline_list import HeadlineList

NEAR = 512
"""Headlines looked at one by one; further off the unread are asked for by their ids."""


def go_to_unread(view: HeadlineList, unread: Callable[[], Sequence[int]], step: int, *, round_end: bool) -> bool:
    """Put the cursor on the next unread headline, or with a step of -1 the one before; return whether there is one.

    It looks from the cursor on, or with ``round_end`` from the other end; ``unread`` gives the ids of all of them.
    """
    other_end = 0 if step > 0 else len(view.ids) - 1
    found = _unread_from(view, unread, other_end if round_end else view.cursor + step, step)
    if found is None or found == view.cursor:
        return False
    view.move_to(found)
    return True


def _unread_from(view: HeadlineList, unread: Callable[[], Sequence[int]], index: int, step: int) -> int | None:
    """Return the place of the first unread headline from ``index`` on, or None."""
    ids = view.ids
    last = index + step * NEAR
    while 0 <= index < len(ids) and index != last:
        headline = view.headline(index)
        if headline is not None and not headline.read:
            return index
        index += step
    wanted = set(unread()) if 0 <= index < len(ids) else set()
    return next((at for at in range(index, len(ids) if step > 0 else -1, step) if ids[at] in wanted), None)
