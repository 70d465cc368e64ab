"""What a container holds besides the article, line by line: the reasons to drop one."""

from collections.abc import Iterator, Sequence

from newsreader.clean import wording
from newsreader.clean.frames import IN_ASIDE, IN_CAPTION, IN_FIGURE, IN_FOOTER, IN_NAV, IN_QUOTE, Frame
from newsreader.clean.lines import Line

HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})

_STRUCTURE = frozenset({"h2", "h3", "h4", "li", "td", "th", "dd", "dt", "pre"})
"""Tags whose short texts say little by themselves."""

FURNITURE_AROUND = IN_FOOTER | IN_NAV | IN_ASIDE


def body_range(lines: Sequence[Line], kept: Sequence[bool]) -> tuple[int, int] | None:
    """Return the places of the first and the last kept line that is clearly prose, or None without one."""
    prose = [
        i
        for i, line in enumerate(lines)
        if kept[i] and line.words >= 12 and line.linked < 0.4 and not line.frame.places & (IN_FIGURE | IN_CAPTION)
    ]
    return (prose[0], prose[-1]) if prose else None


def sweep(lines: Sequence[Line], kept: Sequence[bool]) -> list[bool]:
    """Return ``kept`` without the lines that are no part of the text."""
    span = body_range(lines, kept)
    if span is None:
        return list(kept)
    first = span[0]
    result: list[bool] = []
    seen: dict[str, Frame | None] = {}
    told = "\n".join(line.key for line, keep in zip(lines, kept, strict=True) if keep and not _is_quoted(line))
    for i, (line, keep) in enumerate(zip(lines, kept, strict=True)):
        good = keep and not (
            line.frame.places & (IN_FIGURE | IN_CAPTION | FURNITURE_AROUND)
            or (line.words > 12 and seen.get(line.key, line.frame.above) is not line.frame.above)
            or (_is_quoted(line) and line.words > 4 and line.key in told)
            or (i <= first + 1 and _is_head(line, i, first))
            or _is_link_line(line)
            or _is_named_furniture(line)
            or speaks_beside(line, i, span)
            or (_in_tail(i, span) and _is_named_tail(line))
        )
        result.append(good)
        if good:
            seen.setdefault(line.key, line.frame.above)
    _drop_bare_headings(lines, result)
    return result


def _is_quoted(line: Line) -> bool:
    return bool(line.frame.places & IN_QUOTE)


def speaks_beside(line: Line, i: int, span: tuple[int, int]) -> bool:
    """Tell whether ``line``, at place ``i``, says by its own words that it stands beside a text in ``span``."""
    return (
        _leads_on(line) or _speaks_as_furniture(line) or (_in_tail(i, span) and _speaks_as_tail(line, i, span[1]))
    )


def _in_tail(i: int, span: tuple[int, int]) -> bool:
    return i > span[0] + 3 and i >= span[1] - 4


def _drop_bare_headings(lines: Sequence[Line], kept: list[bool]) -> None:
    """Drop each heading that has lost all else in its element: it was a box's, such as that of a newsletter."""
    for i, line in enumerate(lines):
        box = line.frame.above
        if not kept[i] or line.tag not in HEADINGS or box is None:
            continue
        before, after = range(i - 1, -1, -1), range(i + 1, len(lines))
        inside = [*_within(lines, before, box, kept), *_within(lines, after, box, kept)]
        if inside and not any(inside):
            kept[i] = False


def _within(lines: Sequence[Line], places: range, box: Frame, kept: Sequence[bool]) -> Iterator[bool]:
    """Yield for the lines at ``places`` whether they are kept, while they are in ``box``, up to the first kept."""
    for j in places:
        if box not in lines[j].frame.chain():
            return
        yield kept[j]
        if kept[j]:
            return


def _is_head(line: Line, i: int, first: int) -> bool:
    """Tell whether ``line`` is of the head: the title again, a byline, a date, a section's name."""
    if i <= first and (line.tag == "h1" or line.title):
        return True
    if line.words < 8 and not line.sentence and wording.DATELINE.search(line.text):
        return True
    if i < first - 1 and line.words < 8 and not line.sentence and line.tag not in {"h2", "h3"}:
        return True
    return line.words < 14 and line.digits > 0.15 and wording.DATELINE.search(line.text) is not None


def _is_link_line(line: Line) -> bool:
    """Tell whether ``line`` only leads elsewhere."""
    if line.capitals > 0.55 and line.words >= 4 and line.linked > 0.3:
        return True
    if line.frame.places & IN_QUOTE and line.words < 30:  # who said it, often with a link to where
        return False
    return (
        line.linked > 0.6 and line.words < 30 and not (line.sentence and line.by_kin >= 0.4 and line.linked < 0.95)
    )


def _leads_on(line: Line) -> bool:
    """Tell whether ``line``, much of it a link or in capitals, begins as lines do that lead to another page."""
    return (line.linked > 0.3 or line.capitals > 0.4) and wording.READ_MORE.search(line.text) is not None


def _is_named_furniture(line: Line) -> bool:
    """Tell whether the page itself names ``line`` as something beside the text."""
    names, above = line.frame.names, line.above
    if (names.caption or above.caption) and line.words < 70 and line.by_kin < 0.4:
        return True
    if line.tag in _STRUCTURE:
        return False
    if (names.chrome or names.word) and line.words < 60 and line.by_kin < 0.1:
        return True
    if line.frame.chrome >= 2 and line.by_kin < 0.35:
        return True
    return above.word and line.frame.chrome > 0 and line.by_kin < 0.1 and line.words < 40


def _speaks_as_furniture(line: Line) -> bool:
    """Tell whether ``line`` speaks as no article does: to sign up, to consent, to pay, or who wrote it and when."""
    words, text = line.words, line.text
    if words >= 80 or line.tag in _STRUCTURE:
        return False
    return bool(
        (line.linked > 0 and words < 35 and wording.SIGN_UP.search(text))
        or (words < 14 and not line.sentence and wording.BYLINE.search(text))
        or (words < 12 and wording.ADVERT.search(text))
        or wording.EMBED_CONSENT.search(text)
        or (words < 40 and wording.PAY_LINE.search(text))
    )


def _speaks_as_tail(line: Line, i: int, last: int) -> bool:
    """Tell whether ``line``, one of the last, tells who wrote the text, its tags, notices, or where to follow."""
    if line.words < 60 and i >= last - 3 and (wording.BIO.search(line.text) or wording.NOTICE.search(line.text)):
        return True
    if line.words < 40 and wording.FOLLOW.search(line.text):
        return True
    return i >= last - 3 and wording.TAGS.search(line.text) is not None


def _is_named_tail(line: Line) -> bool:
    """Tell whether the page names ``line``, one of the last, as something after the text."""
    return line.frame.chrome > 0 and (line.above.word or line.frame.names.word) and line.by_kin < 0.2
