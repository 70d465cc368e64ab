"""How a process of the house stays in the background, so that the screen never waits for it."""

import os
import time
from pathlib import Path

NICENESS = 10
_AUTOGROUP = Path("/proc/self/autogroup")
_TRIES, _PAUSE = 3, 0.11
"""Whoever is not root may set such a thing once in 0.1 seconds, all processes together (proc(5))."""


def withdraw() -> None:
    """Let all others compute first; to be called in a session of its own.

    Linux shares the processors out among sessions where ``sched_autogroup_enabled`` is set, as it is on most
    desktops, and niceness counts only within one; the session has its own (sched(7)).
    """
    os.nice(NICENESS)
    for _ in range(_TRIES):
        try:
            _AUTOGROUP.write_text(str(NICENESS))
        except BlockingIOError:
            time.sleep(_PAUSE)
        except OSError:  # another system, or not set
            return
        else:
            return
