"""A picture that lies beside a file, under a name that the file made up: read from its folder, and nowhere else."""

from pathlib import Path, PurePosixPath

from newsreader.model import FormatError

LARGEST = 15_000_000
"""Bytes at most, as many as of a picture off the web."""


def read_beside(folder: str, name: str) -> bytes:
    """Return the bytes of the file ``name``, with ``/`` between its parts, in ``folder`` or one inside it.

    Raises:
        FormatError: it leads out of the folder, itself or by a link; is no plain file; is too large; is not there.
    """
    inside = PurePosixPath(name)
    if inside.is_absolute() or ".." in inside.parts or "\\" in name or "\0" in name:
        raise _refused("leads out of the folder of the file that names it", name)
    try:
        root = Path(folder).resolve(strict=True)
        path = (root / inside).resolve(strict=True)
        if not path.is_relative_to(root):
            raise _refused("leads out of the folder of the file that names it", name)
        if not path.is_file():
            raise _refused("is not a file", name)
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError, RuntimeError) as error:
        raise _refused("cannot be read", name) from error
    if len(data) > LARGEST:
        raise _refused("is too large for a picture", name)
    return data


def _refused(why: str, name: str) -> FormatError:
    return FormatError(f"this picture {why}", name[:200])
