"""What a reader is told when the text shown is not the one the page was asked for."""

from newsreader.model import Article, Wall

NO_PAGE = "The feed names no page for this headline"
FULLER = "The page holds text back"
NOTHING_TOLD = "The feed carried no text"

_WALLS = {
    Wall.CONSENT: "The page asks for consent instead of showing its article",
    Wall.PAY: "The page wants to be paid before it shows its article",
    Wall.LOGIN: "The page wants to know its reader before it shows its article",
    Wall.SCRIPT: "The page shows its article only to a browser that runs its scripts",
    Wall.MISSING: "The page says that its article is not there",
    Wall.ERROR: "The page says that its site does not work just now",
    Wall.GUARD: "The page does not let this program in",
    Wall.LIST: "The page lists other stories instead of showing its article",
    Wall.EMPTY: "The page shows hardly any text",
}


def wall_notice(wall: Wall | None) -> str:
    """Return what a page shows instead of its article, a sentence without its full stop."""
    return _WALLS[wall or Wall.EMPTY]


def beside(reason: str, told: Article) -> str:
    """Return ``reason`` and whether ``told``, what the feed carried, is shown for it."""
    shown = "this is what the feed carried" if told.blocks else "the feed carried no text"
    return f"{reason}; {shown}"
