"""A page cut into passages: runs of text with no block border inside, in reading order."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from newsreader.clean.frames import Frame, frame_of

SKIPPED = frozenset({
    "script", "style", "noscript", "template", "svg", "math", "head", "object", "select", "option", "datalist",
    "textarea", "button", "input", "canvas", "audio", "map", "dialog", "progress", "meter", "applet", "embed",
    "frame", "frameset", "noframes",
})  # fmt: skip
"""Elements that hold no text to read."""

MEDIA = frozenset({"img", "picture", "video", "iframe", "hr", "amp-img", "amp-iframe"})
"""Elements that stand for themselves, without text."""

INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr", "ruby", "rb", "rt", "rp", "center",
})  # fmt: skip
"""Elements that do not end a passage."""

_INLINE_MEDIA = frozenset({"img", "picture", "amp-img"})
_WORD = re.compile(r"\w+")
_WIDE = re.compile("[\u0e00-\u0e7f\u1000-\u109f\u3040-\u30ff\u3400-\u9fff]")
_LETTERS_A_WIDE_WORD = 2

BREAK = "\0"
"""A line break among the parts of a passage; no page holds one, since control characters are scrubbed."""


@dataclass(slots=True, eq=False)
class Passage:
    """A run of text directly below one block element.

    Attributes:
        elem: that element.
        frame: what stands above the text.
        parts: pieces of the source text, each with the element that it stands in; ``BREAK`` for a line break.
        text: white space folded; line breaks as newlines.
        linked: the share of its characters that are links, 0 to 1.
        words: their number; two Chinese, Japanese or Thai characters count as one.
    """

    elem: HtmlElement
    frame: Frame
    parts: list[tuple[str, HtmlElement]]
    text: str
    linked: float
    words: int
    key: str = field(default="")

    def __post_init__(self) -> None:
        self.key = squeeze(self.text)


@dataclass(slots=True, eq=False)
class Medium:
    """A picture, a video, a frame or a rule, in its place."""

    elem: HtmlElement
    frame: Frame


def squeeze(text: str) -> str:
    """Return the letters and digits of ``text`` in small letters: what two tellings of one text share."""
    return "".join(_WORD.findall(text)).lower()


def word_count(text: str) -> int:
    """Return the number of words in ``text``; scripts without spaces by their letters."""
    words = len(_WORD.findall(text))
    return words if text.isascii() else words + len(_WIDE.findall(text)) // _LETTERS_A_WIDE_WORD


def words_in(passages: Iterable[Passage]) -> int:
    """Return the number of words in all of ``passages``."""
    return sum(passage.words for passage in passages)


def cut(root: HtmlElement) -> Iterator[Passage | Medium]:
    """Yield the passages and media of ``root`` in reading order; a picture inside a text comes after it."""
    scissors = _Scissors(root)
    walker = iterwalk(root, events=("start", "end"))
    for event, elem in walker:
        if event == "start":
            if elem.tag in SKIPPED:
                walker.skip_subtree()
                continue
            yield from scissors.enter(elem)
            if elem.tag in MEDIA:
                walker.skip_subtree()
        else:
            yield from scissors.leave(elem)
            if elem is root:
                return


class _Scissors:
    """Where the cut stands: the open blocks with their frames, the passage under way, the links around it."""

    __slots__ = ("_blocks", "_frames", "_links", "_run")

    def __init__(self, root: HtmlElement) -> None:
        self._blocks = [root]
        self._frames = [frame_of(root, None)]
        self._links = 0
        self._run = _Run()

    def enter(self, elem: HtmlElement) -> Iterator[Passage | Medium]:
        """Go into ``elem``; yield what its border ends, and itself if it is a medium."""
        tag, run = elem.tag, self._run
        if tag in INLINE:
            self._links += tag == "a"
        elif tag == "br":
            if run.add_break(elem):
                yield from run.flush(self._blocks[-1], self._frames[-1])
            return
        elif tag in _INLINE_MEDIA and run.parts:
            run.media.append(Medium(elem, frame_of(elem, self._frames[-1])))
            return
        else:
            yield from run.flush(self._blocks[-1], self._frames[-1])
            self._blocks.append(elem)
            self._frames.append(frame_of(elem, self._frames[-1]))
            if tag in MEDIA:
                yield Medium(elem, self._frames[-1])
                return
        if elem.text:
            run.add(elem.text, elem, self._links)

    def leave(self, elem: HtmlElement) -> Iterator[Passage | Medium]:
        """Leave ``elem``; yield what its border ends."""
        if elem.tag in INLINE:
            self._links -= elem.tag == "a"
        elif self._blocks[-1] is elem:
            yield from self._run.flush(elem, self._frames[-1])
            self._blocks.pop()
            self._frames.pop()
        if elem.tail and len(self._blocks) > 1:
            self._run.add(elem.tail, elem.getparent(), self._links)


class _Run:
    """The passage that is being gathered."""

    __slots__ = ("linked", "media", "parts")

    def __init__(self) -> None:
        self.parts: list[tuple[str, HtmlElement]] = []
        self.linked = 0
        self.media: list[Medium] = []

    def add(self, text: str, elem: HtmlElement, links: int) -> None:
        """Add ``text``, which stands in ``elem``, inside ``links`` links."""
        if self.parts or not text.isspace():
            self.parts.append((text, elem))
            if links:
                self.linked += len(text.strip())

    def add_break(self, elem: HtmlElement) -> bool:
        """Add a line break; return True instead when it is the second in a row, which ends a paragraph."""
        for text, _ in reversed(self.parts):
            if text == BREAK:
                return True
            if not text.isspace():
                break
        if self.parts:
            self.parts.append((BREAK, elem))
        return False

    def flush(self, block: HtmlElement, frame: Frame) -> Iterator[Passage | Medium]:
        """Yield the passage gathered so far, if there is one, and the pictures in it; begin anew."""
        if not self.parts:
            return
        parts, linked, media = self.parts, self.linked, self.media
        self.parts, self.linked, self.media = [], 0, []
        if frame.pre:
            text = "".join(part for part, _ in parts).replace(BREAK, "\n").strip("\n")
        else:
            lines = "".join(part for part, _ in parts).split(BREAK)
            text = "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)
        if text.strip():
            share = min(1.0, linked / len(text))
            yield Passage(block, frame, parts, text, share, word_count(text))
        yield from media
