"""Functions for children to run: they work, hang, crash, eat memory and misbehave."""

import ctypes
import os
import re
import signal
import sys
import time
from pathlib import Path
from typing import Any

from newsreader.model import CleanError, FetchError, NewsreaderError
from newsreader.workshop.bench import settle


def double(number: int) -> int:
    return 2 * number


def pid() -> int:
    return os.getpid()


def settle_when_told(gate: str) -> None:
    """Be set up as a child once something is written to ``gate``, then wait for ever."""
    Path(gate).read_text()
    settle(1 << 30)
    signal.pause()


def hang_in_python() -> None:
    while True:
        pass


def hang_in_c() -> None:
    """A regular expression that backtracks for years, in C and with the interpreter held."""
    re.match(r"(a+)+$", "a" * 60 + "b")


def hang_after_writing(path: str) -> None:
    Path(path).write_text(str(os.getpid()))
    hang_in_c()


def write_then_double(path: str, number: int) -> int:
    with Path(path).open("a") as file:
        file.write(f"{number}\n")
    return 2 * number


def wait(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def crash() -> None:
    ctypes.string_at(0)


def be_killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def leave() -> None:
    os._exit(3)


def eat_memory() -> int:
    return len(bytearray(8 << 30))


def nest(depth: int = 0) -> int:
    return nest(depth + 1)


def complain() -> None:
    raise CleanError("nothing to read", "https://example.org/a", "open it in the browser")


def complain_with_status() -> None:
    raise FetchError("gone", "https://example.org/a", "", 410)


class ShyError(Exception):
    """Does not survive being pickled."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"{one} and {two}")


def stumble() -> None:
    raise ShyError(1, 2)


def bring_what_cannot_travel() -> Any:
    return lambda: None


def echo(data: bytes) -> bytes:
    return data


def chatter() -> str:
    print("to the terminal")
    print("and the errors", file=sys.stderr)
    os.write(1, b"straight to the descriptor\n")
    return "said"


def circumstances() -> dict[str, Any]:
    import resource

    return {
        "nice": os.nice(0),
        "terminal": [os.isatty(stream) for stream in (0, 1, 2)],
        "session": os.getsid(0),
        "autogroup": Path("/proc/self/autogroup").read_text() if Path("/proc/self/autogroup").exists() else "",
        "memory": resource.getrlimit(resource.RLIMIT_AS)[0],
        "modules": sorted(sys.modules),
    }


def interrupt() -> str:
    os.kill(os.getpid(), signal.SIGINT)
    return "still here"


def raise_house_error() -> None:
    raise NewsreaderError("as it is")
