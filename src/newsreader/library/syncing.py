"""Names that survive a power cut."""

import os
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Have the disk take what was created, renamed and deleted in ``folder``.

    Raises:
        OSError: it does not.
    """
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
