"""The fork server's first import: it leaves the terminal, and the foreground, to the reader.

``multiprocessing`` lets the fork server run no code of ours but what it preloads. It inherits the standard
streams of the program; without this it and its children would hold the terminal open for as long as they live.
"""

import os
import sys

from newsreader.background import withdraw


def leave_the_terminal() -> None:
    """Point the standard streams at nothing, leave the terminal's session, and withdraw."""
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    os.close(null)
    os.setsid()  # Ctrl+C and the like are for the reader only
    withdraw()


if any("multiprocessing.forkserver" in argument for argument in sys.orig_argv):
    leave_the_terminal()
