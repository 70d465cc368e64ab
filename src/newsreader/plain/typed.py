"""What the reader types, understood: the same letters as the keys of the screen, and a word for each (pure)."""

from collections.abc import Iterable

from newsreader.model import NotFoundError

Typed = tuple[str, str]
"""The id of a command, and what stands after it."""

GO_ON, OPEN, HELP, QUIT, SEARCH, VIEW = "on", "open", "help", "quit", "search", "view"

_NAMES = {
    "n": "next",
    "p": "previous",
    "J": "forward",
    "K": "backward",
    "b": "keep",
    "s": "keep",
    "bookmark": "keep",
    "l": "note",
    "m": "mark",
    "A": "mark-all",
    "u": "undo",
    "o": "browser",
    "v": "browser",
    "r": "refresh",
    "R": "refresh-all",
    "a": "add",
    "w": "weather",
    "f": "links",
    "x": "other",
    "g": "top",
    "B": "kept",
    "e": "edition",
    "h": HELP,
    "?": HELP,
    "q": QUIT,
    "exit": QUIT,
    "bookmarks": "kept",
    "history": "read",
    "continue": "begun",
}
"""Letters and other words by the command they stand for; case matters in a letter only, as on the screen."""

WORDS = (
    "next", "previous", "forward", "backward", "keep", "note", "mark", "mark-all", "undo", "browser", "refresh",
    "refresh-all", "add", "sources", "source", "weather", "links", "other", "top", "list", "back", "search", "view",
    "all", "unread", "kept", "read", "begun", "edition", HELP, QUIT,
)  # fmt: skip
"""The commands by their words, which are their ids."""

LINES = (
    "A number opens that headline. Enter goes on: further down the list or the article.",
    "n and p open the next and the previous unread headline, J and K the next and the previous one.",
    "b keeps an article, or lets it go. l and some words write a note. m marks read or unread, A all of the list.",
    "u undoes the last change, whatever it was.",
    "all, unread, kept, read, begun and edition list those headlines; view 1 to view 5 do too.",
    "/ and some words search everything. list says the list again, back goes back to it.",
    "r refreshes this source, R all. a and an address adds a source. sources lists them, source 2 its headlines.",
    "o opens the page in the browser. f tells links after each paragraph or no longer, f 2 opens the second one.",
    "g begins the article again. x is the article as the feed told it, or as cleaned. w is the weather.",
    "b 3, m 3 and o 3 are about headline 3 of the list. ? is this help, q quits.",
)
"""The help: ten lines."""


def understood(line: str, own: Iterable[str] = ()) -> Typed:
    """Return what a line means; ``own`` are the names of the reader's own commands.

    Raises:
        NotFoundError: nothing is called so.
    """
    text = line.strip()
    if not text:
        return GO_ON, ""
    if text.isdecimal():
        return OPEN, text
    if text[0] in "/:":
        return (SEARCH if text[0] == "/" else VIEW), text[1:].strip()
    word, _, rest = text.partition(" ")
    name = word if len(word) == 1 else word.casefold()
    known = (*WORDS, *own)
    id_ = _NAMES.get(name, name)
    if id_ not in known:
        raise NotFoundError(f"there is no command {word[:40]}", "", _advice(name, known))
    return id_, rest.strip()


def _advice(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, list(known), n=1)
    return f"did you mean {close[0]}?" if close else "type ? for help"
