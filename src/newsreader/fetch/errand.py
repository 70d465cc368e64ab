"""What a process that fetches is told, and what it tells."""

from dataclasses import dataclass

from newsreader.fetch.messages import Request, Response


@dataclass(frozen=True, slots=True)
class Trust:
    """Let these hosts be inside the reader's own network; each as ``host_of`` or ``server_of`` tells it."""

    hosts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Fetch:
    """Fetch this, and say under its number what came of it."""

    number: int
    request: Request


@dataclass(frozen=True, slots=True)
class Cancel:
    """Nobody waits for this one any more."""

    number: int


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a fetch."""

    number: int
    outcome: Response | Exception
