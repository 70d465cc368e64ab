"""The jobs that wait for a child, in the order in which they are taken up."""

import heapq
import itertools
import time
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

from newsreader.workshop.tasks import Task, Urgency


@dataclass(eq=False, slots=True)
class Job:
    """One task with its arguments, and what comes of it.

    Attributes:
        task, args: what to run.
        outcome: the result or the exception as the child gave it.
        tries: how often it was handed to a pool.
        handed: when it was last handed to a pool, by ``time.monotonic``; None while it waits.
    """

    task: Task[Any]
    args: tuple[Any, ...]
    outcome: Future[Any] = field(default_factory=Future)
    tries: int = 0
    handed: float | None = None

    def begin(self) -> None:
        """Note that it is handed to a pool now."""
        self.tries += 1
        self.handed = time.monotonic()

    def overdue(self, seconds: float) -> bool:
        """Return whether it was handed to a pool more than ``seconds`` ago."""
        return self.handed is not None and time.monotonic() - self.handed > seconds


class Line:
    """A queue by urgency, then first come first served; who waits may leave it by cancelling the outcome."""

    def __init__(self) -> None:
        self._jobs: list[tuple[Urgency, int, Job]] = []
        self._order = itertools.count()

    def __bool__(self) -> bool:
        return bool(self._jobs)

    def join(self, job: Job) -> None:
        """Put ``job`` at the end of those as urgent as it is."""
        job.handed = None
        heapq.heappush(self._jobs, (job.task.urgency, next(self._order), job))

    def clear(self) -> list[Job]:
        """Take all who wait out of the line."""
        jobs = []
        while (job := self.next()) is not None:
            jobs.append(job)
        return jobs

    def next(self) -> Job | None:
        """Take the job whose turn it is out of the line; None when nobody waits any more."""
        while self._jobs:
            job = heapq.heappop(self._jobs)[2]
            if job.outcome.running() or job.outcome.set_running_or_notify_cancel():
                return job
        return None
