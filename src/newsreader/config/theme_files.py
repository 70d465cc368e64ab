"""Themes: the program's own and the reader's, all written in one form, a TOML file of a few colours."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from newsreader.config.colours import Colour, contrast, is_light, mixed, read_colour
from newsreader.config.files import BYTE_ORDER_MARK, read_text
from newsreader.config.load import parse, section
from newsreader.config.table import Source, Table, suggestion
from newsreader.model import ConfigError, clean_line

SECTION = "colours"
READABLE, NOTICEABLE = 4.5, 3.0
"""Contrasts with the ground under which text, and what is meant to be quiet, are hard to read (WCAG 2.2, AA)."""

_OWN = Path(__file__).with_name("themes")
_ENDING = ".toml"


@dataclass(frozen=True, slots=True)
class ThemeColours:
    """The colours of one theme; all but three may be left to be made of those.

    Attributes:
        ground, text, accent: the page, what stands on it, and the one colour that stands out, as in titles.
        second: headings and notices.
        read: what was read already; ``quiet``: source and age, captions, the footer.
        link, hair: links, and the hair lines between parts.
        bar: the ground of header, footer, cards and code; ``cursor``: of the headline at the cursor, and of menus.
        found: of words that a search found; ``chosen``: of what the mouse chose.
        wrong: what went wrong.
    """

    name: str
    ground: Colour
    text: Colour
    accent: Colour
    second: Colour
    read: Colour
    quiet: Colour
    link: Colour
    hair: Colour
    bar: Colour
    cursor: Colour
    found: Colour
    chosen: Colour
    wrong: Colour

    @property
    def is_dark(self) -> bool:
        """True for light text on a dark ground."""
        return not is_light(self.ground)

    @property
    def faint(self) -> tuple[str, ...]:
        """The keys of the colours that are hard to read on the ground."""
        wanted = {"text": READABLE, "read": READABLE, "link": READABLE, "accent": NOTICEABLE, "quiet": NOTICEABLE}
        return tuple(key for key, least in wanted.items() if contrast(getattr(self, key), self.ground) < least)


Derived = Callable[[Colour, Colour, Colour], Colour]

_DERIVED: dict[str, Derived] = {
    "second": lambda ground, text, accent: mixed(accent, text, 0.3),
    "read": lambda ground, text, accent: mixed(text, ground, 0.2),
    "quiet": lambda ground, text, accent: mixed(text, ground, 0.38),
    "link": lambda ground, text, accent: accent,
    "hair": lambda ground, text, accent: mixed(ground, text, 0.14),
    "bar": lambda ground, text, accent: mixed(ground, text, 0.03),
    "cursor": lambda ground, text, accent: mixed(ground, text, 0.07),
    "found": lambda ground, text, accent: mixed(ground, accent, 0.3),
    "chosen": lambda ground, text, accent: mixed(ground, text, 0.22),
    "wrong": lambda ground, text, accent: accent,
}
"""What a colour is when the file does not say, made of ground, text and accent."""

KEYS = ("ground", "text", "accent", *_DERIVED)


class Themes:
    """The themes there are: files in ``folder``, which need not exist, before those of the program."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def own_names(self) -> tuple[str, ...]:
        """Return the names of the reader's own themes, sorted."""
        try:
            files = sorted(self._folder.glob(f"*{_ENDING}")) if self._folder else []
        except OSError:  # a folder that may not be looked into has none
            return ()
        return tuple(file.stem for file in files if clean_line(file.stem, 40) == file.stem)

    def load(self, name: str) -> ThemeColours | None:
        """Return the colours of a theme; None when there is no theme of this name.

        Raises:
            ConfigError: its file cannot be read or says what cannot be; file, line and key are named.
        """
        if not name or Path(name).name != name:
            return None
        for folder in (self._folder, _OWN):
            file = folder / f"{name}{_ENDING}" if folder else None
            if file is not None and _is_there(file):
                return read_theme(name, Source(file, read_text(file).removeprefix(BYTE_ORDER_MARK)))
        return None


def _is_there(file: Path) -> bool:
    try:
        return file.exists()
    except OSError:  # no file can have this name, or its folder may not be looked into
        return False


def read_theme(name: str, source: Source) -> ThemeColours:
    """Return the colours that a file says, and those made of them.

    Raises:
        ConfigError: it is not TOML, or says what cannot be; file, line and key are named.
    """
    values = parse(source)
    for found in values:
        if found != SECTION:
            raise source.error((found,), "there is no such section", suggestion(found, (SECTION,)))
    table = section(source, SECTION, values)
    table.only(KEYS)
    ground, text, accent = (_needed(table, key) for key in ("ground", "text", "accent"))
    rest = {key: _colour(table, key, make(ground, text, accent)) for key, make in _DERIVED.items()}
    return ThemeColours(name=name, ground=ground, text=text, accent=accent, **rest)


def _needed(table: Table, key: str) -> Colour:
    if key not in table.values:
        advice = "a theme has ground, text and accent at least"
        raise ConfigError(f"{key} is missing", f"{table.source.file}, section [{SECTION}]", advice)
    return _colour(table, key, (0, 0, 0))


def _colour(table: Table, key: str, default: Colour) -> Colour:
    return table.parsed(key, default, read_colour, 'a colour is written as "#16181d": red, green, blue')
