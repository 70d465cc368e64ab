"""The workshop ends what hangs, crashes or eats memory, and goes on."""

import asyncio
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from newsreader.model import CleanError, DeadlineError, FetchError, NewsreaderError
from newsreader.workshop import Workshop
from workshop import chores


@pytest.fixture(scope="module")
def workshop() -> Iterator[Workshop]:
    opened = Workshop()
    yield opened
    opened.close()


async def test_work_is_done_in_other_processes(workshop: Workshop) -> None:
    import os

    assert await workshop.run(chores.double, 21) == 42
    assert await workshop.run(chores.pid) != os.getpid()


async def test_eight_megabytes_go_and_come(workshop: Workshop) -> None:
    data = bytes(range(256)) * 31_250
    assert await workshop.run(chores.echo, data) == data


@pytest.mark.parametrize("hang", [chores.hang_in_python, chores.hang_in_c])
async def test_what_hangs_is_ended_at_its_deadline(workshop: Workshop, hang: Callable[[], None]) -> None:
    began = time.monotonic()
    with pytest.raises(DeadlineError, match=r"longer than 0\.3 seconds") as caught:
        await workshop.run(hang, deadline=0.3, where="https://example.org/a")
    assert time.monotonic() - began < 2
    assert caught.value.where == "https://example.org/a"
    assert await workshop.run(chores.double, 1) == 2


@pytest.mark.parametrize("end", [chores.crash, chores.be_killed, chores.leave, chores.bring_what_cannot_travel])
async def test_a_child_that_dies_is_replaced(workshop: Workshop, end: Callable[[], Any]) -> None:
    with pytest.raises(DeadlineError, match="brought the process down"):
        await workshop.run(end)
    assert await workshop.run(chores.double, 1) == 2


async def test_a_child_has_only_so_much_memory(workshop: Workshop) -> None:
    with pytest.raises(DeadlineError, match="more memory"):
        await workshop.run(chores.eat_memory)


async def test_errors_of_the_house_come_as_they_are(workshop: Workshop) -> None:
    with pytest.raises(CleanError) as caught:
        await workshop.run(chores.complain)
    error = caught.value
    assert (error.what, error.where, error.advice) == (
        "nothing to read",
        "https://example.org/a",
        "open it in the browser",
    )
    with pytest.raises(FetchError) as fetching:
        await workshop.run(chores.complain_with_status)
    assert fetching.value.status == 410


@pytest.mark.parametrize(("trip", "said"), [(chores.stumble, "ShyError: 1 and 2"), (chores.nest, "RecursionError")])
async def test_any_other_error_is_one_of_the_house_with_its_traceback(
    workshop: Workshop, trip: Callable[[], Any], said: str
) -> None:
    with pytest.raises(NewsreaderError, match=said) as caught:
        await workshop.run(trip)
    cause = caught.value.__cause__
    assert cause is not None
    assert trip.__name__ in str(cause.__cause__)


async def test_a_flood_of_crashes_leaves_the_others_unharmed(workshop: Workshop) -> None:
    crashes = [workshop.run(chores.be_killed) for _ in range(4)]
    work = [workshop.run(chores.double, number) for number in range(40)]
    results = await asyncio.gather(*crashes, *work, return_exceptions=True)
    assert results[4:] == [2 * number for number in range(40)]
    assert all(isinstance(result, DeadlineError) for result in results[:4])


async def test_children_that_die_while_idle_do_not_stop_the_work(workshop: Workshop) -> None:
    import os
    import signal

    children = set(await asyncio.gather(*(workshop.run(chores.pid) for _ in range(20))))
    for child in children:
        os.kill(child, signal.SIGKILL)
    assert await asyncio.gather(*(workshop.run(chores.double, n) for n in range(5))) == [0, 2, 4, 6, 8]


async def test_what_nobody_waits_for_any_more_is_not_begun(workshop: Workshop, tmp_path: Path) -> None:
    done = tmp_path / "done"
    done.touch()
    busy = [asyncio.create_task(workshop.run(chores.wait, 0.2)) for _ in range(3)]
    tasks = [asyncio.create_task(workshop.run(chores.write_then_double, str(done), n)) for n in range(6)]
    await asyncio.sleep(0.05)
    for task in tasks[:5]:
        task.cancel()
    assert await tasks[5] == 10
    await asyncio.gather(*busy)
    assert done.read_text() == "5\n"


async def test_what_the_reader_waits_for_overtakes_a_refresh(workshop: Workshop) -> None:
    feed = b'<rss version="2.0"><channel><title>T</title><item><title>I</title></item></channel></rss>'
    done: list[str] = []

    async def parse() -> None:
        await workshop.parse_feed(feed, "https://example.org/feed")
        done.append("feed")

    async def open_page() -> None:
        await workshop.run(chores.double, 1)
        done.append("page")

    await asyncio.gather(*(parse() for _ in range(60)), open_page())
    assert done.index("page") < 20


async def test_children_keep_to_themselves(workshop: Workshop, capfd: pytest.CaptureFixture[str]) -> None:
    import os

    facts = await workshop.run(chores.circumstances)
    assert facts["nice"] == os.nice(0) + 10
    assert facts["terminal"] == [False, False, False]
    assert facts["session"] != os.getsid(0)
    assert facts["autogroup"] == "" or facts["autogroup"].endswith(" nice 10\n")
    assert facts["memory"] == 1 << 30
    assert await workshop.run(chores.chatter) == "said"
    assert await workshop.run(chores.interrupt) == "still here"
    assert capfd.readouterr() == ("", "")


async def test_a_pool_that_lost_a_job_is_replaced_and_its_other_jobs_are_not_lost() -> None:
    from newsreader.workshop.crew import Crew
    from newsreader.workshop.line import Job
    from newsreader.workshop.tasks import Task, Urgency

    task: Task[Any] = Task("workshop.chores:wait", 5.0, Urgency.READER, NewsreaderError, "task")
    crew = Crew(2)
    await asyncio.wrap_future(crew.give(Job(task, (0.0,))))
    lost, other = Job(task, (4.0,)), Job(task, (0.3,))
    outcomes = [asyncio.wrap_future(crew.give(job)) for job in (lost, other)]
    assert not lost.overdue(3)
    assert lost.overdue(0)
    crew.lose(lost, DeadlineError("it did not end"))
    with pytest.raises(DeadlineError, match="did not end"):
        await outcomes[0]
    assert await outcomes[1] == 0.3
    assert other.tries == 2
    crew.close()


def test_a_workshop_that_is_not_used_starts_nothing() -> None:
    workshop = Workshop()
    workshop.close()
    workshop.warm()
    assert not workshop._crew._warmed


async def test_a_closed_workshop_says_so() -> None:
    workshop = Workshop()
    workshop.close()
    with pytest.raises(NewsreaderError, match="closing"):
        await workshop.run(chores.double, 1)


async def test_children_that_cannot_be_started_are_told(workshop: Workshop) -> None:
    from newsreader.workshop.crew import Crew
    from newsreader.workshop.line import Job
    from newsreader.workshop.tasks import PARSE_FEED

    def start(processes: int) -> Any:
        raise OSError(11, "no more processes")

    crew = Crew(2, start)
    with pytest.raises(NewsreaderError, match="cannot be started"):
        await asyncio.wrap_future(crew.give(Job(PARSE_FEED, ())))
    crew.close()
