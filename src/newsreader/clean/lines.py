"""What can be told of a passage before deciding: its manner, its kin, what readability thinks of it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from newsreader.clean.frames import Frame, settle
from newsreader.clean.names import NO_NAMES, Names
from newsreader.clean.passages import Passage
from newsreader.clean.wording import END_OF_SENTENCE

_PROSE = 8
"""Words from which a passage counts as prose when kin are weighed."""


@dataclass(slots=True, eq=False)
class Line:
    """A passage with what is known of it.

    Attributes:
        tag: of its block element.
        kept: readability keeps it.
        sentence: it ends like one.
        capitals: the share of its characters that are capital letters.
        by_parent, by_grandparent, by_kin: the share of the page's prose that stands below the same parent,
            the same grandparent, and in elements of the same tag, class and parent's class.
        digits: the share that are digits.
        repeats: it was on the page before.
        title: it is the title, or most of it.
        kin: what it shares with elements of the same tag, class and parent's class.
    """

    text: str
    key: str
    words: int
    linked: float
    frame: Frame
    tag: str
    kept: bool
    sentence: bool
    capitals: float
    digits: float
    repeats: bool
    title: bool
    kin: object = None
    by_parent: float = 0.0
    by_grandparent: float = 0.0
    by_kin: float = 0.0

    @property
    def above(self) -> Names:
        """What the names of the parent say."""
        return self.frame.above.names if self.frame.above else NO_NAMES

    @property
    def prose(self) -> float:
        """The words of it that are no links, 0 for a short line."""
        return self.words * (1 - self.linked) if self.words >= _PROSE else 0.0


def read_lines(passages: Sequence[Passage], readable: Collection[HtmlElement], title: str) -> list[Line]:
    """Return a line for each of ``passages``; ``title`` is squeezed."""
    lines: list[Line] = []
    seen: set[str] = set()
    for passage in passages:
        text = passage.text
        lines.append(
            Line(
                text=text,
                key=passage.key,
                words=passage.words,
                linked=passage.linked,
                frame=passage.frame,
                tag=passage.elem.tag,
                kept=passage.elem in readable,
                sentence=END_OF_SENTENCE.search(text) is not None,
                capitals=sum(map(str.isupper, text)) / len(text),
                digits=sum(map(str.isdigit, text)) / len(text),
                repeats=passage.key in seen,
                title=passage.words > 2 and _same(passage.key, title),
            )
        )
        seen.add(passage.key)
    _weigh_kin(passages, lines)
    _weigh_frames(lines)
    return lines


def _same(key: str, title: str) -> bool:
    """Tell whether ``key`` is ``title`` or most of it."""
    return bool(key) and key in title and len(key) * 10 >= len(title) * 4


def _weigh_kin(passages: Sequence[Passage], lines: Sequence[Line]) -> None:
    """Fill in the shares of the page's prose that stand beside each line."""
    weights: defaultdict[object, float] = defaultdict(float)
    keys: list[tuple[object, object, object]] = []
    total = 0.0
    for passage, line in zip(passages, lines, strict=True):
        elem = passage.elem
        parent = elem.getparent()
        grandparent = parent.getparent() if parent is not None else None
        kin = (elem.tag, elem.get("class"), parent.get("class") if parent is not None else None)
        key = (("parent", parent), ("grandparent", grandparent), kin)
        keys.append(key)
        line.kin = kin
        prose = line.prose
        if prose:
            total += prose
            for each in key:
                weights[each] += prose
    total = total or 1.0
    for line, of in zip(lines, keys, strict=True):
        line.by_parent, line.by_grandparent, line.by_kin = (weights[each] / total for each in of)


def _weigh_frames(lines: Sequence[Line]) -> None:
    """Weigh what stands above each line by the prose in it, and settle what it says."""
    for line in lines:
        if prose := line.prose:
            for frame in line.frame.chain():
                frame.prose += prose
    total = sum(line.prose for line in lines)
    settle((line.frame for line in lines), total, _common_names(lines, total))


def _common_names(lines: Sequence[Line], total: float) -> frozenset[str]:
    """Return the names of furniture that most of the page's prose stands under: here they say nothing."""
    weights: Counter[str] = Counter()
    said: dict[Frame, frozenset[str]] = {}
    for line in lines:
        if line.prose:
            if line.frame not in said:
                said[line.frame] = frozenset().union(*(frame.names.said for frame in line.frame.chain()))
            for name in said[line.frame]:
                weights[name] += int(line.prose)
    return frozenset(name for name, words in weights.items() if 2 * words >= total)
