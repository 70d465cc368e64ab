"""The text under the mouse: what is copied of lines that were selected (pure)."""

from collections.abc import Sequence

from textual.selection import Selection

from newsreader.tui.widgets.lines import Kind, Line

_NO_TEXT = frozenset({Kind.HAIR, Kind.PICTURE})


def selected_text(selection: Selection, lines: Sequence[Line]) -> str:
    """Return what ``selection`` covers of ``lines``, a paragraph in one line however it was broken on the screen.

    Offsets before or past a line count as its ends; rules and pictures have no text.
    """
    first = selection.start.y if selection.start else 0
    last = min(selection.end.y if selection.end else len(lines) - 1, len(lines) - 1)
    parts: list[str] = []
    for number in range(max(0, first), last + 1):
        line = lines[number]
        if line.kind not in _NO_TEXT:
            start, end = selection.get_span(number) or (0, 0)
            text = line.text
            parts += [text[max(0, start) : len(text) if end == -1 else max(0, end)], line.glue]
    return "".join(parts[:-1])
