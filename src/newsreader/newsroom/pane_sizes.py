"""How wide the reader made panes and text, from one run to the next."""

import json
from collections.abc import Mapping

from newsreader.library import Library

SETTING = "pane sizes"
"""The setting that holds cells by the name of what is so wide, as JSON."""


def known(library: Library) -> dict[str, int]:
    """Return the cells by name, of what was ever set otherwise than it is by itself."""
    stored: dict[str, int] = json.loads(library.setting(SETTING) or "{}")
    return stored


async def remember(library: Library, sizes: Mapping[str, int]) -> None:
    """Remember all sizes in place of those known before."""
    await library.remember(SETTING, json.dumps(sizes))
