"""What the reader writes about an article in one line: a note, and tags with a ``#`` before each (pure)."""

from collections.abc import Sequence


def note_line(note: str, tags: Sequence[str]) -> str:
    """Return a note and its tags as one line."""
    return " ".join([*note.split(), *(f"#{tag}" for tag in tags)])


def note_and_tags(line: str) -> tuple[str, tuple[str, ...]]:
    """Return the note and the tags of a line; a tag is a word that begins with ``#``, wherever it stands."""
    words = line.split()
    tags = dict.fromkeys(word.lstrip("#") for word in words if word.startswith("#"))
    return " ".join(word for word in words if not word.startswith("#")), tuple(filter(None, tags))
