"""What a command needs to be done, and what is said where that is missing (pure)."""

from collections.abc import Collection
from enum import StrEnum


class Need(StrEnum):
    """Something without which a command cannot be done; the value says that it is missing."""

    HEADLINE = "there is no headline here"
    ARTICLE = "no article is open"
    MATCHES = "nothing is looked for"
    CHANGES = "the library can only be read"


NEEDED = {
    Need.HEADLINE: (
        "headline.next headline.previous headline.page_down headline.page_up headline.top headline.first"
        " headline.last headline.open article.next article.previous unread.next unread.previous bookmark.toggle"
        " note read.toggle read.all browser.open comments.open link.copy telling.next telling.previous"
        " refresh.source source.change source.remove"
    ),
    Need.ARTICLE: (
        "page.down article.page_down article.page_up article.down article.up article.top article.first article.last"
        " link.next link.previous link.follow link.hints heading.next heading.previous article.again article.source"
        " article.alone article.copy"
    ),
    Need.MATCHES: "match.previous",
    Need.CHANGES: (
        "bookmark.toggle note read.toggle read.all undo refresh.source refresh.all source.add source.change"
        " source.remove"
    ),
}
"""The ids of the commands that need each."""

_NEEDS = {need: frozenset(ids.split()) for need, ids in NEEDED.items()}


def hindrance(id_: str, missing: Collection[Need]) -> str:
    """Return why the command of this id cannot be done while some needs are missing; empty when it can."""
    return next((str(need) for need in Need if need in missing and id_ in _NEEDS[need]), "")
