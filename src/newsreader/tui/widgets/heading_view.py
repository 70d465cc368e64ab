"""A page with headings: going from one to the next, and to one by its name."""

import re
from urllib.parse import unquote

from newsreader.model import Heading, inline_text
from newsreader.model.folding import folded
from newsreader.tui.widgets.finding_view import FindingView

_PARTS = re.compile(r"[\W_]+")


class HeadingView(FindingView, inherit_bindings=False):
    """Knows the headings of the article that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._gone_to: tuple[int, int] = (-1, 0)  # the line on top after going to a heading, and which that was

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings, in order, as the page has them."""
        return tuple(inline_text(heading.spans) for _, heading in self._numbered)

    def action_heading(self, step: int) -> None:
        """Go to the next heading, or the one before."""
        top = self.scroll_offset.y
        lines = self._lines()
        if self._gone_to[0] == top:
            wanted = self._gone_to[1] + step
        elif step > 0:
            wanted = next((at for at, line in enumerate(lines) if line > top), len(lines))
        else:
            wanted = next((at for at, line in reversed(list(enumerate(lines))) if line < top), -1)
        self.go_to_number(wanted)

    def go_to_heading(self, name: str) -> bool:
        """Go to the heading that ``name`` is, or is the fragment of an address for; return False without one."""
        wanted = _slug(unquote(name))
        found = [at for at, heading in enumerate(self.headings) if wanted and _slug(heading) == wanted]
        if found:
            self.go_to_number(found[0])
        return bool(found)

    def go_to_number(self, number: int) -> None:
        """Go to the heading of this number, counted from 0, if there is one."""
        lines = self._lines()
        if 0 <= number < len(lines):
            self.go(lines[number])
            self._gone_to = (self.scroll_offset.y, number)

    def page_changed(self) -> None:
        """The headings are on other lines."""
        self._gone_to = (-1, 0)
        super().page_changed()

    def _lines(self) -> list[int]:
        return [self._page.line_at((number, 0.0)) for number, _ in self._numbered] if self._page else []

    @property
    def _numbered(self) -> list[tuple[int, Heading]]:
        """The headings, each with the number of its block on the page, where the head is number 0."""
        blocks = self._page.blocks if self._page else ()
        return [(number, block) for number, block in enumerate(blocks, 1) if isinstance(block, Heading)]


def _slug(text: str) -> str:
    """Return ``text`` as sites make addresses of headings: folded, its words parted by hyphens."""
    return _PARTS.sub("-", folded(text)).strip("-")
