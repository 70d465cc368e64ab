"""What a shell may complete beside commands and options: files, folders, and the titles of the sources."""

import argparse
from collections.abc import Callable, Iterable
from contextlib import suppress

from newsreader.model import NewsreaderError

Completer = Callable[..., Iterable[str]]
"""Called by argcomplete with ``prefix``, ``action``, ``parser`` and ``parsed_args``."""


def completed(action: argparse.Action, by: Completer) -> None:
    """Have an argument completed; argcomplete looks for this attribute, which argparse does not know."""
    vars(action)["completer"] = by


def files(prefix: str, **_: object) -> Iterable[str]:
    """Return the files that begin with ``prefix``."""
    from argcomplete.completers import FilesCompleter

    found: Iterable[str] = FilesCompleter()(prefix)
    return found


def folders(prefix: str, **_: object) -> Iterable[str]:
    """Return the folders that begin with ``prefix``."""
    from argcomplete.completers import DirectoriesCompleter

    found: Iterable[str] = DirectoriesCompleter()(prefix)
    return found


def source_titles(parsed_args: argparse.Namespace, **_: object) -> Iterable[str]:
    """Return the titles of the sources; none when there is no library to read them from."""
    from newsreader.config import read_settings
    from newsreader.wiring import known_sources

    with suppress(NewsreaderError):  # a shell that completes a line shows no sentences
        return [source.title for source in known_sources(read_settings(library=parsed_args.library))]
    return []


def complete(parser: argparse.ArgumentParser) -> None:
    """Answer the shell that completes a line, and end the process."""
    from argcomplete import autocomplete
    from argcomplete.completers import SuppressCompleter

    autocomplete(parser, default_completer=SuppressCompleter())
