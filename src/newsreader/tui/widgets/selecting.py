"""The text under the mouse: what is copied of lines that were selected (pure)."""

from collections.abc import Sequence

from textual.selection import Selection


def selected_text(selection: Selection, texts: Sequence[str]) -> str:
    """Return what ``selection`` covers of lines of text; offsets before or past a line count as its ends."""
    first = selection.start.y if selection.start else 0
    last = min(selection.end.y if selection.end else len(texts) - 1, len(texts) - 1)
    parts: list[str] = []
    for number in range(max(0, first), last + 1):
        text = texts[number]
        start, end = selection.get_span(number) or (0, 0)
        parts.append(text[max(0, start) : len(text) if end == -1 else max(0, end)])
    return "\n".join(parts)
