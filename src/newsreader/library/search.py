"""Search: what the index is given of a text, and what a reader's query becomes for it and for the tables.

Both sides are folded the same way. Scripts written without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese)
are indexed by pairs of neighbouring characters, so that a part of a sentence is found as fast as a word.
"""

import json
import re
import sqlite3
from datetime import datetime
from functools import cache
from itertools import pairwise

from newsreader.library.bookmarks import COMPLETE
from newsreader.library.columns import to_column
from newsreader.model.folding import UNSPACED, folded
from newsreader.model.search import By, Filter, Search, State, Term

Condition = tuple[str, str | int | None]
"""SQL over ``entries e`` with one question mark, and the value for it."""

_READ = "(EXISTS (SELECT 1 FROM statuses r WHERE r.entry_id = e.id AND r.read_at IS NOT NULL))"
_KEPT = "(EXISTS (SELECT 1 FROM statuses r WHERE r.entry_id = e.id AND r.bookmarked_at IS NOT NULL))"
_BEGUN = "(EXISTS (SELECT 1 FROM statuses r WHERE r.entry_id = e.id AND r.left_at IS NOT NULL))"
_STATES = {
    State.UNREAD: f"{_READ} <> ?",
    State.READ: f"{_READ} = ?",
    State.BOOKMARKED: f"{_KEPT} = ?",
    State.WAITING: f"({_KEPT} AND NOT {COMPLETE}) = ?",
    State.BEGUN: f"{_BEGUN} = ?",
}
_OF_SOURCES = "e.source_id IN (SELECT value FROM json_each(?))"
_TAGGED = "e.id IN (SELECT entry_id FROM tags WHERE tag IN (SELECT value FROM json_each(?)))"
_MATCHING = "e.id IN (SELECT rowid FROM search WHERE search MATCH ?)"


def indexed(text: str) -> str:
    """Return ``text`` as the index is given it: folded, runs of unspaced scripts as pairs and their last letter."""
    plain = folded(text)
    return plain if plain.isascii() else _unspaced().sub(lambda run: f" {_pairs(run[0])} {run[0][-1]} ", plain)


def match_expression(terms: tuple[Term, ...]) -> str | None:
    """Return terms as an FTS5 expression in which all must match, or None when there are none."""
    return " ".join(map(_expression, terms)) or None


def conditions(connection: sqlite3.Connection, search: Search) -> list[Condition]:
    """Return what must hold of an entry beside the terms that must match.

    Of several sources, or folders, one will do: no entry is of two.
    """
    found = [_not((_MATCHING, _expression(term))) for term in search.terms if term.excluded]
    for by in (By.SOURCE, By.FOLDER):
        words = [str(one.value) for one in search.filters if one.by is by and not one.excluded]
        found += [_of_sources(connection, by, words)] if words else []
    for one in search.filters:
        if one.excluded:
            found.append(_not(_condition(connection, one)))
        elif one.by not in {By.SOURCE, By.FOLDER}:
            found.append(_condition(connection, one))
    return found


def _expression(term: Term) -> str:
    """Return a term as a phrase: FTS5 parts its words by itself, as it does in texts.

    The run that a phrase ends with may go on in the text: of it the pairs are looked for, or what a single
    character begins. One letter with a star would be half the dictionary: it is looked for as it is.
    """
    where = f"{term.where} : " if term.where else ""
    head, last = _parted(term.words)
    if len(last) == 1:
        return f'{where}"{indexed(head)} {last}" *'
    star = " *" if term.prefix and not last and len(term.words) > 1 else ""
    return f'{where}"{indexed(head)} {_pairs(last)}"{star}'


def _parted(words: str) -> tuple[str, str]:
    """Return what stands before the run of an unspaced script at the end of ``words``, and that run."""
    runs = [] if words.isascii() else list(_unspaced().finditer(words))
    if runs and runs[-1].end() == len(words):
        return words[: runs[-1].start()], runs[-1][0]
    return words, ""


def _pairs(run: str) -> str:
    return " ".join(map("".join, pairwise(run)))


def _not(condition: Condition) -> Condition:
    return f"NOT ({condition[0]})", condition[1]


def _condition(connection: sqlite3.Connection, asked: Filter) -> Condition:
    match asked.value:
        case State() as state:
            return _STATES[state], 1
        case datetime() as moment:
            return ("e.sort_at >= ?" if asked.by is By.AFTER else "e.sort_at < ?"), to_column(moment)
        case words if asked.by is By.TAG:
            tags = connection.execute("SELECT DISTINCT tag FROM tags").fetchall()
            return _TAGGED, json.dumps([tag for (tag,) in tags if folded(tag) == words.lstrip("#")])
        case words:
            return _of_sources(connection, asked.by, [words])


def _of_sources(connection: sqlite3.Connection, by: By, words: list[str]) -> Condition:
    """Return the condition that an entry is of a source with one of ``words`` in its title, or in its folder."""
    rows = connection.execute("SELECT id, title, folder FROM sources").fetchall()
    names = [(id_, folded(title if by is By.SOURCE else folder)) for id_, title, folder in rows]
    return _OF_SOURCES, json.dumps([id_ for id_, name in names if any(word in name for word in words)])


@cache
def _unspaced() -> re.Pattern[str]:
    """Return a pattern of many ranges, which takes longer to compile than the first screen has time for."""
    return re.compile(f"[{UNSPACED}]+")
