"""Reading and writing the settings file: all of it or nothing, and for nobody else's eyes."""

import os
from pathlib import Path

from newsreader.model import ConfigError

BYTE_ORDER_MARK = "\ufeff"
"""What some editors put before a text; no part of it."""

_LARGEST = 1_000_000


def read_text(file: Path) -> str:
    """Return the text of ``file``; an empty one when there is no such file.

    Raises:
        ConfigError: it is there, but cannot be read, or is not text in UTF-8.
    """
    try:
        if file.is_dir():
            raise ConfigError("is a folder, not a file", str(file), "move it out of the way")
        with file.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise ConfigError(f"cannot be read ({error.strerror})", str(file)) from error
    if len(data) > _LARGEST:
        raise ConfigError("is larger than 1 MB, which no settings are", str(file))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError("is not text in UTF-8", f"{file}, line {line}", "save it as UTF-8") from error


def write_text(file: Path, text: str) -> None:
    """Write ``text`` to ``file`` in one step: whatever happens meanwhile, either the old or the new one is there.

    A new folder is made 0700, the file 0600; of a symbolic link, what it points to is replaced.

    Raises:
        ConfigError: it cannot be written.
    """
    try:
        target = file.resolve()
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(target, text.encode("utf-8"))
    except (OSError, RuntimeError) as error:  # RuntimeError: symbolic links in a circle
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise ConfigError(f"cannot be written ({reason})", str(file)) from error


def _replace(target: Path, data: bytes) -> None:
    import tempfile

    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)  # O_EXCL, 0600
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
