"""Words that name keys: an id in braces stands for the first key of its command, as the reader mapped it."""

import re
from collections.abc import Mapping

from newsreader.tui.commands import BY_ID, shown_keys

_ID = re.compile(r"\{([a-z_.]+)\}")


def first_shown(id_: str, keymap: Mapping[str, str]) -> str:
    """Return the first key of a command, as it is written."""
    return shown_keys(BY_ID[id_], keymap)[0]


def named(words: str, keymap: Mapping[str, str]) -> str:
    """Return ``words`` of our own with the keys in place of the ids; nothing from outside may be in them."""
    return _ID.sub(lambda found: first_shown(found[1], keymap), words)
