"""Links of an HTML file that is a list, with the folders they stand in, tag by tag: no such file is valid."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from newsreader.model import FormatError

_TAIL = 400
"""Characters at the end among which a whole file closes its list or itself."""

_DEEPEST = 30
"""Folders in each other that are told; bookmarks of browsers hardly have ten."""

Attributes = dict[str, str]


@dataclass(slots=True)
class Link:
    """A link: its attributes, its text, the heading above its list, the folders around it (outermost first)."""

    attributes: Attributes
    heading: str
    folders: tuple[tuple[str, Attributes], ...]
    text: str = ""
    comment: str = ""


@dataclass(slots=True)
class _State:
    found: list[Link] = field(default_factory=list)
    folders: list[tuple[str, Attributes]] = field(default_factory=list)
    named: tuple[str, Attributes] | None = None
    heading: str = ""
    text: list[str] = field(default_factory=list)
    inside: str = ""
    attributes: Attributes = field(default_factory=dict)


def links(text: str) -> Iterator[Link]:
    """Yield the links of ``text`` in their order.

    Raises:
        FormatError: it ends before its list does.
    """
    tail = text[-_TAIL:].lower()
    if not any(end in tail for end in ("</dl", "</ul", "</body", "</html")):
        raise FormatError("this list ends in the midst: the file seems to be cut short", advice="export it again")
    reader = _Reader()
    reader.feed(text)
    reader.close()
    yield from reader.state.found


class _Reader(HTMLParser):
    """``h1`` heads a list, ``h3`` names the folder whose ``dl`` follows, ``dd`` comments on the link before it.

    After an ``h3`` it comments on the folder, which is not told.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.state = _State()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        state = self.state
        if tag in {"a", "h1", "h3", "dd", "dt", "dl"}:
            self._finish()
        if tag in {"a", "h1", "h3", "dd"}:
            state.inside = tag
            state.attributes = {name: value or "" for name, value in attrs}
        elif tag == "dl":
            state.folders.append(state.named or ("", {}))
            state.named = None

    def handle_endtag(self, tag: str) -> None:
        if tag == self.state.inside or tag == "dl":
            self._finish()
        if tag == "dl" and self.state.folders:
            self.state.folders.pop()

    def handle_data(self, data: str) -> None:
        if self.state.inside:
            self.state.text.append(data)

    def close(self) -> None:
        super().close()
        self._finish()

    def _finish(self) -> None:
        """Take in what was said inside the element that ends."""
        state = self.state
        said, inside = "".join(state.text).strip(), state.inside
        state.text, state.inside = [], ""
        if inside == "h1":
            state.heading = said
        elif inside == "h3":
            state.named = (said, state.attributes)
        elif inside == "dd" and state.found and state.named is None:
            state.found[-1].comment = said
        elif inside == "a":
            folders = tuple(folder for folder in state.folders[:_DEEPEST] if folder[0])
            state.found.append(Link(state.attributes, state.heading, folders, said))
