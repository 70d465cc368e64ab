"""Whether somebody is here for the first time."""

from datetime import datetime

from newsreader.library import Library
from newsreader.model import HeadlineQuery, View

SETTING = "welcomed"
"""The setting that holds when the reader was welcomed, in ISO 8601."""


def is_new(library: Library) -> bool:
    """Tell whether nothing was ever read or kept, nor a welcome given."""
    if library.setting(SETTING) is not None:
        return False
    return not any(library.headline_ids(HeadlineQuery(view, limit=1)) for view in (View.HISTORY, View.BOOKMARKS))


async def welcomed(library: Library, now: datetime) -> None:
    """Remember that the welcome was given."""
    await library.remember(SETTING, now.isoformat())
