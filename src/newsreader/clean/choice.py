"""Which lines are the article: readability's opinion, unless the page's own sentences stand elsewhere."""

from collections import Counter
from collections.abc import Sequence

from newsreader.clean.frames import (
    IN_ARTICLE,
    IN_ASIDE,
    IN_BODY_ITEM,
    IN_CAPTION,
    IN_FIGURE,
    IN_FOOTER,
    IN_FORM,
    IN_LIST,
    IN_MAIN,
    IN_NAV,
    Frame,
)
from newsreader.clean.lines import Line

_ELSEWHERE = IN_FIGURE | IN_CAPTION | IN_FORM | IN_FOOTER | IN_NAV | IN_ASIDE
_SEMANTIC = IN_ARTICLE | IN_MAIN | IN_BODY_ITEM
_TOO_LITTLE = 0.30
"""Readability is not believed when it keeps less than this share of the page's sentences."""

_MOST = 0.5
"""The share of what readability keeps that makes a kind of element the article's own."""

_COMMON = 0.4
"""The share of the page's prose that must be of that kind."""

_SPLIT = 0.15
"""Prose of that kind outside, as a share of what is kept, from which the body was split."""

_NEARLY_ALL = 0.85
"""The share of the page's sentences that its article's element holds."""

_TOO_SMALL_A_PART = 0.4
"""What is kept, as a share of that element's sentences, below which the article is all that stands in it."""

_ENOUGH = 80
"""Words that a page's sentences must have to speak against readability."""


def choose(lines: Sequence[Line]) -> list[bool]:
    """Return for each of ``lines`` whether it belongs to the article, as far as its container tells."""
    kept = _by_kin(lines)
    rivals = _sentences(lines)
    home = innermost(lines, rivals, _NEARLY_ALL)
    if home is None or not (home.places & _SEMANTIC or home.body):
        return kept
    inside = [i for i in rivals if home in lines[i].frame.chain()]
    words = sum(lines[i].words for i in inside)
    if words <= _ENOUGH or sum(lines[i].words for i in inside if kept[i]) >= _TOO_SMALL_A_PART * words:
        return kept
    span = range(inside[0], inside[-1] + 1)
    return [keep or (i in span and _is_inside(lines[i], home)) for i, keep in enumerate(kept)]


def _is_inside(line: Line, home: Frame) -> bool:
    """Tell whether ``line`` stands in ``home`` with no furniture between."""
    frame = line.frame
    return (
        line.linked < 0.5
        and frame.chrome <= home.chrome
        and not frame.places & _ELSEWHERE
        and home in frame.chain()
    )


def innermost(lines: Sequence[Line], among: Sequence[int], share: float) -> Frame | None:
    """Return the innermost frame that holds ``share`` of the words of the lines ``among``, or None."""
    weights: Counter[Frame] = Counter()
    for i in among:
        for frame in lines[i].frame.chain():
            weights[frame] += lines[i].words
    total = sum(lines[i].words for i in among)
    holding = [frame for frame, words in weights.items() if words >= share * total]
    return max(holding, key=lambda frame: sum(1 for _ in frame.chain()), default=None)


def _by_kin(lines: Sequence[Line]) -> list[bool]:
    """Return what readability keeps, mended by what the page's sentences have in common."""
    kept = [line.kept for line in lines]
    rivals = _sentences(lines)
    total = sum(lines[i].words for i in rivals)
    agreed = sum(lines[i].words for i in rivals if kept[i])
    if total <= _ENOUGH or agreed >= _TOO_LITTLE * total:
        return _with_kin(lines, kept, rivals)
    rivals = _main_cluster(lines, rivals)
    words = sum(lines[i].words for i in rivals)
    if not rivals or (words <= 1.3 * sum(line.words for line in lines if line.kept) and agreed >= 0.1 * total):
        return kept
    low, high = min(rivals), max(rivals)
    chosen = set(rivals)
    biggest = max(lines[i].by_grandparent for i in rivals)
    return [
        i in chosen or (low <= i <= high and (line.kept or _joins(line, biggest))) for i, line in enumerate(lines)
    ]


def _with_kin(lines: Sequence[Line], kept: list[bool], rivals: Sequence[int]) -> list[bool]:
    """Return ``kept`` with the page's sentences that are of one kind with most of it: a body in several parts."""
    weights: Counter[object] = Counter()
    for line, keep in zip(lines, kept, strict=True):
        if keep:
            weights[line.kin] += int(line.prose)
    total = weights.total()
    kinds = {kin for kin, words in weights.items() if words >= _MOST * total}
    left = [i for i in rivals if not kept[i] and lines[i].kin in kinds and lines[i].by_kin >= _COMMON]
    if sum(lines[i].words for i in left) < _SPLIT * total:
        return kept
    chosen = set(left)
    return [keep or i in chosen for i, keep in enumerate(kept)]


def _sentences(lines: Sequence[Line]) -> list[int]:
    """Return where the page has prose that no furniture surrounds; failing that, prose anywhere."""
    prose = [
        i
        for i, line in enumerate(lines)
        if line.prose and line.linked < 0.35 and line.tag in {"p", "div"} and not line.repeats
        and not line.frame.places & _ELSEWHERE
    ]  # fmt: skip
    clear = [i for i in prose if not lines[i].frame.chrome and not lines[i].frame.names.word]
    if sum(lines[i].words for i in clear) >= _ENOUGH:
        return clear
    return [i for i in prose if lines[i].sentence]


def _main_cluster(lines: Sequence[Line], rivals: Sequence[int]) -> list[int]:
    """Return those of ``rivals`` that stand together: in a semantic container if most do, and with their kin."""
    inside = [i for i in rivals if lines[i].frame.places & _SEMANTIC or lines[i].frame.body]
    if 2 * sum(lines[i].words for i in inside) >= sum(lines[i].words for i in rivals):
        rivals = inside
    biggest = max((lines[i].by_grandparent for i in rivals), default=0.0)
    return [i for i in rivals if lines[i].by_grandparent >= 0.15 * biggest or lines[i].by_kin >= 0.3]


def _joins(line: Line, biggest: float) -> bool:
    """Tell whether ``line`` between chosen ones belongs to them: a heading or an item of a list beside them."""
    return (
        not line.frame.chrome
        and line.linked < 0.3
        and (line.tag in {"h2", "h3", "h4", "li"} or bool(line.frame.places & IN_LIST and line.tag == "p"))
        and line.by_grandparent >= 0.15 * biggest
    )
