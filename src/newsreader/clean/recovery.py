"""What the container left out although it stands in the body and is like it: headings, items, quotes."""

from collections.abc import Sequence

from newsreader.clean.choice import innermost
from newsreader.clean.frames import FURNITURE, IN_CAPTION, IN_FIGURE, IN_LIST, IN_NOTE, IN_QUOTE, Frame
from newsreader.clean.lines import Line
from newsreader.clean.sweep import HEADINGS, body_range

_OUTSIDE = FURNITURE | IN_FIGURE | IN_CAPTION
_FULL_PROSE = 30
"""Words of a paragraph that is text wherever it stands in the body's element."""

_AROUND = 3
"""Lines before the first and after the last paragraph in which one of its kin may still belong to it."""


def recover(lines: Sequence[Line], kept: Sequence[bool], dropped: Sequence[bool]) -> list[bool]:
    """Return ``kept`` with the lines that belong to the body and were not ``dropped`` for a reason."""
    span = body_range(lines, kept)
    if span is None:
        return list(kept)
    first, last = span
    home = _home(lines, kept)
    result = list(kept)
    told = {line.key for line, keep in zip(lines, kept, strict=True) if keep}
    for i in range(max(0, first - _AROUND), min(len(lines), last + _AROUND + 1)):
        line = lines[i]
        if result[i] or dropped[i] or line.key in told:
            continue
        inside = first < i < last
        result[i] = _is_kin(line) or (inside and (_is_quote(line) or (home is not None and _is_item(line, home))))
    for i in range(first, len(lines)):  # the text calls its notes, wherever they stand
        result[i] = result[i] or bool(lines[i].frame.places & IN_NOTE)
    _recover_headings(lines, result, dropped, first, last)
    return result


def _is_kin(line: Line) -> bool:
    """Tell whether ``line`` is a paragraph like those of the body."""
    return (
        line.words >= 5
        and (line.frame.chrome == 0 or line.by_kin >= 0.38)
        and not line.frame.places & _OUTSIDE
        and (line.linked < 0.35 or (line.linked < 0.95 and line.sentence and line.by_kin >= 0.4))
        and (line.by_kin >= 0.25 or (line.by_parent >= 0.3 and line.tag == "p"))
    )


def _is_quote(line: Line) -> bool:
    return bool(line.words >= 4 and line.frame.places & IN_QUOTE and line.frame.chrome <= 1)


def _is_item(line: Line, home: Frame) -> bool:
    """Tell whether ``line`` is an item, a cell or full prose in the element that holds the body."""
    if line.frame.chrome or line.frame.places & _OUTSIDE or home not in line.frame.chain():
        return False
    if line.tag == "div" or (line.tag == "p" and not line.frame.places & IN_LIST):
        return line.words >= _FULL_PROSE and line.sentence and line.linked < 0.2
    return line.tag == "td" or (line.tag in {"li", "dd", "dt", "pre", "p"} and line.linked < 0.5)


def _recover_headings(
    lines: Sequence[Line], kept: list[bool], dropped: Sequence[bool], first: int, last: int
) -> None:
    """Keep each heading that a kept line follows."""
    for i in range(min(last, len(lines) - 1), max(0, first - 1) - 1, -1):
        line = lines[i]
        if (
            kept[i]
            or dropped[i]
            or line.tag not in HEADINGS
            or line.linked > 0.5
            or line.frame.chrome
            or line.title
        ):
            continue
        kept[i] = kept[i + 1] if i + 1 < len(lines) else False


def _home(lines: Sequence[Line], kept: Sequence[bool]) -> Frame | None:
    """Return the frame of the innermost element that holds nearly all kept prose."""
    prose = [i for i, (line, keep) in enumerate(zip(lines, kept, strict=True)) if keep and line.prose]
    return innermost(lines, prose, 0.8)
