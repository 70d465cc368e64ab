"""What became of a task that failed, as an error of the house."""

from typing import Any

from newsreader.model import DeadlineError, NewsreaderError, clean_line
from newsreader.workshop.tasks import Task


def told(error: BaseException, task: Task[Any], where: str) -> BaseException:
    """Return the error to raise for what a child, or the pool, raised.

    Errors of the house stay as they are. What is not one of them was provoked by foreign bytes and must not
    bring the reader down: it becomes the error of its task, with what it was and its traceback as the cause.
    """
    from newsreader.workshop.bench import MishapError

    if isinstance(error, NewsreaderError):
        return error
    if isinstance(error, TimeoutError):
        about = DeadlineError(f"opening this {task.what} took longer than {task.seconds:g} seconds", where)
    elif isinstance(error, MemoryError):
        about = DeadlineError(f"opening this {task.what} takes more memory than it is given", where)
    elif isinstance(error, MishapError):
        name, said = error.args
        return _with(task.error(clean_line(f"this {task.what} cannot be read ({name}: {said})", 200), where), error)
    else:  # the process died, or took the pool with it
        about = DeadlineError(f"opening this {task.what} brought the process down that tried", where)
    return _with(about, error)


def _with(told: NewsreaderError, cause: BaseException) -> NewsreaderError:
    told.__cause__ = cause
    return told
