"""Where in each view the reader was, from one run to the next."""

import json
from collections.abc import Mapping

from newsreader.library import Library
from newsreader.model import View

SETTING = "list places"
"""The setting that holds, of each view, ids of headlines from the cursor on, as JSON."""


def known(library: Library) -> dict[View, tuple[int, ...]]:
    """Return the ids by view, of those views that were left before."""
    stored = json.loads(library.setting(SETTING) or "{}")
    return {view: tuple(stored[view]) for view in View if view in stored}


async def remember(library: Library, places: Mapping[View, tuple[int, ...]]) -> None:
    """Remember the ids of all views in place of those known before."""
    await library.remember(SETTING, json.dumps(places))
