"""What a search shows in what it found: its words, without those that rule out or filter (pure)."""

import re

from newsreader.model.folding import folded

_TERM = re.compile(r'(?P<but>-)?(?:(?P<filter>\w+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


def lit_terms(query: str) -> tuple[str, ...]:
    """Return the words and phrases of ``query`` that a match has in it, folded, ``*`` at the end of a beginning."""
    terms: dict[str, None] = {}
    for term in _TERM.finditer(query):
        if not term["but"] and not term["filter"]:
            words = " ".join(folded(term["phrase"] or term["word"] or "").split())
            if any(letter.isalnum() for letter in words):
                terms[words] = None
    return tuple(terms)


def as_typed(text: str) -> str:
    """Return the query for a line that is being typed: its last word may go on, so it is the beginning of one."""
    if text != text.rstrip() or not text.strip():
        return text.strip()
    last = text.rsplit(maxsplit=1)[-1]
    is_word = sum(letter.isalnum() for letter in last) >= 2 and last[-1].isalnum()
    goes_on = is_word and not last.startswith("-") and ":" not in last and text.count('"') % 2 == 0
    return f"{text.strip()}*" if goes_on else text.strip()
