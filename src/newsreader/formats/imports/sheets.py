"""Comma-separated values (RFC 4180) with their columns named in the first line."""

import csv
import io
from collections.abc import Iterator

from newsreader.formats.imports.gathering import Gathering
from newsreader.model import FormatError

_CUT_SHORT = "this seems to be cut short: its last line has {found} of {wanted} columns"


def columns(text: str) -> tuple[str, ...]:
    """Return the names in the first line of ``text``, in small letters."""
    first = next(csv.reader(text.lstrip()[:1_000].splitlines()[:1]), [])
    return tuple(name.strip().lower() for name in first)


def rows(text: str, gathering: Gathering) -> Iterator[dict[str, str]]:
    """Yield each line as its values by the names of their columns, in small letters; empty lines are not told.

    Lines with too few values are skipped.

    Raises:
        FormatError: it cannot be read as CSV, or ends within a line.
    """
    names = columns(text)
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))  # or a long selection would be no CSV
    reader = csv.reader(io.StringIO(text.lstrip(), newline=""))
    short = 0
    try:
        next(reader, None)
        for row in reader:
            gathering.skip("incomplete", 1 if short else 0)
            short = len(row) if 0 < len(row) < len(names) else 0
            if row and not short:
                yield dict(zip(names, row, strict=False))
    except csv.Error as error:
        raise FormatError(f"line {reader.line_num} cannot be read as CSV ({error})") from error
    if short:
        raise FormatError(_CUT_SHORT.format(found=short, wanted=len(names)), advice="export it again")
