"""Signals of the system: the program leaves in good order when it is told to, and comes back when it is woken."""

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress

ENDING = (signal.SIGTERM, signal.SIGHUP)


def leave_when_told(leave: Callable[[], object]) -> None:
    """Call ``leave`` when the system ends the program or its terminal goes away.

    With a handler of its own the event loop is woken by every signal. Without one, SIGCONT, which ``fg`` sends,
    may reach another thread while the loop sleeps, and the screen stays dark until something else happens.
    """
    loop = asyncio.get_running_loop()
    for number in ENDING:
        if signal.getsignal(number) is signal.SIG_IGN:  # as under nohup
            continue
        with suppress(RuntimeError, ValueError):  # signals are the main thread's alone
            loop.add_signal_handler(number, leave)
