"""What a container holds besides the article, line by line: the reasons to drop one."""

from collections.abc import Sequence

from newsreader.clean import wording
from newsreader.clean.frames import IN_ASIDE, IN_CAPTION, IN_FIGURE, IN_FOOTER, IN_NAV
from newsreader.clean.lines import Line

_FURNITURE = IN_FOOTER | IN_NAV | IN_ASIDE


def body_range(lines: Sequence[Line], kept: Sequence[bool]) -> tuple[int, int] | None:
    """Return the places of the first and the last kept line that is clearly prose, or None without one."""
    prose = [
        i
        for i, line in enumerate(lines)
        if kept[i] and line.words >= 12 and line.linked < 0.4 and not line.frame.places & (IN_FIGURE | IN_CAPTION)
    ]
    return (prose[0], prose[-1]) if prose else None


def sweep(lines: Sequence[Line], kept: Sequence[bool]) -> list[bool]:
    """Return ``kept`` without the lines that are no part of the text, and with those that are."""
    span = body_range(lines, kept)
    if span is None:
        return list(kept)
    first, last = span
    prose = [i for i in range(first, last + 1) if kept[i] and lines[i].words >= 12 and lines[i].linked < 0.4]
    aside = sum(lines[i].words for i in prose if lines[i].frame.places & _FURNITURE)
    all_aside = aside >= 0.3 * sum(lines[i].words for i in prose)
    result = list(kept)
    for i, line in enumerate(lines):
        if kept[i]:
            result[i] = not (
                _is_caption(line)
                or (line.frame.places & _FURNITURE and not all_aside)
                or _before(line, i, first)
                or _anywhere(line)
                or _after(line, i, first, last)
            )
        else:
            result[i] = _recovered(line, i, first, last)
    return result


def _is_caption(line: Line) -> bool:
    return bool(line.frame.places & (IN_FIGURE | IN_CAPTION))


def _before(line: Line, i: int, first: int) -> bool:
    """Tell whether ``line`` is of the head: the title again, a byline, a date, a section's name."""
    if i <= first and (line.tag == "h1" or line.title):
        return True
    return i < first - 1 and line.words < 8 and not line.sentence and line.tag not in {"h2", "h3"}


def _anywhere(line: Line) -> bool:
    """Tell whether ``line`` is no part of any article, wherever it stands."""
    words, linked, names = line.words, line.linked, line.frame.names
    return bool(
        (linked > 0.6 and words < 30)
        or ((linked > 0.3 or line.capitals > 0.4) and wording.READ_MORE.search(line.text))
        or (linked > 0 and words < 35 and wording.SIGN_UP.search(line.text))
        or ((names.chrome or names.word) and words < 60 and line.by_kin < 0.2 and not line.frame.places & 0)
        or (line.frame.above.word and line.frame.chrome and line.by_kin < 0.1 and words < 40)
        or (words < 14 and not line.sentence and wording.BYLINE.search(line.text))
        or (words < 8 and not line.sentence and wording.DATELINE.search(line.text))
        or (words < 12 and wording.ADVERT.search(line.text))
        or (words > 12 and line.repeats)
        or (line.capitals > 0.55 and words >= 4 and linked > 0.3)
    )


def _after(line: Line, i: int, first: int, last: int) -> bool:
    """Tell whether ``line`` is of the tail: who wrote it, tags, where to follow."""
    if i <= first + 3:
        return False
    return bool(
        (i >= last - 2 and line.words < 45 and wording.BIO.search(line.text))
        or (i >= last - 3 and wording.TAGS.search(line.text))
    )


def _recovered(line: Line, i: int, first: int, last: int) -> bool:
    """Tell whether ``line``, which the container left out, belongs to the body: it stands among it, like it."""
    if not first - 3 <= i <= last + 3 or line.repeats or line.words < 4:
        return False
    if line.tag == "blockquote" or (line.frame.places & 1024 and first < i < last):
        return line.frame.chrome <= 1
    return (
        line.linked < 0.35
        and line.frame.chrome == 0
        and line.words >= 5
        and not line.frame.places & (_FURNITURE | IN_CAPTION)
        and (line.by_kin >= 0.25 or (line.by_parent >= 0.3 and line.tag == "p"))
    )
