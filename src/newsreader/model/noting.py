"""What the reader writes about an article in one line: a note, then tags with a ``#`` before each (pure)."""

from collections.abc import Sequence


def note_line(note: str, tags: Sequence[str]) -> str:
    """Return a note and its tags as one line."""
    return " ".join([*note.split(), *(f"#{tag}" for tag in tags)])


def note_and_tags(line: str, before: str = "") -> tuple[str, tuple[str, ...]]:
    """Return the note and the tags of a line; a tag begins with ``#``, and only other tags stand after it.

    ``before`` is the note until now: when the line has its words unchanged before the tags, that is the note, with
    all the lines it came with.
    """
    words, known = line.split(), before.split()
    at = len(words)
    while at and words[at - 1].startswith("#"):
        at -= 1
    if known and at <= len(known) and words[: len(known)] == known:
        note, at = before, len(known)
    else:
        note = " ".join(words[:at])
    return note, tuple(filter(None, dict.fromkeys(word.lstrip("#") for word in words[at:])))
