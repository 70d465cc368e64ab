"""The five or six keys that matter now: what the footer names in every state the reader can be in (pure)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from newsreader.tui.key_words import first_shown

Hint = tuple[tuple[str, ...], str]
"""What the footer says: the ids whose keys it shows, and a word or two."""

_HELP: Hint = (("help",), "keys")
_ADD: Hint = (("source.add",), "add a source")
_ASK: Hint = (("refresh.all",), "look for news")
_DONE: Hint = (("back",), "done")
_BROWSER: Hint = (("browser.open",), "browser")
_MATCHES: Hint = (("unread.next", "match.previous"), "matches")
_FIND_AGAIN: Hint = (("search",), "find again")
_SEARCH_AGAIN: Hint = (("search",), "search again")
_PAGE: Hint = (("page.down",), "page")
_LINKS: Hint = (("link.hints",), "links")
_FIND: Hint = (("search",), "find")
_READ: Hint = (("headline.open",), "read")

WRITING: tuple[Hint, ...] = ((("headline.open",), "save"), (("back",), "leave"))
TYPING: tuple[Hint, ...] = ((("headline.open",), "show"), _DONE)
LETTERS: tuple[Hint, ...] = (((), "type a link's letters"), ((), "capitals: browser"), _DONE)
SOURCES: tuple[Hint, ...] = (
    (("source.next", "source.previous"), "sources"),
    (("source.open",), "headlines"),
    (("refresh.source",), "refresh"),
    (("source.add",), "add"),
    (("sources",), "put away"),
    _HELP,
)
ALONE: tuple[Hint, ...] = ((("back",), "back"),)
"""Of an article alone: nothing that would keep it company but the way back."""
WEATHER: tuple[Hint, ...] = (
    (("place.find",), "another place"),
    (("place.previous", "place.next"), "from place to place"),
    (("place.remove",), "take this one away"),
    (("weather.leave",), "back"),
)
NO_SOURCE: tuple[Hint, ...] = (_ADD, (("palette",), "anything by name"), _HELP)
EMPTY: tuple[Hint, ...] = (_ASK, (("view.all",), "all headlines"), _ADD, _HELP)
NOTHING_FOUND: tuple[Hint, ...] = (_SEARCH_AGAIN, _DONE)
NO_MATCH: tuple[Hint, ...] = (_FIND_AGAIN, _DONE)
FAILED: tuple[Hint, ...] = ((("link.follow",), "again"), _BROWSER, (("pane.next",), "headlines"), _HELP)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the reader is and what is there.

    Attributes:
        writing, typing, letters: a text is written, something looked for is typed, links have letters.
        in_sources: keys go to the sources.
        in_article: keys go to the article; ``alone`` when it stands there alone.
        searching: the list shows what a search found; ``finding`` the article what is found in it.
        found: there is something to go through of that.
        empty: no headline is listed; ``sourceless`` when there is no source that could bring one.
        kept: the headline at the cursor is kept.
        failed: words stand where the article should.
    """

    writing: bool = False
    typing: bool = False
    letters: bool = False
    in_sources: bool = False
    in_article: bool = False
    alone: bool = False
    searching: bool = False
    finding: bool = False
    found: bool = False
    empty: bool = False
    sourceless: bool = False
    kept: bool = False
    failed: bool = False


def hints(at: Standing) -> tuple[Hint, ...]:
    """Return the keys that matter now, the most useful first; the last leads to all others, or back."""
    if at.writing:
        return WRITING
    if at.letters:
        return LETTERS
    if at.in_sources:
        return SOURCES
    if at.typing:
        return TYPING
    if at.failed and at.in_article:
        return FAILED
    if at.in_article:
        return _in_article(at)
    if at.empty:
        return NOTHING_FOUND if at.searching else NO_SOURCE if at.sourceless else EMPTY
    if at.finding or at.searching:
        return (_MATCHES, _READ, _SEARCH_AGAIN, _DONE)
    moving: Hint = (("headline.next", "headline.previous"), "headlines")
    return (moving, _READ, _keep(at), _BROWSER, (("search",), "search"), _HELP)


def footer_keys(shown: Iterable[Hint], keymap: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return hints as (keys, words): of each command its first key."""
    return tuple((" ".join(first_shown(id_, keymap) for id_ in ids), words) for ids, words in shown)


def _in_article(at: Standing) -> tuple[Hint, ...]:
    if at.finding and not at.found:
        return NO_MATCH
    if at.finding or at.searching:
        return (_MATCHES, _PAGE, _keep(at), _FIND_AGAIN, _DONE)
    if at.alone:
        return ALONE
    return (_PAGE, (("pane.next",), "headlines"), _keep(at), _LINKS, _FIND, _HELP)


def _keep(at: Standing) -> Hint:
    return (("bookmark.toggle",), "let go" if at.kept else "keep")
