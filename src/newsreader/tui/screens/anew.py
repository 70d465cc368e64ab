"""Work that takes the place of what its group was doing."""

from typing import Any

from textual.screen import Screen
from textual.worker import WorkType


def work_anew(host: Screen[Any], work: WorkType[None], group: str) -> None:
    """Do work in place of what its group does; called when it starts, for some is replaced before that."""
    host.run_worker(work, group=group, exclusive=True)
