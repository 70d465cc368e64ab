"""Right to left: texts that run from there, and their characters in the order they are seen (pure).

Most terminals draw characters from left to right in the order they come. The order is found by the Unicode
Bidirectional Algorithm (UAX 9) of python-bidi, an extra, imported when the first such text is drawn; it is run over
whole clusters, a base with its marks, so that these stay together.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from rich.cells import get_character_cell_size

T = TypeVar("T")

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_COLUMNS = re.compile(" {2,}")


def has_rtl(text: str) -> bool:
    """Tell whether anything in ``text`` runs from right to left."""
    return not text.isascii() and _RTL.search(text) is not None


def is_rtl(text: str) -> bool:
    """Tell whether most letters of ``text`` run from right to left, as cleaning asks of a paragraph."""
    if not has_rtl(text):
        return False
    letters = [character for character in text if character.isalpha()]
    return 2 * sum(_RTL.match(letter) is not None for letter in letters) > len(letters)


def in_visual_order(runs: Sequence[tuple[str, T]], *, rtl: bool) -> list[tuple[str, T]]:
    """Return the texts of a line, each with what belongs to it, as they stand from left to right.

    Brackets are mirrored where they must be. In a line from left to right, what stands in columns (two spaces or
    more between them) keeps its column.
    """
    clusters = _clusters(runs)
    bases = "".join(text[0] for text, _ in clusters)
    places = _resolved(bases, rtl=True) if rtl else _columns_resolved(bases)
    return list(_merged((drawn + clusters[at][0][1:], clusters[at][1]) for at, drawn in places))


def _clusters(runs: Iterable[tuple[str, T]]) -> list[tuple[str, T]]:
    found: list[tuple[str, T]] = []
    for text, of in runs:
        for character in text:
            if found and not get_character_cell_size(character):
                found[-1] = (found[-1][0] + character, found[-1][1])
            else:
                found.append((character, of))
    return found


def _merged(runs: Iterable[tuple[str, T]]) -> Iterator[tuple[str, T]]:
    """Yield neighbours that belong to the same as one."""
    for _, group in groupby(runs, key=lambda run: id(run[1])):
        texts, whose = zip(*group, strict=True)
        yield "".join(texts), whose[0]


def _columns_resolved(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for gap in _COLUMNS.finditer(text):
        yield from _resolved(text[start : gap.start()], rtl=False, first=start)
        yield from enumerate(gap[0], gap.start())
        start = gap.end()
    yield from _resolved(text[start:], rtl=False, first=start)


def _resolved(text: str, *, rtl: bool, first: int = 0) -> list[tuple[int, str]]:
    """Return place and character of ``text``, one for each base, as they are seen; places count from ``first``."""
    from bidi import algorithm

    storage = algorithm.get_empty_storage() | {"base_level": int(rtl), "base_dir": "LR"[rtl]}
    algorithm.get_embedding_levels(text, storage)
    for at, character in enumerate(storage["chars"], first):
        character["at"] = at
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    algorithm.reorder_resolved_levels(storage, debug=False)
    algorithm.apply_mirroring(storage, debug=False)
    return [(character["at"], character["ch"]) for character in storage["chars"]]
